// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace khomo::builder {

/// Extent of a geometry in the units of its system: area of polygons (rings' signs aside, holes taken off), length of lines, and the
/// centre of its bounds.
struct ShapeSize {
    double area = 0;
    double length = 0;
    double x = 0;
    double y = 0;
    bool empty = true;
};

/// Measures ISO WKB (little endian, 2D). Throws Error(format) for malformed bytes.
ShapeSize measure_shape(std::string_view wkb);

}  // namespace khomo::builder
