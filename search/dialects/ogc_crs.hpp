// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace khomo::search {

/// A coordinate reference system that OGC API Features offers.
struct OgcCrs {
    std::string_view uri;
    std::string_view code;  ///< as geo/crs knows it
    bool north_first;       ///< latitude or northing stands first, as the authority has it
    int decimals;           ///< of a coordinate that is written: about 1 cm, or 1 mm where units are metres
};

/// CRS84 first, then EPSG 4326, 3857, 9206 and 3405.
const std::vector<OgcCrs>& ogc_crs_list();
/// By URI, or by its short form ("[EPSG:3857]"). Throws RequestFault naming `parameter`, with the list.
const OgcCrs& find_ogc_crs(const std::string& parameter, std::string_view uri);

/// WKB of x = longitude, y = latitude as this system and its order of axes have it, and back.
void to_crs(std::string& wkb, const OgcCrs& crs);
void from_crs(std::string& wkb, const OgcCrs& crs);

/// WKB of the box's outline in degrees, its sides in `crs` bent as they are there. Corners are in the order of the system's axes.
std::string box_outline(const std::array<double, 4>& box, const OgcCrs& crs);

}  // namespace khomo::search
