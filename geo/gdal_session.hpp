// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace khomo::geo {

/// Registers GDAL's drivers once, sets the safe options of hardening.md §4 and collects error messages instead of printing them.
void start_gdal();

/// The last GDAL message of this thread since the last call, without its line break; "" when there was none.
std::string take_gdal_message();

}  // namespace khomo::geo
