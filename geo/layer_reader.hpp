// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "catalog/model/raw.hpp"

namespace khomo::geo {

struct LayerOptions {
    std::string layer;     ///< name where a file holds several; empty = the only one
    std::string encoding;  ///< of DBF text without a .cpg, an iconv name; empty = what the file says, else UTF-8
    std::string shown_as;  ///< file name for the header and messages
};

/// Reads a map layer or database table through GDAL, with a fixed list of drivers, no indirection to other files (VRT, /vsi…), no
/// network: Shapefile, GeoPackage, FileGDB (a folder *.gdb), MapInfo, DXF, DGN V7, KML, GML, GeoJSON, FlatGeobuf. Geometry is 2D
/// ISO WKB with x = east/longitude whatever the authority's axis order; the CRS is named by EPSG code where its parameters fit one.
/// Throws Error(format) when no driver of the list opens the file, when it holds several layers and none is named, or when a text
/// is not valid UTF-8 after decoding (the message names row and column). Call in a child process: GDAL opens hostile files.
std::unique_ptr<catalog::RawReader> open_layer(const std::filesystem::path& path, const LayerOptions& options);

}  // namespace khomo::geo
