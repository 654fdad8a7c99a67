// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "builder/commands/options.hpp"
#include "builder/commands/publication.hpp"
#include "builder/commands/workshop.hpp"

namespace khomo::builder {

/// Prints what a run did on stdout: one JSON document with --json, else findings and a table. `result` is null for khomo check.
void print_report(const Options& options, const std::vector<DeliveryOutcome>& outcomes, const catalog::Findings& findings, const PublicationResult* result);

/// 3 when a delivery, or the tiles of a layer, were refused, else 0. `result` may be null.
int exit_code(const std::vector<DeliveryOutcome>& outcomes, const PublicationResult* result = nullptr);

}  // namespace khomo::builder
