// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>

namespace khomo::geo {

/// So many classes have a colour of their own; the rest share the last of the palette.
inline constexpr std::size_t kMostColours = 11;

/// Okabe and Ito's palette for all kinds of colour vision, in an order that starts green, with three of Paul Tol's for layers of many classes. By rank of
/// the class: the most frequent first.
inline constexpr std::array<const char*, kMostColours + 1> kClassPalette = {"#009e73", "#e69f00", "#56b4e9", "#d55e00", "#0072b2", "#cc79a7", "#f0e442", "#6b4e16", "#882255", "#332288", "#999933", "#9a9a9a"};

}  // namespace khomo::geo
