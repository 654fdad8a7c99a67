// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "catalog/model/deadline.hpp"
#include "catalog/model/quality.hpp"
#include "catalog/store/journal.hpp"

namespace khomo::builder {

/// One dataset of the catalogue with its quality.
struct WatchedDataset {
    const catalog::CatalogEntry* entry = nullptr;
    catalog::DatasetQuality quality;
};

/// A delivery that the gate refused, as the journal keeps it: rules and how often, no values.
struct Refusal {
    Instant at;
    std::string dataset;
    std::string delivery;
    std::map<std::string, std::uint64_t> rules;
};

/// A deadline as the journal recorded it when it passed; a later entry for the same dataset and period takes the place of an earlier one.
struct RecordedDeadline {
    std::string dataset;
    std::string agency;  ///< at that time
    std::string frequency;
    catalog::DueRecord record;
};

/// What the reports speak of. The snapshot must outlive it.
struct AgencyRecord {
    std::map<std::string, std::vector<WatchedDataset>> datasets;  ///< by agency, all classes, in the order of the catalogue
    std::vector<Refusal> refusals;
    std::vector<RecordedDeadline> deadlines;  ///< of the journal, in the order of their due instants
};

AgencyRecord gather_record(const catalog::CatalogSnapshot& snapshot, const catalog::Journal& journal);

/// The journal's action for deadlines that have passed.
inline constexpr const char* kDeadlinesPassed = "deadlines-passed";

/// Deadlines that have passed, or were answered late, since the journal last spoke of them; as the details of one journal entry. Null where
/// there is nothing to add.
nlohmann::json new_deadlines(const catalog::CatalogSnapshot& snapshot, const catalog::Journal& journal);

}  // namespace khomo::builder
