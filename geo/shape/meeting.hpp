// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace khomo::geo {

/// Whether two geometries (WKB, one system of coordinates) have a point in common, a border included. False where one is empty or unreadable. `shape` is kept prepared for
/// the next call of the same thread: give the one that stays the same. Thread-safe (GEOS).
bool geometries_meet(std::string_view geometry, std::string_view shape);

}  // namespace khomo::geo
