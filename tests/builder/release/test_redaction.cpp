// SPDX-License-Identifier: GPL-3.0-or-later

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>

#include "builder/release/redaction.hpp"
#include "catalog/base/error.hpp"
#include "catalog/release/layout.hpp"
#include "release_folder.hpp"

using namespace khomo;
using builder::redact;
using builder::Replacement;
using builder::verify_release;
using catalog::Withdrawal;
using tests::ReleaseFolder;

namespace {

/// Two versions of the dataset "cho", the second current, beside a theme and a dataset that share the word.
ReleaseFolder::Units units() {
    return {{"versions/cho/v1", {{"data/cho/v1.sqlite", "rows one"}, {"site/files/cho/v1/cho.csv", "csv one"}}},
            {"versions/cho/v2", {{"data/cho/v2.sqlite", "rows two"}, {"site/files/cho/v2/cho.csv", "csv two"}}},
            {"documents/cho", {{"data/cho/dataset.json", R"({"version": 2})"}, {"site/files/cho/latest/cho.csv", "csv two"}}},
            {"pages/dataset/cho", {{"site/dataset/cho.html", "page"}, {"site/en/dataset/cho.html", "page en"}, {"site/dataset/cho/v1.html", "page one"}, {"site/dataset/cho/v2.html", "page two"}}},
            {"pages/theme/cho", {{"site/theme/cho.html", "a theme"}, {"site/en/theme/cho.html", "a theme en"}}},
            {"pages/dataset/cho-dem", {{"site/dataset/cho-dem.html", "another dataset"}, {"data/cho-dem/v1.sqlite", "its rows"}}}};
}

Withdrawal withdrawal(std::vector<int> versions, std::int64_t sequence = 5) {
    Withdrawal one;
    one.dataset = "cho";
    one.versions = std::move(versions);
    one.document = "1/QĐ (minh họa)";
    one.sequence = sequence;
    one.personal_data = true;
    return one;
}

Replacement replacement(const std::filesystem::path&, const Withdrawal& one, bool whole) {
    Replacement made;
    if (whole) {
        made.pages = {{"site/dataset/cho.html", "gone"}, {"site/en/dataset/cho.html", "gone en"}};
        made.markers = {{"site/gone/cho.json", "{}"}};
    } else {
        for (const int number : one.versions) {
            made.pages.emplace("site/dataset/cho/v" + std::to_string(number) + ".html", "gone");
            made.markers.emplace("site/gone/cho/v" + std::to_string(number) + ".json", "{}");
        }
    }
    return made;
}

}  // namespace

TEST_CASE("a withdrawn dataset is taken out of one release, nothing else, and the record stands for it") {
    ReleaseFolder folder("redaction-whole");
    const auto first = folder.release(folder.publish(units()));
    auto changed = units();
    changed["pages/theme/cho"]["site/theme/cho.html"] = "a new theme";
    const auto second = folder.release(folder.publish(changed));
    CHECK(redact(first, {withdrawal({})}, replacement, ""));
    CHECK(verify_release(first).empty());
    CHECK_FALSE(std::filesystem::exists(first / "data/cho"));
    CHECK_FALSE(std::filesystem::exists(first / "site/files/cho"));
    CHECK(read_file(first / "site/dataset/cho.html") == "gone");
    CHECK(read_file(first / "site/gone/cho.json") == "{}");
    CHECK(read_file(first / "site/theme/cho.html") == "a theme");
    CHECK(read_file(first / "site/dataset/cho-dem.html") == "another dataset");
    // The same files by hard link: another release's own matter.
    CHECK(read_file(second / "site/dataset/cho.html") == "page");
    CHECK(read_file(second / "data/cho/v1.sqlite") == "rows one");
    CHECK(verify_release(second).empty());
    CHECK_FALSE(redact(first, {withdrawal({})}, replacement, ""));
}

TEST_CASE("an old version goes alone, the current one takes the dataset's page with it") {
    ReleaseFolder folder("redaction-version");
    const auto release = folder.release(folder.publish(units()));
    CHECK(redact(release, {withdrawal({1})}, replacement, ""));
    CHECK_FALSE(std::filesystem::exists(release / "data/cho/v1.sqlite"));
    CHECK(read_file(release / "site/dataset/cho/v1.html") == "gone");
    CHECK(read_file(release / "site/dataset/cho.html") == "page");
    CHECK(read_file(release / "data/cho/v2.sqlite") == "rows two");
    CHECK(verify_release(release).empty());
    CHECK(redact(release, {withdrawal({1}), withdrawal({2}, 6)}, replacement, ""));
    CHECK_FALSE(std::filesystem::exists(release / "data/cho"));
    CHECK_FALSE(std::filesystem::exists(release / "site/files/cho"));
    CHECK(read_file(release / "site/dataset/cho.html") == "gone");
    CHECK(verify_release(release).empty());
}

