// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "builder/release/staging_area.hpp"
#include "catalog/release/manifest.hpp"

namespace khomo::builder {

/// The releases below an --out folder: stage, seal, switch, prune. One process at a time holds the lock; the object holds
/// it from the constructor on, and throws Error(refused) when another build has it.
class Releases {
public:
    explicit Releases(std::filesystem::path out);
    ~Releases();
    Releases(const Releases&) = delete;
    Releases& operator=(const Releases&) = delete;

    /// Folder of the live release, or empty.
    std::filesystem::path current() const;
    std::optional<catalog::Manifest> current_manifest() const;
    /// Units of the live release that something was taken out of: they are never carried.
    std::unordered_set<std::string> redacted_units() const;
    /// The highest number ever used here: those on disk and the one on record in the state.
    int last_number() const;

    /// A staging area beside the releases; with `reuse` unchanged files come from the live one. Where there are `keep` releases already,
    /// the folder of the oldest, which prune() would remove, becomes the staging area.
    std::unique_ptr<StagingArea> stage(bool reuse, int keep) const;

    /// Writes the manifest (and its signature), checks every file made in this build by reading it back, makes all of it
    /// durable with one syncfs, gives it its name and points `current` at it. Until the last rename the old release is live.
    void seal(StagingArea& area, catalog::Manifest& manifest, const std::vector<ReleaseFile>& new_files, const std::string& secret_key);

    /// Points `current` at a release that exists.
    void switch_to(const std::string& id);
    /// Removes all but the newest `keep` releases; the live one always stays.
    void prune(int keep);
    std::vector<std::string> list() const;  ///< ids, oldest first

private:
    void remove_leftovers() const;
    /// The release whose folder may be used again, or empty.
    std::string spare(int keep) const;

    std::filesystem::path out_;
    int lock_ = -1;
};

/// Differences between a release and its manifest: files missing, of another size or hash, or not listed; and between it and the record of
/// what was taken out of it: withdrawn bytes that are still there. Empty when it is whole.
std::vector<std::string> verify_release(const std::filesystem::path& release);

}  // namespace khomo::builder
