// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/tiles/world_shape.hpp"

namespace khomo::geo {

/// A shape on the grid of a tile.
struct TileShape {
    WorldShape shape;         ///< units of the tile; no parts: nothing is left of it
    double collapsed = 0;     ///< square units inside the tile of the polygons that are too small for the grid
    WorldPoint collapsed_at;  ///< where the first of them lies
};

/// Moves a shape (already clipped) from world units to those of a tile. Neighbours keep their common edges, for every point goes to the same unit whichever shape and tile
/// it belongs to.
TileShape to_tile(const WorldShape& shape, const TileId& tile);

/// What of a shape lies inside the tile and not in its buffer: square units, units of length, or number of points.
double amount_inside(const WorldShape& shape);
/// The same for a shape in world units, of all of it: square units, units of length, number of points.
double amount(const WorldShape& shape);

}  // namespace khomo::geo
