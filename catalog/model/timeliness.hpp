// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/base/instant.hpp"
#include "catalog/model/dataset.hpp"

namespace khomo::catalog {

/// A version as deadlines see it.
struct Arrival {
    int version = 0;
    Instant at;                         ///< approval in the warehouse: the third step of Đ5.2a
    std::string period;                 ///< as the delivery declares it
    std::optional<Instant> changed_at;  ///< when the data changed, where the delivery says so
};

/// What became of one deadline.
enum class Outcome { on_time, late, missing };
/// "on-time", "late", "missing".
std::string_view to_string(Outcome outcome);

/// One deadline that has passed.
struct DueRecord {
    std::string period;
    Instant due;
    std::int64_t length = 0;  ///< seconds since the deadline before
    Outcome outcome = Outcome::missing;
    int version = 0;  ///< 0 while it is missing
    std::optional<Instant> received;
    /// Seconds after the deadline; at least 1 when it was late (at the deadline itself it is too late), 0 otherwise.
    std::int64_t delay() const { return outcome == Outcome::late ? std::max<std::int64_t>(1, received->seconds - due.seconds) : 0; }
    friend bool operator==(const DueRecord&, const DueRecord&) = default;
};

/// How a version stands to the deadlines.
struct ArrivalRecord {
    int version = 0;
    std::string period;                        ///< of the deadline it answered; empty where it answered none
    std::int64_t delay = 0;                    ///< seconds after that deadline; 0 = in time
    std::int64_t length = 0;                   ///< seconds of that period
    std::optional<std::int64_t> since_change;  ///< seconds from the change to the approval, where the change is known
    /// "sống" of the version in 1/10000 (docs/quality.md); none where nothing can be measured.
    std::optional<int> score() const;
};

/// Where a dataset stands now. It changes only at a deadline or with a version.
enum class Standing {
    on_time,   ///< the period that runs is served already, or the last change came within 24 hours
    due,       ///< nothing is late, the deadline of the period that runs lies ahead
    late,      ///< the last deadline passed and nothing has come for it, or the last change came after more than 24 hours
    no_date,   ///< no deadline can be told (on change or on request, and no delivery says when the data changed)
    not_asked  ///< the class lets nothing through this portal
};
std::string_view to_string(Standing standing);

struct Timeliness {
    Standing standing = Standing::no_date;
    std::vector<DueRecord> passed;         ///< every deadline that was watched, oldest first
    std::vector<ArrivalRecord> arrivals;   ///< in the order of the versions
    std::optional<std::string> next_period;
    std::optional<Instant> next_due;
    /// The deadlines that count for the score: the last 30 (daily), 12 (monthly), 8 (quarterly) or 5 (yearly).
    std::size_t counted = 0;
    const DueRecord* last() const { return passed.empty() ? nullptr : &passed.back(); }
    /// "sống" of the dataset in 1/10000: deadlines kept among those that count, or changes brought within 24 hours.
    std::optional<int> score() const;
};

/// `from`: the first instant at which deadlines are watched; none: from the first version on. `as_of` decides which have passed.
Timeliness timeliness_of(const CatalogEntry& entry, const std::vector<Arrival>& arrivals, std::optional<Instant> from, Instant as_of);

}  // namespace khomo::catalog
