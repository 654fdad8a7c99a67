// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "geo/tiles/tile_grid.hpp"

namespace khomo::geo {

enum class ShapeKind { point, line, polygon };

using WorldRing = std::vector<WorldPoint>;

/// A point, a line, or one polygon: its outer ring, then its holes. Rings are not closed by their first point again; outer rings have a positive area (clockwise
/// on the map), holes a negative one.
struct WorldPart {
    std::vector<WorldRing> rings;
};

struct WorldShape {
    ShapeKind kind = ShapeKind::point;
    std::vector<WorldPart> parts;
};

/// A WKB geometry (ISO, little endian, 2D, WGS 84, x = longitude) in world units. Rings without area are left out. A collection keeps the parts of the kind it
/// begins with. Throws Error(format) when it is malformed.
WorldShape world_shape(std::string_view wkb);

/// In square units, positive for clockwise on the map.
double ring_area(const WorldRing& ring);
double shape_area(const WorldShape& shape);
WorldBox shape_box(const WorldShape& shape);

/// What of the shape lies in the box. Edges are cut where they cross it; polygons run along its border.
WorldShape clip_shape(const WorldShape& shape, const WorldBox& box);
WorldRing clip_ring(const WorldRing& ring, const WorldBox& box);

}  // namespace khomo::geo
