// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include "search/dialects/ogc_request.hpp"
#include "search/dialects/published_catalogue.hpp"
#include "search/rows/dataset_description.hpp"

namespace khomo::search {

/// The collection whose items are the datasets themselves (OGC API Records).
inline constexpr const char* kRecordsCollection = "catalogue";

nlohmann::json ogc_landing(const OgcRequest& request, const PublishedCatalogue& catalogue);
nlohmann::json ogc_conformance();
nlohmann::json ogc_collections(const OgcRequest& request, const PublishedCatalogue& catalogue);
nlohmann::json ogc_collection(const OgcRequest& request, const PublishedCatalogue& catalogue, const PublishedDataset& dataset);
nlohmann::json ogc_records_collection(const OgcRequest& request, const PublishedCatalogue& catalogue);
nlohmann::json ogc_queryables(const OgcRequest& request, const PublishedDataset& dataset, const TableSchema& schema, const std::string& geometry_type);

/// OpenAPI 3.0 of all of it, with the fields of every layer as parameters (of the first 300 layers).
nlohmann::json ogc_openapi(const OgcRequest& request, const PublishedCatalogue& catalogue);

/// Parameters of items that are no fields.
const std::vector<std::string>& ogc_item_parameters();
/// The JSON Schema of a field's values.
nlohmann::json ogc_field_schema(const catalog::Field& field);

}  // namespace khomo::search
