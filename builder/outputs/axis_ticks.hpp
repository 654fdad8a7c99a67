// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace khomo::builder {

/// Round numbers (1, 2 or 5 times a power of ten apart) that cover `low` … `high`, about `wanted` of them, the outer ones not inside.
std::vector<double> axis_ticks(double low, double high, int wanted);

}  // namespace khomo::builder
