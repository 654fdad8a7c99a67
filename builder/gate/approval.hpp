// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "catalog/model/finding.hpp"
#include "catalog/model/version.hpp"

namespace khomo::builder {

/// The only maker of ApprovedVersion.
class Approval {
public:
    /// Approves what the gate has passed. Throws Error(refused) while a blocking finding stands.
    static catalog::ApprovedVersion approve(catalog::VersionInfo info, std::filesystem::path data_path, const catalog::Findings& findings);
    /// A version of the store whose record carries the hash that the journal holds for it. Throws Error(refused) when they differ:
    /// somebody changed the state behind the gate's back.
    static catalog::ApprovedVersion restore(catalog::VersionInfo info, std::filesystem::path data_path, const std::string& record_sha256,
                                            const std::string& journal_sha256);
};

/// The only maker of CatalogSnapshot.
class SnapshotMaker {
public:
    /// Versions that `withdrawals` names are left out.
    static catalog::CatalogSnapshot make(catalog::Catalogue catalogue, std::map<std::string, std::vector<catalog::ApprovedVersion>> versions, Instant as_of,
                                         catalog::Withdrawals withdrawals = {});
};

}  // namespace khomo::builder
