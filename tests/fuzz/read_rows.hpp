// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builder/intake/form_notes.hpp"
#include "builder/intake/table_reader.hpp"
#include "catalog/model/raw.hpp"

namespace khomo::fuzz {

/// Notes that nobody reads.
inline builder::FormNotes quiet_notes() {
    return {"a", [](const catalog::Finding&) {}};
}

/// Reads to the end, so that every cell is made.
inline void read_all(const std::unique_ptr<catalog::RawReader>& reader) {
    catalog::RawRow row;
    for (int rows = 0; reader && rows < 20000 && reader->next(row); ++rows) {
    }
}

}  // namespace khomo::fuzz
