// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace khomo::geo {

struct Point {
    double x = 0;
    double y = 0;
};
using Ring = std::vector<Point>;

/// The rings, lines or single points of a WKB geometry, one after the other; polygons give outer and inner rings alike.
std::vector<Ring> rings_of(std::string_view wkb);

}  // namespace khomo::geo
