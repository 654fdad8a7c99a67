// SPDX-License-Identifier: GPL-3.0-or-later

#include "geo/tiles/tile_shape.hpp"

#include <algorithm>
#include <cmath>

namespace khomo::geo {
namespace {

/// Repeated points go, and with them spikes that lead to a point and back.
WorldRing snapped(const WorldRing& ring, const TileId& tile, bool closed) {
    const auto x0 = static_cast<std::int64_t>(tile.x) << kExtentBits;
    const auto y0 = static_cast<std::int64_t>(tile.y) << kExtentBits;
    WorldRing out;
    out.reserve(ring.size());
    for (const auto& p : ring) {
        const WorldPoint unit{to_unit(p.x, tile.z) - x0, to_unit(p.y, tile.z) - y0};
        if (!out.empty() && out.back() == unit) {
            continue;
        }
        if (closed && out.size() > 1 && out[out.size() - 2] == unit) {
            out.pop_back();
            continue;
        }
        out.push_back(unit);
    }
    while (closed && out.size() > 1 && out.front() == out.back()) {
        out.pop_back();
    }
    return out;
}

double length_of(const WorldRing& line) {
    double length = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        length += std::hypot(static_cast<double>(line[i].x - line[i - 1].x), static_cast<double>(line[i].y - line[i - 1].y));
    }
    return length;
}

double square_units(double world, int zoom) { return std::ldexp(world, -2 * unit_bits(zoom)); }

void add_polygon(const WorldPart& part, const TileId& tile, TileShape& out) {
    WorldPart kept;
    for (std::size_t i = 0; i < part.rings.size(); ++i) {
        auto ring = snapped(part.rings[i], tile, true);
        const double area = ring.size() < 3 ? 0 : ring_area(ring);
        if (i == 0 ? area <= 0 : area >= 0) {
            if (i == 0) {
                WorldShape alone{ShapeKind::polygon, {part}};
                alone = clip_shape(alone, tile_box(tile, 0));
                if (!alone.parts.empty()) {
                    const auto& p = alone.parts.front().rings.front().front();
                    out.collapsed_at = out.collapsed > 0 ? out.collapsed_at : WorldPoint{to_unit(p.x, tile.z) - (static_cast<std::int64_t>(tile.x) << kExtentBits), to_unit(p.y, tile.z) - (static_cast<std::int64_t>(tile.y) << kExtentBits)};
                    out.collapsed += square_units(shape_area(alone), tile.z);
                }
                return;
            }
            continue;
        }
        kept.rings.push_back(std::move(ring));
    }
    out.shape.parts.push_back(std::move(kept));
}

}  // namespace

TileShape to_tile(const WorldShape& shape, const TileId& tile) {
    TileShape out;
    out.shape.kind = shape.kind;
    for (const auto& part : shape.parts) {
        if (shape.kind == ShapeKind::polygon) {
            add_polygon(part, tile, out);
            continue;
        }
        auto line = snapped(part.rings.front(), tile, false);
        if (shape.kind == ShapeKind::line && line.size() == 1) {
            line.push_back({line.front().x + 1, line.front().y});  // a short line stays, as long as the grid is fine
        }
        out.shape.parts.push_back({{std::move(line)}});
    }
    return out;
}

double amount(const WorldShape& shape) {
    switch (shape.kind) {
        case ShapeKind::point: return static_cast<double>(shape.parts.size());
        case ShapeKind::polygon: return shape_area(shape);
        default: break;
    }
    double length = 0;
    for (const auto& part : shape.parts) {
        length += length_of(part.rings.front());
    }
    return length;
}

double amount_inside(const WorldShape& shape) {
    if (shape.kind == ShapeKind::point) {
        return static_cast<double>(std::count_if(shape.parts.begin(), shape.parts.end(), [](const auto& part) {
            const auto& p = part.rings.front().front();
            return p.x >= 0 && p.y >= 0 && p.x < kExtent && p.y < kExtent;  // half-open: a point on a border is one tile's
        }));
    }
    return amount(clip_shape(shape, {0, 0, kExtent, kExtent}));
}

}  // namespace khomo::geo
