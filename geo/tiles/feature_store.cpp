// SPDX-License-Identifier: GPL-3.0-or-later

#include "geo/tiles/feature_store.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <protozero/buffer_string.hpp>
#include <protozero/varint.hpp>

#include "catalog/base/error.hpp"

namespace khomo::geo {
namespace {

void append(std::string& out, std::uint64_t value) { protozero::add_varint_to_buffer(&out, value); }
void append_signed(std::string& out, std::int64_t value) { append(out, protozero::encode_zigzag64(value)); }

Error io_error(const std::filesystem::path& path) { return {ErrorKind::io, {"Không ghi hay đọc được " + path.string(), "Cannot write or read " + path.string()}}; }

class Unpacker {
public:
    Unpacker(const char* at, const char* end) : at_(at), end_(end) {}
    std::uint64_t number() { return protozero::decode_varint(&at_, end_); }
    std::int64_t signed_number() { return protozero::decode_zigzag64(number()); }

private:
    const char* at_;
    const char* end_;
};

}  // namespace

FeatureStore::FeatureStore(std::filesystem::path file) : file_(std::move(file)), out_(file_, std::ios::binary | std::ios::trunc) {}

FeatureStore::~FeatureStore() {
    if (map_ != nullptr) {
        ::munmap(const_cast<char*>(map_), written_);
    }
    out_.close();
    std::error_code ignored;
    std::filesystem::remove(file_, ignored);
}

void FeatureStore::add(const StoredFeature& feature) {
    const auto box = shape_box(feature.shape);
    bounds_ = places_.empty() ? box : WorldBox{std::min(bounds_.min_x, box.min_x), std::min(bounds_.min_y, box.min_y), std::max(bounds_.max_x, box.max_x), std::max(bounds_.max_y, box.max_y)};
    const auto small = [](std::int64_t value) { return static_cast<std::uint32_t>(value); };
    places_.push_back({written_, small(box.min_x), small(box.min_y), small(box.max_x), small(box.max_y)});
    std::string bytes;
    append(bytes, feature.id);
    append(bytes, feature.area_class);
    append(bytes, feature.tags.size());
    for (const auto& [key, value] : feature.tags) {
        append(bytes, key);
        append(bytes, value);
    }
    append(bytes, static_cast<std::uint64_t>(feature.shape.kind));
    append(bytes, feature.shape.parts.size());
    WorldPoint at;
    for (const auto& part : feature.shape.parts) {
        append(bytes, part.rings.size());
        for (const auto& ring : part.rings) {
            append(bytes, ring.size());
            points_ += ring.size();
            for (const auto& p : ring) {
                append_signed(bytes, p.x - at.x);
                append_signed(bytes, p.y - at.y);
                at = p;
            }
        }
    }
    out_ << bytes;
    written_ += bytes.size();
}

void FeatureStore::freeze() {
    out_.close();
    if (!out_) {
        throw io_error(file_);
    }
    if (written_ == 0) {
        return;
    }
    const int file = ::open(file_.c_str(), O_RDONLY | O_CLOEXEC);
    auto* map = file < 0 ? MAP_FAILED : ::mmap(nullptr, written_, PROT_READ, MAP_PRIVATE, file, 0);
    if (file >= 0) {
        ::close(file);
    }
    if (map == MAP_FAILED) {
        throw io_error(file_);
    }
    map_ = static_cast<const char*>(map);
}

WorldBox FeatureStore::box(std::size_t i) const {
    const auto& p = places_[i];
    return {p.min_x, p.min_y, p.max_x, p.max_y};
}

void FeatureStore::read(std::size_t i, StoredFeature& feature) const {
    Unpacker in(map_ + places_[i].offset, map_ + (i + 1 < places_.size() ? places_[i + 1].offset : written_));
    feature.id = in.number();
    feature.area_class = static_cast<std::uint16_t>(in.number());
    feature.tags.resize(in.number());
    for (auto& [key, value] : feature.tags) {
        key = static_cast<std::uint32_t>(in.number());
        value = static_cast<std::uint32_t>(in.number());
    }
    feature.shape.kind = static_cast<ShapeKind>(in.number());
    feature.shape.parts.resize(in.number());
    WorldPoint at;
    for (auto& part : feature.shape.parts) {
        part.rings.resize(in.number());
        for (auto& ring : part.rings) {
            ring.resize(in.number());
            for (auto& p : ring) {
                at.x += in.signed_number();
                at.y += in.signed_number();
                p = at;
            }
        }
    }
}

}  // namespace khomo::geo
