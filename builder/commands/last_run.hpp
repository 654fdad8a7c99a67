// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "builder/commands/options.hpp"
#include "builder/commands/workshop.hpp"

namespace khomo::builder {

/// What the last build reported, and how everything that it was made from stood on disk. While nothing was touched since, a build has nothing
/// to do and says so again without reading a file: that costs a look at the stamps of the files, whatever they hold. Kept in the state
/// folder; losing it costs time and nothing else.
class LastRun {
public:
    static constexpr const char* kFile = "last-run.json";  ///< in the state folder

    struct Report {
        std::string release;
        std::size_t units = 0;
        std::vector<DeliveryOutcome> outcomes;
        std::vector<catalog::Finding> findings;
    };

    /// Takes the stamps of portal folder, warehouse, templates and program: before any of them is read.
    LastRun(const Options& options, const std::filesystem::path& templates);

    /// The report of the last build, if its inputs and its release are still the same and no deadline has passed since.
    std::optional<Report> recall(const std::filesystem::path& live_release, Instant as_of) const;

    /// Keeps a report until an input changes or `valid_until` comes. Not kept where an input was written so shortly before this run that the
    /// clock of a file system could not tell a later write from it. `warehouse` is where deliveries were read.
    void keep(const Report& report, const std::filesystem::path& live_release, const std::filesystem::path& warehouse, std::optional<Instant> valid_until) const;
    /// For a run whose result may differ next time though no file changes: a refusal, a source that is not on this disk.
    void forget() const;

private:
    std::string journal_stamp() const;

    std::filesystem::path file_;
    std::filesystem::path state_;
    std::filesystem::path portal_;
    nlohmann::json record_;           ///< of the last build, or null
    std::filesystem::path warehouse_; ///< given, or where the last build read
    std::string inputs_;              ///< digest of all stamps
    bool settled_ = true;             ///< no input is younger than the coarsest clock
};

}  // namespace khomo::builder
