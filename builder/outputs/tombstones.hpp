// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builder/outputs/pages.hpp"

namespace khomo::builder {

/// What stays of withdrawn and suspended datasets and versions (docs/release-format.md): the page that says so at their old address, the
/// marker that makes servers answer 410, and /api/v1/withdrawals, the list for whoever keeps copies.
class Tombstones : public PageOutput {
public:
    using PageOutput::PageOutput;
    std::vector<Unit> plan(const catalog::CatalogSnapshot& snapshot) const override;
};

}  // namespace khomo::builder
