// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "geo/tiles/tile_grid.hpp"

namespace khomo::geo {

/// A tile that lies in a spool.
struct SpooledTile {
    std::uint64_t number = 0;  ///< tile_number()
    std::uint64_t offset = 0;
    std::uint32_t length = 0;
    std::uint64_t hash = 0;
};

/// Tiles on disk until their order is known. add() may be called from several threads.
class TileSpool {
public:
    explicit TileSpool(std::filesystem::path file);
    ~TileSpool();
    TileSpool(const TileSpool&) = delete;
    TileSpool& operator=(const TileSpool&) = delete;

    /// `bytes` as they will be served (gzip).
    SpooledTile add(const TileId& tile, std::string_view bytes);
    std::string read(const SpooledTile& tile);

private:
    std::mutex mutex_;
    std::filesystem::path file_;
    std::fstream stream_;
    std::uint64_t size_ = 0;
};

struct PmtilesHead {
    int min_zoom = 0;
    int max_zoom = 0;
    std::array<double, 4> box{};  ///< west, south, east, north in degrees
    int centre_zoom = 0;
    std::string metadata;  ///< JSON
};

/// Writes a PMTiles archive, version 3 (github.com/protomaps/PMTiles, spec/v3): header, root directory, metadata, leaf directories, tiles in the order of their numbers,
/// equal ones once. Same tiles, same bytes. Returns its size in bytes. Throws Error(io).
std::uint64_t write_pmtiles(const std::filesystem::path& path, const PmtilesHead& head, std::vector<SpooledTile> tiles, TileSpool& spool);

/// gzip (RFC 1952) without a time or name: same bytes, same result.
std::string gzip(std::string_view bytes, int level = 6);

}  // namespace khomo::geo
