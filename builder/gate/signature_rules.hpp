// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "catalog/base/instant.hpp"
#include "catalog/model/delivery.hpp"
#include "catalog/model/finding.hpp"
#include "catalog/model/portal.hpp"

namespace khomo::builder {

/// The rules approval/signature*: each signature of a step is checked against the keys that agencies.yaml lists for the step's agency; where
/// the agency demands signatures, a step without one is a finding. `file` names the record; `scope` is what approval_statement() takes.
void check_signatures(const catalog::Catalogue& catalogue, const catalog::Delivery& delivery, std::string_view file, std::string_view scope, catalog::Findings& findings);

}  // namespace khomo::builder
