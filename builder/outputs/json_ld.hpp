// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "builder/outputs/output.hpp"

namespace khomo::builder {

/// schema.org Dataset of a published version, as the inside of a <script type="application/ld+json">: no "<" in it.
/// `path` is the page's address without language.
std::string dataset_json_ld(const catalog::CatalogSnapshot& snapshot, const catalog::CatalogEntry& entry, const catalog::VersionInfo& version, const std::string& path, const UnitWriter& writer,
                            Lang lang);
/// schema.org DataCatalog and WebSite (with its search) for the home page.
std::string portal_json_ld(const catalog::Portal& portal, const std::string& publisher, Lang lang);

/// What says what the dataset is, where one text must do: its summary, with title, agency and portal behind it where that is shorter than the
/// 50 letters that Google's Dataset Search asks for. schema.org and DCAT both say it.
std::string dataset_description(const catalog::Catalogue& catalogue, const catalog::CatalogEntry& entry, Lang lang);

/// A delivery's period as schema.org wants it: "2026", "2026-05", "2026-07/2026-09", "2016-01/2026-10"; "" when it does not say so in a known form.
std::string temporal_coverage(const std::string& period);

}  // namespace khomo::builder
