// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace khomo::catalog {

/// One typed cell. Dates ("2026-05-13"), instants ("2026-05-13T08:00:00Z") and periods ("2026", "2026-05", "2026-Q3", "2026-H1")
/// are strings in ISO form, so that they sort as text.
using Value = std::variant<std::monostate, std::int64_t, double, bool, std::string>;

/// One row in the order of the contract's fields; reused from row to row so that strings keep their memory.
struct Row {
    std::vector<Value> values;
    std::string geometry;  ///< ISO WKB (little endian, x = east/longitude), empty if none
    std::uint64_t number = 0;  ///< in canonical order from 1; 0 where the reader does not say
};

/// Rows one after the other, in the version's canonical order. Not thread-safe.
class RowReader {
public:
    virtual ~RowReader() = default;
    /// Fills `row`; false at the end. Throws Error when the source breaks.
    virtual bool next(Row& row) = 0;
};

}  // namespace khomo::catalog
