// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/model/deadline.hpp"

#include <fmt/format.h>

#include "catalog/base/number.hpp"
#include "catalog/model/period.hpp"

namespace khomo::catalog {
namespace {

constexpr int kHour = 17 * 60 * 60;
constexpr int kDay = 25;
constexpr int kYearlyMonth = 11;

/// The period that holds the day, by the calendar.
PeriodNumber period_of_day(Frequency frequency, const Date& day) {
    switch (frequency) {
        case Frequency::daily: return days_since_epoch(day);
        case Frequency::monthly: return day.year * 12 + day.month - 1;
        case Frequency::quarterly: return day.year * 4 + (day.month - 1) / 3;
        default: return day.year;
    }
}

Date due_day(Frequency frequency, PeriodNumber period) {
    switch (frequency) {
        case Frequency::daily: return date_from_days(period);
        case Frequency::monthly: return {static_cast<int>(period / 12), static_cast<int>(period % 12) + 1, kDay};
        case Frequency::quarterly: return {static_cast<int>(period / 4), (static_cast<int>(period % 4) + 1) * 3, kDay};
        default: return {static_cast<int>(period), kYearlyMonth, kDay};
    }
}

/// How long the text of a day, month or year is at the least: what is coarser than the frequency names no period of it.
std::size_t least_length(Frequency frequency) {
    switch (frequency) {
        case Frequency::daily: return 10;
        case Frequency::monthly:
        case Frequency::quarterly: return 7;
        default: return 4;
    }
}

}  // namespace

bool is_periodic(Frequency frequency) { return frequency != Frequency::on_change && frequency != Frequency::on_request; }

Instant deadline_of(Frequency frequency, PeriodNumber period) { return instant_vn(due_day(frequency, period), kHour); }

PeriodNumber period_at(Frequency frequency, Instant instant) {
    const auto period = period_of_day(frequency, date_vn(instant));
    return instant < deadline_of(frequency, period) ? period : period + 1;
}

std::string period_name(Frequency frequency, PeriodNumber period) {
    switch (frequency) {
        case Frequency::daily: return to_iso(date_from_days(period));
        case Frequency::monthly: return fmt::format("{:04}-{:02}", period / 12, period % 12 + 1);
        case Frequency::quarterly: return fmt::format("{:04}-Q{}", period / 4, period % 4 + 1);
        default: return fmt::format("{:04}", period);
    }
}

std::optional<PeriodNumber> declared_period(Frequency frequency, const std::string& words) {
    const auto interval = read_period(words);
    if (!interval || interval->last.size() < least_length(frequency)) {
        return std::nullopt;
    }
    const auto& last = interval->last;
    const auto part = [&](std::size_t at, std::size_t length) { return last.size() < at + length ? 1 : static_cast<int>(parse_integer(std::string_view(last).substr(at, length)).value_or(1)); };
    return period_of_day(frequency, {part(0, 4), part(5, 2), part(8, 2)});
}

Instant Quarter::begin() const { return instant_vn({year, (number - 1) * 3 + 1, 1}); }

Instant Quarter::end() const { return number == 4 ? Quarter{year + 1, 1}.begin() : Quarter{year, number + 1}.begin(); }

std::string Quarter::name() const { return fmt::format("{:04}-Q{}", year, number); }

std::optional<Quarter> parse_quarter(const std::string& text) {
    if (text.size() != 7 || text.substr(4, 2) != "-Q") {
        return std::nullopt;
    }
    const auto year = parse_integer(text.substr(0, 4)).value_or(0);
    const int number = text[6] - '0';
    return year >= 1000 && number >= 1 && number <= 4 ? std::optional(Quarter{static_cast<int>(year), number}) : std::nullopt;
}

Quarter quarter_of(Instant instant) {
    const auto day = date_vn(instant);
    return {day.year, (day.month - 1) / 3 + 1};
}

}  // namespace khomo::catalog
