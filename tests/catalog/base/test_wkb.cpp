// SPDX-License-Identifier: GPL-3.0-or-later

#include <doctest/doctest.h>

#include "catalog/base/error.hpp"
#include "catalog/base/wkb.hpp"

using namespace khomo;

TEST_CASE("a point and its multi form say the same in GeoJSON") {
    const auto point = wkb_point(103.9, 21.3);
    std::string json;
    append_geojson(json, point, 7);
    CHECK(json == R"({"type":"Point","coordinates":[103.9,21.3]})");
    json.clear();
    append_geojson(json, wkb_to_multi(point), 7);
    CHECK(json == R"({"type":"MultiPoint","coordinates":[[103.9,21.3]]})");
}

TEST_CASE("bounds and transformation see every coordinate") {
    auto wkb = wkb_to_multi(wkb_point(1, 2));
    wkb_transform(wkb, [](double& x, double& y) {
        x += 10;
        y += 20;
    });
    const auto box = wkb_bounds(wkb);
    REQUIRE(box);
    CHECK((*box)[0] == 11);
    CHECK((*box)[3] == 22);
}

TEST_CASE("a cut, foreign or absurd geometry is refused") {
    const auto point = wkb_point(1, 2);
    CHECK_THROWS_AS(wkb_bounds(point.substr(0, 12)), Error);
    CHECK_THROWS_AS(wkb_bounds(std::string("\0\0\0\0\1", 5)), Error);
    CHECK_THROWS_AS(wkb_bounds(std::string("\1\2\0\0\0\xff\xff\xff\xff", 9)), Error);
}
