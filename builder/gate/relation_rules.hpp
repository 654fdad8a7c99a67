// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "builder/gate/row_rule.hpp"

namespace khomo::builder {

/// contract/reference, contract/reference-missing: values that must stand in another dataset, or in another field of this one.
void add_reference_rules(const RowRuleContext& context, std::vector<std::unique_ptr<RowRule>>& rules);
/// contract/row-count: how many rows there must be, in all or for each value.
void add_row_count_rule(const RowRuleContext& context, std::vector<std::unique_ptr<RowRule>>& rules);
/// contract/computed and contract/condition: what the expressions of the contract say about each row.
void add_expression_rules(const RowRuleContext& context, std::vector<std::unique_ptr<RowRule>>& rules);
/// change/*: how far the rows lie from those of the version before.
void add_change_rules(const RowRuleContext& context, std::vector<std::unique_ptr<RowRule>>& rules);

}  // namespace khomo::builder
