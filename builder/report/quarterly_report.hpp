// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "builder/report/agency_record.hpp"
#include "catalog/model/officer.hpp"
#include "catalog/write/print_document.hpp"

namespace khomo::builder {

/// The form of Appendix I for one agency (Đ11.11), filled from the catalogue, the versions and the journal up to the quarter's last second.
catalog::PrintDocument quarterly_report(const catalog::CatalogSnapshot& snapshot, const AgencyRecord& record, const catalog::Agency& agency, const catalog::Quarter& quarter,
                                        const std::vector<catalog::Officer>& officers);

/// The summary for the People's Committee and the steering committee (Đ12.6).
catalog::PrintDocument province_summary(const catalog::CatalogSnapshot& snapshot, const AgencyRecord& record, const catalog::Quarter& quarter);

}  // namespace khomo::builder
