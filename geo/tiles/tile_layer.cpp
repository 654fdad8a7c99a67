// SPDX-License-Identifier: GPL-3.0-or-later

#include "geo/tiles/tile_layer.hpp"

#include <algorithm>
#include <utility>

#include "catalog/base/number.hpp"
#include "catalog/base/parallel.hpp"
#include "geo/tiles/class_outlines.hpp"
#include "geo/tiles/tile_shape.hpp"

namespace khomo::geo {
namespace {

constexpr std::size_t kMostClasses = 250;
constexpr std::int64_t kPointGrain = 32;  // units: points nearer together are one where they are too many

}  // namespace

void TileTally::add(const TileTally& other) {
    amount.resize(std::max(amount.size(), other.amount.size()));
    for (std::size_t i = 0; i < other.amount.size(); ++i) {
        amount[i] += other.amount[i];
    }
    tiles += other.tiles;
    features += other.features;
    largest = std::max(largest, other.largest);
}

std::string class_name(const catalog::Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) {
        return *text;
    }
    if (const auto* number = std::get_if<double>(&value)) {
        return to_text(*number);
    }
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        return std::to_string(*whole);
    }
    const auto* truth = std::get_if<bool>(&value);
    return truth == nullptr ? "" : *truth ? "true" : "false";
}

TileLayer::TileLayer(TileOptions given) : options(std::move(given)), store(options.scratch / "features"), spool(options.scratch / "tiles") { options.keys.emplace_back("point_count"); }

std::uint16_t TileLayer::class_of(const std::vector<catalog::Value>& values) {
    const auto value = options.class_key < 0 ? catalog::Value() : values[static_cast<std::size_t>(options.class_key)];
    auto name = class_name(value);
    const bool known = class_numbers.contains(name);
    const bool full = !known && class_values.size() >= kMostClasses;
    name = full ? "" : name;
    const auto [it, fresh] = class_numbers.emplace(name, static_cast<std::uint16_t>(class_values.size()));
    if (fresh) {
        class_values.push_back(full ? catalog::Value() : value);
        class_features.push_back(0);
        truth.push_back(0);
    }
    return it->second;
}

double TileLayer::world_amount(double units, int zoom) const {
    const int power = options.kind == ShapeKind::polygon ? 2 : options.kind == ShapeKind::line ? 1 : 0;
    return std::ldexp(units, power * unit_bits(zoom));
}

void TileLayer::put(const TileId& tile, const VectorTile& content, ZoomTiles& out) {
    const auto bytes = content.finish();
    if (bytes.empty()) {
        return;
    }
    const auto packed = gzip(bytes);
    out.tiles.push_back(spool.add(tile, packed));
    ++out.tally.tiles;
    out.tally.features += content.features();
    out.tally.largest = std::max(out.tally.largest, static_cast<std::uint32_t>(packed.size()));
}

void TileLayer::encode(const TileId& tile, const std::vector<const StoredFeature*>& features, ZoomTiles& out) {
    VectorTile content(options.layer, options.keys, pool);
    auto& amounts = out.tally.amount;
    amounts.resize(truth.size());
    std::vector<double> collapsed(truth.size());
    for (const auto* feature : features) {
        auto [shape, lost, lost_at] = to_tile(feature->shape, tile);
        // Polygons too small for the grid hand their area on until it makes one square of it, so that scattered small ones are not lost together.
        auto& debt = collapsed[feature->area_class];
        debt += lost;
        if (debt >= 1) {
            debt -= 1;
            const auto x = std::clamp<std::int64_t>(lost_at.x, 0, kExtent - 1);
            const auto y = std::clamp<std::int64_t>(lost_at.y, 0, kExtent - 1);
            shape.parts.push_back({{{{x, y}, {x + 1, y}, {x + 1, y + 1}, {x, y + 1}}}});
        }
        if (shape.parts.empty()) {
            continue;
        }
        content.add(feature->id, feature->tags, shape);
        const auto measured = options.kind == ShapeKind::line ? amount(clip_shape(feature->shape, tile_box(tile, 0))) : world_amount(amount_inside(shape), tile.z);
        amounts[feature->area_class] += measured;
    }
    put(tile, content, out);
}

void TileLayer::descend(const TileId& tile, const std::vector<const StoredFeature*>& features, int last_zoom, std::vector<ZoomTiles>& out) {
    encode(tile, features, out[out.size() - 1 - static_cast<std::size_t>(last_zoom - tile.z)]);
    if (tile.z == last_zoom) {
        return;
    }
    for (std::uint32_t child = 0; child < 4; ++child) {
        const TileId below{tile.z + 1, tile.x * 2 + child % 2, tile.y * 2 + child / 2};
        const auto box = tile_box(below, kBuffer);
        std::vector<StoredFeature> clipped;
        clipped.reserve(features.size());
        for (const auto* feature : features) {
            if (!shape_box(feature->shape).meets(box)) {
                continue;
            }
            auto shape = clip_shape(feature->shape, box);
            if (!shape.parts.empty()) {
                clipped.push_back({feature->id, feature->area_class, feature->tags, std::move(shape)});
            }
        }
        std::vector<const StoredFeature*> inside;
        for (const auto& feature : clipped) {
            inside.push_back(&feature);
        }
        if (!inside.empty()) {
            descend(below, inside, last_zoom, out);
        }
    }
}

