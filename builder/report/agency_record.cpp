// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/report/agency_record.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "catalog/base/error.hpp"

namespace khomo::builder {
namespace {

using nlohmann::json;

catalog::Outcome outcome_from(const std::string& word) {
    for (const auto outcome : {catalog::Outcome::on_time, catalog::Outcome::late}) {
        if (word == to_string(outcome)) {
            return outcome;
        }
    }
    return catalog::Outcome::missing;
}

std::optional<Instant> instant_from(const json& value) { return value.is_string() ? parse_instant(value.get<std::string>()) : std::nullopt; }

/// dataset and period → what the journal said last.
using Recorded = std::map<std::pair<std::string, std::string>, RecordedDeadline>;

Recorded read_deadlines(const catalog::Journal& journal) {
    Recorded recorded;
    for (const auto& entry : journal.entries("", kDeadlinesPassed)) {
        const auto details = json::parse(entry.details);
        for (const auto& item : details.at("deadlines")) {
            RecordedDeadline deadline;
            deadline.dataset = item.at("dataset");
            deadline.agency = item.at("agency");
            deadline.frequency = item.at("frequency");
            deadline.record.period = item.at("period");
            const auto due = instant_from(item.at("due"));
            if (!due) {
                throw Error(ErrorKind::store, {"Nhật ký có hạn không đọc được ở mục " + std::to_string(entry.sequence), "The journal holds an unreadable deadline in entry " + std::to_string(entry.sequence)});
            }
            deadline.record.due = *due;
            deadline.record.outcome = outcome_from(item.at("outcome"));
            deadline.record.version = item.at("version");
            deadline.record.received = instant_from(item.at("received"));
            recorded[{deadline.dataset, deadline.record.period}] = std::move(deadline);
        }
    }
    return recorded;
}

}  // namespace

AgencyRecord gather_record(const catalog::CatalogSnapshot& snapshot, const catalog::Journal& journal) {
    AgencyRecord record;
    for (const auto& entry : snapshot.catalogue().entries) {
        record.datasets[entry.agency].push_back({&entry, quality_of(snapshot, entry)});
    }
    for (const auto& entry : journal.entries("", "delivery-refused")) {
        const auto details = json::parse(entry.details);
        record.refusals.push_back({entry.at, entry.dataset, details.value("delivery", std::string()), details.value("rules", std::map<std::string, std::uint64_t>())});
    }
    for (auto& [key, deadline] : read_deadlines(journal)) {
        record.deadlines.push_back(std::move(deadline));
    }
    std::stable_sort(record.deadlines.begin(), record.deadlines.end(), [](const auto& a, const auto& b) { return a.record.due < b.record.due; });
    return record;
}

json new_deadlines(const catalog::CatalogSnapshot& snapshot, const catalog::Journal& journal) {
    const auto recorded = read_deadlines(journal);
    auto list = json::array();
    for (const auto& entry : snapshot.catalogue().entries) {
        for (const auto& record : quality_of(snapshot, entry).timeliness.passed) {
            const auto known = recorded.find({entry.id, record.period});
            if (known != recorded.end() && known->second.record.outcome == record.outcome) {
                continue;
            }
            list.push_back({{"dataset", entry.id},
                            {"agency", entry.agency},
                            {"frequency", to_string(entry.frequency)},
                            {"period", record.period},
                            {"due", to_iso_vn(record.due)},
                            {"outcome", to_string(record.outcome)},
                            {"version", record.version},
                            {"received", record.received ? json(to_iso_vn(*record.received)) : json(nullptr)}});
        }
    }
    return list.empty() ? json(nullptr) : json{{"deadlines", std::move(list)}};
}

}  // namespace khomo::builder
