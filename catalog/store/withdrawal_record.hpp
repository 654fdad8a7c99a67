// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/model/withdrawal.hpp"
#include "catalog/store/journal.hpp"

namespace khomo::catalog {

inline constexpr const char* kDatasetWithdrawn = "dataset-withdrawn";
inline constexpr const char* kDatasetSuspended = "dataset-suspended";
inline constexpr const char* kDatasetResumed = "dataset-resumed";

/// Records a withdrawal or suspension: the entry is what everything later derives from. `withdrawal.at` is its instant.
JournalEntry record_withdrawal(Journal& journal, const std::string& actor, const Withdrawal& withdrawal);
/// Ends a suspension of the whole dataset (`versions` empty) or of single versions.
JournalEntry record_resumption(Journal& journal, Instant at, const std::string& actor, const std::string& dataset, const std::vector<int>& versions, const std::string& document, const Text& reason);

/// What stands after all entries of the journal.
Withdrawals read_withdrawals(const Journal& journal);

/// withdrawn.json of a version whose bytes were destroyed: what stood there, by what right it went, and the entry that says so.
std::string destruction_note(const Withdrawal& withdrawal, const WithdrawnVersion& version);

}  // namespace khomo::catalog
