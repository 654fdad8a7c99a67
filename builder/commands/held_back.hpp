// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "builder/commands/publication.hpp"
#include "builder/commands/workshop.hpp"
#include "catalog/model/version.hpp"

namespace khomo::builder {

/// The snapshot without what was refused at the seal: a version goes by itself, faulty words of the catalogue take the dataset with them. Their pages say that
/// publication is suspended. Nothing is put on record as withdrawn, so that they come back by themselves once the texts or the declared bases are mended.
catalog::CatalogSnapshot without_refused(const catalog::CatalogSnapshot& snapshot, const std::vector<SealRefusal>& refused);

/// Tells refusals at the seal: in the findings, in the outcome of a delivery that had passed the gate, and once in the journal (seal-refused).
void tell_refused(const std::vector<SealRefusal>& refused, State& state, Instant as_of, std::vector<DeliveryOutcome>& outcomes, catalog::Findings& findings);

}  // namespace khomo::builder
