// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builder/outputs/output.hpp"

namespace khomo::builder {

/// search/shard-<k>: one unit a shard. A shard in which few documents changed starts from a copy of the parent release's. The hashes of
/// its documents stand beside it in search/shard-<k>.json, so that the next build knows which those are.
class SearchIndex : public Output {
public:
    Stage stage() const override { return Stage::pages; }
    std::vector<Unit> plan(const catalog::CatalogSnapshot& snapshot) const override;
};

}  // namespace khomo::builder
