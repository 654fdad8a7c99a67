// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "catalog/model/version.hpp"

namespace khomo::builder {

/// datapackage.json of a version (Data Package v2, datapackage.org) over its CSV file.
std::string data_package(const catalog::Catalogue& catalogue, const catalog::CatalogEntry& entry, const catalog::VersionInfo& version, const std::string& csv_name,
                         std::uint64_t csv_bytes, const std::string& csv_sha256);
/// The dictionary as CSV: one line a field.
std::string dictionary_csv(const catalog::CatalogEntry& entry);
/// README.txt in both languages, and the licence's text with the line to cite.
std::string readme_text(const catalog::Catalogue& catalogue, const catalog::CatalogEntry& entry, const catalog::VersionInfo& version);
std::string licence_text(const catalog::Catalogue& catalogue, const catalog::CatalogEntry& entry, const catalog::VersionInfo& version);
/// "Nguồn: Sở …, «Hồ chứa thủy lợi», phiên bản 2, 2026-10-05, https://…".
Text citation(const catalog::Catalogue& catalogue, const catalog::CatalogEntry& entry, const catalog::VersionInfo& version);

}  // namespace khomo::builder
