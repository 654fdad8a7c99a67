// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builder/outputs/pages.hpp"

namespace khomo::builder {

/// /freshness: what is on time, due and late, by agency; and the same as /freshness.csv and /freshness.json.
class FreshnessPages : public PageOutput {
public:
    using PageOutput::PageOutput;
    std::vector<Unit> plan(const catalog::CatalogSnapshot& snapshot) const override;
};

}  // namespace khomo::builder