TEST_CASE("a dataset whose id is a word of the layout takes nothing of others with it") {
    for (const std::string id : {"files", "v1", "data", "site", "datasets", "latest"}) {
        CAPTURE(id);
        ReleaseFolder folder("redaction-names");
        auto all = units();
        all["versions/own"] = {{"data/" + id + "/v1.sqlite", "own"}, {"site/files/" + id + "/v1/own.csv", "own"}, {"site/api/v1/datasets/" + id + ".json", "own"}, {"site/ogc/" + id + "/items.json", "own"}};
        all["documents/cho"]["site/api/v1/datasets/cho.json"] = "cho";
        const auto release = folder.release(folder.publish(all));
        auto one = withdrawal({});
        one.dataset = id;
        CHECK(redact(release, {one}, [](const auto&, const auto&, bool) { return Replacement(); }, ""));
        std::vector<std::string> gone;
        const auto record = *catalog::RedactionRecord::read(release);
        for (const auto& file : record.files) {
            gone.push_back(file.path);
        }
        std::sort(gone.begin(), gone.end());
        CHECK(gone == std::vector<std::string>{"data/" + id + "/v1.sqlite", "site/api/v1/datasets/" + id + ".json", "site/files/" + id + "/v1/own.csv", "site/ogc/" + id + "/items.json"});
        CHECK(verify_release(release).empty());
    }
}

TEST_CASE("bytes that are still there are a fault, and so is a record that names other bytes") {
    ReleaseFolder folder("redaction-fault");
    const auto release = folder.release(folder.publish(units()));
    redact(release, {withdrawal({})}, replacement, "");
    std::filesystem::create_directories(release / "data/cho");
    write_file(release / "data/cho/v1.sqlite", "rows one");
    CHECK(verify_release(release) == std::vector<std::string>{"withdrawn but there: data/cho/v1.sqlite"});
    // As after a kill between record and removal: the next run ends it.
    CHECK(redact(release, {}, replacement, ""));
    CHECK(verify_release(release).empty());
    write_file(release / "site/gone/cho.json", "{ }");
    CHECK(verify_release(release) == std::vector<std::string>{"changed: site/gone/cho.json"});
    redact(release, {}, replacement, "");
    auto record = *catalog::RedactionRecord::read(release);
    record.files.front().sha256 = std::string(64, '0');
    replace_file(release / catalog::layout::kRedactions, record.to_json());
    CHECK(verify_release(release) == std::vector<std::string>{"redacted with another hash: " + record.files.front().path});
}

TEST_CASE("a unit that lost a file is not carried, and the folder of such a release is not used again") {
    ReleaseFolder folder("redaction-carry");
    const auto first = folder.publish(units(), 2);
    redact(folder.release(first), {withdrawal({})}, replacement, "");
    const auto lost = builder::Releases(folder.out()).redacted_units();
    CHECK(lost.contains("versions/cho/v1"));
    CHECK(lost.contains("pages/dataset/cho"));
    CHECK_FALSE(lost.contains("pages/theme/cho"));
    CHECK_FALSE(lost.contains("pages/dataset/cho-dem"));
}

TEST_CASE("a record that leaves the release is refused") {
    for (const char* path : {"../other/file", "/etc/passwd", "site/../../x"}) {
        catalog::RedactionRecord record{"1-x", {}, {{path, "unit", std::string(64, 'a'), 1, std::nullopt}}, {}};
        CHECK_THROWS_AS(catalog::RedactionRecord::parse(record.to_json()), Error);
        record = {"1-x", {}, {}, {{path, "text"}}};
        CHECK_THROWS_AS(catalog::RedactionRecord::parse(record.to_json()), Error);
    }
    CHECK_THROWS_AS(catalog::RedactionRecord::parse("{}"), Error);
    CHECK_THROWS_AS(catalog::RedactionRecord::parse("not json"), Error);
}
