// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>

#include "catalog/model/dataset.hpp"
#include "catalog/model/finding.hpp"
#include "catalog/model/raw.hpp"
#include "catalog/model/value.hpp"

namespace khomo::geo {

/// The rules of family geometry/* over the rows of one delivery, streaming. Makes the geometry of tables from their declared x, y or WKT
/// fields, and tells what lies outside the province with the likely cause (swapped axes, another zone). Not thread-safe.
class GeometryCheck {
public:
    /// `declared` is the contract, `file_crs` what the file says ("" for nothing), `extent` west, south, east, north in degrees.
    /// Throws nothing: a system that can't be used becomes a finding and ok() is false.
    GeometryCheck(const catalog::CatalogEntry& entry, const std::string& file_crs, const std::array<double, 4>& extent, const std::string& file, catalog::Findings& findings);
    ~GeometryCheck();
    GeometryCheck(const GeometryCheck&) = delete;
    GeometryCheck& operator=(const GeometryCheck&) = delete;

    bool ok() const;
    /// "EPSG:9206": the system of the canonical data.
    const std::string& crs() const;
    /// Point, MultiLineString or MultiPolygon.
    std::string type_name() const;
    /// Checks one row; `number` is its row in the file. Fills row.geometry for tables.
    void row(catalog::Row& row, std::uint64_t number);
    /// Bounds of all geometries in WGS 84; none when there was none.
    std::optional<std::array<double, 4>> bbox() const;
    void finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace khomo::geo
