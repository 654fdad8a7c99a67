// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/intake/table_source.hpp"

#include <algorithm>

#include "catalog/base/text.hpp"

namespace khomo::builder {

void ReaderNotes::add(catalog::Severity severity, std::string_view rule, std::uint64_t row, const std::string& column, Text message, Text fix, const std::string& sheet) {
    catalog::Finding finding;
    finding.rule = rule;
    finding.severity = severity;
    finding.place.file = file_;
    finding.place.sheet = sheet;
    finding.place.row = row;
    finding.place.column = column;
    finding.message = std::move(message);
    finding.fix = std::move(fix);
    sink_(std::move(finding));
}

void ReaderNotes::block(std::string_view rule, std::uint64_t row, const std::string& column, Text message, Text fix, const std::string& sheet) {
    add(catalog::Severity::block, rule, row, column, std::move(message), std::move(fix), sheet);
}

void ReaderNotes::warn(std::string_view rule, std::uint64_t row, const std::string& column, Text message, Text fix, const std::string& sheet) {
    add(catalog::Severity::warn, rule, row, column, std::move(message), std::move(fix), sheet);
}

std::vector<std::string> join_headings(const std::vector<std::vector<std::string>>& rows) {
    std::size_t width = 0;
    for (const auto& row : rows) {
        width = std::max(width, row.size());
    }
    std::vector<std::string> joined(width);
    for (std::size_t r = 0; r < rows.size(); ++r) {
        std::string reaching;
        for (std::size_t column = 0; column < width; ++column) {
            auto text = column < rows[r].size() ? clean_text(rows[r][column]) : std::string();
            const bool last_row = r + 1 == rows.size();
            if (!text.empty()) {
                reaching = text;
            } else if (!last_row && column < rows[r + 1].size() && !clean_text(rows[r + 1][column]).empty()) {
                text = reaching;  // under a merged heading
            }
            if (!text.empty()) {
                joined[column] += (joined[column].empty() ? "" : " / ") + text;
            }
        }
    }
    return joined;
}

}  // namespace khomo::builder
