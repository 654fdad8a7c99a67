// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "geo/tiles/feature_store.hpp"

namespace khomo::geo {

/// Class of the ground at the centre of each cell of a fine grid; 0 is nothing, class c is c + 1. Where polygons overlap the later one shows.
class ClassRaster {
public:
    /// Cells are 2^bits world units wide, more where the layer is so large that there would be more than `most_cells`.
    ClassRaster(const FeatureStore& features, int bits, std::uint64_t most_cells, unsigned threads);

    int bits() const { return bits_; }
    /// Cells of the whole world's grid.
    std::int64_t left() const { return left_; }
    std::int64_t top() const { return top_; }
    std::int64_t width() const { return width_; }
    std::int64_t height() const { return height_; }
    std::uint8_t at(std::int64_t x, std::int64_t y) const { return cells_[static_cast<std::size_t>((y - top_) * width_ + (x - left_))]; }
    /// How much more ground the polygons cover together than is seen of them: 0 where none overlap.
    double overlap() const { return seen_ == 0 ? 0 : static_cast<double>(hits_ - seen_) / static_cast<double>(seen_); }
    /// Square world units seen of a class.
    double area(std::size_t area_class) const;

private:
    std::uint64_t paint(const FeatureStore& features, std::int64_t first_row, std::int64_t last_row);
    int bits_;
    std::int64_t left_ = 0, top_ = 0, width_ = 0, height_ = 0;
    std::vector<std::uint8_t> cells_;
    std::vector<std::uint64_t> counts_;
    std::uint64_t hits_ = 0;
    std::uint64_t seen_ = 0;
};

/// The raster at one zoom: each cell has one class. The class of a cell is the one with most of it, but what a cell leaves out is carried to the next ones of the
/// tile, so that every class keeps its share of the ground however small its pieces are. A class never appears where it is not.
class ClassGrid {
public:
    /// `cell_bits` counts the cells along a tile's side: 8 for 256.
    ClassGrid(const ClassRaster& raster, int zoom, int cell_bits, unsigned threads);
    /// Whether the raster is fine enough for it.
    static bool possible(const ClassRaster& raster, int zoom, int cell_bits) { return kWorldBits - zoom - cell_bits >= raster.bits(); }

    int zoom() const { return zoom_; }
    int cell_bits() const { return cell_bits_; }
    std::vector<TileId> tiles() const;
    /// By cell of the whole world's grid; 0 outside.
    std::uint8_t at(std::int64_t x, std::int64_t y) const;

private:
    void fill_tile(const ClassRaster& raster, const TileId& tile);
    int zoom_;
    int cell_bits_;
    std::int64_t left_ = 0, top_ = 0, width_ = 0, height_ = 0;
    std::vector<std::uint8_t> cells_;
};

}  // namespace khomo::geo
