// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "builder/outputs/output.hpp"

namespace khomo::builder {

/// schema.org Dataset of a published version, as the inside of a <script type="application/ld+json">: no "<" in it.
std::string dataset_json_ld(const catalog::CatalogSnapshot& snapshot, const catalog::CatalogEntry& entry, const catalog::VersionInfo& version, const UnitWriter& writer, Lang lang);

}  // namespace khomo::builder
