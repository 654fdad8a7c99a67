// SPDX-License-Identifier: GPL-3.0-or-later

#include "geo/tiles/class_outlines.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace khomo::geo {
namespace {

constexpr double kTolerance = 0.75;  // cells: just more than the depth of a stair at 45 degrees
constexpr std::size_t kSmallLoop = 12;  // corners: an island of a few cells keeps its form
constexpr std::int16_t kOutside = 256;

enum Direction { kEast, kSouth, kWest, kNorth };
constexpr std::array<std::array<int, 2>, 4> kStep = {{{1, 0}, {0, 1}, {-1, 0}, {0, -1}}};

/// A square of cells and the corners between them.
class Window {
public:
    Window(const ClassGrid& grid, const TileId& tile) : bits_(grid.cell_bits()), side_(1 << bits_), margin_(std::max(1, side_ * static_cast<int>(kBuffer) / static_cast<int>(kExtent))) {
        size_ = side_ + 2 * margin_;
        labels_.resize(static_cast<std::size_t>(size_ * size_));
        const auto x0 = (static_cast<std::int64_t>(tile.x) << bits_) - margin_;
        const auto y0 = (static_cast<std::int64_t>(tile.y) << bits_) - margin_;
        for (int y = 0; y < size_; ++y) {
            for (int x = 0; x < size_; ++x) {
                labels_[static_cast<std::size_t>(y * size_ + x)] = grid.at(x0 + x, y0 + y);
            }
        }
        number_components();
        keep_.assign(static_cast<std::size_t>((size_ + 1) * (size_ + 1)), 1);
    }

    std::int16_t label(int x, int y) const { return inside(x, y) ? labels_[static_cast<std::size_t>(y * size_ + x)] : kOutside; }
    /// Neighbouring cells of one class have one number.
    int component(int x, int y) const { return inside(x, y) ? components_[static_cast<std::size_t>(y * size_ + x)] : -1; }
    int components() const { return count_; }
    int size() const { return size_; }
    char& keep(int x, int y) { return keep_[static_cast<std::size_t>(y * (size_ + 1) + x)]; }
    bool keeps(int x, int y) const { return keep_[static_cast<std::size_t>(y * (size_ + 1) + x)] != 0; }

    /// Whether a boundary leaves the corner in a direction: the cells at both sides differ.
    bool boundary(int x, int y, int direction) const {
        switch (direction) {
            case kEast: return label(x, y - 1) != label(x, y);
            case kWest: return label(x - 1, y - 1) != label(x - 1, y);
            case kSouth: return label(x - 1, y) != label(x, y);
            default: return label(x - 1, y - 1) != label(x, y - 1);
        }
    }
    int degree(int x, int y) const { return boundary(x, y, kEast) + boundary(x, y, kSouth) + boundary(x, y, kWest) + boundary(x, y, kNorth); }
    /// Where boundaries meet, or cross the edge of the tile or the window: both sides must have the point.
    bool node(int x, int y) const {
        const auto edge = [&](int v) { return v == 0 || v == margin_ || v == margin_ + side_ || v == size_; };
        const int lines = degree(x, y);
        return lines > 2 || (lines == 2 && (edge(x) || edge(y)));
    }
    WorldPoint unit(int x, int y) const {
        const std::int64_t cell = kExtent >> bits_;
        return {(x - margin_) * cell, (y - margin_) * cell};
    }

private:
    bool inside(int x, int y) const { return x >= 0 && y >= 0 && x < size_ && y < size_; }

    void number_components() {
        components_.assign(labels_.size(), -1);
        std::vector<std::pair<int, int>> open;
        for (int y = 0; y < size_; ++y) {
            for (int x = 0; x < size_; ++x) {
                if (component(x, y) >= 0) {
                    continue;
                }
                const auto own = label(x, y);
                open.assign(1, {x, y});
                components_[static_cast<std::size_t>(y * size_ + x)] = count_;
                while (!open.empty()) {
                    const auto [cx, cy] = open.back();
                    open.pop_back();
                    for (const auto& step : kStep) {
                        const int nx = cx + step[0];
                        const int ny = cy + step[1];
                        if (label(nx, ny) == own && component(nx, ny) < 0) {
                            components_[static_cast<std::size_t>(ny * size_ + nx)] = count_;
                            open.emplace_back(nx, ny);
                        }
                    }
                }
                ++count_;
            }
        }
    }

    int bits_;
    int side_;
    int margin_;
    int size_ = 0;
    int count_ = 0;
    std::vector<std::int16_t> labels_;
    std::vector<int> components_;
    std::vector<char> keep_;
};

struct Corner {
    int x;
    int y;
};

/// Drops the corners of every chain between two nodes that a line through the rest passes near by (Douglas and Peucker).
class ChainSimplifier {
public:
    explicit ChainSimplifier(Window& window) : window_(window), walked_(static_cast<std::size_t>((window.size() + 1) * (window.size() + 1)), 0) {}

    void run() {
        const int last = window_.size();
        for (const bool loops : {false, true}) {
            for (int y = 0; y <= last; ++y) {
                for (int x = 0; x <= last; ++x) {
                    if (loops ? window_.degree(x, y) == 2 && walked_[index(x, y)] == 0 : window_.node(x, y)) {
                        leave(x, y, loops);
                    }
                }
            }
        }
    }

private:
    std::size_t index(int x, int y) const { return static_cast<std::size_t>(y * (window_.size() + 1) + x); }

