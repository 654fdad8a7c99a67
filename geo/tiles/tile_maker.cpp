// SPDX-License-Identifier: GPL-3.0-or-later

#include "geo/tiles/tile_maker.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>

#include "catalog/base/number.hpp"
#include "catalog/base/parallel.hpp"
#include "geo/tiles/class_outlines.hpp"
#include "geo/tiles/class_raster.hpp"
#include "geo/tiles/feature_store.hpp"
#include "geo/tiles/pmtiles_writer.hpp"
#include "geo/tiles/tile_shape.hpp"
#include "geo/tiles/vector_tile.hpp"

namespace khomo::geo {
namespace {

constexpr std::size_t kMostClasses = 250;
constexpr std::uint32_t kLightTile = 100000;   // bytes: below this features stand as they are on small zooms too
constexpr std::uint32_t kGoodTile = 200000;    // what a generalised tile should weigh
constexpr std::uint64_t kMostCells = 40000000;
constexpr std::int64_t kPointGrain = 32;       // units: points nearer together are one where they are too many
constexpr double kFewestSquares = 400;         // of a tile's grid, at which one of them is a quarter of a point
constexpr double kOverlapNoted = 0.005;

/// What a tile, or several, show.
struct Tally {
    std::vector<double> amount;  ///< by class, in world units
    std::uint64_t tiles = 0;
    std::uint64_t features = 0;
    std::uint32_t largest = 0;

    void add(const Tally& other) {
        amount.resize(std::max(amount.size(), other.amount.size()));
        for (std::size_t i = 0; i < other.amount.size(); ++i) {
            amount[i] += other.amount[i];
        }
        tiles += other.tiles;
        features += other.features;
        largest = std::max(largest, other.largest);
    }
};

struct ZoomTiles {
    std::vector<SpooledTile> tiles;
    Tally tally;
};

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

double longitude(std::int64_t x) { return std::ldexp(static_cast<double>(x), -kWorldBits) * 360 - 180; }
double latitude(std::int64_t y) { return std::atan(std::sinh(M_PI * (1 - 2 * std::ldexp(static_cast<double>(y), -kWorldBits)))) * 180 / M_PI; }

}  // namespace

struct TileMaker::State {
    explicit State(TileOptions given) : options(std::move(given)), store(options.scratch / "features"), spool(options.scratch / "tiles") { options.keys.emplace_back("point_count"); }

    TileOptions options;
    ValuePool pool;
    FeatureStore store;
    TileSpool spool;
    std::map<std::string, std::uint16_t> class_numbers;
    std::vector<catalog::Value> class_values;
    std::vector<std::uint64_t> class_features;
    std::vector<double> truth;  ///< by class, in world units
    std::uint64_t without_shape = 0;
    std::uint64_t next_id = 0;

    int jobs() const { return static_cast<int>(options.threads); }

