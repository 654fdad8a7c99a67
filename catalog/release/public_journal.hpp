// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/base/bilingual.hpp"
#include "catalog/model/journal_entry.hpp"

namespace khomo::catalog {

/// How much of an entry everybody may see (docs/release-format.md).
enum class Publicity {
    whole,    ///< who did what, with all details
    outline,  ///< what, when and to which dataset; actor and details are a hash
    hidden,   ///< its hash alone
};
Publicity publicity_of(const JournalEntry& entry);

/// The actions that change what a release holds: the record goes public up to the last of them. What a build itself puts on record
/// afterwards follows with the next, else every build would make a new release.
const std::vector<std::string>& content_actions();

/// One line of the public record: JSON and a line feed.
std::string public_line(const JournalEntry& entry);

/// Entries to a file: whole segments never change and are carried from release to release.
inline constexpr std::int64_t kJournalSegment = 1000;
/// journal/journal-000001.ndjson: the full segment that begins with entry 1 + 1000 (`number` - 1).
std::string segment_path(std::int64_t number);
/// journal/journal.ndjson: the last segment.
std::string last_segment_path();

/// The public record of a release as far as it holds together.
struct PublicJournal {
    std::int64_t entries = 0;
    std::string head;          ///< hash of the last entry
    std::vector<Text> faults;  ///< each names file and line
};

/// Reads all segments in order and checks numbers, chain and hashes. A release of before there was a record has no entries and no faults.
PublicJournal check_public_journal(const std::filesystem::path& release);
/// Number and hash of the last entry, without looking at the others.
PublicJournal public_journal_head(const std::filesystem::path& release);

}  // namespace khomo::catalog
