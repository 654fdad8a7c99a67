// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "catalog/model/field.hpp"
#include "search/rows/dataset_description.hpp"
#include "search/rows/grouping.hpp"

namespace khomo::search {

/// Reads `_group=xa,ngay__month` and `_agg=count,gia__avg` (docs/api.md) into a grouping; either may be missing, not both. Without `_agg`
/// rows are counted. `sort` is `_sort`, whose terms name columns of the answer. Throws RequestFault naming parameter, valid names and the
/// nearest one.
Grouping parse_grouping(const std::optional<std::string>& group, const std::optional<std::string>& agg, const std::optional<std::string>& sort, Filter filter, const TableSchema& schema);

/// The columns of the answer as fields: names as `_group` and `_agg` write them, titles, units and codes of the fields they come from.
std::vector<catalog::Field> columns_of(const Grouping& grouping, const TableSchema& schema);

/// The fields of `_facet=xa,loai`: at most kMostFacets.
inline constexpr std::size_t kMostFacets = 6;
std::vector<std::size_t> parse_facets(const std::string& value, const TableSchema& schema);
/// Rows counted by the values of one field, the most frequent first.
Grouping facet_of(std::size_t field, Filter filter);

}  // namespace khomo::search
