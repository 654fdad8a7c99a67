// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "builder/intake/form_notes.hpp"
#include "catalog/model/dataset.hpp"
#include "catalog/model/raw.hpp"

namespace khomo::builder {

struct BiffOpened {
    bool is_biff8 = false;                       ///< false: an older version, or no workbook at all
    std::unique_ptr<catalog::RawReader> reader;  ///< null after a blocking note
};

/// Reads the workbook stream of an XLS of Excel 97 and later: typed cells, errors, saved results of formulas, merged headings, hidden sheets and
/// rows. The stream lies in memory; the format ends at 65,536 rows of 256 columns, so that is bounded. `scratch` may be written to.
BiffOpened open_biff8(std::string stream, const catalog::TableLayout& layout, const std::filesystem::path& scratch, FormNotes& notes);

}  // namespace khomo::builder
