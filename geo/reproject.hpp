// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "catalog/model/value.hpp"

namespace khomo::geo {

/// The rows of `rows` with their geometry moved from one system to another (x = east/longitude on both sides). Throws Error(format) when a
/// point cannot be moved. `rows` must outlive the result.
std::unique_ptr<catalog::RowReader> reproject(catalog::RowReader& rows, const std::string& from, const std::string& to);

}  // namespace khomo::geo
