// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>

#include "builder/intake/table_reader.hpp"
#include "catalog/base/text.hpp"

namespace khomo::builder {
namespace {

/// clean_text() with every run of white space, line breaks too, as one space.
std::string squeeze(std::string_view text) {
    std::string out;
    for (const char c : clean_text(text)) {
        const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!space) {
            out += c;
        } else if (!out.empty() && out.back() != ' ') {
            out += ' ';
        }
    }
    return out;
}

using Grid = std::vector<std::vector<std::string>>;

/// Copies each spanning text over its columns, in its first row only.
void spread(Grid& grid, const std::vector<HeadingSpan>& spans) {
    for (const auto& span : spans) {
        if (span.first_row >= grid.size()) {
            continue;
        }
        auto& row = grid[span.first_row];
        for (auto column = span.first_column + 1; column <= span.last_column && column < row.size(); ++column) {
            row[column] = row[span.first_column];
        }
    }
}

/// Without knowledge of merged cells: an upper heading reaches right over columns that have a heading below.
void guess(Grid& grid) {
    for (std::size_t r = 0; r + 1 < grid.size(); ++r) {
        std::string reaching;
        for (std::size_t column = 0; column < grid[r].size(); ++column) {
            if (!grid[r][column].empty()) {
                reaching = grid[r][column];
            } else if (!grid[r + 1][column].empty()) {
                grid[r][column] = reaching;
            }
        }
    }
}

}  // namespace

std::vector<std::string> join_headings(const std::vector<std::vector<std::string>>& rows, const std::vector<HeadingSpan>* spans) {
    std::size_t width = 0;
    for (const auto& row : rows) {
        width = std::max(width, row.size());
    }
    Grid grid(rows.size(), std::vector<std::string>(width));
    for (std::size_t r = 0; r < rows.size(); ++r) {
        std::transform(rows[r].begin(), rows[r].end(), grid[r].begin(), [](const std::string& text) { return squeeze(text); });
    }
    if (spans != nullptr) {
        spread(grid, *spans);
    } else {
        guess(grid);
    }
    std::vector<std::string> joined(width);
    for (const auto& row : grid) {
        for (std::size_t column = 0; column < width; ++column) {
            if (!row[column].empty()) {
                joined[column] += (joined[column].empty() ? "" : " / ") + row[column];
            }
        }
    }
    while (!joined.empty() && joined.back().empty()) {
        joined.pop_back();
    }
    return joined;
}

std::string column_letters(std::size_t index) {
    std::string letters;
    for (auto rest = index + 1; rest > 0; rest = (rest - 1) / 26) {
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    }
    return letters;
}

bool finish_cells(catalog::RawRow& row, std::size_t filled, std::size_t width) {
    row.cells.resize(width);
    for (auto column = filled; column < width; ++column) {
        row.cells[column].kind = catalog::RawCell::Kind::empty;
        row.cells[column].text.clear();
    }
    return std::any_of(row.cells.begin(), row.cells.end(), [](const auto& cell) { return cell.kind != catalog::RawCell::Kind::empty; });
}

void EmptyRows::empty(std::uint64_t row) {
    first_ = pending_ == 0 ? row : first_;
    ++pending_;
}

void EmptyRows::finish(FormNotes& notes) const {
    if (confirmed_ > 0) {
        const auto count = std::to_string(confirmed_);
        notes.info("form/empty-rows", first_, "", {"Có " + count + " hàng trống giữa bảng, đã bỏ qua", count + " empty rows inside the table were left out"},
                   {"Xóa hàng trống để bảng liền mạch", "Delete the empty rows"});
    }
}

}  // namespace khomo::builder
