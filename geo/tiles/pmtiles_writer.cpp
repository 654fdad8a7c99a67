// SPDX-License-Identifier: GPL-3.0-or-later

#include "geo/tiles/pmtiles_writer.hpp"

#include <zlib.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <protozero/buffer_string.hpp>
#include <protozero/varint.hpp>

#include "catalog/base/error.hpp"

namespace khomo::geo {
namespace {

constexpr std::size_t kHeader = 127;
constexpr std::size_t kRootLimit = 16384 - kHeader;  // header and root directory fit in the first 16 KiB that readers ask for
constexpr std::size_t kLeafEntries = 4096;

struct DirectoryEntry {
    std::uint64_t number;
    std::uint64_t offset;
    std::uint32_t length;
    std::uint32_t run;  ///< tiles in a row with the same bytes; 0 for a leaf directory
};

void append_varint(std::string& out, std::uint64_t value) { protozero::add_varint_to_buffer(&out, value); }

std::string directory_bytes(const DirectoryEntry* begin, const DirectoryEntry* end) {
    std::string out;
    append_varint(out, static_cast<std::uint64_t>(end - begin));
    std::uint64_t last = 0;
    for (const auto* e = begin; e != end; ++e) {
        append_varint(out, e->number - last);
        last = e->number;
    }
    for (const auto* e = begin; e != end; ++e) {
        append_varint(out, e->run);
    }
    for (const auto* e = begin; e != end; ++e) {
        append_varint(out, e->length);
    }
    for (const auto* e = begin; e != end; ++e) {
        const bool follows = e != begin && e->offset == (e - 1)->offset + (e - 1)->length;
        append_varint(out, follows ? 0 : e->offset + 1);
    }
    return gzip(out, 9);
}

/// The root directory, and the leaves where one directory would be too large.
std::pair<std::string, std::string> directories(const std::vector<DirectoryEntry>& entries) {
    auto root = directory_bytes(entries.data(), entries.data() + entries.size());
    std::string leaves;
    for (auto size = kLeafEntries; root.size() > kRootLimit; size *= 2) {
        std::vector<DirectoryEntry> pointers;
        leaves.clear();
        for (std::size_t at = 0; at < entries.size(); at += size) {
            const auto bytes = directory_bytes(entries.data() + at, entries.data() + std::min(at + size, entries.size()));
            pointers.push_back({entries[at].number, leaves.size(), static_cast<std::uint32_t>(bytes.size()), 0});
            leaves += bytes;
        }
        root = directory_bytes(pointers.data(), pointers.data() + pointers.size());
    }
    return {std::move(root), std::move(leaves)};
}

void append_little(std::string& out, std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) {
        out += static_cast<char>(value >> (8 * i) & 0xFF);
    }
}

void append_degrees(std::string& out, double degrees) { append_little(out, static_cast<std::uint32_t>(static_cast<std::int32_t>(std::lround(degrees * 1e7))), 4); }

std::uint64_t hash_of(std::string_view bytes) {
    std::uint64_t hash = 0xcbf29ce484222325ULL;  // FNV-1a
    for (const char c : bytes) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    }
    return hash;
}

Error io_error(const std::filesystem::path& path) { return {ErrorKind::io, {"Không ghi hay đọc được " + path.string(), "Cannot write or read " + path.string()}}; }

}  // namespace

TileSpool::TileSpool(std::filesystem::path file) : file_(std::move(file)), stream_(file_, std::ios::binary | std::ios::in | std::ios::out | std::ios::trunc) {
    if (!stream_) {
        throw io_error(file_);
    }
}

TileSpool::~TileSpool() {
    stream_.close();
    std::error_code ignored;
    std::filesystem::remove(file_, ignored);
}

SpooledTile TileSpool::add(const TileId& tile, std::string_view bytes) {
    SpooledTile spooled{tile_number(tile), 0, static_cast<std::uint32_t>(bytes.size()), hash_of(bytes)};
    const std::lock_guard lock(mutex_);
    spooled.offset = size_;
    stream_.seekp(static_cast<std::streamoff>(size_));
    stream_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!stream_) {
        throw io_error(file_);
    }
    size_ += bytes.size();
    return spooled;
}

