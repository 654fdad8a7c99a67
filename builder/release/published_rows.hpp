// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "catalog/model/version.hpp"

namespace khomo::builder {

/// Runs the personal-data and secrecy rules over a download as it lies in the staging area: CSV, JSON, NDJSON, GeoJSON and XML are read back from
/// their bytes, column by column under the bases and waivers of the version. Other formats give nothing: they are written from the same rows.
/// `path`: within the release; findings name it. Throws Error(io) when it cannot be read.
std::vector<catalog::Finding> scan_download(const std::filesystem::path& release, const std::string& path, const catalog::CatalogEntry& entry, const catalog::VersionInfo& version);

}  // namespace khomo::builder
