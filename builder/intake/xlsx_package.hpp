// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "builder/intake/form_notes.hpp"
#include "builder/intake/zip_archive.hpp"

namespace khomo::builder {

struct XlsxSheet {
    std::string name;
    std::string part;  ///< member of the archive
    bool hidden = false;
};

/// What a number looks like in the spreadsheet.
struct NumberLook {
    bool date = false;
    int zeros = 0;  ///< digits that are always shown: format "00000" shows 3646 as 03646
};

/// The parts of a workbook beside its cells.
struct XlsxWorkbook {
    std::vector<XlsxSheet> sheets;
    std::string strings_part;         ///< shared strings, or empty
    std::vector<NumberLook> looks;    ///< by cell style
    bool from_1904 = false;           ///< days count from 1904-01-01
};

/// Reads the small parts. None after a blocking note: macros, a binary workbook, parts that are missing or damaged.
std::optional<XlsxWorkbook> read_workbook(const ZipArchive& archive, FormNotes& notes);

/// How a format code shows numbers: dates are told by y, m, d, h or s outside quotes and brackets (ECMA-376 part 1, 18.8.31).
NumberLook look_of_format(std::string_view code);
/// The same for the formats that a workbook need not write down (18.8.30).
NumberLook look_of_builtin(int id);

/// ISO 8601 of a spreadsheet's day number ("2026-05-13", "2026-05-13T08:30:00", or "08:30:00" for a bare time); none outside 1900-9999.
std::optional<std::string> date_of_serial(double serial, bool from_1904);

}  // namespace khomo::builder
