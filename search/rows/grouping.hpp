// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "catalog/model/field.hpp"
#include "catalog/model/value.hpp"
#include "search/rows/query.hpp"

namespace khomo::search {

/// What rows are counted by: a field as it is, or the part of its date. A part is a text in ISO form that sorts: "2026", "2026-Q3",
/// "2026-09", "2026-09-30"; of an instant in Vietnam's time (UTC+7). A period has a year alone.
enum class DatePart { none, year, quarter, month, day };

struct GroupKey {
    std::size_t field = 0;
    DatePart part = DatePart::none;
};

/// Empty cells are left out of every measure; a group with none but empty ones has no value (count and distinct: 0).
enum class Measure {
    count,     ///< of rows (field kRowId), or of cells with a value
    sum,       ///< exact for whole numbers up to 2^53, compensated for others (Neumaier 1974)
    avg,
    min,
    max,
    median,    ///< the mean of the two in the middle where they are two
    distinct,  ///< how many different values
};

struct Aggregate {
    Measure measure = Measure::count;
    std::size_t field = kRowId;
};

/// Columns count through the keys, then the aggregates.
struct GroupSort {
    std::size_t column = 0;
    bool descending = false;
};

/// One question whose answer is a table of groups. Without keys all rows are one group.
struct Grouping {
    Filter filter;
    std::vector<GroupKey> keys;
    std::vector<Aggregate> aggregates;
    std::vector<GroupSort> sort;  ///< ties, and everything where it is empty, by the keys in order; a group without a value comes first
};

/// All groups, in order.
struct Groups {
    std::vector<std::vector<catalog::Value>> rows;  ///< keys, then aggregates; sum, avg and median are double
};

/// More groups than this are refused: they are rows rather than groups.
inline constexpr std::size_t kMostGroups = 100000;

/// The same text for the same answer.
std::string canonical(const Grouping& grouping);

/// The words of dialects and the names of columns: "sum", "quarter" …; "" for DatePart::none.
std::string_view to_string(Measure measure);
std::string_view to_string(DatePart part);

}  // namespace khomo::search
