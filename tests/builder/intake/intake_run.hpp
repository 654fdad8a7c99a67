// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "builder/intake/delivery_reader.hpp"
#include "catalog/base/file.hpp"
#include "tests/support/show_lists.hpp"

namespace khomo::tests {

/// What came out of one delivery: rows as texts, findings as "severity rule file|sheet|row|column".
struct IntakeRun {
    bool opened = false;
    catalog::RawHeader header;
    std::vector<std::vector<std::string>> rows;
    std::vector<std::uint64_t> row_numbers;
    std::vector<catalog::RawCell::Kind> first_kinds;
    std::vector<catalog::Finding> findings;
    bool blocked = false;
    std::uint64_t row_count = 0;

    std::vector<std::string> told() const {
        std::vector<std::string> list;
        for (const auto& finding : findings) {
            const auto& place = finding.place;
            list.push_back(std::string(to_string(finding.severity)) + " " + finding.rule + " " + place.file + "|" + place.sheet + "|" + std::to_string(place.row) + "|" +
                           place.column);
        }
        return list;
    }
    bool has(std::string_view rule) const {
        for (const auto& finding : findings) {
            if (finding.rule == rule) {
                return true;
            }
        }
        return false;
    }
    std::string message(std::string_view rule) const {
        for (const auto& finding : findings) {
            if (finding.rule == rule) {
                return finding.message.en;
            }
        }
        return "";
    }
};

/// A delivery in a temporary folder, taken in and read the way the builder does.
class IntakeBench {
public:
    catalog::CatalogEntry entry;
    catalog::Limits limits;
    std::size_t keep_rows = 1000;

    IntakeBench() {
        std::filesystem::create_directories(delivery_folder());
        entry.id = "thu";
    }
    std::filesystem::path delivery_folder() const { return folder_.path() / "delivery"; }
    void write(const std::string& name, std::string_view bytes) const { write_file(delivery_folder() / name, bytes); }
    void copy(const std::filesystem::path& from, const std::string& name) const { std::filesystem::copy_file(from, delivery_folder() / name); }

    IntakeRun run() const {
        IntakeRun result;
        catalog::Findings findings;
        catalog::Delivery delivery;
        delivery.dataset = "thu";
        delivery.name = "dot-1";
        delivery.folder = delivery_folder();
        const auto quarantine = folder_.path() / "quarantine";
        std::filesystem::remove_all(quarantine);
        const auto received = builder::take_in(delivery, quarantine, limits, findings);
        if (!findings.blocked()) {
            const auto reader = builder::open_rows(entry, delivery, received, limits, findings);
            result.opened = reader != nullptr;
            if (reader) {
                result.header = reader->header();
                collect(*reader, result);
            }
        }
        result.findings = findings.sorted();
        result.blocked = findings.blocked();
        return result;
    }

private:
    void collect(catalog::RawReader& reader, IntakeRun& result) const {
        catalog::RawRow row;
        while (reader.next(row)) {
            if (++result.row_count > keep_rows) {
                continue;
            }
            auto& texts = result.rows.emplace_back();
            for (const auto& cell : row.cells) {
                texts.push_back(cell.text);
            }
            result.row_numbers.push_back(row.row);
            if (result.row_count == 1) {
                for (const auto& cell : row.cells) {
                    result.first_kinds.push_back(cell.kind);
                }
            }
        }
    }
    TemporaryFolder folder_;
};

using Rows = std::vector<std::vector<std::string>>;
using Told = std::vector<std::string>;

}  // namespace khomo::tests
