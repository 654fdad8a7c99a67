// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

namespace khomo::geo {

/// What is known of a coordinate reference system.
struct CrsInfo {
    std::string code;  ///< "EPSG:9206"; empty when no EPSG code fits exactly
    std::string name;  ///< "VN-2000 / TM-3 104-00"
    bool projected = false;
    bool known_datum = true;  ///< false for D_unknown and the like: such a system must be refused
};

/// Reads an EPSG code ("EPSG:9206"), WKT or PROJ string; none if PROJ cannot. A definition without a code is matched by its
/// parameters, only with full confidence. Thread-safe (one PROJ context a thread).
std::optional<CrsInfo> identify_crs(const std::string& definition);

/// Whether the authority puts latitude or northing first. Throws Error(input) for what PROJ cannot read.
bool north_first(const std::string& definition);

/// WKT 1 (GDAL flavour) of an EPSG code, as gpkg_spatial_ref_sys and .prj files want it. Throws Error(input) for an unknown code.
std::string crs_wkt1(int epsg);

/// Coordinates from one system to another, x = easting or longitude and y = northing or latitude on both sides, whatever order the
/// authority defines. Never a ballpark transformation: where PROJ knows no datum shift the constructor throws Error(input).
/// VN-2000 to WGS 84 is EPSG:6960, accuracy 1 m. Not thread-safe: one per thread.
class Transformer {
public:
    Transformer(const std::string& from, const std::string& to);
    ~Transformer();
    Transformer(Transformer&&) noexcept;
    Transformer& operator=(Transformer&&) noexcept;

    /// Transforms in place; false when a point cannot be transformed (it is left infinite).
    bool transform(double& x, double& y) const;
    /// n points at x[0], x[stride] …
    void transform(double* x, double* y, std::size_t count, std::size_t stride_in_doubles) const;
    bool identity() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace khomo::geo
