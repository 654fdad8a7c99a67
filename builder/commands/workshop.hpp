// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "builder/commands/options.hpp"
#include "builder/commands/progress.hpp"
#include "catalog/model/finding.hpp"
#include "catalog/model/portal.hpp"
#include "catalog/model/version.hpp"
#include "catalog/store/journal.hpp"
#include "catalog/store/journal_seal.hpp"
#include "catalog/store/version_store.hpp"

namespace khomo::builder {

/// What became of one delivery in this run.
struct DeliveryOutcome {
    enum class Verdict { accepted, refused, known, superseded };
    std::string dataset;
    std::string delivery;
    Verdict verdict = Verdict::refused;
    int version = 0;  ///< for accepted and known
    std::uint64_t rows = 0;
    std::vector<catalog::Finding> findings;
};

/// The state folder (mode 0700): journal, versions, quarantine.
class State {
public:
    explicit State(const std::filesystem::path& folder);
    const std::filesystem::path& folder() const { return folder_; }
    catalog::Journal& journal() { return journal_; }
    catalog::VersionStore& versions() { return versions_; }
    std::filesystem::path quarantine() const { return folder_ / "quarantine"; }
    /// Where `khomo check` puts what it would accept, so that later deliveries can be held against it; emptied at the end of the run.
    std::filesystem::path scratch() const { return folder_ / "scratch"; }
    /// What is withdrawn or suspended, as the journal stood when the state was opened or refreshed.
    const catalog::Withdrawals& withdrawals() const { return withdrawals_; }
    void refresh_withdrawals();
    /// The number of the next version of a dataset: none comes back, not even that of a destroyed one. `list`: versions known in this run.
    int next_number(const std::string& dataset, const std::vector<catalog::StoredVersion>& list) const;
    /// Seals the journal as it stands: at the end of a command that put something on record.
    void seal() const { catalog::seal_journal(folder_, journal_); }
    /// An instant before the latest on record is raised to it: a clock set back changes nothing.
    Instant floor(Instant as_of) const;

private:
    std::filesystem::path folder_;
    catalog::Journal journal_;
    catalog::VersionStore versions_;
    catalog::Withdrawals withdrawals_;
};

/// Reads the portal folder; throws Error(input) after all its faults went to `findings` when one of them blocks.
catalog::Catalogue read_portal(const Options& options, catalog::Findings& findings);

/// Where deliveries lie: as the command line or else portal.yaml says.
std::filesystem::path warehouse_folder(const Options& options, const catalog::Catalogue& catalogue);

/// Takes every new delivery of the warehouse through intake and gate. With `keep` accepted ones become versions of the store and the
/// journal records every verdict; without it (khomo check) nothing is written but scratch files.
std::vector<DeliveryOutcome> take_deliveries(const Options& options, const catalog::Catalogue& catalogue, State& state, Instant as_of, bool keep, Progress& progress,
                                             catalog::Findings& findings);

/// All versions of the store as the journal knows them.
catalog::CatalogSnapshot make_snapshot(catalog::Catalogue catalogue, State& state, Instant as_of);

}  // namespace khomo::builder
