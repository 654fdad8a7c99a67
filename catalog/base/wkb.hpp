// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace khomo {

/// Pure functions on well-known binary (OGC 06-103r4, ISO WKB, little endian, 2D; x = easting or longitude). Malformed bytes throw
/// Error(format). Stateless, thread-safe.

/// Calls `visit` with each coordinate pair in order.
void wkb_for_each_point(std::string_view wkb, const std::function<void(double x, double y)>& visit);

/// min x, min y, max x, max y; none for an empty geometry.
std::optional<std::array<double, 4>> wkb_bounds(std::string_view wkb);

/// "Point", "MultiPolygon" …
std::string wkb_type_name(std::string_view wkb);

/// The WKB inside a GeoPackage geometry blob (OGC 12-128r18 §2.1.3); empty for an empty geometry.
std::string_view gpkg_to_wkb(std::string_view blob);

/// Appends the geometry as a GeoJSON object (RFC 7946), coordinates rounded to `digits` decimals. The caller sees to WGS 84; ring order
/// is kept (RFC 7946 asks readers to accept either).
void append_geojson(std::string& out, std::string_view wkb, int digits);

/// Rewrites every coordinate pair in place.
void wkb_transform(std::string& wkb, const std::function<void(double& x, double& y)>& change);

/// WKB of a point.
std::string wkb_point(double x, double y);

/// A Point, LineString or Polygon as its Multi… form; Multi… and collections as they are.
std::string wkb_to_multi(std::string wkb);

}  // namespace khomo
