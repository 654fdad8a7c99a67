// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builder/outputs/output.hpp"

namespace khomo::builder {

/// /dataset/<id>/quality.json and /agency/<id>/quality.json: the four scores and everything they are computed from (docs/quality.md).
class QualityDocuments : public Output {
public:
    Stage stage() const override { return Stage::pages; }
    std::vector<Unit> plan(const catalog::CatalogSnapshot& snapshot) const override;
};

}  // namespace khomo::builder
