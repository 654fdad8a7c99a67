// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "search/dialects/api.hpp"
#include "search/rows/dataset_description.hpp"
#include "search/rows/grouping.hpp"
#include "search/rows/query.hpp"

namespace khomo::search {

/// What the query string of a rows request asks for.
struct RowRequest {
    Query query;           ///< `limit` only where _limit was given
    std::optional<Grouping> grouping;  ///< with its own filter and order; `query` has the limit alone then
    std::vector<std::size_t> facets;   ///< fields to count rows by
    bool meta = false;
    std::string cursor;
};

inline constexpr std::uint64_t kDefaultLimit = 100;
inline constexpr std::uint64_t kLargestLimit = 10000;  ///< of a page; a stream has none

/// `_version` alone, which decides whose schema the rest is read by. Throws RequestFault.
std::optional<int> parse_version(const ApiRequest& request);

/// Reads `<field>=…`, `<field>__<operator>=…`, `and=(…)`, `or=(…)`, `not=(…)`, `q`, `_select`, `_sort`, `_limit`, `_cursor`, `_bbox`, `_intersects`,
/// `_group`, `_agg`, `_facet`, `_meta` (docs/api.md). Throws RequestFault for an unknown or repeated parameter, an unknown field or operator, or a value that does not fit.
RowRequest parse_row_request(const ApiRequest& request, const TableSchema& schema);

}  // namespace khomo::search
