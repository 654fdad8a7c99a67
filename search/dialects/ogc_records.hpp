// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "search/dialects/ogc_request.hpp"
#include "search/dialects/published_catalogue.hpp"

namespace khomo::search {

/// /collections/catalogue/items: the published datasets as records (OGC 20-004r1). q (terms parted by commas, any of which may stand; marks and case do not count),
/// bbox, datetime, type, ids, limit, offset. Throws RequestFault.
ApiResponse ogc_records(const OgcRequest& request, const PublishedCatalogue& catalogue);
/// One record by id or UUID. Throws Error(not_found).
ApiResponse ogc_record(const OgcRequest& request, const PublishedCatalogue& catalogue, const std::string& id);

/// Parameters of a search for records.
const std::vector<std::string>& ogc_record_parameters();

}  // namespace khomo::search
