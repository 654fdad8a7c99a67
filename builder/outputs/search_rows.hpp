// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "builder/outputs/output.hpp"

namespace khomo::builder {

/// search/rows-<k>: the index of the rows of open tables, one unit a shard. A shard in which few datasets changed starts from a copy of
/// the parent release's. Left out: datasets with `search: {rows: false}`, fields that may name persons, and rows after the first 10,000
/// of a dataset. No unit when there is no row to find.
std::vector<Unit> row_units(const catalog::CatalogSnapshot& snapshot);

}  // namespace khomo::builder
