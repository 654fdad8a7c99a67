// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "builder/commands/workshop.hpp"

namespace khomo::builder {

/// Puts an accepted delivery on record in one stroke: the version (version-approved), who took which step over which bytes
/// (delivery-approved), and each waiver that let something through (waiver-used). `reason`: why, where it is not a new delivery.
void record_acceptance(State& state, const catalog::StoredVersion& stored, Instant as_of, const std::string& reason = "");

/// Moves versions that no entry approves out of the store, to <state>/quarantine: what a run left that was killed between the two. The
/// delivery is examined again.
void put_aside_unrecorded(State& state);

}  // namespace khomo::builder
