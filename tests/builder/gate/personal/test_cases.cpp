// SPDX-License-Identifier: GPL-3.0-or-later

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "builder/gate/personal/table_scan.hpp"
#include "catalog/base/file.hpp"
#include "catalog/base/text.hpp"
#include "tests/support/csv_table.hpp"
#include "tests/support/shared_files.hpp"

using namespace khomo;
using namespace khomo::builder;

namespace {

Verdict verdict_of(const std::string& column, const std::string& values, const std::string& context, std::string& why) {
    TableScan scan({{{column}, false}}, context, 2026);
    std::uint64_t row = 1;
    for (std::size_t at = 0; at <= values.size();) {
        const auto end = std::min(values.find('|', at), values.size());
        scan.text(0, trim(std::string_view(values).substr(at, end - at)), ++row);
        at = end + 1;
    }
    auto verdict = Verdict::allow;
    for (const auto& found : scan.finish()) {
        verdict = std::max(verdict, found.judgement.verdict);
        why += std::string(found.judgement.rule) + " ";
    }
    return verdict;
}

void check_all(const std::filesystem::path& file, std::size_t expected, std::size_t at_least) {
    const auto records = tests::csv_table(read_file(file), ',');
    std::size_t checked = 0;
    for (std::size_t i = 1; i < records.size(); ++i) {
        const auto& record = records[i];
        REQUIRE(record.size() > expected);
        std::string why;
        const auto verdict = verdict_of(record[1], record[2], record[3], why);
        CHECK_MESSAGE(to_string(verdict) == record[expected], record[0] << " " << record[1] << ": " << record[2] << " (" << record[3] << ") " << why);
        ++checked;
    }
    CHECK(checked >= at_least);
}

}  // namespace

TEST_CASE("D2: every shared labelled case of personal data comes out as labelled") {
    if (const auto file = tests::shared("cases/pii_cases.csv")) {
        check_all(*file, 4, 30);
    }
}

TEST_CASE("D2: every further labelled case of our own comes out as labelled") { check_all(tests::source("tests/data/personal/more_cases.csv"), 4, 150); }

TEST_CASE("D2: every labelled case of our own comes out as labelled") { check_all(tests::source("tests/data/personal/cases.csv"), 4, 140); }
