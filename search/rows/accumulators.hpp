// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "catalog/store/guarded_database.hpp"

namespace khomo::search {

/// The sum as a double: of whole numbers exact before it is rounded once, of others compensated (Neumaier, "Rundungsfehleranalyse
/// einiger Verfahren zur Summation endlicher Summen", ZAMM 54, 1974), so that the order of rows hardly shows. SQLite's own sum() fails
/// where whole numbers overflow.
std::unique_ptr<catalog::SqlAccumulator> make_sum();

/// The value in the middle, or the mean of the two: SQLite has none. Keeps eight bytes a value of the group.
std::unique_ptr<catalog::SqlAccumulator> make_median();

}  // namespace khomo::search
