// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "builder/intake/form_notes.hpp"
#include "catalog/model/raw.hpp"

namespace khomo::builder {

/// What a number looks like in the spreadsheet.
struct NumberLook {
    bool date = false;
    int zeros = 0;  ///< digits that are always shown: format "00000" shows 3646 as 03646
};

/// How a format code shows numbers: dates are told by y, m, d, h or s outside quotes and brackets (ECMA-376 part 1, 18.8.31).
NumberLook look_of_format(std::string_view code);
/// The same for the formats that a workbook need not write down (18.8.30).
NumberLook look_of_builtin(int id);

/// ISO 8601 of a spreadsheet's day number ("2026-05-13", "2026-05-13T08:30:00", or "08:30:00" for a bare time); none outside 1900-9999.
std::optional<std::string> date_of_serial(double serial, bool from_1904);

/// Makes the cell what a person sees: a date where the number is shown as one, a code with its leading zeros, else the number.
void fill_number_cell(catalog::RawCell& cell, double number, NumberLook look, bool from_1904);

struct SheetName {
    std::string name;
    bool hidden = false;
};

/// Index of the sheet that the catalogue names or numbers (from 1), else of the first one that shows. Notes hidden sheets and a choice
/// that was not made; none after a blocking note.
std::optional<std::size_t> choose_sheet(const std::vector<SheetName>& sheets, const std::string& wanted, FormNotes& notes);

}  // namespace khomo::builder
