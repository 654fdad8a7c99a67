// SPDX-License-Identifier: GPL-3.0-or-later

#include "geo/tiles/class_raster.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "catalog/base/parallel.hpp"

namespace khomo::geo {
namespace {

struct Crossing {
    std::int64_t row;
    double x;
};

/// Where the rings cross the middle lines of rows, in cells.
void cross_rows(const WorldRing& ring, double cell, std::int64_t first_row, std::int64_t last_row, std::vector<Crossing>& out) {
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const auto* a = &ring[i];
        const auto* b = &ring[i + 1 == ring.size() ? 0 : i + 1];
        if (a->y == b->y) {
            continue;
        }
        if (a->y > b->y) {
            std::swap(a, b);
        }
        // Half-open, so that a point on a middle line counts once.
        const double ay = static_cast<double>(a->y) / cell - 0.5;
        const double by = static_cast<double>(b->y) / cell - 0.5;
        const auto from = std::max(first_row, static_cast<std::int64_t>(std::ceil(ay)));
        const auto to = std::min(last_row, static_cast<std::int64_t>(std::ceil(by)));
        const double slope = static_cast<double>(b->x - a->x) / cell / (by - ay);
        for (auto row = from; row < to; ++row) {
            out.push_back({row, static_cast<double>(a->x) / cell + (static_cast<double>(row) - ay) * slope});
        }
    }
}

}  // namespace

ClassRaster::ClassRaster(const FeatureStore& features, int bits, std::uint64_t most_cells, unsigned threads) : bits_(bits) {
    const auto& box = features.bounds();
    for (;; ++bits_) {
        left_ = box.min_x >> bits_;
        top_ = box.min_y >> bits_;
        width_ = (box.max_x >> bits_) - left_ + 1;
        height_ = (box.max_y >> bits_) - top_ + 1;
        if (static_cast<std::uint64_t>(width_) * static_cast<std::uint64_t>(height_) <= most_cells) {
            break;
        }
    }
    cells_.assign(static_cast<std::size_t>(width_ * height_), 0);
    const auto bands = std::min<std::int64_t>(std::max(1U, threads), height_);
    std::vector<std::uint64_t> hits(static_cast<std::size_t>(bands));
    in_parallel(hits.size(), static_cast<int>(threads), [&](std::size_t band) {
        const auto b = static_cast<std::int64_t>(band);
        hits[band] = paint(features, top_ + height_ * b / bands, top_ + height_ * (b + 1) / bands);
    });
    counts_.assign(256, 0);
    for (const auto cell : cells_) {
        ++counts_[cell];
    }
    for (const auto count : hits) {
        hits_ += count;
    }
    seen_ = cells_.size() - counts_[0];
}

std::uint64_t ClassRaster::paint(const FeatureStore& features, std::int64_t first_row, std::int64_t last_row) {
    const auto cell = static_cast<double>(1LL << bits_);
    std::uint64_t hits = 0;
    StoredFeature feature;
    std::vector<Crossing> crossings;
    for (std::size_t i = 0; i < features.size(); ++i) {
        const auto box = features.box(i);
        if (box.max_y >> bits_ < first_row || box.min_y >> bits_ >= last_row) {
            continue;
        }
        features.read(i, feature);
        const auto label = static_cast<std::uint8_t>(feature.area_class + 1);
        for (const auto& part : feature.shape.parts) {
            crossings.clear();
            for (const auto& ring : part.rings) {
                cross_rows(ring, cell, first_row, last_row, crossings);
            }
            std::sort(crossings.begin(), crossings.end(), [](const auto& a, const auto& b) { return a.row != b.row ? a.row < b.row : a.x < b.x; });
            for (std::size_t k = 0; k + 1 < crossings.size(); k += 2) {
                const auto from = static_cast<std::int64_t>(std::ceil(crossings[k].x - 0.5));
                const auto to = static_cast<std::int64_t>(std::ceil(crossings[k + 1].x - 0.5));
                auto* row = cells_.data() + (crossings[k].row - top_) * width_ - left_;
                for (auto x = std::max(from, left_); x < std::min(to, left_ + width_); ++x) {
                    row[x] = label;
                    ++hits;
                }
            }
        }
    }
    return hits;
}

