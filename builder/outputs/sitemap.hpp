// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builder/outputs/output.hpp"

namespace khomo::builder {

/// site/sitemap.xml: every page in both languages, each naming the other; a dataset's date is that of its approval, a list's that of the
/// latest dataset it shows. Above `per_file` addresses (the protocol allows 50,000) it is an index of site/sitemap-<n>.xml.
Unit sitemap_unit(const catalog::CatalogSnapshot& snapshot, std::size_t per_file = 50000);

}  // namespace khomo::builder
