// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/model/timeliness.hpp"

#include <algorithm>
#include <map>

#include "catalog/model/deadline.hpp"
#include "catalog/model/quality.hpp"

namespace khomo::catalog {
namespace {

/// Seconds from the change to the approval; a change dated after it counts as none.
void measure_change(ArrivalRecord& record, const Arrival& arrival) {
    if (arrival.changed_at) {
        record.since_change = std::max<std::int64_t>(0, arrival.at.seconds - arrival.changed_at->seconds);
    }
}

/// How many deadlines count for the score of a dataset.
std::size_t counted_deadlines(Frequency frequency) {
    switch (frequency) {
        case Frequency::daily: return 30;
        case Frequency::monthly: return 12;
        case Frequency::quarterly: return 8;
        default: return 5;
    }
}

/// Seconds of lateness. At the deadline itself it is too late by none, which must not read as in time: it counts as one second.
std::int64_t late_by(Instant at, Instant due) { return at < due ? 0 : std::max<std::int64_t>(1, at.seconds - due.seconds); }

/// Which arrival answers which period. A version answers the period in which it arrives, in time by that very fact; only one that says
/// it is for an earlier period, still unanswered, answers that one late.
class Answers {
public:
    Answers(Frequency frequency, PeriodNumber first) : frequency_(frequency), first_(first) {}

    ArrivalRecord take(const Arrival& arrival) {
        ArrivalRecord record;
        record.version = arrival.version;
        measure_change(record, arrival);
        const auto open = period_at(frequency_, arrival.at);
        const auto declared = declared_period(frequency_, arrival.period);
        auto period = open;
        if (declared && *declared >= first_ && *declared < open && !by_period_.contains(*declared)) {
            period = *declared;
        }
        if (period >= first_ && by_period_.emplace(period, &arrival).second) {
            record.period = period_name(frequency_, period);
            record.length = length(period);
            record.delay = late_by(arrival.at, deadline_of(frequency_, period));
        }
        return record;
    }

    DueRecord record(PeriodNumber period) const {
        DueRecord record;
        record.period = period_name(frequency_, period);
        record.due = deadline_of(frequency_, period);
        record.length = length(period);
        if (const auto found = by_period_.find(period); found != by_period_.end()) {
            record.version = found->second->version;
            record.received = found->second->at;
            record.outcome = late_by(found->second->at, record.due) == 0 ? Outcome::on_time : Outcome::late;
        }
        return record;
    }

    bool answered(PeriodNumber period) const { return by_period_.contains(period); }

private:
    std::int64_t length(PeriodNumber period) const { return deadline_of(frequency_, period).seconds - deadline_of(frequency_, period - 1).seconds; }