    void leave(int x, int y, bool loop) {
        for (int direction = 0; direction < 4; ++direction) {
            if (!window_.boundary(x, y, direction)) {
                continue;
            }
            const Corner next{x + kStep[static_cast<std::size_t>(direction)][0], y + kStep[static_cast<std::size_t>(direction)][1]};
            if (walked_[index(next.x, next.y)] != 0 && !window_.node(next.x, next.y)) {
                continue;  // from the other end
            }
            walk({x, y}, direction);
            if (loop) {
                return;
            }
        }
    }

    void walk(Corner from, int direction) {
        chain_.assign(1, from);
        Corner at = from;
        do {
            at = {at.x + kStep[static_cast<std::size_t>(direction)][0], at.y + kStep[static_cast<std::size_t>(direction)][1]};
            chain_.push_back(at);
            if (window_.node(at.x, at.y)) {
                break;
            }
            walked_[index(at.x, at.y)] = 1;
            const int back = (direction + 2) % 4;
            for (int d = 0; d < 4; ++d) {
                if (d != back && window_.boundary(at.x, at.y, d)) {
                    direction = d;
                    break;
                }
            }
        } while (at.x != from.x || at.y != from.y);
        const bool closed = at.x == from.x && at.y == from.y;
        if (!closed) {
            if (chain_.size() > 3) {
                simplify(0, chain_.size() - 1);
            }
        } else if (chain_.size() > kSmallLoop) {
            std::size_t far = 0;
            for (std::size_t i = 0; i < chain_.size(); ++i) {
                far = distance(chain_[i], from) > distance(chain_[far], from) ? i : far;
            }
            simplify(0, far);
            simplify(far, chain_.size() - 1);
        }
    }

    static int distance(const Corner& a, const Corner& b) { return (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y); }

    void simplify(std::size_t first, std::size_t last) {
        std::vector<std::pair<std::size_t, std::size_t>> open = {{first, last}};
        while (!open.empty()) {
            const auto [a, b] = open.back();
            open.pop_back();
            if (b < a + 2) {
                continue;
            }
            const double dx = chain_[b].x - chain_[a].x;
            const double dy = chain_[b].y - chain_[a].y;
            const double length = std::hypot(dx, dy);
            double worst = -1;
            std::size_t at = a;
            for (auto i = a + 1; i < b; ++i) {
                const double px = chain_[i].x - chain_[a].x;
                const double py = chain_[i].y - chain_[a].y;
                const double off = length > 0 ? std::fabs(px * dy - py * dx) / length : std::hypot(px, py);
                if (off > worst) {
                    worst = off;
                    at = i;
                }
            }
            if (worst > kTolerance) {
                open.emplace_back(a, at);
                open.emplace_back(at, b);
            } else {
                for (auto i = a + 1; i < b; ++i) {
                    window_.keep(chain_[i].x, chain_[i].y) = 0;
                }
            }
        }
    }

    Window& window_;
    std::vector<char> walked_;
    std::vector<Corner> chain_;
};

/// Follows the border of one component, the component at the right hand.
WorldRing trace(const Window& window, int component, Corner start, std::vector<char>& seen) {
    WorldRing ring;
    Corner at = start;
    int direction = kEast;
    do {
        if (direction == kEast) {
            seen[static_cast<std::size_t>(at.y * window.size() + at.x)] = 1;
        }
        at = {at.x + kStep[static_cast<std::size_t>(direction)][0], at.y + kStep[static_cast<std::size_t>(direction)][1]};
        // The four cells around the corner, by the direction that has them ahead at the right.
        const std::array<int, 4> ahead_right = {window.component(at.x, at.y), window.component(at.x - 1, at.y), window.component(at.x - 1, at.y - 1), window.component(at.x, at.y - 1)};
        const int right = ahead_right[static_cast<std::size_t>(direction)];
        const int left = ahead_right[static_cast<std::size_t>((direction + 3) % 4)];
        const int before = direction;
        if (right != component) {
            direction = (direction + 1) % 4;
        } else if (left == component) {
            direction = (direction + 3) % 4;
        }
        if (window.keeps(at.x, at.y) && (direction != before || window.node(at.x, at.y))) {
            ring.push_back(window.unit(at.x, at.y));
        }
    } while (at.x != start.x || at.y != start.y || direction != kEast);
    return ring;
}

}  // namespace

std::map<std::uint8_t, WorldShape> class_outlines(const ClassGrid& grid, const TileId& tile, bool simplify) {
    Window window(grid, tile);
    if (simplify) {
        ChainSimplifier(window).run();
    }
    std::vector<WorldPart> parts(static_cast<std::size_t>(window.components()));
    std::vector<std::uint8_t> labels(parts.size());
    std::vector<char> seen(static_cast<std::size_t>(window.size() * window.size()), 0);  // cells whose upper edge was followed
    for (int y = 0; y < window.size(); ++y) {
        for (int x = 0; x < window.size(); ++x) {
            const int component = window.component(x, y);
            const auto label = window.label(x, y);
            if (label == 0 || window.component(x, y - 1) == component || seen[static_cast<std::size_t>(y * window.size() + x)] != 0) {
                continue;
            }
            auto& part = parts[static_cast<std::size_t>(component)];
            labels[static_cast<std::size_t>(component)] = static_cast<std::uint8_t>(label);
            auto ring = trace(window, component, {x, y}, seen);
            const bool outer = part.rings.empty();  // the first cell in reading order lies on the outer border
            const double area = ring_area(ring);
            if (ring.size() > 2 && (outer ? area > 0 : area < 0)) {
                part.rings.push_back(std::move(ring));
            }
        }
    }
    std::map<std::uint8_t, WorldShape> shapes;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (!parts[i].rings.empty()) {
            auto& shape = shapes[labels[i]];
            shape.kind = ShapeKind::polygon;
            shape.parts.push_back(std::move(parts[i]));
        }
    }
    return shapes;
}

}  // namespace khomo::geo
