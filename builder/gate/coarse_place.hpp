// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "catalog/model/portal.hpp"
#include "catalog/model/value.hpp"

namespace khomo::builder {

/// Coarsens the place of points: to the centre of their commune, or to the middle of a square of a grid. The fields that hold
/// coordinates are rewritten too. Not thread-safe.
class CoarsePlace {
public:
    /// `crs` is the system of the rows' geometry, "EPSG:9206". Everything must outlive the object.
    CoarsePlace(const catalog::Catalogue& catalogue, const catalog::CatalogEntry& entry, const std::string& crs);
    /// Replaces the row's geometry; without a place to put it to, it is taken away.
    void apply(catalog::Row& row);
    /// Takes away the geometry and the coordinates.
    void remove(catalog::Row& row) const;

private:
    std::optional<std::pair<double, double>> centre_of(const catalog::Row& row);
    std::pair<double, double> square_of(double x, double y) const;
    void put(catalog::Row& row, double x, double y) const;

    const catalog::Catalogue& catalogue_;
    const catalog::CatalogEntry& entry_;
    std::string crs_;
    bool degrees_ = false;
    std::map<std::string, std::pair<double, double>> centres_;
};

}  // namespace khomo::builder
