// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <chrono>

#include "builder/intake/file_kind.hpp"
#include "tests/builder/intake/intake_run.hpp"
#include "tests/support/shared_files.hpp"

using namespace khomo;
using namespace khomo::tests;

namespace {

/// The files of a folder that a delivery could hold.
std::vector<std::filesystem::path> files_of(const std::string& folder) {
    std::vector<std::filesystem::path> files;
    const auto root = shared("third-party/4-nasty/" + folder);
    if (!root) {
        return files;
    }
    for (const auto& item : std::filesystem::recursive_directory_iterator(*root)) {
        const auto use = builder::extension_use(builder::extension_of(item.path().string()));
        if (item.is_regular_file() && use == builder::ExtensionUse::data) {
            files.push_back(item.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

IntakeRun read(const std::filesystem::path& path, double& seconds) {
    IntakeBench bench;
    bench.limits.memory_mb = 256;
    bench.limits.cpu_seconds = 10;
    bench.limits.file_mb = 256;
    bench.entry.table.record = "//row";
    bench.keep_rows = 0;
    bench.copy(path, "a." + builder::extension_of(path.string()));
    const auto start = std::chrono::steady_clock::now();
    auto run = bench.run();
    seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return run;
}

/// Reads every file of a folder: rows or a finding that says why not, in time; no reader may die.
void survive(const std::string& folder, std::size_t at_least) {
    const auto files = files_of(folder);
    if (files.empty()) {
        return;
    }
    CHECK(files.size() >= at_least);
    for (const auto& path : files) {
        INFO(path.filename().string());
        double seconds = 0;
        const auto run = read(path, seconds);
        CHECK_FALSE(run.has("form/reader-failed"));
        CHECK((run.opened || run.blocked));
        CHECK(seconds < 12);
    }
}

}  // namespace

TEST_CASE("no spreadsheet of Apache POI's bug tracker kills a reader") {
    survive("xlsx-poi", 200);
}
TEST_CASE("no spreadsheet of calamine's fuzzers kills a reader") {
    survive("xlsx-calamine", 40);
}
TEST_CASE("no spreadsheet of SheetJS's collection kills a reader") {
    survive("xlsx-sheetjs", 50);
}
TEST_CASE("large spreadsheets stay inside the limits") {
    survive("xlsx-large", 1);
}
TEST_CASE("no polluted or real odd CSV kills a reader") {
    survive("csv-polluted", 20);
    survive("csv-real-pollock", 30);
    survive("csv-qgis", 3);
    survive("tables-frictionless", 50);
}
TEST_CASE("no XML attack kills a reader") {
    survive("xml-defusedxml", 4);
}
TEST_CASE("no odd ZIP kills a reader or writes outside") {
    survive("zip-libzip", 40);
    survive("zip-slip", 1);
}
TEST_CASE("no odd layer kills a reader") {
    survive("geo-qgis", 2);
    survive("geo-pyshp", 2);
}

TEST_CASE("the bombs are refused quickly and by name") {
    const std::vector<std::pair<std::string, std::string>> bombs = {
        {"xlsx-poi/poc-xmlbomb.xlsx", "form/xlsx"}, {"xlsx-poi/54764-2.xlsx", "form/xlsx"},    {"xlsx-poi/poc-shared-strings.xlsx", "form/xlsx-limit"},
        {"xml-defusedxml/xmlbomb.xml", "form/xml"}, {"zip-slip/zip-slip.zip", "form/archive"}, {"xlsx-poi/protected_passtika.xlsx", "form/content"},
        {"zip-libzip/encrypt.zip", "form/password"}};
    for (const auto& [name, rule] : bombs) {
        if (const auto path = shared("third-party/4-nasty/" + name)) {
            INFO(name);
            double seconds = 0;
            const auto run = read(*path, seconds);
            CHECK(run.has(rule));
            CHECK(seconds < 2);
        }
    }
    if (const auto nested = shared("third-party/4-nasty/zip-bomb/Challenge9-nested.zip.BOMB")) {
        IntakeBench bench;
        bench.copy(*nested, "a.zip");
        CHECK(bench.run().told() == Told{"block form/archive a.zip||0|"});
    }
}

TEST_CASE("csv-spectrum is read as its authors say") {
    const auto root = shared("third-party/4-nasty/csv-spectrum/csvs");
    if (!root) {
        return;
    }
    const auto read_rows = [&](const std::string& name) {
        IntakeBench bench;
        bench.copy(*root / name, "a.csv");
        return bench.run().rows;
    };
    CHECK(read_rows("comma_in_quotes.csv") == Rows{{"John", "Doe", "120 any st.", "Anytown, WW", "08123"}});
    CHECK(read_rows("newlines.csv") == Rows{{"1", "2", "3"}, {"Once upon \na time", "5", "6"}, {"7", "8", "9"}});
    CHECK(read_rows("quotes_and_newlines.csv") == Rows{{"1", "ha \n\"ha\" \nha"}, {"3", "4"}});
    CHECK(read_rows("json.csv") == Rows{{"1", "{\"type\": \"Point\", \"coordinates\": [102.0, 0.5]}"}});
}

TEST_CASE("old encodings of Vietnamese are read by name, Icelandic letters and all") {
    const auto tcvn = shared("third-party/4-nasty/encodings/vn_provinces_63_tcvn3-bytes.csv");
    const auto unicode = shared("third-party/4-nasty/encodings/vn_provinces_63_unicode.csv");
    if (!tcvn || !unicode) {
        return;
    }
    IntakeBench old;
    old.copy(*tcvn, "a.csv");
    IntakeBench now;
    now.copy(*unicode, "a.csv");
    const auto old_run = old.run();
    const auto now_run = now.run();
    CHECK(old_run.told() == Told{"info text/legacy-encoding a.csv||0|"});
    REQUIRE(old_run.rows.size() == 63);
    REQUIRE(now_run.rows.size() == 63);
    std::size_t same = 0;
    for (std::size_t i = 0; i < 63; ++i) {
        same += old_run.rows[i] == now_run.rows[i] ? 1 : 0;
    }
    CHECK(same >= 40);  // the others hold the Icelandic letter of the Unicode file
}
