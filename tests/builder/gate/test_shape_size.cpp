// SPDX-License-Identifier: GPL-3.0-or-later

#include <doctest/doctest.h>

#include <cstring>
#include <vector>

#include "builder/gate/shape_size.hpp"
#include "catalog/base/error.hpp"
#include "catalog/base/wkb.hpp"

using namespace khomo;

namespace {

using Points = std::vector<std::pair<double, double>>;

void put(std::string& out, std::uint32_t number) { out.append(reinterpret_cast<const char*>(&number), 4); }

void put(std::string& out, const Points& points) {
    put(out, static_cast<std::uint32_t>(points.size()));
    for (const auto& [x, y] : points) {
        out.append(reinterpret_cast<const char*>(&x), 8).append(reinterpret_cast<const char*>(&y), 8);
    }
}

std::string line(const Points& points) {
    std::string wkb("\x01", 1);
    put(wkb, 2);
    put(wkb, points);
    return wkb;
}

std::string polygon(const std::vector<Points>& rings) {
    std::string wkb("\x01", 1);
    put(wkb, 3);
    put(wkb, static_cast<std::uint32_t>(rings.size()));
    for (const auto& ring : rings) {
        put(wkb, ring);
    }
    return wkb;
}

}  // namespace

TEST_CASE("a square kilometre far from the origin is a million square metres, its hole taken off") {
    const double x = 496'000;
    const double y = 2'354'000;
    const Points outer = {{x, y}, {x + 1000, y}, {x + 1000, y + 1000}, {x, y + 1000}, {x, y}};
    const Points hole = {{x + 100, y + 100}, {x + 200, y + 100}, {x + 200, y + 200}, {x + 100, y + 200}, {x + 100, y + 100}};
    const auto size = builder::measure_shape(wkb_to_multi(polygon({outer, hole})));
    CHECK(size.area == doctest::Approx(990'000).epsilon(1e-12));
    CHECK(size.length == 0);
    CHECK(size.x == x + 500);
    CHECK(size.y == y + 500);
}

TEST_CASE("a line has its length, a point its place") {
    CHECK(builder::measure_shape(line({{10, 10}, {13, 14}, {13, 20}})).length == doctest::Approx(11));
    const auto point = builder::measure_shape(wkb_point(3, 4));
    CHECK(point.x == 3);
    CHECK(point.y == 4);
    CHECK_FALSE(point.empty);
}

TEST_CASE("bytes that end too soon are an error") {
    auto cut = line({{1, 2}, {3, 4}});
    cut.resize(cut.size() - 3);
    CHECK_THROWS_AS(builder::measure_shape(cut), Error);
}
