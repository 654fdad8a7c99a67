// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace khomo::geo {

/// The world is a square of 2^32 by 2^32 units in Web Mercator (EPSG:3857): x grows to the east, y to the south, as tiles are numbered. One unit is 9 mm on the
/// equator, so that a unit of the finest tiles (2^-26 of the world) divides into 64.
inline constexpr int kWorldBits = 32;
inline constexpr int kExtentBits = 12;  ///< a tile is 4096 units wide (Mapbox Vector Tile 2.1)
inline constexpr std::int64_t kExtent = 1LL << kExtentBits;
inline constexpr std::int64_t kBuffer = 64;  ///< units that a tile shows beyond each edge

struct WorldPoint {
    std::int64_t x = 0;
    std::int64_t y = 0;
    friend bool operator==(const WorldPoint&, const WorldPoint&) = default;
};

/// Longitude and latitude in degrees (WGS 84) to world units; latitudes beyond the square are held at its edge.
WorldPoint to_world(double longitude, double latitude);

struct WorldBox {
    std::int64_t min_x = 0;
    std::int64_t min_y = 0;
    std::int64_t max_x = 0;
    std::int64_t max_y = 0;
    bool meets(const WorldBox& other) const { return min_x <= other.max_x && max_x >= other.min_x && min_y <= other.max_y && max_y >= other.min_y; }
};

struct TileId {
    int z = 0;
    std::uint32_t x = 0;
    std::uint32_t y = 0;
    friend bool operator==(const TileId&, const TileId&) = default;
};

/// Bits by which world units are shifted to become the units of tiles of a zoom.
constexpr int unit_bits(int zoom) { return kWorldBits - kExtentBits - zoom; }
/// World unit to the tile unit it is nearest to, counted over the whole world, so that neighbouring tiles agree.
constexpr std::int64_t to_unit(std::int64_t world, int zoom) { return (world + (1LL << (unit_bits(zoom) - 1))) >> unit_bits(zoom); }

/// The tile and `buffer` units around it, in world units.
WorldBox tile_box(const TileId& tile, std::int64_t buffer);
/// The tiles of a zoom that a box meets, row by row.
std::vector<TileId> tiles_of(const WorldBox& box, int zoom);

/// The number of a tile in PMTiles: zooms one after the other, each along a Hilbert curve.
std::uint64_t tile_number(const TileId& tile);

}  // namespace khomo::geo
