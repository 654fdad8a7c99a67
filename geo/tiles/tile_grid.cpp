// SPDX-License-Identifier: GPL-3.0-or-later

#include "geo/tiles/tile_grid.hpp"

#include <algorithm>
#include <cmath>

namespace khomo::geo {

WorldPoint to_world(double longitude, double latitude) {
    constexpr double kWorld = 4294967296.0;
    constexpr double kLastLatitude = 85.0511287798066;
    const double phi = std::clamp(latitude, -kLastLatitude, kLastLatitude) * M_PI / 180;
    const double x = (longitude + 180) / 360;
    const double y = (1 - std::asinh(std::tan(phi)) / M_PI) / 2;
    const auto whole = [](double part) { return std::clamp<std::int64_t>(std::llround(part * kWorld), 0, (1LL << kWorldBits) - 1); };
    return {whole(x), whole(y)};
}

WorldBox tile_box(const TileId& tile, std::int64_t buffer) {
    const auto side = 1LL << (kWorldBits - tile.z);
    const auto margin = buffer << unit_bits(tile.z);
    const auto x = static_cast<std::int64_t>(tile.x) * side;
    const auto y = static_cast<std::int64_t>(tile.y) * side;
    return {x - margin, y - margin, x + side + margin, y + side + margin};
}

std::vector<TileId> tiles_of(const WorldBox& box, int zoom) {
    std::vector<TileId> tiles;
    const int shift = kWorldBits - zoom;
    for (auto y = box.min_y >> shift; y <= box.max_y >> shift; ++y) {
        for (auto x = box.min_x >> shift; x <= box.max_x >> shift; ++x) {
            tiles.push_back({zoom, static_cast<std::uint32_t>(x), static_cast<std::uint32_t>(y)});
        }
    }
    return tiles;
}

std::uint64_t tile_number(const TileId& tile) {
    std::uint64_t number = ((1ULL << (2 * tile.z)) - 1) / 3;  // all tiles of the zooms before
    std::uint64_t x = tile.x;
    std::uint64_t y = tile.y;
    for (int level = tile.z - 1; level >= 0; --level) {
        const std::uint64_t side = 1ULL << level;
        const std::uint64_t right = (x & side) != 0 ? 1 : 0;
        const std::uint64_t lower = (y & side) != 0 ? 1 : 0;
        number += side * side * ((3 * right) ^ lower);
        if (lower == 0) {
            if (right == 1) {
                x = side - 1 - (x & (side - 1));
                y = side - 1 - (y & (side - 1));
            }
            std::swap(x, y);
        }
        x &= side - 1;
        y &= side - 1;
    }
    return number;
}

}  // namespace khomo::geo
