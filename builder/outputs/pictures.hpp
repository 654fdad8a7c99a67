// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builder/outputs/output.hpp"

namespace khomo::builder {

/// site/pictures/<id>/v<n>/map.<lang>.svg for every published layer, drawn over the communes where they are published.
class Pictures : public Output {
public:
    Stage stage() const override { return Stage::data; }
    std::vector<Unit> plan(const catalog::CatalogSnapshot& snapshot) const override;
};

/// The dataset of commune boundaries, which lies below every map: the first published polygon layer whose key is a commune code; null where there is none.
const catalog::CatalogEntry* boundary_layer(const catalog::CatalogSnapshot& snapshot);

}  // namespace khomo::builder
