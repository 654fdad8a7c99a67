// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace khomo {

/// A calendar date (proleptic Gregorian).
struct Date {
    int year = 0;
    int month = 0;  ///< 1…12
    int day = 0;    ///< 1…31
    friend auto operator<=>(const Date&, const Date&) = default;
};

/// A moment in UTC, to the second. Vietnam is UTC+7 all year; the Decision's deadlines are in that zone.
struct Instant {
    std::int64_t seconds = 0;  ///< since 1970-01-01T00:00:00Z
    friend auto operator<=>(const Instant&, const Instant&) = default;
};

/// Whether the day exists.
bool is_valid(const Date& date);
/// Days since 1970-01-01.
std::int64_t days_since_epoch(const Date& date);
Date date_from_days(std::int64_t days);
/// "2026-05-13".
std::string to_iso(const Date& date);
std::optional<Date> parse_iso_date(std::string_view text);

/// RFC 3339 with an offset (`Z` or `±hh:mm`), or a plain date (taken as 00:00:00 at UTC+7).
std::optional<Instant> parse_instant(std::string_view text);
/// "2026-10-01T01:00:00Z".
std::string to_iso_utc(Instant instant);
/// "2026-10-01T08:00:00+07:00".
std::string to_iso_vn(Instant instant);
/// The date in Vietnam at that instant.
Date date_vn(Instant instant);
/// Midnight (UTC+7) at which the date starts, plus `seconds_of_day`.
Instant instant_vn(const Date& date, int seconds_of_day = 0);
/// The machine's clock. Only commands call it, once; everything else gets the instant handed in.
Instant now();

}  // namespace khomo
