// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <cmath>
#include <cstring>
#include <random>

#include "catalog/base/file.hpp"
#include "geo/tiles/class_outlines.hpp"
#include "geo/tiles/tile_maker.hpp"
#include "geo/tiles/tile_shape.hpp"

using namespace khomo;
using namespace khomo::geo;

namespace {

template <typename T>
void put(std::string& out, T value) {
    out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

std::string polygon(const std::vector<std::vector<std::pair<double, double>>>& rings) {
    std::string wkb;
    put<std::uint8_t>(wkb, 1);
    put<std::uint32_t>(wkb, 3);
    put<std::uint32_t>(wkb, static_cast<std::uint32_t>(rings.size()));
    for (const auto& ring : rings) {
        put<std::uint32_t>(wkb, static_cast<std::uint32_t>(ring.size()));
        for (const auto& [x, y] : ring) {
            put(wkb, x);
            put(wkb, y);
        }
    }
    return wkb;
}

std::string point(double x, double y) {
    std::string wkb;
    put<std::uint8_t>(wkb, 1);
    put<std::uint32_t>(wkb, 1);
    put(wkb, x);
    put(wkb, y);
    return wkb;
}

TileOptions options_in(const TemporaryFolder& folder, unsigned threads = 2) {
    TileOptions options;
    options.layer = "thu";
    options.keys = {"loai", "ma"};
    options.class_key = 0;
    options.threads = threads;
    options.scratch = folder.path();
    return options;
}

/// A field of lots about 250 m wide with common crooked borders and five classes without any order, one of them rare.
void add_lots(TileMaker& maker, int side) {
    std::mt19937 random(7);
    const auto shift = [&] { return (static_cast<double>(random() % 1000) / 1000 - 0.5) * 0.0012; };
    std::vector<std::pair<double, double>> nodes;
    for (int y = 0; y <= side; ++y) {
        for (int x = 0; x <= side; ++x) {
            nodes.emplace_back(103.6 + x * 0.0024 + shift(), 21.1 + y * 0.0022 + shift());
        }
    }
    const auto node = [&](int x, int y) { return nodes[static_cast<std::size_t>(y * (side + 1) + x)]; };
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const auto draw = random() % 100;
            const std::string loai = draw < 2 ? "HIẾM" : draw < 30 ? "A" : draw < 60 ? "B" : draw < 90 ? "C" : "D";
            maker.add(static_cast<std::uint64_t>(y * side + x + 1), polygon({{node(x, y), node(x + 1, y), node(x + 1, y + 1), node(x, y + 1), node(x, y)}}), {loai, std::int64_t{y * side + x}});
        }
    }
}

}  // namespace

TEST_CASE("a layer of many lots keeps its area and every class's share at every zoom") {
    const TemporaryFolder folder;
    TileMaker maker(options_in(folder));
    add_lots(maker, 150);
    const auto report = maker.finish(folder.path() / "lop.pmtiles");
    CHECK(report.faults.empty());
    CHECK(report.features == 22500);
    REQUIRE(report.zooms.size() == 10);
    for (const auto& zoom : report.zooms) {
        CAPTURE(zoom.zoom);
        CHECK(zoom.covered >= 0.99);
        CHECK(zoom.covered <= 1.01);
        CHECK(zoom.worst_share_off <= 0.01);
        CHECK(zoom.largest <= kLargestTile);
        CHECK(zoom.generalised == (zoom.zoom < report.detail_zoom));
    }
    CHECK(report.detail_zoom <= kLotsFrom);
    CHECK(report.zooms.front().generalised);
    CHECK(std::filesystem::file_size(folder.path() / "lop.pmtiles") == report.bytes);
}

TEST_CASE("the bytes do not depend on the number of threads") {
    const TemporaryFolder folder;
    std::vector<std::string> archives;
    for (const unsigned threads : {1U, 4U}) {
        TileMaker maker(options_in(folder, threads));
        add_lots(maker, 60);
        const auto file = folder.path() / "lop.pmtiles";
        CHECK(maker.finish(file).faults.empty());
        archives.push_back(read_file(file));
    }
    CHECK(archives[0] == archives[1]);
}

TEST_CASE("tiles that would be too heavy are refused, and no archive is written") {
    const TemporaryFolder folder;
    auto options = options_in(folder);
    options.kind = ShapeKind::point;
    options.class_key = -1;
    TileMaker maker(options);
    std::mt19937 random(3);
    for (std::uint64_t id = 1; id <= 3000; ++id) {
        std::string noise;
        for (int i = 0; i < 250; ++i) {
            noise += static_cast<char>(33 + random() % 90);
        }
        maker.add(id, point(103.9 + static_cast<double>(id) * 1e-6, 21.3), {noise, catalog::Value()});
    }
    const auto report = maker.finish(folder.path() / "lop.pmtiles");
    REQUIRE_FALSE(report.faults.empty());
    CHECK(report.faults.back().en.find("At zoom 14 a tile weighs") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(folder.path() / "lop.pmtiles"));
}

