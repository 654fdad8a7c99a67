// SPDX-License-Identifier: GPL-3.0-or-later

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "builder/outputs/charts.hpp"
#include "builder/outputs/pages.hpp"
#include "builder/outputs/version_files.hpp"
#include "catalog/base/digest.hpp"
#include "tests/builder/outputs/sample_site.hpp"
#include "tests/support/shared_files.hpp"

using namespace khomo;
using tests::MadeSite;
using tests::SamplePortal;

using tests::holds;
using tests::Outputs;

TEST_CASE("a site has every page in both languages") {
    const SamplePortal portal;
    const auto snapshot = portal.snapshot();
    const MadeSite site(snapshot, Outputs().all());
    for (const std::string lang : {"site/", "site/en/"}) {
        for (const char* page : {"index", "inventory", "agency", "theme", "unit", "404", "dataset/gia-ca", "dataset/gia-ca/v1", "dataset/gia-ca/v2", "dataset/ho-chua", "dataset/ho-so-mat",
                                 "dataset/chua-den", "agency/so-tai-chinh", "theme/nong-nghiep", "unit/03646", "page/bao-loi"}) {
            INFO(lang << page);
            CHECK(site.has(lang + page + ".html"));
        }
    }
    CHECK(site.has("site/assets/a.css"));
    CHECK(site.has("templates/portal.json"));
    CHECK(site.has("templates/pages/search.mustache"));
}

TEST_CASE("a published dataset shows its rows as people read them") {
    const SamplePortal portal;
    const auto snapshot = portal.snapshot();
    const MadeSite site(snapshot, Outputs().all());
    const auto vi = site.read("site/dataset/gia-ca.html");
    CHECK(holds(vi, "<html lang=\"vi\">"));
    CHECK(holds(vi, "Phường Một"));     // a commune's code reads as its name
    CHECK(holds(vi, "Gạo"));            // so does a code of the contract's list
    CHECK(holds(vi, "17.500,5"));       // Vietnamese numbers
    CHECK(vi.find("17.500,5") < vi.find("17.250,5"));  // in the order the contract asks for
    CHECK(holds(vi, "01/07/2026"));     // and dates
    CHECK(holds(vi, "Giá <strong>bán lẻ</strong>"));
    CHECK(holds(vi, "/files/gia-ca/latest/gia-ca.csv"));
    CHECK(holds(vi, "Niên giám &lt;2025&gt;"));
    CHECK(holds(vi, "Người Duyệt (minh họa)"));
    CHECK(holds(vi, "Đã thêm số 0"));
    const auto en = site.read("site/en/dataset/gia-ca.html");
    CHECK(holds(en, "<html lang=\"en\">"));
    CHECK(holds(en, "17,500.5"));
    CHECK(holds(en, "1 July 2026"));
    CHECK(holds(en, "Retail prices."));
    const auto old = site.read("site/dataset/gia-ca/v1.html");
    CHECK(holds(old, "Đây là một phiên bản cũ"));
    CHECK(holds(old, "/files/gia-ca/v1/gia-ca.csv"));
    CHECK_FALSE(holds(old, "/files/gia-ca/latest/"));
}

TEST_CASE("a chart stands on the page with its words, its figures and a drawing for phones") {
    const SamplePortal portal;
    const auto snapshot = portal.snapshot();
    const MadeSite site(snapshot, Outputs().all());
    const auto page = site.read("site/en/dataset/gia-ca.html");
    CHECK(holds(page, "<img src=\"/pictures/gia-ca/v2/chart-1.en.svg\" width=\"760\""));
    CHECK(holds(page, "srcset=\"/pictures/gia-ca/v2/chart-1-narrow.en.svg\" width=\"360\""));
    CHECK(holds(page, "alt=\"Line chart: Mean price by month."));
    CHECK(holds(page, "<th scope=\"row\">Jan 2026</th><td class=\"num\">15,750.25</td>"));
    CHECK(holds(site.read("site/dataset/gia-ca/v1.html"), "/pictures/gia-ca/v1/chart-1.vi.svg"));
}

TEST_CASE("a cell's marks are escaped") {
    const SamplePortal portal;
    const auto snapshot = portal.snapshot();
    const MadeSite site(snapshot, Outputs().all());
    CHECK(holds(site.read("site/dataset/ho-chua.html"), "Suối &lt;Hòm&gt; &amp; Mòng"));
}

