// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

namespace khomo::catalog {

/// First and last day, month or year of a period, in ISO 8601: {"2026-07", "2026-09"} for a quarter.
struct PeriodInterval {
    std::string first;
    std::string last;
    friend bool operator==(const PeriodInterval&, const PeriodInterval&) = default;
};

/// What the period of a delivery says: "2026", "2026-05", "2026-Q3", "2026-H1", "2026-05-13", "9/2026", "Quý III/2026", and two of these
/// with "đến", "-" or "/" between. None when it is in no known form.
std::optional<PeriodInterval> read_period(const std::string& period);

}  // namespace khomo::catalog
