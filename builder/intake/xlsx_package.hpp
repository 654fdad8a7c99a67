// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "builder/intake/form_notes.hpp"
#include "builder/intake/legacy_encoding.hpp"
#include "builder/intake/spreadsheet_cell.hpp"
#include "builder/intake/zip_archive.hpp"

namespace khomo::builder {

struct XlsxSheet {
    SheetName name;
    std::string part;  ///< member of the archive
};

/// The parts of a workbook beside its cells.
struct XlsxWorkbook {
    std::vector<XlsxSheet> sheets;
    std::string strings_part;       ///< shared strings, or empty
    std::vector<NumberLook> looks;  ///< by cell style
    std::vector<LegacyFont> fonts;  ///< by cell style
    bool legacy_fonts = false;      ///< one of them is
    bool from_1904 = false;         ///< days count from 1904-01-01
};

/// Reads the small parts. None after a blocking note: macros, a binary workbook, parts that are missing or damaged.
std::optional<XlsxWorkbook> read_workbook(const ZipArchive& archive, FormNotes& notes);

}  // namespace khomo::builder