TEST_CASE("many points are merged on small zooms and none is lost") {
    const TemporaryFolder folder;
    auto options = options_in(folder);
    options.kind = ShapeKind::point;
    TileMaker maker(options);
    std::mt19937 random(5);
    for (std::uint64_t id = 1; id <= 40000; ++id) {
        maker.add(id, point(103.3 + static_cast<double>(random() % 100000) * 1.5e-5, 20.8 + static_cast<double>(random() % 100000) * 1e-5), {std::string(id % 3 == 0 ? "A" : "B"), static_cast<std::int64_t>(id)});
    }
    const auto report = maker.finish(folder.path() / "lop.pmtiles");
    CHECK(report.faults.empty());
    CHECK(report.zooms.front().generalised);
    CHECK(report.zooms.front().features < 40000);
    for (const auto& zoom : report.zooms) {
        CAPTURE(zoom.zoom);
        CHECK(zoom.covered == doctest::Approx(1));
    }
}

TEST_CASE("a polygon that overlaps others is told, and what is seen is what must stay") {
    const TemporaryFolder folder;
    TileMaker maker(options_in(folder));
    add_lots(maker, 100);
    maker.add(99999, polygon({{{103.6, 21.1}, {103.8, 21.1}, {103.8, 21.25}, {103.6, 21.25}, {103.6, 21.1}}}), {std::string("A"), catalog::Value()});
    const auto report = maker.finish(folder.path() / "lop.pmtiles");
    CHECK(report.faults.empty());
    CHECK(report.overlap > 0.1);
}

TEST_CASE("holes stay holes, and rings given the wrong way round are turned") {
    const std::vector<std::pair<double, double>> outer = {{103.9, 21.3}, {103.9, 21.4}, {104.0, 21.4}, {104.0, 21.3}, {103.9, 21.3}};
    const std::vector<std::pair<double, double>> hole = {{103.94, 21.34}, {103.94, 21.36}, {103.96, 21.36}, {103.96, 21.34}, {103.94, 21.34}};
    const auto right = world_shape(polygon({outer, {hole.rbegin(), hole.rend()}}));
    const auto wrong = world_shape(polygon({{outer.rbegin(), outer.rend()}, hole}));
    CHECK(shape_area(right) > 0);
    CHECK(shape_area(right) == shape_area(wrong));
    CHECK(shape_area(right) == doctest::Approx(0.96 * shape_area(world_shape(polygon({outer})))).epsilon(0.001));
}

TEST_CASE("a polygon cut by four tiles has its whole area in them") {
    const auto shape = world_shape(polygon({{{103.8, 21.2}, {104.3, 21.25}, {104.25, 21.7}, {103.9, 21.6}, {103.8, 21.2}}}));
    double area = 0;
    for (const auto& tile : tiles_of(shape_box(shape), 10)) {
        area += std::ldexp(amount_inside(to_tile(clip_shape(shape, tile_box(tile, kBuffer)), tile).shape), 2 * unit_bits(10));
    }
    CHECK(area == doctest::Approx(shape_area(shape)).epsilon(1e-4));  // a unit is 19 m there
}

TEST_CASE("outlines of classes leave no crack and do not overlap: their areas are those of the whole") {
    const TemporaryFolder folder;
    FeatureStore store(folder.path() / "f");
    std::mt19937 random(11);
    for (int i = 0; i < 400; ++i) {
        const double x = 103.5 + static_cast<double>(random() % 1000) * 4e-4;
        const double y = 21.2 + static_cast<double>(random() % 1000) * 4e-4;
        const double r = 0.005 + static_cast<double>(random() % 100) * 2e-4;
        store.add({1, static_cast<std::uint16_t>(i % 5), {}, world_shape(polygon({{{x - r, y}, {x, y + r}, {x + r, y}, {x, y - r}, {x - r, y}}}))});
    }
    store.freeze();
    const ClassRaster raster(store, 13, 40000000, 2);
    const ClassGrid grid(raster, 9, 8, 2);
    for (const bool simplify : {false, true}) {
        for (const auto& tile : grid.tiles()) {
            double classes = 0;
            WorldShape all{ShapeKind::polygon, {}};
            for (const auto& [label, shape] : class_outlines(grid, tile, simplify)) {
                for (const auto& part : shape.parts) {
                    CHECK(ring_area(part.rings.front()) > 0);
                    for (std::size_t i = 1; i < part.rings.size(); ++i) {
                        CHECK(ring_area(part.rings[i]) < 0);
                    }
                }
                classes += amount_inside(shape);
            }
            std::size_t filled = 0;
            for (std::int64_t y = 0; y < 256; ++y) {
                for (std::int64_t x = 0; x < 256; ++x) {
                    filled += grid.at((static_cast<std::int64_t>(tile.x) << 8) + x, (static_cast<std::int64_t>(tile.y) << 8) + y) != 0 ? 1 : 0;
                }
            }
            CAPTURE(simplify);
            CHECK(classes == doctest::Approx(static_cast<double>(filled) * 256).epsilon(simplify ? 0.02 : 1e-9));
        }
    }
}

TEST_CASE("broken WKB is refused") {
    auto wkb = polygon({{{103.9, 21.3}, {103.9, 21.4}, {104.0, 21.4}, {103.9, 21.3}}});
    CHECK_THROWS(world_shape(wkb.substr(0, wkb.size() - 3)));
    wkb[1] = 99;
    CHECK_THROWS(world_shape(wkb));
    CHECK(world_shape("").parts.empty());
}
