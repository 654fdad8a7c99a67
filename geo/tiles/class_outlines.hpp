// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>

#include "geo/tiles/class_raster.hpp"
#include "geo/tiles/world_shape.hpp"

namespace khomo::geo {

/// The cells of a tile (and of the buffer around it) as polygons in units of the tile, one shape a class. Every corner between cells is kept or dropped once for all
/// polygons that meet there: neighbours are simplified together and leave no crack, within a tile and from tile to tile. `simplify`: turn stairs into slopes.
std::map<std::uint8_t, WorldShape> class_outlines(const ClassGrid& grid, const TileId& tile, bool simplify);

}  // namespace khomo::geo
