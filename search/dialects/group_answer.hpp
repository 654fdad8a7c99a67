// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "search/dialects/api.hpp"
#include "search/dialects/row_answers.hpp"
#include "search/dialects/row_parameters.hpp"

namespace khomo::search {

/// The groups of `asked.grouping` as JSON (a page; `total` counts the groups), CSV, NDJSON or XLSX (all of them).
ApiResponse group_answer(const ApiRequest& request, const RowTable& table, const RowRequest& asked, RowFormat format);

/// {"xa": {"total": 75, "values": [{"value": "03646", "title": {…}, "count": 12}, …]}, …}: exact counts under the filter, at most
/// kMostFacetValues a field, the most frequent first.
inline constexpr std::size_t kMostFacetValues = 100;
nlohmann::json facet_counts(const RowTable& table, const RowRequest& asked);

}  // namespace khomo::search
