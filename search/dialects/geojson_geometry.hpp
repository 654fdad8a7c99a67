// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace khomo::search {

/// Little-endian WKB of a GeoJSON geometry that came from outside; heights are dropped, rings closed where they are not. Throws RequestFault naming `parameter` for
/// what is no geometry, has more than 5,000 points, or is not finite.
std::string wkb_of_geojson(const std::string& parameter, const nlohmann::json& geometry);

}  // namespace khomo::search
