// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/builder/intake/intake_run.hpp"
#include "tests/support/make_zip.hpp"

using namespace khomo;
using namespace khomo::tests;

namespace {

IntakeRun read(const ZipMaker& zip) {
    IntakeBench bench;
    bench.write("a.zip", zip.bytes());
    return bench.run();
}

}  // namespace

TEST_CASE("the one table of an archive is read, under Vietnamese names too") {
    const auto run = read(ZipMaker().add("đợt 1/hồ chứa.csv", "a,b\n1,2\n").add("đợt 1/ghi chú.txt", "x"));
    CHECK(run.told() == Told{});
    CHECK(run.header.file == "a.zip/đợt 1/hồ chứa.csv");
    CHECK(run.rows == Rows{{"1", "2"}});
}

TEST_CASE("I2: names that point outside, absolute names and doubled names are refused and nothing is written there") {
    for (const std::string name : {"../x.csv", "/tmp/khomo-outside.csv", "a/../../x.csv", "..\\x.csv", "a//b.csv"}) {
        const auto run = read(ZipMaker().add(name, "a\n1\n"));
        CHECK_MESSAGE(run.told() == Told{"block form/archive a.zip||0|"}, name);
    }
    CHECK_FALSE(std::filesystem::exists("/tmp/khomo-outside.csv"));
    CHECK(read(ZipMaker().add("x.csv", "a\n1\n").add("X.CSV", "a\n2\n")).told() == Told{"block form/archive a.zip||0|"});
}

TEST_CASE("I2: an archive in an archive, a program and several tables are refused") {
    CHECK(read(ZipMaker().add("x.zip", ZipMaker().add("x.csv", "a\n1\n").bytes())).has("form/archive"));
    CHECK(read(ZipMaker()
                   .add("x.csv", "a\n1\n")
                   .add("readme.txt",
                        "\x7F"
                        "ELF\x02\x01\x01"))
              .told() == Told{"block form/program a.zip||0|"});
    const auto several = read(ZipMaker().add("x.csv", "a\n1\n").add("y.csv", "a\n1\n"));
    CHECK(several.message("form/archive").find("x.csv, y.csv") != std::string::npos);
    CHECK(read(ZipMaker()).told() == Told{"block form/archive a.zip||0|"});
}

TEST_CASE("I2: more than a thousand members are refused") {
    ZipMaker zip;
    for (int i = 0; i < 1001; ++i) {
        zip.add("f" + std::to_string(i) + ".txt", "");
    }
    CHECK(read(zip).told() == Told{"block form/archive a.zip||0|"});
}

TEST_CASE("a layer name chooses among the tables of an archive") {
    IntakeBench bench;
    bench.entry.layer = "y";
    bench.write("a.zip", ZipMaker().add("x.csv", "a\n1\n").add("y.csv", "b\n2\n").bytes());
    CHECK(bench.run().header.columns == std::vector<std::string>{"b"});
}

TEST_CASE("what an archive holds must be what its name says") {
    CHECK(read(ZipMaker().add("x.csv", "<?xml version='1.0'?><a/>")).told() == Told{"block form/content a.zip/x.csv||0|"});
    CHECK(read(ZipMaker().add("x.geojson", "<OGRVRTDataSource/>")).told() == Told{"block form/content a.zip/x.geojson||0|"});
}

namespace {

std::string replaced(std::string bytes, const std::string& from, const std::string& to) {
    for (auto at = bytes.find(from); at != std::string::npos; at = bytes.find(from, at + to.size())) {
        bytes.replace(at, from.size(), to);
    }
    return bytes;
}

}  // namespace

TEST_CASE("I2: a link, a password and sizes that are lies are refused") {
    using namespace std::string_literals;
    const auto honest = ZipMaker().add("a.csv", "x,y\n1,2\n").bytes();
    const auto read_bytes = [](const std::string& bytes) {
        IntakeBench bench;
        bench.write("a.zip", bytes);
        return bench.run();
    };
    CHECK(read_bytes(honest).told() == Told{});
    CHECK(read_bytes(replaced(honest, "\0\0\xA4\x81"s, "\0\0\xFF\xA1"s)).told() == Told{"block form/archive a.zip||0|"});  // a symbolic link
    auto locked = honest;
    locked[6] = '\1';
    locked[locked.find("PK\x01\x02") + 8] = '\1';
    CHECK(read_bytes(locked).has("form/password"));
    const auto size = "\x08\0\0\0\x08\0\0\0"s;
    const auto run = read_bytes(replaced(honest, size, "\xF0\xFF\xFF\xFF\xF0\xFF\xFF\xFF"s));
    CHECK(run.blocked);
    CHECK_FALSE(run.has("form/reader-failed"));
}
