// SPDX-License-Identifier: GPL-3.0-or-later

#include "geo/tiles/world_shape.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <limits>
#include <optional>

#include "catalog/base/error.hpp"

namespace khomo::geo {
namespace {

/// Walks through well-known binary.
class WkbReader {
public:
    explicit WkbReader(std::string_view bytes) : bytes_(bytes) {}

    void geometry(WorldShape& shape, int depth = 0) {
        if (depth > 8 || take<std::uint8_t>() != 1) {
            fail();
        }
        const auto type = take<std::uint32_t>();
        switch (type) {
            case 1:
                if (accept(shape, ShapeKind::point)) {
                    shape.parts.push_back({{{point()}}});
                } else {
                    point();
                }
                break;
            case 2: {
                auto line = points();
                if (accept(shape, ShapeKind::line) && line.size() > 1) {
                    shape.parts.push_back({{std::move(line)}});
                }
                break;
            }
            case 3: polygon(shape); break;
            case 4:
            case 5:
            case 6:
            case 7:
                for (auto parts = take<std::uint32_t>(); parts > 0; --parts) {
                    geometry(shape, depth + 1);
                }
                break;
            default: fail();
        }
    }

private:
    [[noreturn]] static void fail() { throw Error(ErrorKind::format, {"Hình không phải WKB 2D hợp lệ", "A geometry is not well-formed 2D WKB"}); }

    template <typename T>
    T take() {
        if (bytes_.size() - at_ < sizeof(T)) {
            fail();
        }
        T value;
        std::memcpy(&value, bytes_.data() + at_, sizeof(T));
        at_ += sizeof(T);
        return value;
    }

    bool accept(WorldShape& shape, ShapeKind kind) {
        kind_ = kind_.value_or(kind);
        shape.kind = *kind_;
        return *kind_ == kind;
    }

    WorldPoint point() {
        const auto x = take<double>();
        const auto y = take<double>();
        if (!std::isfinite(x) || !std::isfinite(y)) {
            fail();
        }
        return to_world(x, y);
    }

    WorldRing points() {
        const auto count = take<std::uint32_t>();
        if (count > (bytes_.size() - at_) / 16) {
            fail();
        }
        WorldRing ring;
        ring.reserve(count);
        for (std::uint32_t i = 0; i < count; ++i) {
            const auto next = point();
            if (ring.empty() || next != ring.back()) {
                ring.push_back(next);
            }
        }
        return ring;
    }

    void polygon(WorldShape& shape) {
        const bool wanted = accept(shape, ShapeKind::polygon);
        WorldPart part;
        bool lost = false;
        const auto rings = take<std::uint32_t>();
        for (std::uint32_t i = 0; i < rings; ++i) {
            auto ring = points();
            if (ring.size() > 1 && ring.front() == ring.back()) {
                ring.pop_back();
            }
            const double area = ring_area(ring);
            if (ring.size() < 3 || area == 0) {
                lost = lost || i == 0;
                continue;
            }
            if ((area > 0) != (i == 0)) {
                std::reverse(ring.begin(), ring.end());
            }
            part.rings.push_back(std::move(ring));
        }
        if (wanted && !lost && !part.rings.empty()) {
            shape.parts.push_back(std::move(part));
        }
    }

    std::string_view bytes_;
    std::size_t at_ = 0;
    std::optional<ShapeKind> kind_;
};

/// One side of a box: which points are inside, and where an edge crosses it.
struct Side {
    bool vertical;  ///< x = limit
    std::int64_t limit;
    bool keep_less;

