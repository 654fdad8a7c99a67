// SPDX-License-Identifier: GPL-3.0-or-later

#include <doctest/doctest.h>

#include <cmath>
#include <fstream>
#include <map>
#include <sstream>
#include <vector>

#include "catalog/base/error.hpp"
#include "catalog/base/number.hpp"
#include "geo/crs/transformer.hpp"
#include "tests/support/shared_files.hpp"

using khomo::geo::identify_crs;
using khomo::geo::Transformer;

namespace {

/// One control point by column name.
using Point = std::map<std::string, double>;

std::vector<Point> control_points() {
    std::vector<Point> points;
    const auto file = khomo::tests::shared("cases/vn2000_control_points.csv");
    if (!file) {
        // Two of them, so that the check runs anywhere.
        points.push_back({{"e_9206", 490500}, {"n_9206", 2358700}, {"lat_4326", 21.322886092471}, {"lon_4326", 103.910309834308}, {"e_3405", 386794.798121}, {"n_3405", 2358381.730949}});
        return points;
    }
    std::ifstream in(*file);
    std::string line;
    std::getline(in, line);
    std::vector<std::string> names;
    std::istringstream head(line);
    for (std::string cell; std::getline(head, cell, ',');) {
        names.push_back(cell);
    }
    while (std::getline(in, line)) {
        Point point;
        std::istringstream cells(line);
        std::size_t i = 0;
        for (std::string cell; std::getline(cells, cell, ',') && i < names.size(); ++i) {
            if (const auto value = khomo::parse_double(cell)) {
                point[names[i]] = *value;
            }
        }
        points.push_back(point);
    }
    return points;
}

constexpr double kMetresPerDegree = 111320;

}  // namespace

TEST_CASE("VN-2000 TM-3 104 comes to WGS 84 within a centimetre at every control point") {
    const Transformer to_wgs84("EPSG:9206", "EPSG:4326");
    for (const auto& point : control_points()) {
        double x = point.at("e_9206");
        double y = point.at("n_9206");
        REQUIRE(to_wgs84.transform(x, y));
        CHECK(std::fabs(x - point.at("lon_4326")) * kMetresPerDegree < 0.01);
        CHECK(std::fabs(y - point.at("lat_4326")) * kMetresPerDegree < 0.01);
    }
}

TEST_CASE("WGS 84 comes back to VN-2000 within a centimetre, x east and y north") {
    const Transformer to_vn("EPSG:4326", "EPSG:9206");
    for (const auto& point : control_points()) {
        double x = point.at("lon_4326");
        double y = point.at("lat_4326");
        REQUIRE(to_vn.transform(x, y));
        CHECK(std::fabs(x - point.at("e_9206")) < 0.01);
        CHECK(std::fabs(y - point.at("n_9206")) < 0.01);
    }
}

TEST_CASE("UTM 48N of VN-2000 and the provincial zone agree within a centimetre") {
    const Transformer between("EPSG:3405", "EPSG:9206");
    for (const auto& point : control_points()) {
        double x = point.at("e_3405");
        double y = point.at("n_3405");
        REQUIRE(between.transform(x, y));
        CHECK(std::fabs(x - point.at("e_9206")) < 0.01);
        CHECK(std::fabs(y - point.at("n_9206")) < 0.01);
    }
}

TEST_CASE("a system with an unknown datum is never transformed by a ballpark guess") {
    const std::string unknown =
        "PROJCS[\"x\",GEOGCS[\"x\",DATUM[\"D_unknown\",SPHEROID[\"WGS84\",6378137,298.257223563]],PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]],"
        "PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"latitude_of_origin\",0],PARAMETER[\"central_meridian\",104],PARAMETER[\"scale_factor\",0.9999],"
        "PARAMETER[\"false_easting\",500000],PARAMETER[\"false_northing\",0],UNIT[\"metre\",1]]";
    const auto info = identify_crs(unknown);
    REQUIRE(info);
    CHECK_FALSE(info->known_datum);
    CHECK_THROWS_AS(Transformer(unknown, "EPSG:4326"), khomo::Error);
}

TEST_CASE("codes, names and kinds are told from a definition") {
    const auto vn = identify_crs("EPSG:9206");
    REQUIRE(vn);
    CHECK(vn->code == "EPSG:9206");
    CHECK(vn->projected);
    CHECK(vn->known_datum);
    const auto from_wkt = identify_crs(khomo::geo::crs_wkt1(9206));
    REQUIRE(from_wkt);
    CHECK(from_wkt->code == "EPSG:9206");
    CHECK_FALSE(identify_crs("not a system"));
}
