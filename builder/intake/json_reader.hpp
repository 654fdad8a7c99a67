// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "builder/intake/form_notes.hpp"
#include "catalog/model/dataset.hpp"
#include "catalog/model/raw.hpp"

namespace khomo::builder {

/// Rows of a JSON file: an array of objects, NDJSON, an object that holds such an array (`layout.record` names it: "result.records"), or several of those
/// one after the other. Columns are the members of the records in the order in which they first appear anywhere in the file; members of inner objects are
/// named by their path ("dia_chi/xa"). An array inside a record is refused unless its column is among `ignored`. Also reads what feed_rows.hpp writes. Two passes, memory does
/// not grow with the rows. Null after a blocking note.
std::unique_ptr<catalog::RawReader> open_json(const std::filesystem::path& path, const catalog::TableLayout& layout, const std::vector<std::string>& ignored,
                                              FormNotes& notes);

}  // namespace khomo::builder
