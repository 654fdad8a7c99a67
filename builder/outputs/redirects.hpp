// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builder/outputs/output.hpp"

namespace khomo::builder {

/// site/moved/<old path>.json for each address of redirects.yaml: where it stands, that address answers 301 to its "to".
class Redirects : public Output {
public:
    Stage stage() const override { return Stage::pages; }
    std::vector<Unit> plan(const catalog::CatalogSnapshot& snapshot) const override;
};

}  // namespace khomo::builder
