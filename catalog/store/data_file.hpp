// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "catalog/model/dataset.hpp"
#include "catalog/model/value.hpp"

namespace khomo::catalog {

/// Geometry of a data file; `type` empty for a plain table.
struct DataGeometry {
    std::string type;     ///< Point, MultiLineString, MultiPolygon …
    int epsg = 0;         ///< 4326 (x = longitude) or the source's code
    std::string crs_wkt;  ///< definition for gpkg_spatial_ref_sys
};

struct DataSummary {
    std::uint64_t rows = 0;
    std::vector<std::uint64_t> filled;          ///< cells that hold a value, by field
    std::uint64_t with_geometry = 0;            ///< rows that have one
    std::string content_sha256;                 ///< of the canonical CSV form of the rows (docs/release-format.md)
    std::optional<std::array<double, 4>> bbox;  ///< min x, min y, max x, max y in the file's CRS
};

/// Writes one dataset version as SQLite, or as GeoPackage 1.3 where there is geometry: table `entry.table_name()` with
/// `fid` 1…n in canonical order and one column a field, R-tree, dictionary tables, and the indexes the contract asks for
/// (key, code lists, dates, sort of the table view). Same rows, same bytes. Call add() for each row, then finish() once;
/// without finish() the destructor removes the file.
class DataFileWriter {
public:
    DataFileWriter(const std::filesystem::path& path, const CatalogEntry& entry, const DataGeometry& geometry);
    ~DataFileWriter();
    DataFileWriter(const DataFileWriter&) = delete;
    DataFileWriter& operator=(const DataFileWriter&) = delete;

    void add(const Row& row);
    DataSummary finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Reads the rows of a data file in canonical order; fields in the order of `entry.fields`. Read-only, immutable.
std::unique_ptr<RowReader> read_data_file(const std::filesystem::path& path, const CatalogEntry& entry);

}  // namespace khomo::catalog