double ClassRaster::area(std::size_t area_class) const {
    const auto side = static_cast<double>(1LL << bits_);
    return static_cast<double>(counts_[area_class + 1]) * side * side;
}

ClassGrid::ClassGrid(const ClassRaster& raster, int zoom, int cell_bits, unsigned threads) : zoom_(zoom), cell_bits_(cell_bits) {
    const int shift = kWorldBits - zoom - raster.bits();  // raster cells along a tile
    const auto first_x = raster.left() >> shift;
    const auto first_y = raster.top() >> shift;
    left_ = first_x << cell_bits;
    top_ = first_y << cell_bits;
    width_ = (((raster.left() + raster.width() - 1) >> shift) - first_x + 1) << cell_bits;
    height_ = (((raster.top() + raster.height() - 1) >> shift) - first_y + 1) << cell_bits;
    cells_.assign(static_cast<std::size_t>(width_ * height_), 0);
    const auto all = tiles();
    in_parallel(all.size(), static_cast<int>(threads), [&](std::size_t i) { fill_tile(raster, all[i]); });
}

std::vector<TileId> ClassGrid::tiles() const {
    std::vector<TileId> all;
    for (auto y = top_ >> cell_bits_; y < (top_ + height_) >> cell_bits_; ++y) {
        for (auto x = left_ >> cell_bits_; x < (left_ + width_) >> cell_bits_; ++x) {
            all.push_back({zoom_, static_cast<std::uint32_t>(x), static_cast<std::uint32_t>(y)});
        }
    }
    return all;
}

std::uint8_t ClassGrid::at(std::int64_t x, std::int64_t y) const {
    const bool outside = x < left_ || y < top_ || x >= left_ + width_ || y >= top_ + height_;
    return outside ? 0 : cells_[static_cast<std::size_t>((y - top_) * width_ + (x - left_))];
}

void ClassGrid::fill_tile(const ClassRaster& raster, const TileId& tile) {
    const int fine_bits = kWorldBits - zoom_ - cell_bits_ - raster.bits();
    const std::int64_t fine = 1LL << fine_bits;  // raster cells along a cell
    const std::int64_t side = 1LL << cell_bits_;
    std::array<std::int64_t, 256> carried{};
    std::array<std::int64_t, 256> count{};
    std::vector<std::uint8_t> present;
    for (std::int64_t row = 0; row < side; ++row) {
        for (std::int64_t step = 0; step < side; ++step) {
            const auto column = row % 2 == 0 ? step : side - 1 - step;  // there and back, so that what is carried goes to a neighbour
            const auto x = static_cast<std::int64_t>(tile.x) * side + column;
            const auto y = static_cast<std::int64_t>(tile.y) * side + row;
            present.clear();
            const auto from_x = std::max(x << fine_bits, raster.left());
            const auto to_x = std::min((x + 1) << fine_bits, raster.left() + raster.width());
            const auto from_y = std::max(y << fine_bits, raster.top());
            const auto to_y = std::min((y + 1) << fine_bits, raster.top() + raster.height());
            std::int64_t inside = 0;
            for (auto fy = from_y; fy < to_y; ++fy) {
                for (auto fx = from_x; fx < to_x; ++fx) {
                    const auto label = raster.at(fx, fy);
                    if (count[label]++ == 0) {
                        present.push_back(label);
                    }
                    ++inside;
                }
            }
            if (inside < fine * fine) {  // beyond the raster there is nothing
                if (count[0] == 0) {
                    present.push_back(0);
                }
                count[0] += fine * fine - inside;
            }
            std::sort(present.begin(), present.end());
            std::uint8_t best = present.front();
            for (const auto label : present) {
                carried[label] += count[label];
                if (carried[label] > carried[best]) {
                    best = label;
                }
            }
            carried[best] -= fine * fine;
            for (const auto label : present) {
                count[label] = 0;
            }
            cells_[static_cast<std::size_t>((y - top_) * width_ + (x - left_))] = best;
        }
    }
}

}  // namespace khomo::geo
