// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>
#include <random>
#include <set>

#include "builder/gate/disclosure_control.hpp"
#include "catalog/base/wkb.hpp"
#include "tests/builder/gate/rule_run.hpp"

using namespace khomo;
using catalog::FieldType;
using tests::row_of;
using tests::RuleRun;
using Told = std::vector<std::string>;
using Names = std::vector<std::string>;

namespace {

/// Patients by commune and year, with totals of both, as an invented office might count them.
RuleRun patients() {
    RuleRun run;
    run.field("xa");
    run.field("nam");
    run.field("so_ca", FieldType::integer);
    run.field("an_so_lieu").made = true;
    run.entry.key = {"xa", "nam"};
    run.entry.disclosure.small_cells = 5;
    run.entry.disclosure.measures = {"so_ca"};
    run.entry.disclosure.totals = {{"xa", "tỉnh"}, {"nam", "cả kỳ"}};
    run.entry.disclosure.status = "an_so_lieu";
    return run;
}

catalog::Row counted(const std::string& commune, const std::string& year, std::int64_t count) { return row_of({commune, year, count, std::monostate()}); }

std::vector<catalog::Row> controlled(RuleRun& run, const std::vector<catalog::Row>& rows) {
    const auto context = run.context();
    builder::DisclosureControl control(context);
    std::uint64_t number = 1;
    for (const auto& row : rows) {
        control.row(row, ++number);
    }
    std::vector<catalog::Row> published;
    control.finish([&](const catalog::Row& row) { published.push_back(row); });
    return published;
}

/// "xa nam" of the rows whose count is withheld; whoever has no value must say so, and the other way round.
Names withheld(const std::vector<catalog::Row>& rows) {
    Names names;
    for (const auto& row : rows) {
        const bool empty = std::holds_alternative<std::monostate>(row.values[2]);
        CHECK((row.values[3] == catalog::Value("so_ca")) == empty);
        if (empty) {
            names.push_back(std::get<std::string>(row.values[0]) + " " + std::get<std::string>(row.values[1]));
        }
    }
    return names;
}

const std::vector<catalog::Row> kPatients = {counted("A", "2025", 3),     counted("A", "2026", 20),     counted("A", "cả kỳ", 23),    counted("B", "2025", 30),   counted("B", "2026", 41),
                                             counted("B", "cả kỳ", 71),   counted("C", "2025", 35),     counted("C", "2026", 22),     counted("C", "cả kỳ", 57),  counted("tỉnh", "2025", 68),
                                             counted("tỉnh", "2026", 83), counted("tỉnh", "cả kỳ", 151)};

}  // namespace

TEST_CASE("D3: a small cell goes with the three that would give it away, all are named, no row is dropped") {
    auto run = patients();
    const auto published = controlled(run, kPatients);
    CHECK(published.size() == kPatients.size());
    CHECK(withheld(published) == Names{"A 2025", "A 2026", "B 2025", "B 2026"});
    CHECK(run.told() == Told{"info disclosure/withheld 0 "});
}

TEST_CASE("a table without small cells is published whole") {
    auto run = patients();
    auto rows = kPatients;
    rows[0] = counted("A", "2025", 0);
    CHECK(withheld(controlled(run, rows)).empty());
    CHECK(run.told() == Told{});
}

TEST_CASE("D3: what the version before withheld stays withheld, so that two versions give nothing away") {
    auto run = patients();
    run.before(controlled(run, kPatients));
    run.findings = catalog::Findings();
    // Commune C was counted again and is by far the cheaper companion now; but B's figures are known to nobody, and C's to everybody.
    auto rows = kPatients;
    rows[6] = counted("C", "2025", 8);
    rows[8] = counted("C", "cả kỳ", 30);
    rows[9] = counted("tỉnh", "2025", 41);
    rows[11] = counted("tỉnh", "cả kỳ", 124);
    CHECK(withheld(controlled(run, rows)) == Names{"A 2025", "A 2026", "B 2025", "B 2026"});
    run.has_previous = false;
    CHECK(withheld(controlled(run, rows)) == Names{"A 2025", "A 2026", "C 2025", "C 2026"});
}

