// SPDX-License-Identifier: GPL-3.0-or-later

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <fstream>

#include "builder/release/releases.hpp"
#include "catalog/base/error.hpp"
#include "release_folder.hpp"

using namespace khomo;
using builder::Releases;
using builder::verify_release;
using tests::ReleaseFolder;

namespace {

ReleaseFolder::Units two_units(const std::string& changing) {
    return {{"pages/a", {{"site/a.html", "always the same"}}}, {"pages/b", {{"site/b.html", changing}, {"site/en/b.html", changing + " (en)"}}}};
}

::ino_t inode_of(const std::filesystem::path& path) {
    struct ::stat status {};
    REQUIRE(::stat(path.c_str(), &status) == 0);
    return status.st_ino;
}

void overwrite(const std::filesystem::path& path, const std::string& bytes) {
    std::filesystem::remove(path);  // not through the hard link
    std::ofstream(path, std::ios::binary) << bytes;
}

}  // namespace

TEST_CASE("a sealed release is live, whole, and the one before it stays as it was") {
    ReleaseFolder folder("releases-live");
    const auto first = folder.publish(two_units("one"));
    const auto second = folder.publish(two_units("two"));
    CHECK(folder.live("site/b.html") == "two");
    CHECK(read_file(folder.release(first) / "site/b.html") == "one");
    CHECK(verify_release(folder.release(first)).empty());
    CHECK(verify_release(folder.release(second)).empty());
    CHECK(Releases(folder.out()).list() == std::vector{first, second});
}

TEST_CASE("an unchanged unit is the same file on disk in the next release, a changed one is not") {
    ReleaseFolder folder("releases-carry");
    const auto first = folder.publish(two_units("one"));
    const auto second = folder.publish(two_units("two"));
    CHECK(inode_of(folder.release(first) / "site/a.html") == inode_of(folder.release(second) / "site/a.html"));
    CHECK(inode_of(folder.release(first) / "site/b.html") != inode_of(folder.release(second) / "site/b.html"));
}

TEST_CASE("a release made in the folder of the oldest one holds its own files alone") {
    ReleaseFolder folder("releases-recycle");
    auto wide = two_units("one");
    wide["pages/gone"] = {{"site/only/here.html", "left behind?"}};
    folder.publish(wide, 2);
    folder.publish(two_units("two"), 2);
    const auto third = folder.publish(two_units("three"), 2);
    CHECK(verify_release(folder.release(third)).empty());
    CHECK_FALSE(std::filesystem::exists(folder.release(third) / "site/only"));
    CHECK(folder.live("site/b.html") == "three");
    CHECK(Releases(folder.out()).list().size() == 2);
}

TEST_CASE("a file taken out of the oldest release is in the new one again") {
    ReleaseFolder folder("releases-lost");
    const auto first = folder.publish(two_units("one"), 2);
    folder.publish(two_units("two"), 2);
    std::filesystem::remove(folder.release(first) / "site/a.html");
    const auto third = folder.publish(two_units("three"), 2);
    CHECK(verify_release(folder.release(third)).empty());
    CHECK(folder.live("site/a.html") == "always the same");
}

TEST_CASE("a release with a file of its own beside the manifest's is not used again") {
    ReleaseFolder folder("releases-own");
    const auto first = folder.publish(two_units("one"), 2);
    folder.publish(two_units("two"), 2);
    std::ofstream(folder.release(first) / "redactions.json") << "{}";
    const auto third = folder.publish(two_units("three"), 2);
    CHECK_FALSE(std::filesystem::exists(folder.release(third) / "redactions.json"));
    CHECK(verify_release(folder.release(third)).empty());
}

TEST_CASE("what was changed, lost or added in a release is named") {
    ReleaseFolder folder("releases-verify");
    const auto id = folder.publish(two_units("one"));
    overwrite(folder.release(id) / "site/a.html", "always the samE");
    std::filesystem::remove(folder.release(id) / "site/b.html");
    overwrite(folder.release(id) / "site/extra.html", "");
    CHECK(verify_release(folder.release(id)) == std::vector<std::string>{"changed: site/a.html", "missing: site/b.html", "not listed: site/extra.html"});
}

TEST_CASE("pruning keeps the newest and never takes the live release") {
    ReleaseFolder folder("releases-prune");
    const auto first = folder.publish(two_units("one"), 9);
    folder.publish(two_units("two"), 9);
    const auto third = folder.publish(two_units("three"), 9);
    Releases releases(folder.out());
    releases.switch_to(first);
    releases.prune(1);
    const auto left = releases.list();
    CHECK(std::find(left.begin(), left.end(), first) != left.end());
    CHECK(folder.live("site/b.html") == "one");
}

TEST_CASE("a switch to a release that is not there is refused and changes nothing") {
    ReleaseFolder folder("releases-switch");
    const auto id = folder.publish(two_units("one"));
    Releases releases(folder.out());
    CHECK_THROWS_AS(releases.switch_to("9-none"), Error);
    CHECK(releases.current().filename() == id);
}

TEST_CASE("a second build in the same folder is refused while the first holds it") {
    ReleaseFolder folder("releases-lock");
    {
        const Releases first(folder.out());
        CHECK_THROWS_WITH_AS(Releases(folder.out()), doctest::Contains("Another build is running"), Error);
    }
    CHECK_NOTHROW(Releases(folder.out()));
}

TEST_CASE("what a killed build left is gone when the next one starts; the live release is not touched") {
    ReleaseFolder folder("releases-killed");
    folder.publish(two_units("one"));
    const auto left = folder.out() / "releases" / ".tmp-99";
    std::filesystem::create_directories(left / "site");
    std::ofstream(left / "site" / "half.html") << "half";
    const Releases releases(folder.out());
    CHECK_FALSE(std::filesystem::exists(left));
    CHECK(folder.live("site/b.html") == "one");
}

TEST_CASE("bytes that read back differently than they were written stop the release before it is live") {
    ReleaseFolder folder("releases-disk");
    folder.publish(two_units("one"));
    Releases releases(folder.out());
    auto area = releases.stage(false, 3);
    auto writer = area->unit("pages/a");
    writer.write("site/a.html", "written");
    const auto files = writer.finish();
    overwrite(area->root() / "site/a.html", "decayed");
    catalog::Manifest manifest;
    manifest.number = 2;
    manifest.as_of = "2026-11-01T08:00:00+07:00";
    manifest.units.emplace_back("pages/a", "f", files);
    CHECK_THROWS_WITH_AS(releases.seal(*area, manifest, files, ""), doctest::Contains("site/a.html"), Error);
    CHECK(folder.live("site/b.html") == "one");
}
