// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builder/outputs/output.hpp"

namespace khomo::builder {

/// /data.json: every published dataset in the form of Project Open Data 1.1, which older harvesters ask for. What is not published stands in
/// /inventory.json alone, what was withdrawn in /api/v1/withdrawals.
class DataJson : public Output {
public:
    Stage stage() const override { return Stage::pages; }
    std::vector<Unit> plan(const catalog::CatalogSnapshot& snapshot) const override;
};

}  // namespace khomo::builder
