// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

#include "catalog/base/bilingual.hpp"
#include "catalog/model/finding.hpp"

namespace khomo::builder {

/// One finding as lines for an operator: where, what, how to mend.
std::string describe(const catalog::Finding& finding, Lang lang);

/// A table with padded columns; widths count characters, not bytes.
std::string text_table(const std::vector<std::vector<std::string>>& rows);

}  // namespace khomo::builder
