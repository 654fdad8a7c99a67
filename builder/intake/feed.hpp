// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "catalog/model/dataset.hpp"
#include "catalog/model/finding.hpp"
#include "catalog/model/portal.hpp"

namespace khomo::builder {

/// Where one feed works and what is known of it.
struct FeedContext {
    std::filesystem::path folder;  ///< of this feed in the state: half-fetched pages lie here until the next run takes them up
    std::filesystem::path portal;  ///< files that `source` names are relative to it
    catalog::Limits limits;
    std::string known_etag;        ///< of what was fetched last with the same settings; empty: fetch it all
};

/// What a feed handed over.
struct FetchedFeed {
    std::filesystem::path file;  ///< the new bytes, in the feed's folder; empty when nothing came
    bool unchanged = false;      ///< the server says that nothing is new
    std::string etag;
    std::uint64_t requests = 0;
};

/// Fetches everything that the API of `entry.supply` offers, page by page. Faults become findings feed/* and an empty result; pages that came are kept for an hour.
/// Reads the token from the environment; it enters no file, message or log.
FetchedFeed fetch_api(const catalog::CatalogEntry& entry, const FeedContext& context, catalog::Findings& findings);

/// Reads the table of `entry.supply` in a child process that can reach nothing but its database (feed_rows.hpp tells how the rows are kept).
FetchedFeed fetch_database(const catalog::CatalogEntry& entry, const FeedContext& context, catalog::Findings& findings);

/// Adds a blocking finding about a dataset's feed.
void block_feed(catalog::Findings& findings, const std::string& dataset, std::string_view rule, Text message, Text fix);

}  // namespace khomo::builder