    std::uint16_t class_of(const std::vector<catalog::Value>& values) {
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

    /// The amount of a tile shape's source in world units: lengths and areas grow with the unit.
    double world_amount(double units, int zoom) const {
        const int power = options.kind == ShapeKind::polygon ? 2 : options.kind == ShapeKind::line ? 1 : 0;
        return std::ldexp(units, power * unit_bits(zoom));
    }

    std::vector<std::vector<std::uint32_t>> by_tile(const std::vector<TileId>& tiles, int zoom) const;
    void encode(const TileId& tile, const std::vector<const StoredFeature*>& features, ZoomTiles& out);
    void descend(const TileId& tile, const std::vector<const StoredFeature*>& features, int last_zoom, std::vector<ZoomTiles>& out);
    std::vector<ZoomTiles> detail(int first_zoom, int last_zoom);
    ZoomTiles mosaic(const ClassGrid& grid, bool simplify);
    ZoomTiles merged_points(int zoom);
    void put(const TileId& tile, const VectorTile& content, ZoomTiles& out);
    ZoomFidelity judge(int zoom, const Tally& tally, const std::vector<double>& reference) const;
    static bool faithful(const ZoomFidelity& zoom) { return zoom.covered >= kLeastCovered && zoom.covered <= 2 - kLeastCovered && zoom.worst_share_off <= kMostShareOff; }
    std::string metadata(const TileReport& report) const;
};

void TileMaker::State::put(const TileId& tile, const VectorTile& content, ZoomTiles& out) {
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

void TileMaker::State::encode(const TileId& tile, const std::vector<const StoredFeature*>& features, ZoomTiles& out) {
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

void TileMaker::State::descend(const TileId& tile, const std::vector<const StoredFeature*>& features, int last_zoom, std::vector<ZoomTiles>& out) {
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

std::vector<std::vector<std::uint32_t>> TileMaker::State::by_tile(const std::vector<TileId>& tiles, int zoom) const {
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

/// Zooms first … last with the features as they are. A tile of the first zoom is one piece of work with all tiles below it.
std::vector<ZoomTiles> TileMaker::State::detail(int first_zoom, int last_zoom) {
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

/// A zoom by the classes of the ground.
ZoomTiles TileMaker::State::mosaic(const ClassGrid& grid, bool simplify) {
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

/// A zoom of points: all of a class that fall into one cell of the grain are one, which tells how many it stands for.
ZoomTiles TileMaker::State::merged_points(int zoom) {
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

ZoomFidelity TileMaker::State::judge(int zoom, const Tally& tally, const std::vector<double>& reference) const {
    ZoomFidelity found;
    found.zoom = zoom;
    found.tiles = tally.tiles;
    found.features = tally.features;
    found.largest = tally.largest;
    double shown = 0;
    double whole = 0;
    for (std::size_t c = 0; c < reference.size(); ++c) {
        shown += c < tally.amount.size() ? tally.amount[c] : 0;
        whole += reference[c];
    }
    found.covered = whole > 0 ? shown / whole : 1;
    for (std::size_t c = 0; c < reference.size(); ++c) {
        const double own = c < tally.amount.size() ? tally.amount[c] : 0;
        const double off = std::fabs((shown > 0 ? own / shown : 0) - (whole > 0 ? reference[c] / whole : 0));
        if (off > found.worst_share_off) {
            found.worst_share_off = off;
            found.worst_class = class_name(class_values[c]);
        }
    }
    return found;
}

std::string TileMaker::State::metadata(const TileReport& report) const {
    nlohmann::json fields = nlohmann::json::object();
    for (const auto& key : options.keys) {
        fields[key] = "String";
    }
    const nlohmann::json document = {{"name", options.layer},
                                     {"type", "overlay"},
                                     {"generator", "khomo"},
                                     {"vector_layers", {{{"id", options.layer}, {"fields", fields}, {"minzoom", report.min_zoom}, {"maxzoom", report.max_zoom}}}}};
    return document.dump();
}

TileMaker::TileMaker(TileOptions options) : state_(std::make_unique<State>(std::move(options))) {}
TileMaker::~TileMaker() = default;

void TileMaker::add(std::uint64_t id, std::string_view wkb, const std::vector<catalog::Value>& values) {
    auto& s = *state_;
    StoredFeature feature;
    feature.shape = world_shape(wkb);
    if (feature.shape.parts.empty() || feature.shape.kind != s.options.kind) {
        ++s.without_shape;
        return;
    }
    feature.id = id;
    feature.area_class = s.class_of(values);
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (values[i].index() != 0) {
            feature.tags.emplace_back(static_cast<std::uint32_t>(i), s.pool.number(values[i]));
        }
    }
    ++s.class_features[feature.area_class];
    s.truth[feature.area_class] += amount(feature.shape);
    s.store.add(feature);
}

TileReport TileMaker::finish(const std::filesystem::path& file) {
    auto& s = *state_;
    TileReport report;
    report.min_zoom = s.options.min_zoom;
    report.max_zoom = s.options.max_zoom;
    report.features = s.store.size();
    report.without_shape = s.without_shape;
    if (s.store.size() == 0) {
        report.faults.push_back({"Lớp không có hình nào", "The layer has no shape at all"});
        return report;
    }
    s.store.freeze();
    const auto& bounds = s.store.bounds();
    report.box = {longitude(bounds.min_x), latitude(bounds.max_y), longitude(bounds.max_x), latitude(bounds.min_y)};
    double whole = 0;
    for (const double amount : s.truth) {
        whole += amount;
    }
    for (std::size_t c = 0; c < s.truth.size(); ++c) {
        report.classes.push_back({s.class_values[c], s.class_features[c], whole > 0 ? s.truth[c] / whole : 0});
    }

    // A layer of a few squares of the grid cannot show shares: it begins where it has enough of them.
    while (s.options.kind == ShapeKind::polygon && s.options.min_zoom < s.options.max_zoom && std::ldexp(whole, -2 * unit_bits(s.options.min_zoom)) < kFewestSquares) {
        ++s.options.min_zoom;
    }
    report.min_zoom = s.options.min_zoom;
    std::vector<SpooledTile> tiles;
    const auto accept = [&](const ZoomFidelity& zoom, const ZoomTiles& made) {
        report.zooms.push_back(zoom);
        tiles.insert(tiles.end(), made.tiles.begin(), made.tiles.end());
    };
    // Features as they are: from kLotsFrom where they fit, and on smaller zooms as long as the tiles are light.
    const int first = std::clamp(kLotsFrom, s.options.min_zoom, s.options.max_zoom);
    const auto detailed = s.detail(first, s.options.max_zoom);
    int next = s.options.max_zoom;
    for (; next >= first; --next) {
        const auto& made = detailed[static_cast<std::size_t>(next - first)];
        const auto found = s.judge(next, made.tally, s.truth);
        if (next < s.options.max_zoom && s.options.kind != ShapeKind::line && (!State::faithful(found) || found.largest > kLargestTile)) {
            break;
        }
        accept(found, made);
    }
    for (bool fits = next < first; fits && next >= s.options.min_zoom;) {
        const auto made = s.detail(next, next).front();
        const auto found = s.judge(next, made.tally, s.truth);
        fits = s.options.kind == ShapeKind::line || (State::faithful(found) && found.largest <= kLightTile);
        if (fits) {
            accept(found, made);
            --next;
        }
    }
    report.detail_zoom = next + 1;

    std::vector<double> reference = s.truth;
    if (next >= s.options.min_zoom && s.options.kind == ShapeKind::polygon) {
        const ClassRaster raster(s.store, std::max(0, kWorldBits - next - 12 - 1), kMostCells, s.options.threads);
        report.overlap = raster.overlap();
        if (report.overlap > kOverlapNoted) {
            for (std::size_t c = 0; c < reference.size(); ++c) {
                reference[c] = raster.area(c);
            }
        }
        for (; next >= s.options.min_zoom; --next) {
            std::optional<std::pair<ZoomFidelity, ZoomTiles>> best;
            // Coarser while tiles are heavy, finer while classes are lost; stairs stay where slopes would change a share.
            for (const int cell_bits : {8, 7, 6, 9, 10, 11, 12}) {
                if (!ClassGrid::possible(raster, next, cell_bits) || (best && cell_bits > 8 && State::faithful(best->first))) {
                    continue;
                }
                const ClassGrid grid(raster, next, cell_bits, s.options.threads);
                for (const bool simplify : {true, false}) {
                    auto made = s.mosaic(grid, simplify);
                    auto found = s.judge(next, made.tally, reference);
                    found.generalised = true;
                    found.cells = 1 << cell_bits;
                    if (!best || (State::faithful(found) && (!State::faithful(best->first) || (best->first.largest > kGoodTile && found.largest < best->first.largest)))) {
                        best.emplace(found, std::move(made));
                    }
                    if (State::faithful(found)) {
                        break;
                    }
                }
                if (State::faithful(best->first) && best->first.largest <= kGoodTile) {
                    break;
                }
            }
            accept(best->first, best->second);
        }
    }
    for (; next >= s.options.min_zoom && s.options.kind == ShapeKind::point; --next) {
        const auto made = s.merged_points(next);
        auto found = s.judge(next, made.tally, s.truth);
        found.generalised = true;
        accept(found, made);
    }
    std::reverse(report.zooms.begin(), report.zooms.end());
    for (const auto& zoom : report.zooms) {
        const auto z = std::to_string(zoom.zoom);
        if (!State::faithful(zoom)) {
            report.faults.push_back({"Ở mức " + z + " lớp gạch chỉ giữ " + format_number(zoom.covered * 100, true, 2) + "% và tỷ lệ của «" + zoom.worst_class + "» lệch " + format_number(zoom.worst_share_off * 100, true, 2) + " điểm",
                                     "At zoom " + z + " the tiles keep " + format_number(zoom.covered * 100, false, 2) + "% and the share of «" + zoom.worst_class + "» is off by " + format_number(zoom.worst_share_off * 100, false, 2) + " points"});
        }
        if (zoom.largest > kLargestTile) {
            report.faults.push_back({"Ở mức " + z + " có ô nặng " + std::to_string(zoom.largest) + " byte, quá " + std::to_string(kLargestTile) + ". Bớt thuộc tính của bản đồ hoặc chia lớp",
                                     "At zoom " + z + " a tile weighs " + std::to_string(zoom.largest) + " bytes, more than " + std::to_string(kLargestTile) + ". Show fewer attributes or split the layer"});
        }
    }
    if (report.faults.empty()) {
        const PmtilesHead head{report.min_zoom, report.max_zoom, report.box, std::min(report.max_zoom, 9), s.metadata(report)};
        report.bytes = write_pmtiles(file, head, std::move(tiles), s.spool);
    }
    return report;
}

}  // namespace khomo::geo
