// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "catalog/model/dataset.hpp"
#include "catalog/model/value.hpp"

namespace khomo::geo {

/// Writes a Shapefile (.shp .shx .dbf .prj .cpg, UTF-8) named `name` into `folder`. Field names are cut to 10 characters without
/// collision; what was cut comes back as pairs (field, name in the DBF). Throws Error(io) with GDAL's words when it fails.
std::vector<std::pair<std::string, std::string>> write_shapefile(const std::filesystem::path& folder, const std::string& name, const catalog::CatalogEntry& entry,
                                                                 const std::string& geometry_type, int epsg, catalog::RowReader& rows);

}  // namespace khomo::geo
