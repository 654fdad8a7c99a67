// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string>
#include <vector>

#include "catalog/base/bilingual.hpp"
#include "catalog/model/dataset.hpp"
#include "catalog/model/value.hpp"

namespace khomo::geo {

/// One outline under the map, WKB in WGS 84.
struct PictureOutline {
    std::string wkb;
    std::string name;
};

/// A map of a layer as SVG: commune outlines, the features classed by `entry.views.map_colour`, legend with counts, scale bar, north arrow.
/// Polygons much smaller than the picture's grain are drawn as a mosaic of cells that take the class with the largest area in them, so that
/// the file stays small and no class disappears. `rows` are in WGS 84. Same input, same bytes.
std::string draw_map(const catalog::CatalogEntry& entry, const std::string& geometry_type, catalog::RowReader& rows, const std::vector<PictureOutline>& outlines,
                     const std::array<double, 4>& box, Lang lang);

inline constexpr int kPictureWidth = 900;
inline constexpr int kPictureHeight = 700;

}  // namespace khomo::geo
