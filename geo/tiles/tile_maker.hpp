// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "catalog/base/bilingual.hpp"
#include "catalog/model/value.hpp"
#include "geo/tiles/world_shape.hpp"

namespace khomo::geo {

inline constexpr double kLeastCovered = 0.99;         ///< of the layer's area, points or lines, at every zoom
inline constexpr double kMostShareOff = 0.01;         ///< of a class's share of the area: one percentage point
inline constexpr std::uint32_t kLargestTile = 500000;  ///< bytes as served
inline constexpr int kLotsFrom = 11;                  ///< features stand as they are from here, where they are too many for less

struct TileOptions {
    std::string layer;                ///< name of the layer in the tiles
    std::vector<std::string> keys;    ///< attributes, in the order of add()
    int class_key = -1;               ///< index of the attribute that classes the layer; -1: one class
    ShapeKind kind = ShapeKind::polygon;
    int min_zoom = 5;
    int max_zoom = 14;
    unsigned threads = 2;
    std::filesystem::path scratch;    ///< an empty folder for files that are gone afterwards
};

/// What one zoom shows of the layer, measured in the tiles as they are written.
struct ZoomFidelity {
    int zoom = 0;
    bool generalised = false;    ///< classes, not features
    int cells = 0;               ///< cells along a tile's side, where generalised
    std::uint64_t tiles = 0;
    std::uint64_t features = 0;  ///< in all tiles together; one on a border counts in both
    std::uint32_t largest = 0;   ///< bytes
    double covered = 0;          ///< share of the area (of points: of their number; of lines: of their length)
    double worst_share_off = 0;  ///< largest difference of a class's share
    std::string worst_class;
};

struct TileClass {
    catalog::Value value;  ///< monostate: features without one, or beyond the 250 classes that are told apart
    std::uint64_t features = 0;
    double share = 0;  ///< of the layer's area, number or length
};

struct TileReport {
    std::vector<ZoomFidelity> zooms;
    std::vector<TileClass> classes;  ///< in order of first appearance
    int min_zoom = 0;
    int max_zoom = 0;
    int detail_zoom = 0;   ///< features as they are from this zoom
    double overlap = 0;    ///< ground that polygons cover more than once, by the ground they cover; what is below is not measured
    std::uint64_t features = 0;
    std::uint64_t without_shape = 0;
    std::uint64_t bytes = 0;
    std::array<double, 4> box{};  ///< of the tiles' header: west, south, east, north
    std::vector<Text> faults;     ///< why the tiles must not be published; empty when they may
};

/// Makes the tiles of one layer: add() every row in order, then finish() once. Features stand as they are where they fit; below that zoom a polygon layer is shown by
/// the classes of the ground with shared edges, points by one for all of a class that fall together. Memory: 24 bytes a feature, its distinct values, 40 MB of raster,
/// and one tile a thread; the rest lies in `scratch`. Same rows, same bytes, whatever the number of threads.
class TileMaker {
public:
    explicit TileMaker(TileOptions options);
    ~TileMaker();
    TileMaker(const TileMaker&) = delete;
    TileMaker& operator=(const TileMaker&) = delete;

    /// `wkb` in WGS 84, x = longitude; `values` by the options' keys. `id` from 1.
    void add(std::uint64_t id, std::string_view wkb, const std::vector<catalog::Value>& values);
    /// Writes the archive (PMTiles 3) unless the report has faults. Throws Error(io).
    TileReport finish(const std::filesystem::path& file);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace khomo::geo
