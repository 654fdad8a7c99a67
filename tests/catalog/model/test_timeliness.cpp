// SPDX-License-Identifier: GPL-3.0-or-later

#include <doctest/doctest.h>

#include "catalog/model/timeliness.hpp"

using namespace khomo;
using namespace khomo::catalog;

namespace {

Instant at(const char* text) {
    const auto instant = parse_instant(text);
    REQUIRE(instant);
    return *instant;
}

CatalogEntry entry_with(Frequency frequency) {
    CatalogEntry entry;
    entry.open_class = OpenClass::open;
    entry.frequency = frequency;
    return entry;
}

Timeliness quarterly(const std::vector<Arrival>& arrivals, const char* as_of, const char* from = "2026-05-13") {
    return timeliness_of(entry_with(Frequency::quarterly), arrivals, at(from), at(as_of));
}

}  // namespace

TEST_CASE("one second before 17:00 is in time and 17:00 itself is late") {
    const auto in_time = quarterly({{1, at("2026-06-25T16:59:59+07:00"), "2026-Q2", {}}}, "2026-06-25T17:00:00+07:00");
    REQUIRE(in_time.passed.size() == 1);
    CHECK(in_time.passed[0].outcome == Outcome::on_time);
    CHECK(in_time.standing == Standing::due);
    CHECK(in_time.arrivals[0].score() == 10000);

    const auto late = quarterly({{1, at("2026-06-25T17:00:00+07:00"), "2026-Q2", {}}}, "2026-06-25T17:00:00+07:00");
    REQUIRE(late.passed.size() == 1);
    CHECK(late.passed[0].outcome == Outcome::late);
    CHECK(late.passed[0].delay() == 1);
    CHECK(*late.arrivals[0].score() < 10000);
    CHECK(late.standing == Standing::due);
    CHECK(late.score() == 0);
}

TEST_CASE("the state changes at the deadline and not a second before") {
    CHECK(quarterly({}, "2026-06-25T16:59:59+07:00").standing == Standing::due);
    CHECK(quarterly({}, "2026-06-25T17:00:00+07:00").standing == Standing::late);
    const auto before = quarterly({}, "2026-07-01T00:00:00+07:00");
    const auto after = quarterly({}, "2026-09-25T16:59:59+07:00");
    CHECK(before.passed == after.passed);
    CHECK(before.next_due == after.next_due);
}

TEST_CASE("a late delivery answers the period it says and leaves the open one unanswered") {
    const auto result = quarterly({{1, at("2026-09-27T17:00:00+07:00"), "Quý III/2026", {}}}, "2026-10-01T00:00:00+07:00", "2026-07-01");
    REQUIRE(result.passed.size() == 1);
    CHECK(result.passed[0].period == "2026-Q3");
    CHECK(result.passed[0].outcome == Outcome::late);
    CHECK(result.passed[0].delay() == 2 * 86400);
    CHECK(result.standing == Standing::due);
    CHECK(result.next_period == "2026-Q4");
}

TEST_CASE("a delivery that names no period answers the one in which it arrives and what was missed stays missed") {
    const auto result = quarterly({{1, at("2026-09-27T17:00:00+07:00"), "mới nhất", {}}}, "2026-10-01T00:00:00+07:00", "2026-07-01");
    CHECK(result.passed[0].outcome == Outcome::missing);
    CHECK(result.standing == Standing::on_time);
    const auto later = quarterly({{1, at("2026-09-27T17:00:00+07:00"), "mới nhất", {}}}, "2027-01-01T00:00:00+07:00", "2026-07-01");
    CHECK(later.passed[0].outcome == Outcome::missing);
    CHECK(later.passed[1].outcome == Outcome::on_time);
    CHECK(later.score() == 5000);
}

TEST_CASE("a second version of one period answers nothing and harms nothing") {
    const auto result = quarterly({{1, at("2026-06-01T08:00:00+07:00"), "2026-Q2", {}}, {2, at("2026-06-10T08:00:00+07:00"), "2026-Q2", {}}}, "2026-06-26T00:00:00+07:00");
    CHECK(result.passed.size() == 1);
    CHECK(result.passed[0].version == 1);
    CHECK(result.arrivals[1].period.empty());
    CHECK_FALSE(result.arrivals[1].score());
}

