// SPDX-License-Identifier: GPL-3.0-or-later

#include <doctest/doctest.h>

#include "search/server/gone.hpp"

using namespace khomo::search;
using Kind = DatasetAddress::Kind;

namespace {

void check(std::string_view path, const std::string& dataset, int version, Kind kind, const std::optional<std::string>& asked = std::nullopt) {
    CAPTURE(path);
    const auto address = dataset_address(path, asked);
    REQUIRE(address);
    CHECK(address->dataset == dataset);
    CHECK(address->version == version);
    CHECK(address->kind == kind);
}

}  // namespace

TEST_CASE("an address tells its dataset and version") {
    check("/dataset/cho", "cho", 0, Kind::page);
    check("/dataset/cho.html", "cho", 0, Kind::page);
    check("/en/dataset/cho/v12", "cho", 12, Kind::page);
    check("/en/dataset/cho/v12.html", "cho", 12, Kind::page);
    check("/dataset/cho/quality.json", "cho", 0, Kind::file);
    check("/dataset/cho.jsonld", "cho", 0, Kind::file);
    check("/tiles/cho.pmtiles", "cho", 0, Kind::file);
    check("/ogc/collections/cho/items", "cho", 0, Kind::api);
    check("/files/cho/latest/cho.csv", "cho", 0, Kind::file);
    check("/files/cho/v3/cho.csv", "cho", 3, Kind::file);
    check("/pictures/cho/v3/map.vi.svg", "cho", 3, Kind::file);
    check("/api/v1/datasets/cho", "cho", 0, Kind::api);
    check("/api/v1/datasets/cho/rows.csv", "cho", 0, Kind::api);
    check("/api/v1/datasets/cho/rows", "cho", 2, Kind::api, "2");
    check("/api/v1/datasets/cho/rows", "cho", 0, Kind::api, "two");
    check("/api/v1/datasets/cho/rows", "cho", 0, Kind::api, "99999999999999999999");
}

TEST_CASE("other addresses are of no dataset") {
    for (const char* path : {"/", "/dataset", "/dataset/", "/datasets/cho", "/theme/cho", "/api/v1/datasets", "/api/v1/withdrawals", "/search"}) {
        CAPTURE(path);
        CHECK_FALSE(dataset_address(path, std::nullopt));
    }
}
