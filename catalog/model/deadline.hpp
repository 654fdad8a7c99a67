// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "catalog/base/instant.hpp"
#include "catalog/model/dataset.hpp"

namespace khomo::catalog {

// The deadlines of Đ5.2b, at UTC+7: data is in time when it is there strictly before 17:00:00 of the day (daily), of the 25th (monthly),
// of the 25th of the quarter's last month (quarterly), of 25 November (yearly); a change within 24 hours, 24:00:00 included. The text
// moves no deadline for weekends or holidays, so neither does this.

inline constexpr std::int64_t kChangeSeconds = 24 * 60 * 60;

/// Whether the frequency has deadlines of its own (daily, monthly, quarterly, yearly).
bool is_periodic(Frequency frequency);

/// Periods of one frequency are numbered without gaps, so that one less is the period before. Only for periodic frequencies.
using PeriodNumber = std::int64_t;

/// The instant before which the data of the period must be there.
Instant deadline_of(Frequency frequency, PeriodNumber period);
/// The period whose deadline is the first after the instant: at the deadline itself it is the next one.
PeriodNumber period_at(Frequency frequency, Instant instant);
/// "2026-11-23", "2026-11", "2026-Q4", "2026".
std::string period_name(Frequency frequency, PeriodNumber period);
/// The period that a delivery says it is for (its last one where it names several); none where the words are unclear or too coarse.
std::optional<PeriodNumber> declared_period(Frequency frequency, const std::string& words);

/// The first and the last day of a quarter written as "2026-Q3"; none if it is not one.
struct Quarter {
    int year = 0;
    int number = 0;  ///< 1…4
    Instant begin() const;  ///< 00:00:00 at UTC+7 of its first day
    Instant end() const;    ///< begin of the next
    std::string name() const;
    friend auto operator<=>(const Quarter&, const Quarter&) = default;
};
std::optional<Quarter> parse_quarter(const std::string& text);
Quarter quarter_of(Instant instant);

}  // namespace khomo::catalog
