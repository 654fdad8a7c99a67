// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builder/outputs/output.hpp"

namespace khomo::builder {

/// The figures of `views.indicator` (docs/indicators.md): /api/v1/datasets/<id>/indicators/<indicator>, all of a dataset at
/// /api/v1/datasets/<id>/indicators, of the portal at /api/v1/indicators, of a scenario at /api/v1/indicators/<scenario>. Files made at build.
class Indicators : public Output {
public:
    Stage stage() const override { return Stage::pages; }
    std::vector<Unit> plan(const catalog::CatalogSnapshot& snapshot) const override;
};

}  // namespace khomo::builder
