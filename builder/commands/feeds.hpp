// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "builder/commands/workshop.hpp"

namespace khomo::builder {

/// What the feeds of the catalogue handed over in this run.
struct FeedRun {
    std::vector<catalog::Delivery> deliveries;  ///< as a folder delivery would be, with the steps of the standing approval
    std::vector<DeliveryOutcome> outcomes;      ///< feeds that gave nothing: refused, or known to hold what is published
    catalog::Findings notes;                    ///< of the whole run: what was skipped
};

/// The table or endpoint of a feed, as its standing approval must name it.
std::string source_of(const catalog::CatalogEntry& entry);

/// Asks every dataset's database or API that has a standing approval (feed.yaml in the dataset's folder of the warehouse), and keeps the bytes below
/// <state>/feeds/<dataset>/. Bytes that came before keep their name and instant. `keep` writes the journal.
FeedRun fetch_feeds(const Options& options, const catalog::Catalogue& catalogue, const std::filesystem::path& warehouse, State& state, Instant as_of, bool keep, Progress& progress);

/// Remembers that what a feed gave last holds the rows of this version, so that it need not be read again.
void remember_unchanged(State& state, const catalog::Delivery& delivery, const catalog::StoredVersion& version, Instant as_of, bool keep);

/// Destroys what a feed gave when its dataset was withdrawn, or when those very bytes were.
void forget_feed(State& state, const catalog::Withdrawal& withdrawal);
/// The same for a feed that gave withdrawn bytes again and was refused for it (approval/withdrawn-bytes).
void forget_withdrawn_feed(State& state, const DeliveryOutcome& refused);

}  // namespace khomo::builder