TEST_CASE("24:00:00 after a change is in time and 24:00:01 is late") {
    const auto entry = entry_with(Frequency::on_change);
    const auto result_at = [&](const char* approved) {
        return timeliness_of(entry, {{1, at(approved), "", at("2026-10-01T08:00:00+07:00")}}, std::nullopt, at("2026-11-01T00:00:00+07:00"));
    };
    CHECK(result_at("2026-10-02T08:00:00+07:00").standing == Standing::on_time);
    CHECK(result_at("2026-10-02T08:00:00+07:00").arrivals[0].score() == 10000);
    CHECK(result_at("2026-10-02T08:00:01+07:00").standing == Standing::late);
    CHECK(result_at("2026-10-02T08:00:01+07:00").arrivals[0].score() == 9999);
    CHECK(result_at("2026-10-03T08:00:00+07:00").arrivals[0].score() == 5000);
    CHECK(result_at("2026-10-03T08:00:00+07:00").score() == 0);
}

TEST_CASE("a change of periodic data must come within 24 hours even where the deadline is far") {
    const auto result = timeliness_of(entry_with(Frequency::yearly), {{1, at("2026-10-03T08:00:00+07:00"), "2026", at("2026-10-01T08:00:00+07:00")}}, at("2026-05-13"), at("2026-11-26T00:00:00+07:00"));
    CHECK(result.passed[0].outcome == Outcome::on_time);
    CHECK(result.arrivals[0].score() == 5000);
}

TEST_CASE("data on change without a known change has no date and no score") {
    const auto result = timeliness_of(entry_with(Frequency::on_change), {{1, at("2026-10-03T08:00:00+07:00"), "2026", {}}}, at("2026-05-13"), at("2026-11-26T00:00:00+07:00"));
    CHECK(result.standing == Standing::no_date);
    CHECK_FALSE(result.score());
}

TEST_CASE("what was asked for has its own due date and is late at that second") {
    auto entry = entry_with(Frequency::on_request);
    entry.request = Request{at("2026-10-01T08:00:00+07:00"), at("2026-10-10T17:00:00+07:00"), "12/UBND (minh họa)"};
    const auto standing = [&](const std::vector<Arrival>& arrivals, const char* as_of) { return timeliness_of(entry, arrivals, std::nullopt, at(as_of)).standing; };
    CHECK(standing({}, "2026-10-10T16:59:59+07:00") == Standing::due);
    CHECK(standing({}, "2026-10-10T17:00:00+07:00") == Standing::late);
    CHECK(standing({{1, at("2026-09-30T08:00:00+07:00"), "", {}}}, "2026-10-11T00:00:00+07:00") == Standing::late);
    const auto answered = timeliness_of(entry, {{1, at("2026-10-10T16:59:59+07:00"), "", {}}}, std::nullopt, at("2026-10-11T00:00:00+07:00"));
    CHECK(answered.standing == Standing::on_time);
    CHECK(answered.score() == 10000);
    CHECK(timeliness_of(entry, {{1, at("2026-10-10T17:00:00+07:00"), "", {}}}, std::nullopt, at("2026-10-11T00:00:00+07:00")).score() == 0);
}

TEST_CASE("only the classes that may be published are watched") {
    auto entry = entry_with(Frequency::daily);
    for (const auto open_class : {OpenClass::restricted, OpenClass::never}) {
        entry.open_class = open_class;
        const auto result = timeliness_of(entry, {}, at("2026-05-13"), at("2026-11-26T00:00:00+07:00"));
        CHECK(result.standing == Standing::not_asked);
        CHECK(result.passed.empty());
    }
}

TEST_CASE("without a first day the deadlines are watched from the first version on") {
    const auto entry = entry_with(Frequency::monthly);
    CHECK(timeliness_of(entry, {}, std::nullopt, at("2026-11-26T00:00:00+07:00")).standing == Standing::due);
    const auto result = timeliness_of(entry, {{1, at("2026-09-01T08:00:00+07:00"), "", {}}}, std::nullopt, at("2026-11-26T00:00:00+07:00"));
    REQUIRE(result.passed.size() == 3);
    CHECK(result.passed[0].outcome == Outcome::on_time);
    CHECK(result.passed[2].outcome == Outcome::missing);
    CHECK(result.standing == Standing::late);
    CHECK(result.score() == 3333);
}

TEST_CASE("the score counts the last deadlines only") {
    std::vector<Arrival> arrivals;
    for (int month = 1; month <= 12; ++month) {
        arrivals.push_back({month, instant_vn({2026, month, 1}), "", {}});
    }
    const auto result = timeliness_of(entry_with(Frequency::monthly), arrivals, at("2025-01-01"), at("2026-12-26T00:00:00+07:00"));
    CHECK(result.passed.size() == 24);
    CHECK(result.score() == 10000);
}