TEST_CASE("a value that the version before showed protects nothing, and a small one of it is told") {
    auto run = patients();
    auto earlier = kPatients;
    earlier[0] = counted("A", "2025", 7);  // then not small
    earlier[2] = counted("A", "cả kỳ", 27);
    earlier[9] = counted("tỉnh", "2025", 72);
    earlier[11] = counted("tỉnh", "cả kỳ", 155);
    run.before(controlled(run, earlier));
    run.findings = catalog::Findings();
    SUBCASE("only what changed can be a companion") {
        const auto names = withheld(controlled(run, kPatients));
        const std::set<std::string> unchanged = {"A 2026", "B 2025", "B 2026", "B cả kỳ", "C 2025", "C 2026", "C cả kỳ", "tỉnh 2026"};
        CHECK(std::find(names.begin(), names.end(), "A 2025") != names.end());
        // A reader who knows the unchanged cells from version 1 must still miss two numbers in each sum over A 2025.
        CHECK(std::count_if(names.begin(), names.end(), [&](const auto& name) { return !unchanged.contains(name); }) == 4);
    }
    SUBCASE("a small value shown before") {
        auto run2 = patients();
        run2.entry.disclosure.small_cells = 0;
        run2.before(kPatients);
        run2.entry.disclosure.small_cells = 5;
        controlled(run2, kPatients);
        CHECK(run2.told() == Told{"warn disclosure/published-before 2 ", "info disclosure/withheld 0 "});
    }
}

TEST_CASE("sums that a linked table shows are known though this table has no totals") {
    auto run = patients();
    run.entry.disclosure.totals.clear();
    const std::vector<catalog::Row> rows = {counted("A", "2025", 3), counted("B", "2025", 30), counted("C", "2025", 35)};
    SUBCASE("no link, nothing to be worked out") { CHECK(withheld(controlled(run, rows)) == Names{"A 2025"}); }
    SUBCASE("with the link a companion goes too") {
        run.entry.disclosure.linked = {{"ca-toan-tinh", {"nam"}}};
        CHECK(withheld(controlled(run, rows)) == Names{"A 2025", "B 2025"});
    }
    SUBCASE("a commune alone in its year cannot be protected and nothing is published") {
        run.entry.disclosure.linked = {{"ca-toan-tinh", {"nam"}}};
        CHECK(controlled(run, {counted("A", "2025", 3), counted("B", "2026", 30)}).empty());
        CHECK(run.told() == Told{"block disclosure/unprotected 2 "});
    }
}

TEST_CASE("a sum inside the row gives no part away") {
    RuleRun run;
    run.field("xa");
    run.field("nam_gioi", FieldType::integer);
    run.field("nu_gioi", FieldType::integer);
    run.field("tong", FieldType::integer).equals = "nam_gioi + nu_gioi";
    run.field("an").made = true;
    run.entry.key = {"xa"};
    run.entry.disclosure.small_cells = 5;
    run.entry.disclosure.measures = {"nam_gioi", "nu_gioi", "tong"};
    run.entry.disclosure.status = "an";
    const auto published = controlled(run, {row_of({"A", std::int64_t{2}, std::int64_t{9}, std::int64_t{11}, std::monostate()}), row_of({"B", std::int64_t{8}, std::int64_t{9}, std::int64_t{17}, std::monostate()})});
    REQUIRE(published.size() == 2);
    CHECK(published[0].values[4] == catalog::Value("nam_gioi nu_gioi"));
    CHECK(published[0].values[3] == catalog::Value(std::int64_t{11}));
    CHECK(published[1].values[4] == catalog::Value());
}

TEST_CASE("rows that few share lose their quasi-identifiers, and so many that they are a crowd themselves") {
    RuleRun run;
    run.field("xa");
    run.field("nam_sinh", FieldType::integer);
    run.field("nghe");
    run.field("an").made = true;
    run.entry.disclosure.k = 3;
    run.entry.disclosure.quasi = {"xa", "nam_sinh"};
    run.entry.disclosure.status = "an";
    std::vector<catalog::Row> rows;
    const auto person = [](const std::string& commune, std::int64_t year, const std::string& trade) { return row_of({commune, year, trade, std::monostate()}); };
    for (int i = 0; i < 5; ++i) {
        rows.push_back(person("A", 1980, "t" + std::to_string(i)));
    }
    rows.insert(rows.begin() + 2, person("B", 1931, "thợ rèn"));
    for (int i = 0; i < 3; ++i) {
        rows.push_back(person("C", 1990, "n" + std::to_string(i)));
    }
    SUBCASE("one alone takes the smallest group with it") {
        const auto published = controlled(run, rows);
        REQUIRE(published.size() == 9);
        std::map<std::string, int> groups;
        for (const auto& row : published) {
            const auto* commune = std::get_if<std::string>(&row.values[0]);
            ++groups[commune == nullptr ? "-" : *commune];
            CHECK((commune == nullptr) == (row.values[3] == catalog::Value("xa nam_sinh")));
            CHECK((commune == nullptr) == std::holds_alternative<std::monostate>(row.values[1]));
        }
        CHECK(groups == std::map<std::string, int>{{"-", 4}, {"A", 5}});
        // They stand behind the others, where nothing tells which commune they came from.
        CHECK(std::holds_alternative<std::string>(published[4].values[0]));
        CHECK(std::holds_alternative<std::monostate>(published[5].values[0]));
    }
    SUBCASE("two rows are no table") {
        CHECK(controlled(run, {rows[0], rows[1]}).empty());
        CHECK(run.told() == Told{"block disclosure/too-few-rows 0 "});
    }
}

