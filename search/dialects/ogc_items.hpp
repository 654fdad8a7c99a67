// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "search/dialects/ogc_request.hpp"
#include "search/dialects/published_catalogue.hpp"
#include "search/rows/row_store.hpp"

namespace khomo::search {

/// /collections/<layer>/items: a page of features. Throws RequestFault, QueryStopped.
ApiResponse ogc_items(const OgcRequest& request, const PublishedCatalogue& catalogue, const PublishedDataset& dataset, const RowTable& table, const std::string& release);

/// /collections/<layer>/items/<id>. Throws Error(not_found).
ApiResponse ogc_item(const OgcRequest& request, const PublishedDataset& dataset, const RowTable& table, const std::string& id);

/// The filter of an items request: bbox, datetime, filter and the fields named as parameters, all of which must hold. Throws RequestFault.
Filter ogc_filter(const OgcRequest& request, const RowTable& table);

}  // namespace khomo::search
