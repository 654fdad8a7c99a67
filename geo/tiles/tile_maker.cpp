// SPDX-License-Identifier: GPL-3.0-or-later

#include "geo/tiles/tile_maker.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <numeric>
#include <optional>

#include "catalog/base/number.hpp"
#include "geo/tiles/class_raster.hpp"
#include "geo/tiles/pmtiles_writer.hpp"
#include "geo/tiles/tile_layer.hpp"
#include "geo/tiles/tile_shape.hpp"

namespace khomo::geo {
namespace {

constexpr std::uint32_t kLightTile = 100000;  // bytes: below this features stand as they are on small zooms too
constexpr std::uint32_t kGoodTile = 200000;   // what a generalised tile should weigh
constexpr std::uint64_t kMostCells = 40000000;
constexpr double kFewestSquares = 400;  // of a tile's grid, at which one of them is a quarter of a point
constexpr double kOverlapNoted = 0.005;

double longitude(std::int64_t x) { return std::ldexp(static_cast<double>(x), -kWorldBits) * 360 - 180; }
double latitude(std::int64_t y) { return std::atan(std::sinh(M_PI * (1 - 2 * std::ldexp(static_cast<double>(y), -kWorldBits)))) * 180 / M_PI; }

bool is_faithful(const ZoomFidelity& zoom) { return zoom.covered >= kLeastCovered && zoom.covered <= 2 - kLeastCovered && zoom.worst_share_off <= kMostShareOff; }

struct JudgedZoom {
    ZoomFidelity fidelity;
    ZoomTiles made;
};

/// Whether a generalised zoom is better than the best one so far: faithful first, then lighter while that one is heavy.
bool is_better(const ZoomFidelity& found, const ZoomFidelity& best) {
    return is_faithful(found) && (!is_faithful(best) || (best.largest > kGoodTile && found.largest < best.largest));
}

}  // namespace

struct TileMaker::State {
    explicit State(TileOptions given) : layer(std::move(given)) {}

    TileLayer layer;
    TileReport report;
    std::vector<SpooledTile> tiles;

    ZoomFidelity judge(int zoom, const TileTally& tally, const std::vector<double>& reference) const;
    void accept(const ZoomFidelity& zoom, const ZoomTiles& made);
    void describe();
    int draw_features();
    void draw_mosaics(int from_zoom);
    JudgedZoom best_mosaic(const ClassRaster& raster, int zoom, const std::vector<double>& reference);
    void draw_merged_points(int from_zoom);
    void find_faults();
    std::string metadata() const;
};

ZoomFidelity TileMaker::State::judge(int zoom, const TileTally& tally, const std::vector<double>& reference) const {
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
            found.worst_class = class_name(layer.class_values[c]);
        }
    }
    return found;
}

void TileMaker::State::accept(const ZoomFidelity& zoom, const ZoomTiles& made) {
    report.zooms.push_back(zoom);
    tiles.insert(tiles.end(), made.tiles.begin(), made.tiles.end());
}

/// What the report says of the layer itself, and the zoom its tiles begin at.
void TileMaker::State::describe() {
    const auto& bounds = layer.store.bounds();
    report.box = {longitude(bounds.min_x), latitude(bounds.max_y), longitude(bounds.max_x), latitude(bounds.min_y)};
    const double whole = std::accumulate(layer.truth.begin(), layer.truth.end(), 0.0);
    for (std::size_t c = 0; c < layer.truth.size(); ++c) {
        report.classes.push_back({layer.class_values[c], layer.class_features[c], whole > 0 ? layer.truth[c] / whole : 0});
    }
    // A layer of a few squares of the grid cannot show shares: it begins where it has enough of them.
    auto& options = layer.options;
    while (options.kind == ShapeKind::polygon && options.min_zoom < options.max_zoom && std::ldexp(whole, -2 * unit_bits(options.min_zoom)) < kFewestSquares) {
        ++options.min_zoom;
    }
    report.min_zoom = options.min_zoom;
}

/// Features as they are: from kLotsFrom where they fit, and on smaller zooms as long as the tiles are light. The zoom that is to be made next.
int TileMaker::State::draw_features() {
    const auto& options = layer.options;
    const bool lines = options.kind == ShapeKind::line;
    const int first = std::clamp(kLotsFrom, options.min_zoom, options.max_zoom);
    const auto detailed = layer.detail(first, options.max_zoom);
    int next = options.max_zoom;
    for (; next >= first; --next) {
        const auto& made = detailed[static_cast<std::size_t>(next - first)];
        const auto found = judge(next, made.tally, layer.truth);
        if (next < options.max_zoom && !lines && (!is_faithful(found) || found.largest > kLargestTile)) {
            return next;
        }
        accept(found, made);
    }
    for (; next >= options.min_zoom; --next) {
        const auto made = layer.detail(next, next).front();
        const auto found = judge(next, made.tally, layer.truth);
        if (!lines && (!is_faithful(found) || found.largest > kLightTile)) {
            return next;
        }
        accept(found, made);
    }
    return next;
}

