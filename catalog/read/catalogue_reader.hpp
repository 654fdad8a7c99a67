// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "catalog/model/delivery.hpp"
#include "catalog/model/finding.hpp"
#include "catalog/model/portal.hpp"
#include "catalog/read/entry_cache.hpp"

namespace khomo::catalog {

/// Reads a portal folder (docs/portal-folder.md). All faults become findings with file, line and column; a catalogue with
/// blocking findings must not be built from. Throws Error(input) only when the folder or portal.yaml is not there. Entries are taken from
/// `cache` where their files are as they were, and what was parsed anew is kept there.
Catalogue read_catalogue(const std::filesystem::path& folder, Findings& findings, EntryCache* cache = nullptr);

/// Reads one dataset file and its English description.
CatalogEntry read_entry(const std::filesystem::path& file, const std::filesystem::path& portal_folder, Findings& findings);

/// Deliveries of a warehouse folder, by dataset and then by instant of approval. A folder without approval.yaml is a delivery
/// without steps: the gate says what is missing.
std::vector<Delivery> read_warehouse(const std::filesystem::path& warehouse, Findings& findings);
Delivery read_delivery(const std::filesystem::path& folder, const std::string& dataset, Findings& findings);

}  // namespace khomo::catalog
