// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "builder/gate/row_rule.hpp"

namespace khomo::builder {

/// personal/* and secrecy/*: the rows, the names of the delivered files, and the texts of the catalogue that stand on the dataset's page.
void add_personal_rules(const RowRuleContext& context, std::vector<std::unique_ptr<RowRule>>& rules);

}  // namespace khomo::builder
