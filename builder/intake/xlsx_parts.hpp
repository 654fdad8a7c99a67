// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "builder/intake/form_notes.hpp"
#include "builder/intake/string_store.hpp"
#include "builder/intake/table_reader.hpp"
#include "builder/intake/zip_archive.hpp"

namespace khomo::builder {

// What Excel itself never goes beyond (hardening of spreadsheets): more is a bomb.
constexpr std::uint64_t kMostXlsxCells = 20'000'000;
constexpr std::size_t kMostXlsxColumns = 16384;
constexpr std::size_t kLongestXlsxString = 32767 * 4;  ///< 32,767 characters in UTF-8

/// "BC12" → column 54 (from 0) and row 12; letters or digits may be missing. Of a range ("A2:C9"), its first cell.
struct CellReference {
    std::size_t column = 0;
    std::uint64_t row = 0;
    bool has_column = false;
};
CellReference parse_cell_reference(std::string_view text);

/// Puts back the characters that Excel writes as _xHHHH_ because XML cannot hold them.
void unescape_xlsx_text(std::string& text);

/// Streams the shared strings into the store, runs in fonts of their own with their marks (font_text.hpp); `legacy_cells`: some cells are in a
/// legacy font. False after a blocking note.
bool read_shared_strings(const ZipArchive& archive, const std::string& part, bool legacy_cells, StringStore& store, FormNotes& notes);

/// The merged cells that touch the heading rows. They stand behind the rows, so the sheet's bytes are searched for them first.
std::vector<HeadingSpan> find_heading_spans(const ZipArchive& archive, const std::string& part, std::uint64_t first_row, std::uint64_t last_row);

}  // namespace khomo::builder
