// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "catalog/model/value.hpp"
#include "geo/tiles/world_shape.hpp"

namespace khomo::geo {

/// Number of a key and number of a value.
using TileTag = std::pair<std::uint32_t, std::uint32_t>;

/// The values that features have, each once, as they are written into tiles. Not thread-safe while it grows.
class ValuePool {
public:
    /// The number of a value; it must not be empty (monostate).
    std::uint32_t number(const catalog::Value& value);
    const std::string& encoded(std::uint32_t number) const { return *values_[number]; }

private:
    std::unordered_map<std::string, std::uint32_t> numbers_;
    std::vector<const std::string*> values_;
};

/// One tile with one layer, as Mapbox Vector Tile 2.1. Coordinates are units of the tile, y to the south.
class VectorTile {
public:
    VectorTile(const std::string& layer, const std::vector<std::string>& keys, const ValuePool& pool) : layer_(layer), keys_(keys), pool_(pool) {}

    /// `id` 0 = none. The shape is in units of this tile, with rings as world_shape.hpp says; it must not be empty.
    void add(std::uint64_t id, const std::vector<TileTag>& tags, const WorldShape& shape);
    std::size_t features() const { return count_; }
    /// The bytes, not compressed; "" when there is no feature.
    std::string finish() const;

private:
    const std::string& layer_;
    const std::vector<std::string>& keys_;
    const ValuePool& pool_;
    std::size_t count_ = 0;
    std::string features_;
    std::map<std::uint32_t, std::uint32_t> key_numbers_;
    std::unordered_map<std::uint32_t, std::uint32_t> value_numbers_;
    std::vector<std::uint32_t> key_order_;
    std::vector<std::uint32_t> value_order_;
};

}  // namespace khomo::geo