TEST_CASE("places are coarsened to the commune or to a grid, coordinates in fields too") {
    RuleRun run;
    run.catalogue.units = {{"03646", {"Phường Tô Hiệu", ""}, "phường", 103.921, 21.327, 10}};
    run.field("xa").codelist = "units";
    run.field("x", FieldType::number);
    run.field("y", FieldType::number);
    run.entry.geometry = catalog::GeometryContract{"point", "EPSG:4326", "x", "y", ""};
    run.crs = "EPSG:4326";
    const std::vector<catalog::Row> rows = {row_of({"03646", 103.91237, 21.33371}, wkb_point(103.91237, 21.33371)), row_of({std::monostate(), 103.9, 21.3}, wkb_point(103.9, 21.3))};
    SUBCASE("commune") {
        run.entry.disclosure.geometry = "centroid";
        const auto published = controlled(run, rows);
        CHECK(published.at(0).geometry == wkb_point(103.921, 21.327));
        CHECK(published.at(0).values[1] == catalog::Value(103.921));
        CHECK(published.at(1).geometry.empty());
        CHECK(published.at(1).values[2] == catalog::Value());
    }
    SUBCASE("grid") {
        run.entry.disclosure.geometry = "grid";
        run.entry.disclosure.grid_m = 1000;
        const auto published = controlled(run, rows);
        const auto bounds = wkb_bounds(published.at(0).geometry);
        REQUIRE(bounds.has_value());
        CHECK(published.at(0).values[1] == catalog::Value((*bounds)[0]));
        CHECK(std::fabs((*bounds)[0] - 103.91237) < 0.0051);
        CHECK(std::fabs((*bounds)[1] - 21.33371) < 0.0046);
        auto moved = rows;
        moved[0] = row_of({"03646", 103.91240, 21.33372}, wkb_point(103.91240, 21.33372));
        CHECK(controlled(run, moved).at(0).geometry == published.at(0).geometry);
    }
}

TEST_CASE("a province's year, 75 communes by four quarters by three counts with all totals, is protected within seconds") {
    auto run = patients();
    run.field("so_nu", FieldType::integer);
    run.field("so_nam", FieldType::integer);
    run.entry.fields[2].equals = "so_nu + so_nam";
    run.entry.disclosure.measures = {"so_ca", "so_nu", "so_nam"};
    std::mt19937 random(75);
    std::map<std::pair<std::string, std::string>, std::pair<std::int64_t, std::int64_t>> counts;
    for (int commune = 0; commune < 75; ++commune) {
        for (int quarter = 1; quarter <= 4; ++quarter) {
            const std::int64_t women = random() % (commune % 5 == 0 ? 6 : 60);
            const std::int64_t men = random() % 40;
            for (const auto& place : {"X" + std::to_string(commune), std::string("tỉnh")}) {
                for (const auto& time : {"Q" + std::to_string(quarter), std::string("cả kỳ")}) {
                    auto& cell = counts[{place, time}];
                    cell.first += women;
                    cell.second += men;
                }
            }
        }
    }
    std::vector<catalog::Row> rows;
    for (const auto& [place, count] : counts) {
        rows.push_back(row_of({place.first, place.second, count.first + count.second, std::monostate(), count.first, count.second}));
    }
    const auto start = std::chrono::steady_clock::now();
    const auto published = controlled(run, rows);
    const auto seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    std::size_t small = 0;
    std::size_t hidden = 0;
    for (const auto& row : rows) {
        for (const std::size_t field : {2U, 4U, 5U}) {
            const auto value = std::get<std::int64_t>(row.values[field]);
            small += value > 0 && value < 5 ? 1 : 0;
        }
    }
    REQUIRE(published.size() == 76 * 5);
    for (const auto& row : published) {
        for (const std::size_t field : {2U, 4U, 5U}) {
            const auto* value = std::get_if<std::int64_t>(&row.values[field]);
            hidden += value == nullptr ? 1 : 0;
            CHECK((value == nullptr || *value == 0 || *value >= 5));
        }
    }
    MESSAGE(small << " small cells, " << hidden << " of " << 76 * 5 * 3 << " withheld, " << seconds << " s");
    CHECK(small > 50);
    CHECK(hidden < 76 * 5 * 3 * 3 / 4);
    CHECK(seconds < 60);
}

TEST_CASE("class aggregated without a word on disclosure is refused") {
    RuleRun run;
    run.entry.open_class = catalog::OpenClass::aggregated;
    builder::check_disclosure_declared(run.context());
    CHECK(run.told() == Told{"block disclosure/undeclared 0 "});
    run.findings = catalog::Findings();
    run.entry.disclosure.small_cells = 5;
    builder::check_disclosure_declared(run.context());
    CHECK(run.told().empty());
}
