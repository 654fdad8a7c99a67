// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "search/dialects/api.hpp"
#include "search/find/finder.hpp"

namespace khomo::search {

/// /api/v1/search: `total, reading, read_as, results[], facets`.
ApiResponse search_answer(const ApiRequest& request, const Finder& finder);
/// /api/v1/suggest: `suggestions[]`.
ApiResponse suggest_answer(const ApiRequest& request, const Finder& finder);
/// /api/v1/datasets: `total, datasets[], next`; every row of the inventory, whatever its class.
ApiResponse catalogue_answer(const ApiRequest& request, const Finder& finder);

}  // namespace khomo::search
