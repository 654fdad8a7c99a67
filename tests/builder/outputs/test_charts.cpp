// SPDX-License-Identifier: GPL-3.0-or-later

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "builder/outputs/axis_ticks.hpp"
#include "builder/outputs/chart_svg.hpp"
#include "builder/outputs/charts.hpp"
#include "tests/builder/outputs/sample_portal.hpp"

using namespace khomo;
using builder::ChartData;
using builder::Gathering;
using tests::SamplePortal;

namespace {

std::optional<ChartData> read(SamplePortal& portal, const catalog::ChartView& view, const std::string& id = "gia-ca") {
    return builder::read_chart(portal.catalogue, portal.entry(id), view, portal.versions.at(id).back().data_path());
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) {
        ++found;
    }
    return found;
}

}  // namespace

TEST_CASE("a rate is averaged over the rows of a point") {
    SamplePortal portal;
    const auto chart = read(portal, {"line", "ky", "gia", "mat_hang", {"Giá", "Price"}});
    REQUIRE(chart);
    CHECK(chart->gathering == Gathering::mean);
    CHECK(chart->time_axis);
    REQUIRE(chart->places.size() == 6);
    CHECK(chart->places[0] == Text{"01/2026", "Jan 2026"});
    REQUIRE(chart->series.size() == 2);
    CHECK(chart->series[0].name.vi == "Gạo");
    // 15,250 in one commune, 16,250.5 in the other.
    CHECK(chart->series[0].values[0].value() == doctest::Approx(15750.25));
    CHECK(chart->series[1].values[5].value() == doctest::Approx(10000.25));
    CHECK(builder::chart_caption(*chart, Lang::vi) == "Giá (đồng/kg), trung bình các dòng, theo Kỳ.");
}

TEST_CASE("a quantity is added up and categories go from the largest down") {
    SamplePortal portal;
    portal.entry("gia-ca").fields[3].unit = "đồng";
    const auto chart = read(portal, {"bar", "xa", "gia", "", {"Tổng", "Total"}});
    REQUIRE(chart);
    CHECK(chart->gathering == Gathering::sum);
    CHECK_FALSE(chart->time_axis);
    REQUIRE(chart->places.size() == 2);
    CHECK(chart->places[0].vi == "Xã Hai");
    CHECK(chart->series[0].values[0].value() == doctest::Approx(160506));
    CHECK(chart->series[0].values[1].value() == doctest::Approx(148500));
}

TEST_CASE("without a field for y the rows are counted") {
    SamplePortal portal;
    const auto chart = read(portal, {"bar", "mat_hang", "", "", {"Số dòng", "Rows"}});
    REQUIRE(chart);
    CHECK(chart->gathering == Gathering::count);
    CHECK(chart->series[0].values[0].value() == 12);
}

TEST_CASE("one row a point is shown as it is") {
    SamplePortal portal;
    auto& entry = portal.entry("gia-ca");
    std::vector<catalog::Row> rows;
    for (const auto& [period, price] : {std::pair{"2025", 1.0}, std::pair{"2023", 3.0}}) {
        rows.push_back({{std::string(period), std::string("03646"), std::string("gao"), price}, ""});
    }
    portal.approve(entry.id, rows, "2026-09-01T08:00:00+07:00");
    const auto chart = read(portal, {"line", "ky", "gia", "", {"Giá", "Price"}});
    REQUIRE(chart);
    CHECK(chart->gathering == Gathering::single);
    CHECK(chart->positions == std::vector<double>{2023, 2025});
    CHECK(chart->series[0].values[0].value() == 3.0);
}

TEST_CASE("of many groups the eight with the most rows are shown and the caption says so") {
    SamplePortal portal;
    auto& entry = portal.entry("gia-ca");
    std::vector<catalog::Row> rows;
    for (int group = 0; group < 12; ++group) {
        for (int month = 1; month <= (group < 8 ? 3 : 2); ++month) {
            rows.push_back({{"2026-0" + std::to_string(month), std::string("03646"), "nhom-" + std::to_string(group), 1.0 + group}, ""});
        }
    }
    portal.approve(entry.id, rows, "2026-09-01T08:00:00+07:00");
    const auto chart = read(portal, {"line", "ky", "gia", "mat_hang", {"Giá", "Price"}});
    REQUIRE(chart);
    CHECK(chart->series.size() == 8);
    CHECK(chart->all_series == 12);
    CHECK(builder::chart_caption(*chart, Lang::en).find("Showing 8 of 12 values of “Goods”") != std::string::npos);
    for (const auto& series : chart->series) {
        CHECK(series.values.size() == 3);
        CHECK(series.values[2].has_value());
    }
}

