// SPDX-License-Identifier: GPL-3.0-or-later

#include "geo/tiles/vector_tile.hpp"

#include <protozero/pbf_writer.hpp>

namespace khomo::geo {
namespace {

// Field numbers of vector_tile.proto 2.1.
enum Tile : protozero::pbf_tag_type { kLayers = 3 };
enum Layer : protozero::pbf_tag_type { kName = 1, kFeatures = 2, kKeys = 3, kValues = 4, kLayerExtent = 5, kVersion = 15 };
enum Feature : protozero::pbf_tag_type { kId = 1, kTags = 2, kType = 3, kGeometry = 4 };
enum ValueField : protozero::pbf_tag_type { kString = 1, kDouble = 3, kUint = 5, kSint = 6, kBool = 7 };
enum Command : std::uint32_t { kMoveTo = 1, kLineTo = 2, kClosePath = 7 };

class GeometryWriter {
public:
    std::vector<std::uint32_t> words;

    void shape(const WorldShape& shape) {
        if (shape.kind == ShapeKind::point) {
            command(kMoveTo, shape.parts.size());
            for (const auto& part : shape.parts) {
                step(part.rings.front().front());
            }
            return;
        }
        for (const auto& part : shape.parts) {
            for (const auto& ring : part.rings) {
                command(kMoveTo, 1);
                step(ring.front());
                command(kLineTo, ring.size() - 1);
                for (std::size_t i = 1; i < ring.size(); ++i) {
                    step(ring[i]);
                }
                if (shape.kind == ShapeKind::polygon) {
                    command(kClosePath, 1);
                }
            }
        }
    }

private:
    void command(Command id, std::size_t count) { words.push_back(static_cast<std::uint32_t>(count) << 3 | id); }
    void step(const WorldPoint& p) {
        words.push_back(protozero::encode_zigzag32(static_cast<std::int32_t>(p.x - at_.x)));
        words.push_back(protozero::encode_zigzag32(static_cast<std::int32_t>(p.y - at_.y)));
        at_ = p;
    }
    WorldPoint at_;
};

std::string encode(const catalog::Value& value) {
    std::string bytes;
    protozero::pbf_writer out(bytes);
    if (const auto* text = std::get_if<std::string>(&value)) {
        out.add_string(kString, *text);
    } else if (const auto* number = std::get_if<double>(&value)) {
        out.add_double(kDouble, *number);
    } else if (const auto* truth = std::get_if<bool>(&value)) {
        out.add_bool(kBool, *truth);
    } else if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        if (*whole < 0) {
            out.add_sint64(kSint, *whole);
        } else {
            out.add_uint64(kUint, static_cast<std::uint64_t>(*whole));
        }
    }
    return bytes;
}

}  // namespace

std::uint32_t ValuePool::number(const catalog::Value& value) {
    const auto [it, fresh] = numbers_.emplace(encode(value), static_cast<std::uint32_t>(values_.size()));
    if (fresh) {
        values_.push_back(&it->first);
    }
    return it->second;
}

void VectorTile::add(std::uint64_t id, const std::vector<TileTag>& tags, const WorldShape& shape) {
    std::vector<std::uint32_t> numbers;
    for (const auto& [key, value] : tags) {
        const auto [k, new_key] = key_numbers_.emplace(key, static_cast<std::uint32_t>(key_order_.size()));
        if (new_key) {
            key_order_.push_back(key);
        }
        const auto [v, new_value] = value_numbers_.emplace(value, static_cast<std::uint32_t>(value_order_.size()));
        if (new_value) {
            value_order_.push_back(value);
        }
        numbers.push_back(k->second);
        numbers.push_back(v->second);
    }
    GeometryWriter geometry;
    geometry.shape(shape);
    std::string bytes;
    protozero::pbf_writer feature(bytes);
    if (id != 0) {
        feature.add_uint64(kId, id);
    }
    if (!numbers.empty()) {
        feature.add_packed_uint32(kTags, numbers.begin(), numbers.end());
    }
    feature.add_enum(kType, shape.kind == ShapeKind::point ? 1 : shape.kind == ShapeKind::line ? 2 : 3);
    feature.add_packed_uint32(kGeometry, geometry.words.begin(), geometry.words.end());
    protozero::pbf_writer(features_).add_message(kFeatures, bytes);
    ++count_;
}

std::string VectorTile::finish() const {
    if (count_ == 0) {
        return "";
    }
    std::string body;
    {
        protozero::pbf_writer layer(body);
        layer.add_uint32(kVersion, 2);
        layer.add_string(kName, layer_);
    }
    body += features_;
    protozero::pbf_writer layer(body);
    for (const auto key : key_order_) {
        layer.add_string(kKeys, keys_[key]);
    }
    for (const auto value : value_order_) {
        layer.add_message(kValues, pool_.encoded(value));
    }
    layer.add_uint32(kLayerExtent, static_cast<std::uint32_t>(kExtent));
    std::string tile;
    protozero::pbf_writer(tile).add_message(kLayers, body);
    return tile;
}

}  // namespace khomo::geo
