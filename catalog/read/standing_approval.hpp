// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "catalog/model/delivery.hpp"
#include "catalog/model/finding.hpp"

namespace khomo::catalog {

/// The standing approval of a feed: what approval.yaml is to a delivery, for every delivery that a database or an API will hand over.
struct StandingApproval {
    Delivery record;     ///< steps, source system, period; no files
    std::string source;  ///< the table or endpoint that was approved
    std::optional<Instant> valid_until;
};

/// What a signature of a standing approval covers beside the steps: source and end (see approval_statement()).
std::string scope_of(const StandingApproval& approval);

/// Reads `<warehouse>/<dataset>/feed.yaml`; none when it is not there. Faults become findings of the dataset.
std::optional<StandingApproval> read_standing_approval(const std::filesystem::path& warehouse, const std::string& dataset, Findings& findings);

}  // namespace khomo::catalog
