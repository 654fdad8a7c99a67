// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/gate/personal/personal_rules.hpp"
#include "builder/gate/relation_rules.hpp"
#include "builder/gate/row_rule.hpp"

namespace khomo::builder {

std::vector<std::unique_ptr<RowRule>> row_rules(const RowRuleContext& context) {
    std::vector<std::unique_ptr<RowRule>> rules;
    add_change_rules(context, rules);
    add_expression_rules(context, rules);
    add_personal_rules(context, rules);
    add_reference_rules(context, rules);
    add_row_count_rule(context, rules);
    return rules;
}

}  // namespace khomo::builder