TEST_CASE("series measured on days of their own are drawn by month") {
    SamplePortal portal;
    auto& entry = portal.entry("gia-ca");
    entry.fields[0].type = catalog::FieldType::date;
    std::vector<catalog::Row> rows;
    for (int month = 1; month <= 9; ++month) {
        for (int group = 0; group < 4; ++group) {
            rows.push_back({{"2026-0" + std::to_string(month) + "-1" + std::to_string(group), std::string("03646"), "tram-" + std::to_string(group), 5.0 + month}, ""});
        }
    }
    portal.approve(entry.id, rows, "2026-10-01T08:00:00+07:00");
    const auto by_group = read(portal, {"line", "ky", "gia", "mat_hang", {}});
    REQUIRE(by_group);
    CHECK(by_group->places.size() == 9);
    CHECK(by_group->series[3].values[8].value() == 14.0);
    const auto together = read(portal, {"line", "ky", "gia", "", {}});
    REQUIRE(together);
    CHECK(together->places.size() == 36);
    CHECK(together->places[0].vi == "10/01/2026");
}

TEST_CASE("a chart over a field the version lacks is left out") {
    SamplePortal portal;
    CHECK_FALSE(read(portal, {"line", "khong_co", "gia", "", {}}));
    CHECK_FALSE(read(portal, {"line", "ky", "khong_co", "", {}}));
    CHECK_FALSE(read(portal, {"line", "ky", "gia", "khong_co", {}}));
}

TEST_CASE("a drawing has a title, words for those who do not see it, and one line a series") {
    SamplePortal portal;
    const auto chart = read(portal, {"line", "ky", "gia", "mat_hang", {"Giá <bán>", "Price"}});
    REQUIRE(chart);
    const auto picture = builder::draw_chart(*chart, Lang::vi, builder::kWideChart);
    CHECK(picture.svg.find("<title id=\"t\">Giá &lt;bán&gt;</title>") != std::string::npos);
    CHECK(picture.svg.find("Gạo: từ 15.750,25 (01/2026) đến 17.000,25 (06/2026)") != std::string::npos);
    CHECK(count(picture.svg, "stroke-width=\"2.5\"") == 4);  // two in the legend, two in the plot
    CHECK(count(picture.svg, "<circle") == 12);
    CHECK(picture.svg.find("nan") == std::string::npos);
    CHECK(picture.width == builder::kWideChart);
    CHECK(builder::draw_chart(*chart, Lang::en, builder::kNarrowChart).width == builder::kNarrowChart);
}

TEST_CASE("a gap in a series breaks its line") {
    ChartData chart;
    chart.line = chart.time_axis = true;
    chart.places = {{"1", "1"}, {"2", "2"}, {"3", "3"}, {"4", "4"}};
    chart.positions = {1, 2, 3, 4};
    chart.series = {{{}, {1.0, std::nullopt, 3.0, 4.0}}};
    const auto svg = builder::draw_chart(chart, Lang::vi, 760).svg;
    const auto path = svg.substr(svg.find(" d=\"") + 4, 200);
    CHECK(count(path.substr(0, path.find('"')), "M") == 2);
}

TEST_CASE("bars over zero and below it are drawn from zero") {
    ChartData chart;
    chart.places = {{"một", "one"}, {"hai", "two"}};
    chart.series = {{{}, {-5.0, 10.0}}};
    const auto svg = builder::draw_chart(chart, Lang::vi, 760).svg;
    CHECK(count(svg, "<rect") == 3);
    CHECK(svg.find("width=\"-") == std::string::npos);
}

TEST_CASE("ticks are round and cover the values") {
    CHECK(builder::axis_ticks(0, 9.7, 5) == std::vector<double>{0, 2, 4, 6, 8, 10});
    CHECK(builder::axis_ticks(-3, 12, 5) == std::vector<double>{-5, 0, 5, 10, 15});
    CHECK(builder::axis_ticks(7, 7, 4).front() <= 7);
    CHECK(builder::axis_ticks(7, 7, 4).back() >= 7);
    CHECK(builder::axis_ticks(0, 0, 4).size() >= 2);
}

TEST_CASE("what is written for the page reads back as it was") {
    SamplePortal portal;
    const auto chart = read(portal, {"line", "ky", "gia", "mat_hang", {"Giá", "Price"}});
    const nlohmann::json written = *chart;
    const auto again = nlohmann::json(written.get<ChartData>());
    CHECK(written == again);
}

TEST_CASE("each version has its own charts") {
    const SamplePortal portal;
    const auto snapshot = portal.snapshot();
    const builder::Charts charts;
    const tests::MadeSite site(snapshot, {&charts});
    for (const char* file : {"v1/chart-1.vi.svg", "v2/chart-1.en.svg", "v2/chart-1-narrow.vi.svg", "v2/chart-1.json"}) {
        INFO(file);
        CHECK(site.has(std::string("site/pictures/gia-ca/") + file));
    }
    CHECK(site.read("site/pictures/gia-ca/v1/chart-1.json") != site.read("site/pictures/gia-ca/v2/chart-1.json"));
}
