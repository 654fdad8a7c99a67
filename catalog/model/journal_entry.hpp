// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "catalog/base/instant.hpp"

namespace khomo::catalog {

/// One entry of the record: who did what to which bytes, when and why.
struct JournalEntry {
    std::int64_t sequence = 0;  ///< from 1, without gaps
    Instant at;
    std::string actor;
    std::string action;   ///< "version-approved", "delivery-refused", "release-published" …
    std::string dataset;  ///< empty where the portal is meant
    std::string details;  ///< JSON object
    std::string previous; ///< hash of the entry before, 64 zeros for the first
    std::string hash;     ///< chain_hash() of the above
};

/// What the hash of the first entry is chained to.
const std::string& chain_start();

/// SHA-256 of the JSON list [actor, details]: what an entry that is shown without them still commits to.
std::string content_hash(std::string_view actor, std::string_view details);

/// SHA-256 of the JSON list [previous, sequence, at, action, dataset, content hash], `at` in ISO 8601 at UTC+7.
std::string chain_hash(std::string_view previous, std::int64_t sequence, std::string_view at, std::string_view action, std::string_view dataset, std::string_view content);

/// Whether the entry's hash is right for what it says. `older` (where given) tells that it is by the formula of before content hashes.
bool has_right_hash(const JournalEntry& entry, bool* older = nullptr);

}  // namespace khomo::catalog