    bool inside(const WorldPoint& p) const {
        const auto value = vertical ? p.x : p.y;
        return keep_less ? value <= limit : value >= limit;
    }
    /// Always computed from the smaller point to the larger, so that neighbours with a common edge cut it at one place.
    WorldPoint cross(WorldPoint a, WorldPoint b) const {
        if (b.x < a.x || (b.x == a.x && b.y < a.y)) {
            std::swap(a, b);
        }
        if (vertical) {
            const double t = static_cast<double>(limit - a.x) / static_cast<double>(b.x - a.x);
            return {limit, a.y + std::llround(t * static_cast<double>(b.y - a.y))};
        }
        const double t = static_cast<double>(limit - a.y) / static_cast<double>(b.y - a.y);
        return {a.x + std::llround(t * static_cast<double>(b.x - a.x)), limit};
    }
};

std::array<Side, 4> sides_of(const WorldBox& box) { return {Side{true, box.min_x, false}, {true, box.max_x, true}, {false, box.min_y, false}, {false, box.max_y, true}}; }

/// Sutherland and Hodgman's clipping against one side.
WorldRing clip_side(const WorldRing& ring, const Side& side) {
    WorldRing out;
    out.reserve(ring.size() + 4);
    const auto add = [&](const WorldPoint& p) {
        if (out.empty() || out.back() != p) {
            out.push_back(p);
        }
    };
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const auto& a = ring[i == 0 ? ring.size() - 1 : i - 1];
        const auto& b = ring[i];
        const bool a_in = side.inside(a);
        const bool b_in = side.inside(b);
        if (a_in != b_in) {
            add(side.cross(a, b));
        }
        if (b_in) {
            add(b);
        }
    }
    while (out.size() > 1 && out.front() == out.back()) {
        out.pop_back();
    }
    return out;
}

void clip_line_side(const WorldRing& line, const Side& side, std::vector<WorldRing>& out) {
    WorldRing piece;
    const auto flush = [&] {
        if (piece.size() > 1) {
            out.push_back(std::move(piece));
        }
        piece.clear();
    };
    for (std::size_t i = 0; i < line.size(); ++i) {
        const bool in = side.inside(line[i]);
        if (i > 0 && in != side.inside(line[i - 1])) {
            piece.push_back(side.cross(line[i - 1], line[i]));
            if (!in) {
                flush();
            }
        }
        if (in) {
            piece.push_back(line[i]);
        }
    }
    flush();
}

std::vector<WorldRing> clip_line(const WorldRing& line, const WorldBox& box) {
    std::vector<WorldRing> pieces = {line};
    for (const auto& side : sides_of(box)) {
        std::vector<WorldRing> next;
        for (const auto& piece : pieces) {
            clip_line_side(piece, side, next);
        }
        pieces = std::move(next);
    }
    return pieces;
}

WorldBox ring_box(const WorldRing& ring) {
    constexpr auto kMost = std::numeric_limits<std::int64_t>::max();
    WorldBox box{kMost, kMost, -kMost, -kMost};
    for (const auto& p : ring) {
        box = {std::min(box.min_x, p.x), std::min(box.min_y, p.y), std::max(box.max_x, p.x), std::max(box.max_y, p.y)};
    }
    return box;
}

bool within(const WorldBox& inner, const WorldBox& outer) {
    return inner.min_x >= outer.min_x && inner.max_x <= outer.max_x && inner.min_y >= outer.min_y && inner.max_y <= outer.max_y;
}

}  // namespace

WorldShape world_shape(std::string_view wkb) {
    WorldShape shape;
    if (!wkb.empty()) {
        WkbReader(wkb).geometry(shape);
    }
    return shape;
}

double ring_area(const WorldRing& ring) {
    double twice = 0;
    for (std::size_t i = 1; i + 1 < ring.size(); ++i) {
        // From the first point, so that the numbers stay small and the sum all but exact.
        const auto ax = static_cast<double>(ring[i].x - ring[0].x);
        const auto ay = static_cast<double>(ring[i].y - ring[0].y);
        const auto bx = static_cast<double>(ring[i + 1].x - ring[0].x);
        const auto by = static_cast<double>(ring[i + 1].y - ring[0].y);
        twice += ax * by - bx * ay;
    }
    return twice / 2;
}

double shape_area(const WorldShape& shape) {
    double area = 0;
    if (shape.kind == ShapeKind::polygon) {
        for (const auto& part : shape.parts) {
            for (const auto& ring : part.rings) {
                area += ring_area(ring);
            }
        }
    }
    return area;
}

WorldBox shape_box(const WorldShape& shape) {
    WorldBox box = ring_box({});
    for (const auto& part : shape.parts) {
        const auto outer = ring_box(part.rings.front());
        box = {std::min(box.min_x, outer.min_x), std::min(box.min_y, outer.min_y), std::max(box.max_x, outer.max_x), std::max(box.max_y, outer.max_y)};
    }
    return box;
}

WorldRing clip_ring(const WorldRing& ring, const WorldBox& box) {
    const auto own = ring_box(ring);
    if (within(own, box)) {
        return ring;
    }
    if (!own.meets(box)) {
        return {};
    }
    WorldRing out = ring;
    for (const auto& side : sides_of(box)) {
        out = clip_side(out, side);
    }
    return out.size() < 3 ? WorldRing() : out;
}

WorldShape clip_shape(const WorldShape& shape, const WorldBox& box) {
    WorldShape out;
    out.kind = shape.kind;
    for (const auto& part : shape.parts) {
        if (shape.kind == ShapeKind::line) {
            for (auto& piece : clip_line(part.rings.front(), box)) {
                out.parts.push_back({{std::move(piece)}});
            }
            continue;
        }
        WorldPart kept;
        for (const auto& ring : part.rings) {
            auto inside = shape.kind == ShapeKind::point ? (ring_box(ring).meets(box) ? ring : WorldRing()) : clip_ring(ring, box);
            if (!inside.empty()) {
                kept.rings.push_back(std::move(inside));
            } else if (kept.rings.empty()) {
                break;  // without its outer ring nothing of a polygon is left
            }
        }
        if (!kept.rings.empty()) {
            out.parts.push_back(std::move(kept));
        }
    }
    return out;
}

}  // namespace khomo::geo
