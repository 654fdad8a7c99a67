// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "geo/tiles/vector_tile.hpp"
#include "geo/tiles/world_shape.hpp"

namespace khomo::geo {

struct StoredFeature {
    std::uint64_t id = 0;
    std::uint16_t area_class = 0;
    std::vector<TileTag> tags;
    WorldShape shape;
};

/// All features of a layer in a scratch file, packed, with their boxes in memory. Write all, then freeze(), then read from any number of threads: the file is mapped,
/// so that the system may take its pages back when memory is short.
class FeatureStore {
public:
    explicit FeatureStore(std::filesystem::path file);
    ~FeatureStore();
    FeatureStore(const FeatureStore&) = delete;
    FeatureStore& operator=(const FeatureStore&) = delete;

    void add(const StoredFeature& feature);
    void freeze();

    std::size_t size() const { return places_.size(); }
    WorldBox box(std::size_t i) const;
    const WorldBox& bounds() const { return bounds_; }
    std::uint64_t points() const { return points_; }
    /// Fills `feature`, which may be used again for the next. Thread-safe after freeze().
    void read(std::size_t i, StoredFeature& feature) const;

private:
    struct Place {
        std::uint64_t offset;
        std::uint32_t min_x, min_y, max_x, max_y;
    };
    std::filesystem::path file_;
    std::ofstream out_;
    std::uint64_t written_ = 0;
    std::uint64_t points_ = 0;
    std::vector<Place> places_;
    WorldBox bounds_;
    const char* map_ = nullptr;
};

}  // namespace khomo::geo