std::vector<std::vector<std::uint32_t>> TileLayer::by_tile(const std::vector<TileId>& tiles, int zoom) const {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> places;
    for (std::size_t i = 0; i < tiles.size(); ++i) {
        places.emplace(std::pair(tiles[i].x, tiles[i].y), i);
    }
    std::vector<std::vector<std::uint32_t>> features(tiles.size());
    const auto margin = kBuffer << unit_bits(zoom);
    for (std::size_t i = 0; i < store.size(); ++i) {
        auto box = store.box(i);
        box = {box.min_x - margin, box.min_y - margin, box.max_x + margin, box.max_y + margin};
        for (const auto& tile : tiles_of(box, zoom)) {
            if (const auto found = places.find({tile.x, tile.y}); found != places.end()) {
                features[found->second].push_back(static_cast<std::uint32_t>(i));
            }
        }
    }
    return features;
}

std::vector<ZoomTiles> TileLayer::detail(int first_zoom, int last_zoom) {
    const auto margin = kBuffer << unit_bits(first_zoom);
    auto box = store.bounds();
    const std::int64_t most = (1LL << kWorldBits) - 1;
    box = {std::max<std::int64_t>(box.min_x - margin, 0), std::max<std::int64_t>(box.min_y - margin, 0), std::min(box.max_x + margin, most), std::min(box.max_y + margin, most)};
    const auto tiles = tiles_of(box, first_zoom);
    const auto features = by_tile(tiles, first_zoom);
    const auto zooms = static_cast<std::size_t>(last_zoom - first_zoom + 1);
    std::vector<std::vector<ZoomTiles>> results(tiles.size(), std::vector<ZoomTiles>(zooms));
    in_parallel(tiles.size(), jobs(), [&](std::size_t i) {
        std::vector<StoredFeature> own;
        own.reserve(features[i].size());
        const auto clip = tile_box(tiles[i], kBuffer);
        StoredFeature whole;
        for (const auto number : features[i]) {
            store.read(number, whole);
            auto shape = clip_shape(whole.shape, clip);
            if (!shape.parts.empty()) {
                own.push_back({whole.id, whole.area_class, whole.tags, std::move(shape)});
            }
        }
        std::vector<const StoredFeature*> pointers;
        for (const auto& feature : own) {
            pointers.push_back(&feature);
        }
        if (!pointers.empty()) {
            descend(tiles[i], pointers, last_zoom, results[i]);
        }
    });
    std::vector<ZoomTiles> out(zooms);
    for (auto& result : results) {
        for (std::size_t z = 0; z < zooms; ++z) {
            out[z].tally.add(result[z].tally);
            out[z].tiles.insert(out[z].tiles.end(), result[z].tiles.begin(), result[z].tiles.end());
        }
    }
    return out;
}

ZoomTiles TileLayer::mosaic(const ClassGrid& grid, bool simplify) {
    const auto tiles = grid.tiles();
    std::vector<ZoomTiles> results(tiles.size());
    std::vector<std::vector<TileTag>> tags(class_values.size());
    for (std::size_t c = 0; c < tags.size(); ++c) {
        if (options.class_key >= 0 && class_values[c].index() != 0) {
            tags[c] = {{static_cast<std::uint32_t>(options.class_key), pool.number(class_values[c])}};
        }
    }
    in_parallel(tiles.size(), jobs(), [&](std::size_t i) {
        VectorTile content(options.layer, options.keys, pool);
        auto& amounts = results[i].tally.amount;
        amounts.resize(truth.size());
        for (const auto& [label, shape] : class_outlines(grid, tiles[i], simplify)) {
            content.add(0, tags[label - 1U], shape);
            amounts[label - 1U] += world_amount(amount_inside(shape), grid.zoom());
        }
        put(tiles[i], content, results[i]);
    });
    ZoomTiles out;
    for (auto& result : results) {
        out.tally.add(result.tally);
        out.tiles.insert(out.tiles.end(), result.tiles.begin(), result.tiles.end());
    }
    return out;
}

ZoomTiles TileLayer::merged_points(int zoom) {
    const auto count_key = static_cast<std::uint32_t>(options.keys.size() - 1);
    struct Heap {
        std::uint64_t count = 0;
        WorldPoint at;
    };
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::map<std::pair<std::pair<std::int64_t, std::int64_t>, std::uint16_t>, Heap>> tiles;
    StoredFeature feature;
    for (std::size_t i = 0; i < store.size(); ++i) {
        store.read(i, feature);
        for (const auto& part : feature.shape.parts) {
            const auto& p = part.rings.front().front();
            const WorldPoint unit{p.x >> unit_bits(zoom), p.y >> unit_bits(zoom)};
            const std::pair tile(static_cast<std::uint32_t>(unit.x >> kExtentBits), static_cast<std::uint32_t>(unit.y >> kExtentBits));
            auto& heap = tiles[tile][{{unit.y / kPointGrain, unit.x / kPointGrain}, feature.area_class}];
            heap.at = heap.count++ == 0 ? WorldPoint{unit.x & (kExtent - 1), unit.y & (kExtent - 1)} : heap.at;
        }
    }
    ZoomTiles out;
    out.tally.amount.resize(truth.size());
    for (const auto& [place, heaps] : tiles) {
        VectorTile content(options.layer, options.keys, pool);
        for (const auto& [key, heap] : heaps) {
            std::vector<TileTag> tags;
            if (options.class_key >= 0 && class_values[key.second].index() != 0) {
                tags.emplace_back(static_cast<std::uint32_t>(options.class_key), pool.number(class_values[key.second]));
            }
            tags.emplace_back(count_key, pool.number(static_cast<std::int64_t>(heap.count)));
            content.add(0, tags, {ShapeKind::point, {{{{heap.at}}}}});
            out.tally.amount[key.second] += static_cast<double>(heap.count);
        }
        put({zoom, place.first, place.second}, content, out);
    }
    return out;
}

}  // namespace khomo::geo
