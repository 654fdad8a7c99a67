// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "builder/commands/candidate.hpp"
#include "builder/commands/workshop.hpp"

namespace khomo::builder {

/// Holds the live versions against today's contracts. A version was checked against the contract of its day; where the contract's hash has
/// changed since, the delivered bytes go through intake and gate again:
///  - what no longer passes stays published and gets a warning (contract/live-version) that names the rules;
///  - what passes and gives other rows or fields, for instance because disclosure control was declared, becomes the next version, for its
///    bytes are approved already (with `keep`; without it a note says so);
///  - what passes and gives the same is left alone.
/// The journal remembers the verdict for each contract, so that it is reached once. Versions that come of it are added to `versions`.
std::vector<DeliveryOutcome> reexamine_versions(const catalog::Catalogue& catalogue, const std::vector<catalog::Delivery>& deliveries,
                                                std::map<std::string, std::vector<catalog::StoredVersion>>& versions, State& state, Instant as_of, bool keep,
                                                const Candidate::RowsOf& rows_of, catalog::Findings& findings);

}  // namespace khomo::builder
