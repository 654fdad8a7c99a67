// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/intake/spreadsheet_cell.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "catalog/base/instant.hpp"
#include "catalog/base/number.hpp"
#include "catalog/base/text.hpp"
#include "catalog/model/template_sheets.hpp"

namespace khomo::builder {

NumberLook look_of_format(std::string_view code) {
    NumberLook look;
    if (!code.empty() && code.find_first_not_of('0') == std::string_view::npos) {
        look.zeros = code.size() > 1 ? static_cast<int>(std::min<std::size_t>(code.size(), 20)) : 0;
        return look;
    }
    const auto first = code.substr(0, code.find(';'));
    for (std::size_t i = 0; i < first.size(); ++i) {
        const char c = first[i];
        if (c == '"') {
            i = std::min(first.find('"', i + 1), first.size());
        } else if (c == '[') {
            const auto close = std::min(first.find(']', i), first.size());
            const auto inside = first.substr(i + 1, 1);
            if (close - i <= 4 && (inside == "h" || inside == "m" || inside == "s")) {
                return {};  // elapsed time is a quantity, not a time of day
            }
            i = close;
        } else if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (std::string_view("ymdhsYMDHS").find(c) != std::string_view::npos) {
            look.date = true;
        } else if (first.substr(i).starts_with("General")) {
            i += 6;
        }
    }
    return look;
}

NumberLook look_of_builtin(int id) {
    const bool date = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || id == 45 || id == 47 || (id >= 50 && id <= 58);
    return {date, 0};
}

std::optional<std::string> date_of_serial(double serial, bool from_1904) {
    constexpr double kLast = 2958466;  // 9999-12-31 and a day
    if (!(serial >= 0 && serial < kLast)) {
        return std::nullopt;
    }
    auto days = static_cast<std::int64_t>(std::floor(serial));
    auto seconds = static_cast<std::int64_t>(std::llround((serial - std::floor(serial)) * 86400));
    if (seconds == 86400) {
        seconds = 0;
        ++days;
    }
    std::array<char, 16> clock{};
    std::snprintf(clock.data(), clock.size(), "%02d:%02d:%02d", static_cast<int>(seconds / 3600), static_cast<int>(seconds / 60 % 60), static_cast<int>(seconds % 60));
    if (days == 0 && !from_1904) {
        return clock.data();
    }
    if (!from_1904 && days == 60) {
        return std::nullopt;  // 1900-02-29, a day that Lotus 1-2-3 made up and Excel kept
    }
    const auto start = from_1904 ? Date{1904, 1, 1} : days < 60 ? Date{1899, 12, 31} : Date{1899, 12, 30};
    const auto date = to_iso(date_from_days(days_since_epoch(start) + days));
    return seconds == 0 ? date : date + "T" + clock.data();
}

void fill_number_cell(catalog::RawCell& cell, double number, NumberLook look, bool from_1904) {
    using Kind = catalog::RawCell::Kind;
    if (look.date) {
        if (auto date = date_of_serial(number, from_1904)) {
            cell.kind = date->find('-') == std::string::npos ? Kind::text : Kind::date;  // a bare time of day has no type of its own
            cell.text = std::move(*date);
            return;
        }
    }
    cell.kind = Kind::number;
    cell.number = number;
    cell.text.clear();
    append_text(cell.text, number);
    const auto zeros = static_cast<std::size_t>(look.zeros);
    if (number >= 0 && cell.text.size() < zeros && cell.text.find_first_not_of("0123456789") == std::string::npos) {
        cell.text.insert(0, zeros - cell.text.size(), '0');
    }
}

std::optional<std::size_t> choose_sheet(const std::vector<SheetName>& sheets, const std::string& wanted, FormNotes& notes) {
    const auto wanted_name = clean_text(wanted);
    std::string names;
    std::size_t visible = 0;
    for (const auto& sheet : sheets) {
        names += (names.empty() ? "" : ", ") + sheet.name;
        visible += sheet.hidden || catalog::is_template_sheet(clean_text(sheet.name)) ? 0 : 1;
        if (sheet.hidden && clean_text(sheet.name) != wanted_name) {
            notes.warn("form/hidden-sheet", 0, "",
                       {"Bảng tính có trang ẩn " + excerpt(sheet.name) + "; trang này không được đọc",
                        "The workbook holds the hidden sheet " + excerpt(sheet.name) + "; it is not read"},
                       {"Xóa trang ẩn trước khi giao", "Delete hidden sheets before delivering"});
        }
    }
    const auto index_of = [&](auto found) { return static_cast<std::size_t>(found - sheets.begin()); };
    if (wanted.empty() && !sheets.empty()) {
        const auto first = std::find_if(sheets.begin(), sheets.end(), [](const auto& sheet) { return !sheet.hidden && !catalog::is_template_sheet(clean_text(sheet.name)); });
        if (visible > 1) {
            notes.info("form/several-sheets", 0, "",
                       {"Bảng tính có nhiều trang (" + names + "); chỉ đọc trang «" + first->name + "»",
                        "The workbook holds several sheets (" + names + "); only «" + first->name + "» is read"},
                       {"Khai báo table.sheet, hoặc giao một trang", "Declare table.sheet, or deliver one sheet"});
        }
        return first == sheets.end() ? 0 : index_of(first);
    }
    const auto named = std::find_if(sheets.begin(), sheets.end(), [&](const auto& sheet) { return clean_text(sheet.name) == wanted_name; });
    if (named != sheets.end()) {
        return index_of(named);
    }
    const auto number = parse_integer(wanted);
    if (number && *number >= 1 && static_cast<std::size_t>(*number) <= sheets.size()) {
        return static_cast<std::size_t>(*number) - 1;
    }
    notes.block("form/no-sheet", 0, "", {"Không có trang «" + wanted + "»; có: " + names, "There is no sheet «" + wanted + "»; there are: " + names},
                {"Đặt lại tên trang, hoặc sửa table.sheet", "Rename the sheet, or mend table.sheet"});
    return std::nullopt;
}

}  // namespace khomo::builder
