// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/gate/row_rule.hpp"

namespace khomo::builder {

std::vector<std::unique_ptr<RowRule>> row_rules(const RowRuleContext&) { return {}; }

}  // namespace khomo::builder
