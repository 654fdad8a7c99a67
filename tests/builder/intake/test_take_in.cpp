// SPDX-License-Identifier: GPL-3.0-or-later

#include <sys/stat.h>

#include "catalog/base/digest.hpp"
#include "tests/builder/intake/intake_run.hpp"

using namespace khomo;
using namespace khomo::tests;

TEST_CASE("taking in copies and hashes every file but the record, sorted by name") {
    IntakeBench bench;
    bench.write("b.csv", "a\n1\n");
    bench.write("a.pdf", "%PDF-1.7 minh họa");
    bench.write("approval.yaml", "dataset: thu\n");
    catalog::Delivery delivery;
    delivery.folder = bench.delivery_folder();
    const TemporaryFolder quarantine;
    catalog::Findings findings;
    const auto received = builder::take_in(delivery, quarantine.path() / "q", {}, findings);
    REQUIRE(received.size() == 2);
    CHECK(received[0].path == "a.pdf");
    CHECK(received[1].sha256 == sha256_hex("a\n1\n"));
    CHECK(received[1].bytes == 4);
    CHECK(read_file(received[1].copy) == "a\n1\n");
    CHECK(findings.empty());
}

TEST_CASE("I5: links, hard links, pipes and folders are refused without being opened") {
    IntakeBench bench;
    const auto folder = bench.delivery_folder();
    bench.write("a.csv", "a\n1\n");
    std::filesystem::create_symlink("/etc/passwd", folder / "b.csv");
    std::filesystem::create_hard_link(folder / "a.csv", folder / "c.csv");
    REQUIRE(::mkfifo((folder / "d.csv").c_str(), 0600) == 0);
    std::filesystem::create_directory(folder / "e.csv");
    const auto run = bench.run();
    CHECK(run.told() == Told{"block form/not-a-file a.csv||0|", "block form/not-a-file b.csv||0|", "block form/not-a-file c.csv||0|", "block form/not-a-file d.csv||0|",
                             "block form/not-a-file e.csv||0|"});
}

TEST_CASE("extensions, empty files and disguises are refused") {
    IntakeBench bench;
    bench.write("a.exe", "MZ");
    bench.write("b.csv", "");
    bench.write("c.xlsx", "%PDF-1.7");
    bench.write("d.geojson", "<OGRVRTDataSource><OGRVRTLayer/></OGRVRTDataSource>");
    bench.write("e.csv", std::string("MZ\x90\0\3\0\0\0\4\0\0\0\xFF\xFF\0\0", 16));
    bench.write("f.xlsx", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n");
    bench.write("g.xls", "<html><table></table></html>");
    CHECK(bench.run().told() == Told{"block form/extension a.exe||0|", "block form/empty b.csv||0|", "block form/content c.xlsx||0|", "block form/content d.geojson||0|",
                                     "block form/content e.csv||0|", "block form/content f.xlsx||0|", "block form/content g.xls||0|"});
}

TEST_CASE("a file over the limit is refused before it is copied") {
    IntakeBench bench;
    bench.limits.file_mb = 1;
    bench.write("a.csv", std::string((1U << 20) + 1, 'x'));
    CHECK(bench.run().told() == Told{"block form/too-large a.csv||0|"});
}

TEST_CASE("odd file names are refused") {
    IntakeBench bench;
    bench.write("a\nb.csv", "a\n1\n");
    bench.write("-rf.csv", "a\n1\n");
    bench.write(".hidden.csv", "a\n1\n");
    CHECK(bench.run().findings.size() == 3);
    CHECK(bench.run().has("form/file-name"));
}

TEST_CASE("the data file is the only one, or the one the catalogue names") {
    IntakeBench bench;
    bench.write("a.csv", "a\n1\n");
    bench.write("b.csv", "b\n2\n");
    bench.write("doc.pdf", "%PDF-1.7");
    CHECK(bench.run().told() == Told{"block form/several-files ||0|"});
    bench.entry.file_glob = "b*.csv";
    CHECK(bench.run().header.columns == std::vector<std::string>{"b"});
    bench.entry.file_glob = "c*.csv";
    CHECK(bench.run().told() == Told{"block form/no-data-file ||0|"});
}
