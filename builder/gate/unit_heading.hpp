// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "catalog/base/bilingual.hpp"

namespace khomo::builder {

/// A heading such as "Diện tích (ha)", taken apart.
struct UnitHeading {
    std::string name;  ///< "Diện tích"
    std::string unit;  ///< "ha"; empty when there is none at the end
};

UnitHeading split_unit(std::string_view heading);

/// What two names of units say of each other.
enum class UnitMatch { same, different, unknown };
/// "m2" and "m²" are the same, "ha" and "m²" are different; a name that is not known differs from nothing.
UnitMatch compare_units(std::string_view a, std::string_view b);
/// How to come from one unit to the other ("×10000"); empty when they measure different things.
std::string conversion(std::string_view from, std::string_view to);

}  // namespace khomo::builder
