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

TEST_CASE("I4: a file that only points at other files is no layer, whatever it is called") {
    const std::string vrt = "<OGRVRTDataSource><OGRVRTLayer name=\"x\"><SrcDataSource>/etc/passwd</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>";
    const std::string service = "<OGRWFSDataSource><URL>http://127.0.0.1:9/</URL></OGRWFSDataSource>";
    for (const std::string name : {"a.gml", "a.kml", "a.geojson", "a.mif", "a.tab", "a.dxf", "a.gpkg", "a.fgb"}) {
        for (const auto& bytes : {vrt, service}) {
            INFO(name);
            IntakeBench bench;
            bench.entry.geometry.emplace();
            bench.write(name, bytes);
            const auto run = bench.run();
            CHECK_FALSE(run.opened);
            CHECK(run.blocked);
            CHECK_FALSE(run.has("form/reader-failed"));
        }
    }
}

TEST_CASE("I3: a GML or KML that asks for files and addresses of its own gets neither") {
    const std::string bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c SYSTEM \"file:///etc/passwd\">]>";
    for (const std::string name : {"a.gml", "a.kml"}) {
        IntakeBench bench;
        bench.entry.geometry.emplace();
        bench.write(name, "<?xml version=\"1.0\"?>" + bomb + "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><Placemark><name>&b;&c;</name><Point><coordinates>103.9,21.3</coordinates></Point></Placemark></Document></kml>");
        const auto run = bench.run();
        for (const auto& row : run.rows) {
            for (const auto& cell : row) {
                CHECK(cell.find("root") == std::string::npos);
            }
        }
    }
}
