// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

#include "builder/outputs/site.hpp"
#include "catalog/model/quality.hpp"

namespace khomo::builder {

/// What partials/quality.mustache shows of a dataset; `version` chooses whose đúng, đủ and sạch (0 = the current one).
nlohmann::json dataset_quality(const Site& site, const catalog::CatalogEntry& entry, const catalog::DatasetQuality& quality, int version, Lang lang);
/// The same partial for an agency: means over its datasets, its deadlines by quarter.
nlohmann::json agency_quality(const Site& site, const catalog::CatalogSnapshot& snapshot, const std::string& agency, const std::vector<const catalog::CatalogEntry*>& entries,
                              const std::vector<catalog::DatasetQuality>& quality, Lang lang);
/// The partial showing nothing.
nlohmann::json no_quality();

/// Where a dataset stands, for a table: label, kind of badge, last and next deadline as words.
nlohmann::json standing_row(const Site& site, const catalog::CatalogEntry& entry, const catalog::DatasetQuality& quality, Lang lang);

/// What pages show of it; changes at a deadline or with a version, never otherwise.
std::string quality_fingerprint(const catalog::DatasetQuality& quality);

/// "17:00 25/11/2026" or "17:00 on 25 November 2026".
std::string show_deadline(Instant due, Lang lang);
/// "2 ngày", "3 giờ", "5 phút", rounded down, at least 1 of the smallest.
std::string show_delay(std::int64_t seconds, Lang lang);

}  // namespace khomo::builder
