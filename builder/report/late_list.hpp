// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

#include "builder/report/agency_record.hpp"

namespace khomo::builder {

/// tinh-trang.csv for the department that runs the portal (Đ5.4b): every watched dataset with its standing, last and next deadline, delay,
/// the four scores in percent, refused deliveries. UTF-8 with a byte order mark, so that Excel reads it.
std::string status_csv(const catalog::CatalogSnapshot& snapshot, const AgencyRecord& record);

/// Datasets that are late, or whose last delivery was refused, the longest late first: a heading and one line each.
std::vector<std::vector<std::string>> late_table(const catalog::CatalogSnapshot& snapshot, const AgencyRecord& record, Lang lang);
nlohmann::ordered_json late_json(const catalog::CatalogSnapshot& snapshot, const AgencyRecord& record);

}  // namespace khomo::builder
