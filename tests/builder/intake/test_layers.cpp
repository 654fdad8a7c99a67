// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/builder/intake/intake_run.hpp"
#include "tests/support/make_zip.hpp"
#include "tests/support/shared_files.hpp"

using namespace khomo;
using namespace khomo::tests;

namespace {

const std::string kGeoJson =
    R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"ten":"Hồ A","so":1},"geometry":{"type":"Point","coordinates":[103.9,21.3]}}]})";

}  // namespace

TEST_CASE("a layer is read in the child with its geometry, from the file and from an archive") {
    IntakeBench bench;
    bench.entry.geometry.emplace();
    bench.write("a.geojson", kGeoJson);
    const auto run = bench.run();
    CHECK(run.told() == Told{});
    CHECK(run.header.has_geometry);
    CHECK(run.header.columns == std::vector<std::string>{"ten", "so"});
    CHECK(run.rows == Rows{{"Hồ A", "1"}});
    IntakeBench packed;
    packed.write("a.zip", ZipMaker().add("lop.geojson", kGeoJson).bytes());
    CHECK(packed.run().rows == Rows{{"Hồ A", "1"}});
}

TEST_CASE("a KMZ, which is an archive, is read") {
    IntakeBench bench;
    bench.write(
        "a.kmz",
        ZipMaker()
            .add(
                "doc.kml",
                R"(<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder><name>x</name><Placemark><name>Hồ A</name><Point><coordinates>103.9,21.3</coordinates></Point></Placemark></Folder></Document></kml>)")
            .bytes());
    const auto run = bench.run();
    REQUIRE(run.rows.size() == 1);
    CHECK(run.rows[0][0] == "Hồ A");
}

TEST_CASE("a broken layer is a finding that does not show where the quarantine lies") {
    IntakeBench bench;
    bench.write("a.geojson", "{\"type\":\"FeatureCollection\",\"features\":[");
    const auto run = bench.run();
    CHECK(run.has("form/layer"));
    CHECK(run.message("form/layer").find("quarantine") == std::string::npos);
}

TEST_CASE("a shapefile delivered as its parts and packed gives the same rows") {
    const auto packed = shared("third-party/4-nasty/geo-pyshp/blockgroups.zip");
    const auto parts = shared("third-party/4-nasty/geo-pyshp/blockgroups.shp");
    if (!packed || !parts) {
        return;
    }
    IntakeBench zip;
    zip.copy(*packed, "a.zip");
    const auto from_zip = zip.run();
    IntakeBench loose;
    for (const std::string extension : {"shp", "shx", "dbf"}) {
        loose.copy(std::filesystem::path(*parts).replace_extension(extension), "a." + extension);
    }
    const auto from_parts = loose.run();
    CHECK(from_parts.told() == Told{});
    CHECK(from_zip.row_count == 663);
    CHECK(from_parts.row_count == 663);
    CHECK(from_parts.rows == from_zip.rows);
}
