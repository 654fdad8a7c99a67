// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "builder/commands/workshop.hpp"
#include "catalog/model/value.hpp"

namespace khomo::builder {

/// One delivery under examination: received, checked for approval, read, checked against the contract, written as canonical data.
class Candidate {
public:
    /// Opens one field of the current rows of another dataset; null when there is no such version or field.
    using RowsOf = std::function<std::unique_ptr<catalog::RowReader>(const std::string& dataset, const std::string& field)>;

    /// `before` is the version that this delivery would replace, or null; everything must outlive the object.
    Candidate(const catalog::Catalogue& catalogue, const catalog::CatalogEntry& entry, const catalog::Delivery& delivery, State& state, Instant as_of,
              const catalog::StoredVersion* before, RowsOf rows_of = {});

    /// Runs every rule; what they find goes to `findings`. The stored version when nothing blocks (and `keep`; without it one
    /// that lies in the state's scratch folder for the rest of the run), else none. All rules run even when an early one blocks, so that the agency hears everything at once.
    std::optional<catalog::StoredVersion> examine(catalog::Findings& findings, int number, bool keep);

    /// After examine(): a feed gave new bytes that hold the rows of the version before, so that there is no new one.
    bool unchanged() const { return unchanged_; }

private:
    void add(catalog::Findings& findings, catalog::Finding finding) const;
    /// Pages of communes say how many rows each dataset has there: counted here once, not at every build.
    void count_unit(const catalog::Row& row, catalog::VersionInfo& info) const;
    /// Opens the rows of the version that this one would replace; empty if it would be the first.
    std::function<std::unique_ptr<catalog::RowReader>()> previous_rows() const;
    /// The rows of a dataset without a table: its documents.
    bool list_documents(const std::vector<catalog::ReceivedFile>& received, const std::filesystem::path& workspace, catalog::VersionInfo& info, catalog::Findings& findings) const;
    std::vector<catalog::Waiver> used_waivers(const std::vector<catalog::Finding>& findings) const;
    bool read_rows(const std::vector<catalog::ReceivedFile>& received, const std::filesystem::path& workspace, catalog::VersionInfo& info, catalog::Findings& findings);

    const catalog::Catalogue& catalogue_;
    const catalog::CatalogEntry& entry_;
    const catalog::Delivery& delivery_;
    State& state_;
    Instant as_of_;
    const catalog::StoredVersion* before_;
    RowsOf rows_of_;
    bool unchanged_ = false;
};

/// Hash of what the rows are checked against: when it changes, an accepted version must be looked at again.
std::string contract_hash(const catalog::CatalogEntry& entry);

}  // namespace khomo::builder
