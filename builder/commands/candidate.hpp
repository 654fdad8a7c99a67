// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "builder/commands/workshop.hpp"

namespace khomo::builder {

/// One delivery under examination: received, checked for approval, read, checked against the contract, written as canonical data.
class Candidate {
public:
    Candidate(const catalog::Catalogue& catalogue, const catalog::CatalogEntry& entry, const catalog::Delivery& delivery, State& state, Instant as_of);

    /// Runs every rule; what they find goes to `findings`. The stored version when nothing blocks (and `keep`; without it a version
    /// that lies nowhere), else none. All rules run even when an early one blocks, so that the agency hears everything at once.
    std::optional<catalog::StoredVersion> examine(catalog::Findings& findings, int number, bool keep);

private:
    void add(catalog::Findings& findings, catalog::Finding finding) const;
    bool read_rows(const std::vector<catalog::ReceivedFile>& received, const std::filesystem::path& workspace, catalog::VersionInfo& info, catalog::Findings& findings);

    const catalog::Catalogue& catalogue_;
    const catalog::CatalogEntry& entry_;
    const catalog::Delivery& delivery_;
    State& state_;
    Instant as_of_;
};

}  // namespace khomo::builder
