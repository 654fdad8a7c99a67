// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "catalog/model/version.hpp"
#include "search/index/search_document.hpp"

namespace khomo::builder {

/// What the search knows of one entry of the catalogue, published or not.
search::SearchDocument search_document(const catalog::CatalogSnapshot& snapshot, const catalog::CatalogEntry& entry);

/// Changes when search_document() does.
std::string search_document_hash(const catalog::CatalogSnapshot& snapshot, const catalog::CatalogEntry& entry);

}  // namespace khomo::builder
