// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "builder/intake/form_notes.hpp"
#include "catalog/model/dataset.hpp"

namespace khomo::builder {

/// How the bytes of a delimited text file are to be taken.
struct CsvShape {
    std::string encoding;  ///< a name TextDecoder knows
    char delimiter = ',';
    std::size_t start = 0;        ///< bytes before the first record: byte order mark, Excel's line "sep=;"
    std::uint64_t first_row = 1;  ///< number of the first record: 2 after a line "sep=;"
};

/// Declared values as declared; `auto` ones from the file: strict UTF-8 or the one legacy encoding that is clearly Vietnamese, and the delimiter
/// that parts the first records into the same number of cells. Of the file only its first bytes are read, or those around the first byte that is
/// not ASCII. None after a blocking note (text/encoding with samples) when the encoding cannot be told.
std::optional<CsvShape> detect_csv_shape(const std::filesystem::path& path, const catalog::TableLayout& layout, FormNotes& notes);

}  // namespace khomo::builder
