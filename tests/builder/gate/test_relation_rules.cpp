// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/builder/gate/rule_run.hpp"

using namespace khomo;
using catalog::FieldType;
using tests::row_of;
using tests::RuleRun;
using Told = std::vector<std::string>;

namespace {

std::int64_t whole(std::int64_t number) { return number; }

}  // namespace

TEST_CASE("values must stand in the field of the other dataset, missing ones aside") {
    RuleRun run;
    run.field("ho").references = catalog::Reference{"ho-chua", "ma"};
    run.others["ho-chua.ma"] = {row_of({"HC01"}), row_of({"HC02"})};
    CHECK(run.check({row_of({"HC01"}), row_of({"HC03"}), row_of({std::monostate()}), row_of({"HC02"}), row_of({"hc01"})}) ==
          Told{"block contract/reference 3 ho", "block contract/reference 6 ho"});
    CHECK(run.message() == "«HC03» does not stand in ho-chua.ma");
}

TEST_CASE("numbers of either type are one value to a reference") {
    RuleRun run;
    run.field("so", FieldType::number).references = catalog::Reference{"khac", "so"};
    run.others["khac.so"] = {row_of({whole(7)}), row_of({whole(0)})};
    CHECK(run.check({row_of({7.0}), row_of({0.0})}) == Told{});
}

TEST_CASE("a dataset without an approved version cannot be referred to") {
    RuleRun run;
    run.field("ho").references = catalog::Reference{"ho-chua", "ma"};
    CHECK(run.check({row_of({"HC01"})}) == Told{"block contract/reference-missing 0 ho"});
}

TEST_CASE("a reference to the same rows is judged when all of them are known") {
    RuleRun run;
    run.field("ma");
    run.field("cap_tren").references = catalog::Reference{"thu", "ma"};
    CHECK(run.check({row_of({"A1", "A"}), row_of({"A", std::monostate()}), row_of({"B1", "B"}), row_of({"A2", "A"})}) == Told{"block contract/reference 4 cap_tren"});
    CHECK(run.message() == "«B» does not stand in thu.ma");
}

TEST_CASE("personal values are masked in what references say") {
    RuleRun run;
    run.field("nguoi").references = catalog::Reference{"khac", "ma"};
    run.entry.personal_data = {{"nguoi", "x", {}}};
    run.others["khac.ma"] = {};
    run.check({row_of({"079012345678"})});
    bool found = false;
    for (const auto& finding : run.findings.sorted()) {
        found = found || finding.rule == "contract/reference";
        CHECK(finding.message.en.find("0790") == std::string::npos);
        CHECK(finding.message.vi.find("0790") == std::string::npos);
    }
    CHECK(found);
}

TEST_CASE("rows are counted in all and for each value") {
    RuleRun run;
    run.field("nam");
    run.field("xa");
    run.entry.row_count = {2, 3, {}};
    SUBCASE("enough") { CHECK(run.check({row_of({"2025", "1"}), row_of({"2025", "2"})}) == Told{}); }
    SUBCASE("too few") { CHECK(run.check({row_of({"2025", "1"})}) == Told{"block contract/row-count 0 "}); }
    SUBCASE("too many for a year") {
        run.entry.row_count.by = {"nam"};
        CHECK(run.check({row_of({"2025", "1"}), row_of({"2025", "2"}), row_of({"2026", "1"}), row_of({"2025", "3"}), row_of({"2025", "4"})}) ==
              Told{"block contract/row-count 0 nam", "block contract/row-count 0 nam"});
        CHECK(run.findings.sorted().at(0).message.en == "«2025»: 4 rows, there must be at most 3");
        CHECK(run.findings.sorted().at(1).message.en == "«2026»: 1 rows, there must be at least 2");
    }
}

TEST_CASE("a computed field is what its expression gives, within the tolerance") {
    RuleRun run;
    run.field("nam", FieldType::integer);
    run.field("nu", FieldType::integer);
    auto& all = run.field("tong", FieldType::number);
    all.equals = "nam + nu";
    SUBCASE("exact") {
        CHECK(run.check({row_of({whole(3), whole(4), 7.0}), row_of({whole(3), whole(4), 7.5}), row_of({whole(3), std::monostate(), 9.0}), row_of({whole(1), whole(1), std::monostate()})}) ==
              Told{"block contract/computed 3 tong"});
        CHECK(run.message() == "«7.5» is not nam + nu = 7");
        CHECK(run.fix().find("nam = «3», nu = «4»") != std::string::npos);
    }
    SUBCASE("rounded") {
        all.tolerance = 0.5;
        CHECK(run.check({row_of({whole(3), whole(4), 7.5}), row_of({whole(3), whole(4), 7.51})}) == Told{"block contract/computed 3 tong"});
    }
    SUBCASE("the last bits of decimals are no fault") {
        all.equals = "nam * 0.1 + nu * 0.2";
        CHECK(run.check({row_of({whole(1), whole(1), 0.3}), row_of({whole(3), whole(0), 0.3})}) == Told{});
    }
}

TEST_CASE("conditions block or warn with their own words and the values") {
    RuleRun run;
    run.field("tu", FieldType::date).column = "Từ ngày";
    run.field("den", FieldType::date).column = "Đến ngày";
    run.entry.conditions = {{"tu <= den", {"Ngày kết thúc trước ngày bắt đầu", "It ends before it begins"}, false}, {"year(tu) >= 2000", {}, true}};
    CHECK(run.check({row_of({"2026-01-01", "2026-01-01"}), row_of({"2026-02-01", "2026-01-31"}), row_of({"1999-05-05", std::monostate()})}) ==
          Told{"block contract/condition 3 Từ ngày, Đến ngày", "warn contract/condition 4 Từ ngày"});
    CHECK(run.message() == "It ends before it begins (tu = «2026-02-01», den = «2026-01-31»)");
}

TEST_CASE("a thousand bad rows are counted and twenty are shown") {
    RuleRun run;
    run.field("a", FieldType::integer);
    run.entry.conditions = {{"a > 0", {}, false}};
    std::vector<catalog::Row> rows(1000, row_of({whole(0)}));
    const auto told = run.check(rows);
    CHECK(told.size() == 20);
    CHECK(run.findings.total() == 1000);
}
