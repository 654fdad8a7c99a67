// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "geo/tiles/class_raster.hpp"
#include "geo/tiles/feature_store.hpp"
#include "geo/tiles/pmtiles_writer.hpp"
#include "geo/tiles/tile_maker.hpp"
#include "geo/tiles/vector_tile.hpp"

namespace khomo::geo {

/// What a tile, or several, show.
struct TileTally {
    std::vector<double> amount;  ///< by class, in world units
    std::uint64_t tiles = 0;
    std::uint64_t features = 0;
    std::uint32_t largest = 0;  ///< bytes, packed

    void add(const TileTally& other);
};

/// The tiles of one zoom, made and spooled.
struct ZoomTiles {
    std::vector<SpooledTile> tiles;
    TileTally tally;
};

/// A layer whose tiles are being made: its features on disk, its classes, and the ways to draw a zoom of it. The three ways may work on
/// several threads each; call one at a time.
struct TileLayer {
    explicit TileLayer(TileOptions given);

    TileOptions options;
    ValuePool pool;
    FeatureStore store;
    TileSpool spool;
    std::map<std::string, std::uint16_t> class_numbers;
    std::vector<catalog::Value> class_values;
    std::vector<std::uint64_t> class_features;
    std::vector<double> truth;  ///< by class, in world units
    std::uint64_t without_shape = 0;

    /// The number of the class these values belong to; a new one where there is room, else that of all others.
    std::uint16_t class_of(const std::vector<catalog::Value>& values);

    /// Zooms first … last with the features as they are. A tile of the first zoom is one piece of work with all tiles below it.
    std::vector<ZoomTiles> detail(int first_zoom, int last_zoom);
    /// A zoom by the classes of the ground.
    ZoomTiles mosaic(const ClassGrid& grid, bool simplify);
    /// A zoom of points: all of a class that fall into one cell of the grain are one, which tells how many it stands for.
    ZoomTiles merged_points(int zoom);

private:
    int jobs() const { return static_cast<int>(options.threads); }
    /// The amount of a tile shape's source in world units: lengths and areas grow with the unit.
    double world_amount(double units, int zoom) const;
    std::vector<std::vector<std::uint32_t>> by_tile(const std::vector<TileId>& tiles, int zoom) const;
    void encode(const TileId& tile, const std::vector<const StoredFeature*>& features, ZoomTiles& out);
    void descend(const TileId& tile, const std::vector<const StoredFeature*>& features, int last_zoom, std::vector<ZoomTiles>& out);
    void put(const TileId& tile, const VectorTile& content, ZoomTiles& out);
};

std::string class_name(const catalog::Value& value);

}  // namespace khomo::geo
