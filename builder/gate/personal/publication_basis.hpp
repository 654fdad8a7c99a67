// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "builder/gate/personal/column_judge.hpp"
#include "catalog/model/dataset.hpp"

namespace khomo::builder {

/// The grounds on which a contract may publish a person's data (requirements D2), as `personal_data: [{field, basis, reason}]` names them.
std::vector<std::string> publication_bases();
bool is_publication_basis(std::string_view basis);

/// What remains of a verdict once the basis is declared: names of representatives, practitioners, signatories … become `allow`; a mobile or private
/// mailbox of an agency's contact person becomes `warn`. Identity numbers, births, homes, health and the like are never lowered.
Verdict lowered(const Judgement& judgement, std::string_view basis);

/// The waiver for this rule and field, or null. It turns `warn` into `allow`; nothing turns `block`.
const catalog::Waiver* waiver_for(const std::vector<catalog::Waiver>& waivers, std::string_view rule, std::string_view field);

}  // namespace khomo::builder
