// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/base/instant.hpp"

#include <array>
#include <cstdio>
#include <ctime>

namespace khomo {
namespace {

constexpr std::int64_t kDay = 86400;
constexpr std::int64_t kVietnamOffset = 7 * 3600;

std::optional<int> digits(std::string_view text, size_t at, size_t count) {
    if (at + count > text.size()) {
        return std::nullopt;
    }
    int value = 0;
    for (size_t i = at; i < at + count; ++i) {
        if (text[i] < '0' || text[i] > '9') {
            return std::nullopt;
        }
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

std::string with_clock(std::int64_t local_seconds) {
    auto days = local_seconds / kDay;
    auto rest = local_seconds % kDay;
    if (rest < 0) {
        rest += kDay;
        --days;
    }
    std::array<char, 16> clock{};
    std::snprintf(clock.data(), clock.size(), "T%02d:%02d:%02d", static_cast<int>(rest / 3600),
                  static_cast<int>(rest / 60 % 60), static_cast<int>(rest % 60));
    return to_iso(date_from_days(days)) + clock.data();
}

/// Seconds east of UTC written at the end of an RFC 3339 instant.
std::optional<std::int64_t> parse_offset(std::string_view text) {
    if (text == "Z" || text == "z") {
        return 0;
    }
    if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') {
        return std::nullopt;
    }
    const auto hours = digits(text, 1, 2);
    const auto minutes = digits(text, 4, 2);
    if (!hours || !minutes || *hours > 23 || *minutes > 59) {
        return std::nullopt;
    }
    const std::int64_t offset = *hours * 3600 + *minutes * 60;
    return text[0] == '-' ? -offset : offset;
}

}  // namespace

bool is_valid(const Date& date) {
    if (date.month < 1 || date.month > 12 || date.day < 1) {
        return false;
    }
    static constexpr std::array kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (date.year % 4 == 0 && date.year % 100 != 0) || date.year % 400 == 0;
    return date.day <= kDays[static_cast<size_t>(date.month - 1)] + (leap && date.month == 2 ? 1 : 0);
}

// Both conversions follow the well-known era arithmetic with years that start in March.
std::int64_t days_since_epoch(const Date& date) {
    const std::int64_t y = date.year - (date.month <= 2 ? 1 : 0);
    const std::int64_t era = (y >= 0 ? y : y - 399) / 400;
    const std::int64_t yoe = y - era * 400;
    const std::int64_t doy = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
    const std::int64_t doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
    return era * 146097 + doe - 719468;
}

Date date_from_days(std::int64_t days) {
    const std::int64_t z = days + 719468;
    const std::int64_t era = (z >= 0 ? z : z - 146096) / 146097;
    const std::int64_t doe = z - era * 146097;
    const std::int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    const std::int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    const std::int64_t mp = (5 * doy + 2) / 153;
    const std::int64_t month = mp < 10 ? mp + 3 : mp - 9;
    return {static_cast<int>(yoe + era * 400 + (month <= 2 ? 1 : 0)), static_cast<int>(month),
            static_cast<int>(doy - (153 * mp + 2) / 5 + 1)};
}

std::string to_iso(const Date& date) {
    std::array<char, 40> out{};
    std::snprintf(out.data(), out.size(), "%04d-%02d-%02d", date.year, date.month, date.day);
    return out.data();
}

std::optional<Date> parse_iso_date(std::string_view text) {
    const auto year = digits(text, 0, 4);
    const auto month = digits(text, 5, 2);
    const auto day = digits(text, 8, 2);
    if (text.size() != 10 || text[4] != '-' || text[7] != '-' || !year || !month || !day) {
        return std::nullopt;
    }
    const Date date{*year, *month, *day};
    return is_valid(date) ? std::optional(date) : std::nullopt;
}

std::optional<Instant> parse_instant(std::string_view text) {
    const auto date = parse_iso_date(text.substr(0, 10));
    if (!date) {
        return std::nullopt;
    }
    if (text.size() == 10) {
        return instant_vn(*date);
    }
    const auto hour = digits(text, 11, 2);
    const auto minute = digits(text, 14, 2);
    const auto second = digits(text, 17, 2);
    if ((text[10] != 'T' && text[10] != 't' && text[10] != ' ') || text.size() < 20 || text[13] != ':' || text[16] != ':' ||
        !hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59) {
        return std::nullopt;
    }
    size_t at = 19;
    if (text[at] == '.') {
        for (++at; at < text.size() && text[at] >= '0' && text[at] <= '9';) {
            ++at;
        }
    }
    const auto offset = parse_offset(text.substr(at));
    if (!offset) {
        return std::nullopt;
    }
    return Instant{days_since_epoch(*date) * kDay + *hour * 3600 + *minute * 60 + *second - *offset};
}

std::string to_iso_utc(Instant instant) { return with_clock(instant.seconds) + "Z"; }

std::string to_iso_vn(Instant instant) { return with_clock(instant.seconds + kVietnamOffset) + "+07:00"; }

Date date_vn(Instant instant) {
    const auto local = instant.seconds + kVietnamOffset;
    return date_from_days(local >= 0 ? local / kDay : (local - kDay + 1) / kDay);
}

Instant instant_vn(const Date& date, int seconds_of_day) {
    return {days_since_epoch(date) * kDay + seconds_of_day - kVietnamOffset};
}

Instant now() { return {static_cast<std::int64_t>(std::time(nullptr))}; }

}  // namespace khomo
