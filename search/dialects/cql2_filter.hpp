// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "search/dialects/ogc_crs.hpp"
#include "search/rows/dataset_description.hpp"
#include "search/rows/query.hpp"

namespace khomo::search {

/// The name under which a filter speaks of a row's geometry.
inline constexpr const char* kOgcGeometry = "geometry";

/// Turns a filter in CQL2 JSON into one of the engine. Three-valued as CQL2 is: what compares a missing value neither holds nor does its NOT. Geometries are read in
/// `crs`. Texts are compared byte by byte; LIKE takes 'beginning%', and any pattern without "_" that has % at both ends if both sides are CASEI(ACCENTI(…)).
/// Throws RequestFault naming `parameter`.
Filter cql2_filter(const std::string& parameter, const nlohmann::json& expression, const TableSchema& schema, const OgcCrs& crs);

/// Reads CQL2 JSON that came from outside. Throws RequestFault.
nlohmann::json parse_cql2_json(const std::string& parameter, std::string_view text);

}  // namespace khomo::search
