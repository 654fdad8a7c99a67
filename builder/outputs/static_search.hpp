// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "builder/outputs/output.hpp"

namespace khomo::builder {

/// site/static-search/: what the browser searches while the server is away (docs/search.md). Small files: words by their first two
/// letters, documents by the hundred; in as many parts as the index, so that one changed dataset remakes one part. Of what is not to be
/// found in public there is nothing.
std::vector<Unit> static_search_units(const catalog::CatalogSnapshot& snapshot);

}  // namespace khomo::builder
