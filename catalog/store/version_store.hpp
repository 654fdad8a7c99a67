// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "catalog/model/version.hpp"

namespace khomo::catalog {

/// A version as it lies in the state folder.
struct StoredVersion {
    VersionInfo info;
    std::filesystem::path folder;
    std::string record_sha256;  ///< of version.json: the journal holds the same
    std::filesystem::path data_path() const { return folder / info.data_file; }
};

/// The approved bytes of every version: <state>/versions/<dataset>/v<n>/ with version.json, the data file and the delivered
/// files as they came. A version appears by one rename, whole or not at all.
class VersionStore {
public:
    explicit VersionStore(std::filesystem::path state);

    /// All versions by dataset, in rising order, but those whose bytes were destroyed. Throws Error(store) when one is damaged.
    std::map<std::string, std::vector<StoredVersion>> load() const;
    /// A folder to prepare a version in; left-overs of earlier runs are removed first.
    std::filesystem::path workspace(const std::string& dataset);
    /// Makes `workspace` the version `info.number` of its dataset; lists its files with their hashes in version.json, syncs, renames.
    StoredVersion commit(const std::filesystem::path& workspace, VersionInfo info);
    /// The highest number that a version of the dataset ever had here, 0 if there was none: numbers never come back.
    int last_number(const std::string& dataset) const;
    /// Leaves `note` (JSON) as withdrawn.json in place of everything the version's folder holds. The note is durable before the first byte
    /// goes; a second call ends what a killed one began. False where nothing was left to remove.
    bool destroy(const std::string& dataset, int number, const std::string& note);
    /// Removes what an interrupted run prepared for the dataset.
    void drop_workspace(const std::string& dataset);

private:
    std::filesystem::path folder_of(const std::string& dataset, int number) const { return root_ / dataset / ("v" + std::to_string(number)); }

    std::filesystem::path root_;
};

}  // namespace khomo::catalog
