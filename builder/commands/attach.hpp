// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include "catalog/model/dataset.hpp"
#include "catalog/model/version.hpp"

namespace khomo::builder {

/// Writes the list of a version's attachments as its data: for a dataset that has no table. Sets rows, data file and content hash.
void write_document_list(const catalog::CatalogEntry& entry, const std::filesystem::path& workspace, catalog::VersionInfo& info);

}  // namespace khomo::builder
