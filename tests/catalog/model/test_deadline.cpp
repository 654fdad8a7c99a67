// SPDX-License-Identifier: GPL-3.0-or-later

#include <doctest/doctest.h>

#include "catalog/model/deadline.hpp"

using namespace khomo;
using namespace khomo::catalog;

namespace {

Instant at(const char* text) {
    const auto instant = parse_instant(text);
    REQUIRE(instant);
    return *instant;
}

struct Case {
    Frequency frequency;
    const char* instant;
    const char* period;  ///< the one whose deadline is the first after the instant
    const char* due;
};

}  // namespace

TEST_CASE("the deadlines of Đ5.2b are exact to the second at UTC+7") {
    const Case cases[] = {
        {Frequency::daily, "2026-11-23T16:59:59+07:00", "2026-11-23", "2026-11-23T17:00:00+07:00"},
        {Frequency::daily, "2026-11-23T17:00:00+07:00", "2026-11-24", "2026-11-24T17:00:00+07:00"},
        {Frequency::daily, "2026-11-23T09:59:59Z", "2026-11-23", "2026-11-23T17:00:00+07:00"},
        {Frequency::daily, "2026-11-23T10:00:00Z", "2026-11-24", "2026-11-24T17:00:00+07:00"},
        {Frequency::daily, "2026-11-23T00:00:00+07:00", "2026-11-23", "2026-11-23T17:00:00+07:00"},
        {Frequency::daily, "2026-11-23T23:59:59+07:00", "2026-11-24", "2026-11-24T17:00:00+07:00"},
        {Frequency::daily, "2028-02-28T17:00:00+07:00", "2028-02-29", "2028-02-29T17:00:00+07:00"},
        {Frequency::daily, "2027-02-28T17:00:00+07:00", "2027-03-01", "2027-03-01T17:00:00+07:00"},
        {Frequency::daily, "2026-12-31T17:00:00+07:00", "2027-01-01", "2027-01-01T17:00:00+07:00"},
        {Frequency::monthly, "2026-11-25T16:59:59+07:00", "2026-11", "2026-11-25T17:00:00+07:00"},
        {Frequency::monthly, "2026-11-25T17:00:00+07:00", "2026-12", "2026-12-25T17:00:00+07:00"},
        {Frequency::monthly, "2026-12-25T17:00:00+07:00", "2027-01", "2027-01-25T17:00:00+07:00"},
        {Frequency::monthly, "2028-02-29T12:00:00+07:00", "2028-03", "2028-03-25T17:00:00+07:00"},
        {Frequency::monthly, "2026-11-30T23:59:59+07:00", "2026-12", "2026-12-25T17:00:00+07:00"},
        {Frequency::quarterly, "2026-03-25T16:59:59+07:00", "2026-Q1", "2026-03-25T17:00:00+07:00"},
        {Frequency::quarterly, "2026-03-25T17:00:00+07:00", "2026-Q2", "2026-06-25T17:00:00+07:00"},
        {Frequency::quarterly, "2026-06-30T23:59:59+07:00", "2026-Q3", "2026-09-25T17:00:00+07:00"},
        {Frequency::quarterly, "2026-12-25T16:59:59+07:00", "2026-Q4", "2026-12-25T17:00:00+07:00"},
        {Frequency::quarterly, "2026-12-25T17:00:00+07:00", "2027-Q1", "2027-03-25T17:00:00+07:00"},
        {Frequency::yearly, "2026-11-25T16:59:59+07:00", "2026", "2026-11-25T17:00:00+07:00"},
        {Frequency::yearly, "2026-11-25T17:00:00+07:00", "2027", "2027-11-25T17:00:00+07:00"},
        {Frequency::yearly, "2026-12-31T23:59:59+07:00", "2027", "2027-11-25T17:00:00+07:00"},
        // 25/10/2026 is a Sunday and 25/01/2026 too: the text moves nothing.
        {Frequency::monthly, "2026-10-25T16:59:59+07:00", "2026-10", "2026-10-25T17:00:00+07:00"},
        {Frequency::monthly, "2026-10-25T17:00:00+07:00", "2026-11", "2026-11-25T17:00:00+07:00"},
        // Tết (17/02/2026) has a deadline like any other day.
        {Frequency::daily, "2026-02-17T16:59:59+07:00", "2026-02-17", "2026-02-17T17:00:00+07:00"},
    };
    for (const auto& each : cases) {
        CAPTURE(each.instant);
        const auto period = period_at(each.frequency, at(each.instant));
        CHECK(period_name(each.frequency, period) == each.period);
        CHECK(to_iso_vn(deadline_of(each.frequency, period)) == each.due);
    }
}

TEST_CASE("periods are numbered without gaps over the ends of years") {
    CHECK(period_name(Frequency::monthly, period_at(Frequency::monthly, at("2026-12-30T00:00:00+07:00")) - 1) == "2026-12");
    CHECK(period_name(Frequency::quarterly, period_at(Frequency::quarterly, at("2026-12-30T00:00:00+07:00")) - 1) == "2026-Q4");
    CHECK(deadline_of(Frequency::yearly, 2029).seconds - deadline_of(Frequency::yearly, 2028).seconds == 365 * 86400);
    CHECK(deadline_of(Frequency::yearly, 2028).seconds - deadline_of(Frequency::yearly, 2027).seconds == 366 * 86400);
}

TEST_CASE("a delivery's own words name a period only where they are fine enough") {
    const auto name = [](Frequency frequency, const char* words) {
        const auto period = declared_period(frequency, words);
        return period ? period_name(frequency, *period) : std::string("none");
    };
    CHECK(name(Frequency::quarterly, "Quý III/2026") == "2026-Q3");
    CHECK(name(Frequency::quarterly, "2026-Q3") == "2026-Q3");
    CHECK(name(Frequency::quarterly, "9/2026") == "2026-Q3");
    CHECK(name(Frequency::quarterly, "2026") == "none");
    CHECK(name(Frequency::monthly, "9/2026") == "2026-09");
    CHECK(name(Frequency::monthly, "1/2016 đến 10/2026") == "2026-10");
    CHECK(name(Frequency::daily, "2026-11-23") == "2026-11-23");
    CHECK(name(Frequency::daily, "11/2026") == "none");
    CHECK(name(Frequency::yearly, "2026") == "2026");
    CHECK(name(Frequency::yearly, "giai đoạn mới") == "none");
}

TEST_CASE("quarters are read strictly and know their first and last second") {
    const auto quarter = parse_quarter("2026-Q3");
    REQUIRE(quarter);
    CHECK(to_iso_vn(quarter->begin()) == "2026-07-01T00:00:00+07:00");
    CHECK(to_iso_vn(quarter->end()) == "2026-10-01T00:00:00+07:00");
    CHECK(to_iso_vn(parse_quarter("2026-Q4")->end()) == "2027-01-01T00:00:00+07:00");
    CHECK(quarter_of(at("2026-09-30T23:59:59+07:00")).name() == "2026-Q3");
    CHECK(quarter_of(at("2026-09-30T17:00:00Z")).name() == "2026-Q4");
    for (const char* wrong : {"2026-Q5", "2026-Q0", "2026Q3", "Q3-2026", "2026-q3", "0026-Q1", ""}) {
        CAPTURE(wrong);
        CHECK_FALSE(parse_quarter(wrong));
    }
}
