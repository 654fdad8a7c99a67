// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace khomo::search {

/// Reads a filter in CQL2 Text (OGC 21-065r2) and gives the same filter as CQL2 JSON: comparisons, BETWEEN, IN, LIKE, IS NULL, AND OR NOT, the S_ and T_ functions with
/// geometry (WKT, BBOX) and temporal (DATE, TIMESTAMP, INTERVAL) literals, CASEI and ACCENTI. Throws RequestFault naming `parameter` and the place of the fault.
nlohmann::json parse_cql2_text(const std::string& parameter, std::string_view text);

}  // namespace khomo::search
