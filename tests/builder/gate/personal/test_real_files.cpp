// SPDX-License-Identifier: GPL-3.0-or-later

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>
#include <random>

#include "builder/gate/personal/table_scan.hpp"
#include "builder/gate/personal/text_scan.hpp"
#include "catalog/base/file.hpp"
#include "catalog/base/text.hpp"
#include "tests/support/csv_table.hpp"
#include "tests/support/shared_files.hpp"

using namespace khomo;
using namespace khomo::builder;

namespace {

using Table = std::vector<std::vector<std::string>>;

/// Rows of JSON: a list of objects with plain values, or the properties of features.
Table json_table(const std::string& bytes) {
    const auto json = nlohmann::json::parse(bytes, nullptr, false);
    const auto& list = json.is_object() && json.contains("features") ? json["features"] : json;
    Table table;
    if (!list.is_array()) {
        return table;
    }
    for (const auto& item : list) {
        const auto& object = item.is_object() && item.contains("properties") ? item["properties"] : item;
        if (!object.is_object()) {
            return {};
        }
        if (table.empty()) {
            table.emplace_back();
            for (const auto& [key, value] : object.items()) {
                if (!value.is_structured()) {
                    table[0].push_back(key);
                }
            }
        }
        auto& row = table.emplace_back();
        for (const auto& key : table[0]) {
            const auto found = object.find(key);
            row.push_back(found == object.end() || found->is_null() ? "" : found->is_string() ? found->get<std::string>() : found->dump());
        }
    }
    return table;
}

Table read_table(const std::filesystem::path& file) {
    const auto bytes = read_file(file);
    const auto extension = file.extension().string();
    if (extension == ".json" || extension == ".geojson") {
        return json_table(bytes);
    }
    const auto heading = std::string_view(bytes).substr(0, bytes.find('\n'));
    const bool semicolons = std::count(heading.begin(), heading.end(), ';') > std::count(heading.begin(), heading.end(), ',');
    return is_valid_utf8(bytes) ? tests::csv_table(bytes, semicolons ? ';' : ',') : Table();
}

struct Alarms {
    std::size_t files = 0;
    std::size_t columns = 0;
    std::vector<std::string> told;
};

void count_alarms(const std::filesystem::path& folder, Alarms& alarms) {
    std::vector<std::filesystem::path> files;
    for (const auto& item : std::filesystem::recursive_directory_iterator(folder)) {
        const auto extension = item.path().extension().string();
        if (item.is_regular_file() && item.file_size() < 4'000'000 && (extension == ".csv" || extension == ".json" || extension == ".geojson")) {
            files.push_back(item.path());
        }
    }
    std::sort(files.begin(), files.end());
    for (const auto& file : files) {
        const auto table = read_table(file);
        if (table.size() < 2) {
            continue;
        }
        std::vector<ScannedColumn> columns;
        for (const auto& heading : table[0]) {
            columns.push_back({{heading}, false});
        }
        TableScan scan(columns, file.stem().string(), 2026);
        for (std::size_t row = 1; row < table.size(); ++row) {
            for (std::size_t column = 0; column < std::min(columns.size(), table[row].size()); ++column) {
                scan.text(column, table[row][column], row + 1);
            }
        }
        ++alarms.files;
        alarms.columns += columns.size();
        for (const auto& [column, judgement] : scan.finish()) {
            if (judgement.verdict != Verdict::allow && judgement.waivable) {
                alarms.told.push_back(std::string(to_string(judgement.verdict)) + " " + std::string(judgement.rule) + " " + file.filename().string() + " › " + columns[column].headings[0]);
            }
        }
    }
}

double seconds_of(const std::string& text) {
    const auto start = std::clock();
    std::vector<TextHit> hits;
    scan_text(text, 2026, hits);
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

}  // namespace

TEST_CASE("D2: real tables of units, statistics and layers raise hardly any false alarm") {
    Alarms alarms;
    for (const std::string folder : {"third-party/1-admin", "third-party/2-tables", "third-party/3-layers", "data"}) {
        if (const auto path = tests::shared(folder)) {
            count_alarms(*path, alarms);
        }
    }
    if (alarms.files == 0) {
        return;
    }
    std::cout << alarms.told.size() << " alarms in " << alarms.columns << " columns of " << alarms.files << " files\n";
    for (const auto& alarm : alarms.told) {
        std::cout << "  " << alarm << '\n';
    }
    CHECK(alarms.columns > 500);
    CHECK(alarms.told.size() * 100 <= 2 * alarms.columns);
}

TEST_CASE("the detectors take any bytes") {
    std::mt19937 chance(20261124);
    const std::vector<std::string> pieces = {"0912 345 678", "014085999001", "(+84) ", "ông ", "Lò Văn ", "@gmail.com", "26A-123.45", "CCCD ", "MẬT", "\xE1\xBA", "\xFF", std::string(1, '\0'), "\u0301", "𝟘𝟡", ";", "/", ".", "-", " ", "STK"};
    for (int round = 0; round < 20'000; ++round) {
        std::string text;
        for (auto left = chance() % 8; left > 0; --left) {
            text += chance() % 3 == 0 ? std::string(1, static_cast<char>(chance())) : pieces[chance() % pieces.size()];
        }
        const bool sound = is_valid_utf8(text);  // headings and titles are by the time they come here
        TableScan scan({{{sound ? text : "Ghi chú"}, false}}, sound ? text : "", 2026);
        scan.text(0, text, 1);
        (void)scan.finish();
    }
}

TEST_CASE("the time a text takes grows with its length and no faster") {
    for (const std::string piece : {"0", "0 ", "0.", "(+84) ", "ông ", "ông Lò ", "ông Lò Văn ", "Lò Văn A ", "a@", "a.", "@", "26A-", "CCCD ", "MẬT ", "STK 1", "\xC3", "e\u0301", "-", "=1;"}) {
        const auto repeated = [&](std::size_t size) {
            std::string text;
            while (text.size() < size) {
                text += piece;
            }
            return text;
        };
        const auto small = seconds_of(repeated(100'000));
        const auto large = seconds_of(repeated(800'000));
        CHECK_MESSAGE(large < 0.1 + 16 * small, piece << ": " << small << " s, " << large << " s");
    }
}