    Frequency frequency_;
    PeriodNumber first_;
    std::map<PeriodNumber, const Arrival*> by_period_;
};

void follow_periods(Timeliness& result, Frequency frequency, const std::vector<Arrival>& arrivals, Instant from, Instant as_of) {
    const auto first = period_at(frequency, from);
    const auto open = period_at(frequency, as_of);
    Answers answers(frequency, first);
    for (const auto& arrival : arrivals) {
        result.arrivals.push_back(answers.take(arrival));
    }
    for (auto period = first; period < open; ++period) {
        result.passed.push_back(answers.record(period));
    }
    result.next_period = period_name(frequency, open);
    result.next_due = deadline_of(frequency, open);
    const bool late = !result.passed.empty() && result.passed.back().outcome == Outcome::missing;
    result.standing = answers.answered(open) ? Standing::on_time : late ? Standing::late : Standing::due;
}

void follow_changes(Timeliness& result, const CatalogEntry& entry, const std::vector<Arrival>& arrivals, Instant as_of) {
    for (const auto& arrival : arrivals) {
        ArrivalRecord record;
        record.version = arrival.version;
        measure_change(record, arrival);
        result.arrivals.push_back(record);
    }
    if (entry.frequency == Frequency::on_request && entry.request) {
        const auto answer = std::find_if(arrivals.begin(), arrivals.end(), [&](const Arrival& arrival) { return arrival.at >= entry.request->made; });
        const bool answered = answer != arrivals.end();
        if (answered) {
            auto& record = result.arrivals[static_cast<std::size_t>(answer - arrivals.begin())];
            record.period = to_iso(date_vn(entry.request->due));
            record.length = entry.request->due.seconds - entry.request->made.seconds;
            record.delay = late_by(answer->at, entry.request->due);
        }
        if (as_of >= entry.request->due) {
            DueRecord record;
            record.period = to_iso(date_vn(entry.request->due));
            record.due = entry.request->due;
            record.length = entry.request->due.seconds - entry.request->made.seconds;
            if (answered) {
                record.version = answer->version;
                record.received = answer->at;
                record.outcome = late_by(answer->at, record.due) == 0 ? Outcome::on_time : Outcome::late;
            }
            result.passed.push_back(record);
        } else {
            result.next_due = entry.request->due;
            result.next_period = to_iso(date_vn(entry.request->due));
        }
        result.standing = answered ? Standing::on_time : as_of >= entry.request->due ? Standing::late : Standing::due;
        return;
    }
    const auto known = std::find_if(result.arrivals.rbegin(), result.arrivals.rend(), [](const ArrivalRecord& record) { return record.since_change.has_value(); });
    if (known != result.arrivals.rend()) {
        result.standing = *known->since_change <= kChangeSeconds ? Standing::on_time : Standing::late;
    }
}

/// `allowed` of `taken`, in 1/10000 and rounded down; in full where no more was taken than allowed.
int share_of_time(std::int64_t allowed, std::int64_t taken) { return taken <= allowed ? kFull : static_cast<int>(allowed * kFull / taken); }

}  // namespace

std::string_view to_string(Outcome outcome) {
    switch (outcome) {
        case Outcome::on_time: return "on-time";
        case Outcome::late: return "late";
        case Outcome::missing: return "missing";
    }
    return "missing";
}

std::string_view to_string(Standing standing) {
    switch (standing) {
        case Standing::on_time: return "on-time";
        case Standing::due: return "due";
        case Standing::late: return "late";
        case Standing::no_date: return "no-date";
        case Standing::not_asked: return "not-asked";
    }
    return "no-date";
}

std::optional<int> ArrivalRecord::score() const {
    std::optional<int> score;
    if (!period.empty()) {
        score = delay == 0 ? kFull : static_cast<int>(std::max<std::int64_t>(0, (length - delay) * kFull / length));
    }
    if (since_change) {
        score = std::min(score.value_or(kFull), share_of_time(kChangeSeconds, *since_change));
    }
    return score;
}

std::optional<int> Timeliness::score() const {
    std::int64_t kept = 0;
    std::int64_t all = 0;
    if (!passed.empty()) {
        all = static_cast<std::int64_t>(std::min(counted, passed.size()));
        kept = std::count_if(passed.end() - all, passed.end(), [](const DueRecord& record) { return record.outcome == Outcome::on_time; });
    } else if (!next_due) {
        for (const auto& arrival : arrivals) {
            all += arrival.since_change ? 1 : 0;
            kept += arrival.since_change && *arrival.since_change <= kChangeSeconds ? 1 : 0;
        }
    }
    return all == 0 ? std::nullopt : std::optional(static_cast<int>(kept * kFull / all));
}

Timeliness timeliness_of(const CatalogEntry& entry, const std::vector<Arrival>& arrivals, std::optional<Instant> from, Instant as_of) {
    Timeliness result;
    result.counted = counted_deadlines(entry.frequency);
    if (entry.open_class != OpenClass::open && entry.open_class != OpenClass::aggregated) {
        result.standing = Standing::not_asked;
        return result;
    }
    if (!is_periodic(entry.frequency)) {
        follow_changes(result, entry, arrivals, as_of);
    } else if (from || !arrivals.empty()) {
        follow_periods(result, entry.frequency, arrivals, from ? *from : arrivals.front().at, as_of);
    } else {
        follow_periods(result, entry.frequency, arrivals, as_of, as_of);
    }
    return result;
}

}  // namespace khomo::catalog
