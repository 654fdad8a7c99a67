// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "search/rows/query.hpp"

namespace khomo::search {

/// Rows whose geometry meets the one in `wkb` (longitude, latitude), its border included.
Filter meets_geometry(const std::string& wkb);

/// Rows that have a geometry, or have none.
Filter has_geometry(bool has);

}  // namespace khomo::search
