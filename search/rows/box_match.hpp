// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace khomo::search {

/// Whether the envelope of a GeoPackage geometry meets the box (four packed doubles: west, south, east, north), borders included.
/// False for an empty or damaged geometry. Never throws: it is called from inside SQLite.
bool geometry_meets_box(std::string_view gpkg_blob, std::string_view packed_box);

/// Whether the geometry in a GeoPackage blob and the one in `wkb` have a point in common; false for what cannot be read.
bool geometry_intersects(std::string_view blob, std::string_view wkb);

}  // namespace khomo::search
