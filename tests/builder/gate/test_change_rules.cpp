// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/base/wkb.hpp"
#include "tests/builder/gate/rule_run.hpp"

using namespace khomo;
using catalog::FieldType;
using tests::row_of;
using tests::RuleRun;
using Told = std::vector<std::string>;

namespace {

std::vector<catalog::Row> numbered(int first, int last, double value = 10) {
    std::vector<catalog::Row> rows;
    for (int i = first; i <= last; ++i) {
        rows.push_back(row_of({"K" + std::to_string(i), value}));
    }
    return rows;
}

RuleRun keyed() {
    RuleRun run;
    run.field("ma");
    run.field("so", FieldType::number).unit = "ha";
    run.entry.key = {"ma"};
    return run;
}

}  // namespace

TEST_CASE("the first version has nothing to be compared with") {
    auto run = keyed();
    CHECK(run.check(numbered(1, 3)) == Told{});
}

TEST_CASE("the same rows in another order change nothing") {
    auto run = keyed();
    run.before(numbered(1, 100));
    auto rows = numbered(1, 100);
    std::reverse(rows.begin(), rows.end());
    CHECK(run.check(rows) == Told{});
}

TEST_CASE("rows lost pass quietly, warn, and block as their share grows") {
    auto run = keyed();
    run.entry.change.totals = 1;
    run.entry.change.keys_lost = 1;
    run.before(numbered(1, 100));
    SUBCASE("few") { CHECK(run.check(numbered(1, 96)) == Told{}); }
    SUBCASE("some") { CHECK(run.check(numbered(1, 90)) == Told{"warn change/rows-lost 0 "}); }
    SUBCASE("a quarter") {
        CHECK(run.check(numbered(1, 75)) == Told{"block change/rows-lost 0 "});
        CHECK(run.message() == "75 rows, the version before had 100 (25% lost)");
    }
}

TEST_CASE("new keys in the place of old ones are told, however many rows there are") {
    auto run = keyed();
    run.before(numbered(1, 100));
    CHECK(run.check(numbered(41, 140)) == Told{"block change/keys-lost 0 ma"});
    CHECK(run.message() == "40 (40%) keys of the version before are gone");
}

TEST_CASE("a total that jumps names the likely unit") {
    auto run = keyed();
    run.before(numbered(1, 10, 2.5));
    CHECK(run.check(numbered(1, 10, 25000)) == Told{"block change/totals 0 so"});
    CHECK(run.message().find("about 10000 times, perhaps another unit (ha)") != std::string::npos);
}

TEST_CASE("totals of fields that may be suppressed are not told") {
    auto run = keyed();
    run.entry.disclosure.measures = {"so"};
    run.before(numbered(1, 10, 2));
    CHECK(run.check(numbered(1, 10, 3)) == Told{"warn change/totals 0 so"});
    CHECK(run.message() == "The total moved by 40%: «•••»");
}

TEST_CASE("a name with a document and a reason lets a great change pass, for its own rule alone") {
    auto run = keyed();
    run.before(numbered(1, 100));
    run.delivery.confirmations = {{"change/keys-lost", "Người Ký (minh họa)", "Giám đốc (minh họa)", "7/CV", "Đánh lại mã"}};
    SUBCASE("whole") {
        CHECK(run.check(numbered(41, 140)) == Told{"warn change/keys-lost 0 ma"});
        CHECK(run.message() == "40 (40%) keys of the version before are gone; confirmed by document 7/CV: Đánh lại mã");
    }
    SUBCASE("without a reason") {
        run.delivery.confirmations[0].reason.clear();
        CHECK(run.check(numbered(41, 140)) == Told{"block change/keys-lost 0 ma"});
    }
    SUBCASE("for another rule") { CHECK(run.check(numbered(1, 10)) == Told{"block change/rows-lost 0 ", "block change/totals 0 so", "warn change/keys-lost 0 ma"}); }
}

TEST_CASE("limits of the contract count in the place of the usual ones") {
    auto run = keyed();
    run.before(numbered(1, 10, 100));
    run.entry.change.totals = 0.02;
    CHECK(run.check(numbered(1, 10, 103)) == Told{"block change/totals 0 so"});
}

TEST_CASE("fields that go or change their type need a name") {
    auto run = keyed();
    run.field("ghi_chu");
    std::vector<catalog::Row> rows = {row_of({"K1", 1.0, "x"})};
    run.before(rows);
    run.entry.fields.pop_back();
    run.entry.fields[1].type = FieldType::string;
    rows = {row_of({"K1", "1"})};
    SUBCASE("by default") {
        CHECK(run.check(rows) == Told{"block change/narrowing 0 "});
        CHECK(run.message() == "Fields were removed or changed type since the version before: so (number → string), ghi_chu");
    }
    SUBCASE("not where the contract says so") {
        run.entry.change.narrowing = false;
        CHECK(run.check(rows) == Told{"warn change/narrowing 0 "});
    }
}

TEST_CASE("points that move together are told in metres") {
    auto run = keyed();
    run.crs = "EPSG:4326";
    run.before({row_of({"K1", 1.0}, wkb_point(103.9, 21.3)), row_of({"K2", 1.0}, wkb_point(104.1, 21.5))});
    SUBCASE("by a few metres, quietly") {
        CHECK(run.check({row_of({"K1", 1.0}, wkb_point(103.9001, 21.3)), row_of({"K2", 1.0}, wkb_point(104.1001, 21.5))}) == Told{});
    }
    SUBCASE("by 200 m in latitude, the shift between two datums that were mixed up, with a warning under a limit of 500") {
        run.entry.change.centroid_m = 500;
        CHECK(run.check({row_of({"K1", 1.0}, wkb_point(103.9, 21.3018)), row_of({"K2", 1.0}, wkb_point(104.1, 21.5018))}) == Told{"warn change/centroid 0 "});
        CHECK(run.message() == "The mean position moved 200 m since the version before");
    }
    SUBCASE("by kilometres") {
        CHECK(run.check({row_of({"K1", 1.0}, wkb_point(103.95, 21.3)), row_of({"K2", 1.0}, wkb_point(104.15, 21.5))}) == Told{"block change/centroid 0 "});
    }
}
