// SPDX-License-Identifier: GPL-3.0-or-later

#include <doctest/doctest.h>

#include <fstream>

#include "builder/release/staging_area.hpp"
#include "catalog/base/error.hpp"
#include "release_folder.hpp"

using namespace khomo;
using builder::StagingArea;
using tests::ReleaseFolder;

TEST_CASE("a path has one writer") {
    ReleaseFolder folder("staging-twice");
    StagingArea area(folder.out() / "new", {});
    auto first = area.unit("pages/a");
    auto second = area.unit("pages/b");
    first.write("site/a.html", "a");
    CHECK_THROWS_WITH_AS(second.write("site/a.html", "b"), doctest::Contains("site/a.html"), Error);
    CHECK_THROWS_AS(second.reserve("site/a.html"), Error);
    CHECK(read_file(area.root() / "site/a.html") == "a");
}

TEST_CASE("a carried path can't be written again") {
    ReleaseFolder folder("staging-carried");
    const auto id = folder.publish({{"pages/a", {{"site/a.html", "carried"}}}});
    const auto manifest = catalog::Manifest::read(folder.release(id));
    StagingArea area(folder.out() / "new", folder.release(id));
    area.carry({&manifest.units.front()});
    auto writer = area.unit("pages/b");
    CHECK_THROWS_AS(writer.write("site/a.html", "other"), Error);
    CHECK(read_file(folder.release(id) / "site/a.html") == "carried");
    REQUIRE(area.file("site/a.html") != nullptr);
    CHECK(area.file("site/a.html")->bytes == 7);
}

TEST_CASE("no path leads out of the release") {
    ReleaseFolder folder("staging-outside");
    StagingArea area(folder.out() / "new", {});
    auto writer = area.unit("pages/a");
    for (const std::string path : {"../a.html", "/etc/a.html", "site/../../a.html", "", "site/./a.html", "site//a.html"}) {
        CAPTURE(path);
        CHECK_THROWS_AS(writer.write(path, "out"), Error);
    }
    CHECK_FALSE(std::filesystem::exists(folder.out() / "a.html"));
}

TEST_CASE("a reserved file that nobody wrote is an error, one that was written is hashed") {
    ReleaseFolder folder("staging-reserve");
    StagingArea area(folder.out() / "new", {});
    auto empty = area.unit("files/a");
    empty.reserve("site/files/a.csv");
    CHECK_THROWS_WITH_AS(empty.finish(), doctest::Contains("site/files/a.csv"), Error);
    auto filled = area.unit("files/b");
    std::ofstream(filled.reserve("site/files/b.csv"), std::ios::binary) << "abc";
    const auto files = filled.finish();
    REQUIRE(files.size() == 1);
    CHECK(files[0].bytes == 3);
    CHECK(files[0].sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("an area without a name takes everything with it, scratch files included") {
    ReleaseFolder folder("staging-abandoned");
    const auto root = folder.out() / "new";
    {
        StagingArea area(root, {});
        auto writer = area.unit("files/a");
        std::ofstream(writer.scratch() / "half") << "half";
        writer.write("site/a.html", "a");
    }
    CHECK_FALSE(std::filesystem::exists(root));
}

TEST_CASE("scratch files don't enter the release") {
    ReleaseFolder folder("staging-scratch");
    StagingArea area(folder.out() / "new", {});
    {
        auto writer = area.unit("files/a");
        std::ofstream(writer.scratch() / "half") << "half";
        writer.write("site/a.html", "a");
        CHECK(writer.finish().size() == 1);
    }
    std::size_t files = 0;
    for (const auto& item : std::filesystem::recursive_directory_iterator(area.root())) {
        files += item.is_directory() ? 0 : 1;
    }
    CHECK(files == 1);
}

TEST_CASE("an adopted file is the same bytes and stays when the area goes") {
    ReleaseFolder folder("staging-adopt");
    const auto own = folder.out() / "version.sqlite";
    std::ofstream(own, std::ios::binary) << "rows";
    {
        StagingArea area(folder.out() / "new", {});
        auto writer = area.unit("data/a");
        writer.adopt("data/a/v1.sqlite", own);
        CHECK(writer.finish().front().bytes == 4);
    }
    CHECK(read_file(own) == "rows");
}
