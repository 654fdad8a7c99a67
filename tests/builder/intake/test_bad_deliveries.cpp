// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <nlohmann/json.hpp>

#include "builder/gate/approval_rules.hpp"
#include "builder/gate/contract_check.hpp"
#include "builder/intake/delivery_reader.hpp"
#include "catalog/base/file.hpp"
#include "catalog/read/catalogue_reader.hpp"
#include "geo/geometry_check.hpp"
#include "tests/support/shared_files.hpp"
#include "tests/support/show_lists.hpp"

using namespace khomo;

namespace {

const catalog::Catalogue& mini_portal() {
    static const auto portal = [] {
        catalog::Findings findings;
        auto read = catalog::read_catalogue(tests::source("tests/data/portal-mini"), findings);
        REQUIRE_FALSE(findings.blocked());
        return read;
    }();
    return portal;
}

/// Takes a delivery through intake and gate, as the pipeline does, without storing anything.
std::vector<catalog::Finding> examine(const std::string& dataset, const std::filesystem::path& folder) {
    const auto* entry = mini_portal().entry(dataset);
    REQUIRE(entry != nullptr);
    catalog::Findings findings;
    auto delivery = catalog::read_delivery(folder, dataset, findings);
    const auto& limits = mini_portal().portal.limits;
    const TemporaryFolder workspace;
    const auto received = builder::take_in(delivery, workspace.path() / "q", limits, findings);
    findings.add(builder::check_approval(*entry, delivery, received, *parse_instant("2026-11-23T12:00:00+07:00")));
    const auto reader = builder::open_rows(*entry, delivery, received, limits, findings);
    if (reader) {
        std::unique_ptr<geo::GeometryCheck> geometry;
        if (entry->geometry) {
            geometry = std::make_unique<geo::GeometryCheck>(*entry, reader->header().crs, mini_portal().portal.extent, reader->header().file, findings);
        }
        builder::CheckedRows rows(mini_portal(), *entry, delivery, *reader, findings);
        catalog::Row row;
        while (rows.next(row)) {
            if (geometry) {
                geometry->row(row, rows.row_number());
            }
        }
    }
    return findings.sorted();
}

std::string shown(const std::string& rule, const std::string& severity, const std::string& file, std::uint64_t row, const std::string& column) {
    return severity + " " + rule + " " + file + " " + std::to_string(row) + " " + column;
}

}  // namespace

TEST_CASE("each bad delivery is told exactly what is wrong with it") {
    std::size_t cases = 0;
    for (const auto& item : std::filesystem::directory_iterator(tests::source("tests/data/deliveries"))) {
        const auto expected_file = item.path() / "expected.json";
        if (!std::filesystem::exists(expected_file)) {
            continue;
        }
        INFO(item.path().filename().string());
        const auto expected = nlohmann::json::parse(read_file(expected_file));
        REQUIRE_FALSE(expected.empty());
        std::vector<std::string> wanted;
        for (const auto& one : expected) {
            wanted.push_back(shown(one.at("rule"), one.at("severity"), one.at("file"), one.at("row"), one.at("column")));
        }
        const auto reason = expected.at(0).at("reason").get<std::string>();
        std::vector<std::string> told;
        for (const auto& finding : examine(expected.at(0).at("dataset"), item.path() / reason)) {
            if (finding.severity != catalog::Severity::info) {
                told.push_back(shown(finding.rule, std::string(to_string(finding.severity)), finding.place.file, finding.place.row, finding.place.column));
            }
        }
        for (const auto& one : wanted) {
            CHECK_MESSAGE(std::find(told.begin(), told.end(), one) != told.end(), (one + " among " + doctest::toString(told).c_str()));
        }
        // The list may name one place of several, but no other rule has anything to say.
        for (const auto& one : told) {
            const auto rule = one.substr(0, one.find(' ', one.find(' ') + 1));
            const bool renamed = rule == "block contract/column-undeclared";  // the other half of a missing column
            CHECK_MESSAGE((renamed || std::any_of(wanted.begin(), wanted.end(), [&](const auto& other) { return other.starts_with(rule + " "); })), one);
        }
        ++cases;
    }
    CHECK(cases >= 30);
}

TEST_CASE("the good deliveries of the small portal pass without a word") {
    for (const std::string dataset : {"cho", "diem-do", "ngan-sach"}) {
        INFO(dataset);
        CHECK(examine(dataset, tests::source("tests/data/portal-mini/warehouse/" + dataset + "/2026-09")).empty());
    }
}
