// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "builder/outputs/output.hpp"

namespace khomo::builder {

/// site/static-search/: what the browser searches while the server is away (docs/search.md). Small files: words by their first two
/// letters, documents by the hundred; in as many parts as the index, so that one changed dataset remakes one part. `parts`: the ids of each
/// with their search_document_hash. Of what is not to be found in public there is nothing.
std::vector<Unit> static_search_units(const catalog::CatalogSnapshot& snapshot, const std::vector<std::map<std::string, std::string>>& parts);

}  // namespace khomo::builder
