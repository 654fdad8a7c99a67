// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "search/dialects/api.hpp"
#include "search/rows/dataset_description.hpp"
#include "search/rows/query.hpp"

namespace khomo::search {

/// What the query string of a rows request asks for.
struct RowRequest {
    Query query;
    bool meta = false;
    bool limited = false;  ///< whether _limit was given: an export without it gives every row
    std::string cursor;
};

inline constexpr std::uint64_t kDefaultLimit = 100;
inline constexpr std::uint64_t kLargestLimit = 10000;

/// Reads `<field>=…`, `<field>__<operator>=…`, `q`, `_select`, `_sort`, `_limit`, `_cursor`, `_bbox`, `_meta` (docs/api.md). `_version` is the
/// caller's. Throws RequestFault for an unknown parameter, field or operator, or a value that does not fit the field's type.
RowRequest parse_row_request(const ApiRequest& request, const TableSchema& schema);

}  // namespace khomo::search