std::string TileSpool::read(const SpooledTile& tile) {
    const std::lock_guard lock(mutex_);
    std::string bytes(tile.length, '\0');
    stream_.seekg(static_cast<std::streamoff>(tile.offset));
    stream_.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!stream_) {
        throw io_error(file_);
    }
    return bytes;
}

std::uint64_t write_pmtiles(const std::filesystem::path& path, const PmtilesHead& head, std::vector<SpooledTile> tiles, TileSpool& spool) {
    std::sort(tiles.begin(), tiles.end(), [](const auto& a, const auto& b) { return a.number < b.number; });
    std::vector<DirectoryEntry> entries;
    std::vector<const SpooledTile*> contents;
    std::multimap<std::uint64_t, std::pair<std::uint64_t, const SpooledTile*>> seen;  // hash → place in the archive
    std::uint64_t data = 0;
    for (const auto& tile : tiles) {
        std::uint64_t offset = data;
        bool known = false;
        const auto [first, last] = seen.equal_range(tile.hash);
        for (auto it = first; it != last && !known; ++it) {
            if (it->second.second->length == tile.length && spool.read(*it->second.second) == spool.read(tile)) {
                offset = it->second.first;
                known = true;
            }
        }
        if (!known) {
            seen.emplace(tile.hash, std::pair(offset, &tile));
            contents.push_back(&tile);
            data += tile.length;
        }
        if (!entries.empty() && entries.back().offset == offset && entries.back().number + entries.back().run == tile.number) {
            ++entries.back().run;
        } else {
            entries.push_back({tile.number, offset, tile.length, 1});
        }
    }
    const auto [root, leaves] = directories(entries);
    const auto metadata = gzip(head.metadata, 9);
    const std::uint64_t metadata_at = kHeader + root.size();
    const std::uint64_t leaves_at = metadata_at + metadata.size();
    const std::uint64_t data_at = leaves_at + leaves.size();
    std::string header = "PMTiles\x03";
    for (const std::uint64_t value : {static_cast<std::uint64_t>(kHeader), static_cast<std::uint64_t>(root.size()), metadata_at, static_cast<std::uint64_t>(metadata.size()), leaves_at,
                                      static_cast<std::uint64_t>(leaves.size()), data_at, data, static_cast<std::uint64_t>(tiles.size()), static_cast<std::uint64_t>(entries.size()),
                                      static_cast<std::uint64_t>(contents.size())}) {
        append_little(header, value, 8);
    }
    append_little(header, 1, 1);  // clustered
    append_little(header, 2, 1);  // directories and metadata: gzip
    append_little(header, 2, 1);  // tiles: gzip
    append_little(header, 1, 1);  // Mapbox Vector Tiles
    append_little(header, static_cast<std::uint64_t>(head.min_zoom), 1);
    append_little(header, static_cast<std::uint64_t>(head.max_zoom), 1);
    for (const double degrees : head.box) {
        append_degrees(header, degrees);
    }
    append_little(header, static_cast<std::uint64_t>(head.centre_zoom), 1);
    append_degrees(header, (head.box[0] + head.box[2]) / 2);
    append_degrees(header, (head.box[1] + head.box[3]) / 2);
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out << header << root << metadata << leaves;
    for (const auto* tile : contents) {
        out << spool.read(*tile);
    }
    out.close();
    if (!out) {
        throw io_error(path);
    }
    return data_at + data;
}

std::string gzip(std::string_view bytes, int level) {
    z_stream stream{};
    if (deflateInit2(&stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
        throw Error(ErrorKind::internal, {"Không nén được", "Cannot compress"});
    }
    std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int result = deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    if (result != Z_STREAM_END) {
        throw Error(ErrorKind::internal, {"Không nén được", "Cannot compress"});
    }
    return out;
}

}  // namespace khomo::geo
