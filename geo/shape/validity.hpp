// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace khomo::geo {

/// What is wrong with a geometry (self-intersection …) and where, in its own coordinates.
struct Invalidity {
    std::string reason;  ///< GEOS's words, English
    double x = 0;
    double y = 0;
};

/// None when the WKB is a valid OGC simple feature (GEOS). Thread-safe.
std::optional<Invalidity> find_invalidity(std::string_view wkb);

}  // namespace khomo::geo
