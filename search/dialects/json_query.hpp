// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace khomo::search {

/// The parameters of an address written as one JSON object (docs/api.md): {"gia__gte": 100, "xa__in": ["03646"], "or": [{"ten": "A"}, …],
/// "_select": ["ten"], "_intersects": {GeoJSON}}. Gives them as an address would, so that both mean the same. Throws RequestFault.
std::vector<std::pair<std::string, std::string>> read_json_query(std::string_view body);

}  // namespace khomo::search
