// SPDX-License-Identifier: GPL-3.0-or-later

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "builder/outputs/json_ld.hpp"
#include "catalog/base/digest.hpp"
#include "tests/builder/outputs/sample_site.hpp"

using namespace khomo;
using builder::temporal_coverage;
using tests::holds;
using tests::MadeSite;
using tests::Outputs;
using tests::SamplePortal;

namespace {

/// The JSON-LD of a page.
nlohmann::json json_ld(const std::string& page) {
    const std::string open = "<script type=\"application/ld+json\">";
    const auto from = page.find(open) + open.size();
    return nlohmann::json::parse(page.substr(from, page.find("</script>", from) - from));
}

}  // namespace

TEST_CASE("JSON-LD names each download with its hash") {
    const SamplePortal portal;
    const auto snapshot = portal.snapshot();
    const MadeSite site(snapshot, Outputs().all());
    const auto document = json_ld(site.read("site/dataset/ho-chua.html"));
    CHECK(document.at("@type") == "Dataset");
    CHECK(document.at("url") == "https://thu.example/dataset/ho-chua");
    CHECK(document.at("license") == "https://creativecommons.org/licenses/by/4.0/");
    CHECK(document.at("spatialCoverage").at("geo").at("box") == "21.33 103.91 21.33 103.91");
    CHECK(document.at("identifier").get<std::string>().starts_with("urn:uuid:"));
    CHECK(document.at("description").get<std::string>().size() >= 50);
    const auto& csv = document.at("distribution").at(0);
    CHECK(csv.at("contentUrl") == "https://thu.example/files/ho-chua/v1/ho-chua.csv");
    CHECK(csv.at("sha256") == sha256_hex(site.read("site/files/ho-chua/v1/ho-chua.csv")));
    CHECK(document.at("distribution").size() > 5);
}

TEST_CASE("a version's page describes that version under its own address") {
    const SamplePortal portal;
    const auto snapshot = portal.snapshot();
    const MadeSite site(snapshot, Outputs().all());
    const auto old = json_ld(site.read("site/en/dataset/gia-ca/v1.html"));
    CHECK(old.at("url") == "https://thu.example/en/dataset/gia-ca/v1");
    CHECK(old.at("version") == "1");
    CHECK(old.at("distribution").at(0).at("contentUrl") == "https://thu.example/files/gia-ca/v1/gia-ca.csv");
    CHECK(old.at("isBasedOn").at(0) == "https://thu.example/nien-giam");
    CHECK(old.at("temporalCoverage") == "2026");
    CHECK(json_ld(site.read("site/dataset/gia-ca.html")).at("version") == "2");
}

TEST_CASE("no mark in a title can end the script") {
    SamplePortal portal;
    portal.entry("ho-chua").title = {"Hồ </script><script>x", "R"};
    const auto snapshot = portal.snapshot();
    const MadeSite site(snapshot, Outputs().all());
    const auto page = site.read("site/dataset/ho-chua.html");
    CHECK_FALSE(holds(page, "</script><script>x"));
    CHECK(json_ld(page).at("name") == "Hồ </script><script>x");
}

TEST_CASE("the home page is a catalogue with a search") {
    const SamplePortal portal;
    const auto snapshot = portal.snapshot();
    const MadeSite site(snapshot, Outputs().all());
    const auto graph = json_ld(site.read("site/en/index.html")).at("@graph");
    CHECK(graph.at(0).at("@type") == "DataCatalog");
    CHECK(graph.at(1).at("potentialAction").at("target").at("urlTemplate") == "https://thu.example/en/search?q={search_term_string}");
}

TEST_CASE("periods become ISO intervals or nothing") {
    CHECK(temporal_coverage("2026") == "2026");
    CHECK(temporal_coverage("2026-05") == "2026-05");
    CHECK(temporal_coverage("2026-Q3") == "2026-07/2026-09");
    CHECK(temporal_coverage("2026-H1") == "2026-01/2026-06");
    CHECK(temporal_coverage("9/2026") == "2026-09");
    CHECK(temporal_coverage("Quý III/2026") == "2026-07/2026-09");
    CHECK(temporal_coverage("quý 4/2025") == "2025-10/2025-12");
    CHECK(temporal_coverage("2026-2030") == "2026/2030");
    CHECK(temporal_coverage("1/2016 đến 10/2026") == "2016-01/2026-10");
    CHECK(temporal_coverage("2024 đến 9/2026") == "2024/2026-09");
    CHECK(temporal_coverage("2026-05-13") == "2026-05-13");
    for (const char* unclear : {"", "năm nay", "13/2026", "Quý V/2026", "2026-13", "đến 2026"}) {
        INFO(unclear);
        CHECK(temporal_coverage(unclear).empty());
    }
}