TEST_CASE("a closed dataset says why and gives nothing") {
    const SamplePortal portal;
    const auto snapshot = portal.snapshot();
    const MadeSite site(snapshot, Outputs().all());
    const auto page = site.read("site/dataset/ho-so-mat.html");
    CHECK(holds(page, "Thuộc bí mật nhà nước"));
    CHECK_FALSE(holds(page, "/files/"));
    CHECK_FALSE(holds(page, "ld+json"));
    CHECK_FALSE(site.has("site/files/ho-so-mat"));
    CHECK_FALSE(site.has("data/ho-so-mat"));
}

TEST_CASE("a commune's page counts the rows of each dataset") {
    const SamplePortal portal;
    const auto snapshot = portal.snapshot();
    const MadeSite site(snapshot, Outputs().all());
    const auto page = site.read("site/unit/03647.html");
    CHECK(holds(page, "Giá cả thị trường"));
    CHECK(holds(page, ">12 dòng<"));
    CHECK_FALSE(holds(page, "Hồ chứa thủy lợi"));
}

TEST_CASE("only the pages that show a dataset depend on it") {
    SamplePortal portal;
    const auto fingerprints = [&] {
        std::map<std::string, std::string> all;
        const auto snapshot = portal.snapshot();
        const Outputs run;
        for (const auto* output : run.all()) {
            for (const auto& unit : output->plan(snapshot)) {
                all[unit.name] = unit.fingerprint;
            }
        }
        return all;
    };
    const auto before = fingerprints();
    portal.approve("ho-chua", {{{std::string("HC02"), std::string("Hồ mới")}, ""}}, "2026-08-01T08:00:00+07:00", {"Point", 4326, ""});
    const auto after = fingerprints();
        for (const char* same : {"pages/dataset/gia-ca", "pages/dataset/ho-so-mat", "pages/agency/so-tai-chinh", "pages/theme/tai-chinh", "pages/unit/03646", "pages/text", "pages/errors", "charts/gia-ca/v2", "pages/inventory", "site/assets",
                             "site/templates"}) {
        INFO(same);
        CHECK(before.at(same) == after.at(same));
    }
    for (const char* other : {"pages/dataset/ho-chua", "pages/agency/so-nong-nghiep", "pages/theme/nong-nghiep", "pages/home", "site/sitemap"}) {
        INFO(other);
        CHECK(before.at(other) != after.at(other));
    }
}

TEST_CASE("a dataset that is published for the first time changes its row of the inventory") {
    SamplePortal portal;
    const auto hash = [&] {
        const auto snapshot = portal.snapshot();
        for (const auto& unit : Outputs().inventory.plan(snapshot)) {
            if (unit.name == "pages/inventory") {
                return unit.fingerprint;
            }
        }
        return std::string();
    };
    const auto before = hash();
    auto& entry = portal.entry("chua-den");
    entry.fields = portal.entry("ho-chua").fields;
    portal.approve("chua-den", {{{std::string("HC02"), std::string("Hồ mới")}, ""}}, "2026-08-01T08:00:00+07:00");
    CHECK(hash() != before);
}

TEST_CASE("a long inventory goes on to further pages") {
    SamplePortal portal;
    const auto closed = portal.entry("ho-so-mat");
    for (int i = 0; i < 600; ++i) {
        auto one = closed;
        one.id = "muc-" + std::to_string(i);
        one.inventory = "y" + std::to_string(1000 + i);
        portal.catalogue.entries.push_back(one);
    }
    portal.sort();
    const auto snapshot = portal.snapshot();
    const Outputs outputs;
    const MadeSite site(snapshot, {&outputs.inventory});
    CHECK(holds(site.read("site/inventory.html"), "href=\"/inventory/p2\""));
    CHECK(holds(site.read("site/en/inventory/p2.html"), "/en/dataset/muc-599"));
    CHECK(nlohmann::json::parse(site.read("site/inventory.json")).size() == 604);
    CHECK(holds(site.read("site/inventory.csv"), "y1599,muc-599,\"Hồ sơ nội bộ\""));
}

TEST_CASE("templates without assets are refused with the way out") {
    const TemporaryFolder folder;
    CHECK_THROWS_WITH(builder::Site(folder.path()), doctest::Contains("scripts/setup"));
}