void TileMaker::State::draw_mosaics(int from_zoom) {
    if (from_zoom < layer.options.min_zoom) {
        return;
    }
    const ClassRaster raster(layer.store, std::max(0, kWorldBits - from_zoom - 12 - 1), kMostCells, layer.options.threads);
    report.overlap = raster.overlap();
    auto reference = layer.truth;
    if (report.overlap > kOverlapNoted) {  // ground that is covered twice can be shown once
        for (std::size_t c = 0; c < reference.size(); ++c) {
            reference[c] = raster.area(c);
        }
    }
    for (int zoom = from_zoom; zoom >= layer.options.min_zoom; --zoom) {
        const auto best = best_mosaic(raster, zoom, reference);
        accept(best.fidelity, best.made);
    }
}

/// Coarser while tiles are heavy, finer while classes are lost; stairs stay where slopes would change a share.
JudgedZoom TileMaker::State::best_mosaic(const ClassRaster& raster, int zoom, const std::vector<double>& reference) {
    std::optional<JudgedZoom> best;
    for (const int cell_bits : {8, 7, 6, 9, 10, 11, 12}) {
        if (!ClassGrid::possible(raster, zoom, cell_bits) || (best && cell_bits > 8 && is_faithful(best->fidelity))) {
            continue;
        }
        const ClassGrid grid(raster, zoom, cell_bits, layer.options.threads);
        for (const bool simplify : {true, false}) {
            auto made = layer.mosaic(grid, simplify);
            auto found = judge(zoom, made.tally, reference);
            found.generalised = true;
            found.cells = 1 << cell_bits;
            if (!best || is_better(found, best->fidelity)) {
                best = {found, std::move(made)};
            }
            if (is_faithful(found)) {
                break;
            }
        }
        if (is_faithful(best->fidelity) && best->fidelity.largest <= kGoodTile) {
            break;
        }
    }
    return std::move(*best);
}

void TileMaker::State::draw_merged_points(int from_zoom) {
    for (int zoom = from_zoom; zoom >= layer.options.min_zoom; --zoom) {
        const auto made = layer.merged_points(zoom);
        auto found = judge(zoom, made.tally, layer.truth);
        found.generalised = true;
        accept(found, made);
    }
}

void TileMaker::State::find_faults() {
    for (const auto& zoom : report.zooms) {
        const auto z = std::to_string(zoom.zoom);
        if (!is_faithful(zoom)) {
            report.faults.push_back({"Ở mức " + z + " lớp gạch chỉ giữ " + format_number(zoom.covered * 100, true, 2) + "% và tỷ lệ của «" + zoom.worst_class + "» lệch " + format_number(zoom.worst_share_off * 100, true, 2) + " điểm",
                                     "At zoom " + z + " the tiles keep " + format_number(zoom.covered * 100, false, 2) + "% and the share of «" + zoom.worst_class + "» is off by " + format_number(zoom.worst_share_off * 100, false, 2) + " points"});
        }
        if (zoom.largest > kLargestTile) {
            report.faults.push_back({"Ở mức " + z + " có ô nặng " + std::to_string(zoom.largest) + " byte, quá " + std::to_string(kLargestTile) + ". Bớt thuộc tính của bản đồ hoặc chia lớp",
                                     "At zoom " + z + " a tile weighs " + std::to_string(zoom.largest) + " bytes, more than " + std::to_string(kLargestTile) + ". Show fewer attributes or split the layer"});
        }
    }
}

std::string TileMaker::State::metadata() const {
    nlohmann::json fields = nlohmann::json::object();
    for (const auto& key : layer.options.keys) {
        fields[key] = "String";
    }
    const nlohmann::json document = {{"name", layer.options.layer},
                                     {"type", "overlay"},
                                     {"generator", "khomo"},
                                     {"vector_layers", {{{"id", layer.options.layer}, {"fields", fields}, {"minzoom", report.min_zoom}, {"maxzoom", report.max_zoom}}}}};
    return document.dump();
}

TileMaker::TileMaker(TileOptions options) : state_(std::make_unique<State>(std::move(options))) {}
TileMaker::~TileMaker() = default;

void TileMaker::add(std::uint64_t id, std::string_view wkb, const std::vector<catalog::Value>& values) {
    auto& s = state_->layer;
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
    const auto kind = s.layer.options.kind;
    s.report.min_zoom = s.layer.options.min_zoom;
    s.report.max_zoom = s.layer.options.max_zoom;
    s.report.features = s.layer.store.size();
    s.report.without_shape = s.layer.without_shape;
    if (s.layer.store.size() == 0) {
        s.report.faults.push_back({"Lớp không có hình nào", "The layer has no shape at all"});
        return s.report;
    }
    s.layer.store.freeze();
    s.describe();
    const int next = s.draw_features();
    s.report.detail_zoom = next + 1;
    if (kind == ShapeKind::polygon) {
        s.draw_mosaics(next);
    } else if (kind == ShapeKind::point) {
        s.draw_merged_points(next);
    }
    std::reverse(s.report.zooms.begin(), s.report.zooms.end());
    s.find_faults();
    if (s.report.faults.empty()) {
        const PmtilesHead head{s.report.min_zoom, s.report.max_zoom, s.report.box, std::min(s.report.max_zoom, 9), s.metadata()};
        s.report.bytes = write_pmtiles(file, head, std::move(s.tiles), s.layer.spool);
    }
    return s.report;
}

}  // namespace khomo::geo
