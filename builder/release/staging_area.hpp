// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "catalog/release/manifest.hpp"

namespace khomo::builder {

using catalog::ReleaseFile;

class StagingArea;

/// What one unit writes through. Paths are relative to the release. Refuses a second write to a path and any path outside.
/// One thread at a time; several writers of one area may work side by side.
class UnitWriter {
public:
    /// Writes a whole file.
    void write(const std::string& path, std::string_view bytes);
    /// Where a library may write a large file itself; the file must exist when the unit ends.
    std::filesystem::path reserve(const std::string& path);
    /// Takes over an existing file (outside the release) by hard link, or by copy where the file system is another.
    void adopt(const std::string& path, const std::filesystem::path& existing);
    /// A scratch folder of this unit, gone when the writer dies.
    std::filesystem::path scratch();
    /// The same path in the parent release, where there is one and it holds that path; else empty. Read-only.
    std::filesystem::path parent(const std::string& path) const;
    /// A file that an earlier stage made or carried: its size and hash, or null.
    const ReleaseFile* made(const std::string& path) const;
    /// The file or folder of an earlier stage in this release, to read.
    std::filesystem::path in_release(const std::string& path) const;
    /// Files of the unit, hashed and sorted by path; called by the builder once make() has returned.
    std::vector<ReleaseFile> finish();

    ~UnitWriter();
    UnitWriter(UnitWriter&&) = default;

private:
    friend class StagingArea;
    UnitWriter(StagingArea& area, std::string unit) : area_(&area), unit_(std::move(unit)) {}
    StagingArea* area_;
    std::string unit_;
    std::vector<ReleaseFile> files_;  ///< sha256 is empty until it is known
    std::filesystem::path scratch_;
};

/// The folder in which a release grows before it has its name. Thread-safe but for carry(). Unless released() is called the destructor
/// removes it all.
class StagingArea {
public:
    /// `root` must not exist; `parent` is the release that unchanged files come from, or empty.
    StagingArea(std::filesystem::path root, std::filesystem::path parent);
    /// `root` is the folder of an older release with the manifest `leftover`: what the new one has in common with it stays where it is, so
    /// that a build costs what changed and not what is carried (docs/decisions/0003).
    StagingArea(std::filesystem::path root, std::filesystem::path parent, catalog::Manifest leftover);
    ~StagingArea();
    StagingArea(const StagingArea&) = delete;
    StagingArea& operator=(const StagingArea&) = delete;

    const std::filesystem::path& root() const { return root_; }
    const std::filesystem::path& parent() const { return parent_; }
    UnitWriter unit(const std::string& name) { return {*this, name}; }
    /// Takes over units of the parent release, by hard links or because the folder holds them already; whatever else lies in the folder goes.
    /// Once, before any unit is written. The units must outlive the area.
    void carry(std::vector<const catalog::ManifestUnit*> units);
    /// Remembers files so that later stages can ask for them.
    void remember(const std::vector<ReleaseFile>& files);
    /// A file that was remembered or carried, or null.
    const ReleaseFile* file(const std::string& path) const;
    /// Claims a path; throws Error(internal) when it is taken or leaves the release. Makes its folder.
    std::filesystem::path claim(const std::string& path, const std::string& unit);
    /// The release has its name now: the destructor leaves the folder alone.
    void released() { kept_ = true; }

private:
    /// Removes what the leftover has beyond `carried`; the names of the units that may stay.
    std::unordered_set<std::string_view> keep_common(const std::unordered_map<std::string_view, const catalog::ManifestUnit*>& carried);
    void remove(const catalog::ManifestUnit& unit);
    void link(const catalog::ManifestUnit& unit);
    std::filesystem::path folder_for(const std::string& path);

    std::filesystem::path root_;
    std::filesystem::path parent_;
    std::optional<catalog::Manifest> leftover_;
    std::vector<const catalog::ManifestUnit*> carried_;
    mutable std::mutex mutex_;
    std::unordered_set<std::string> claimed_;
    std::unordered_set<std::string> folders_;
    mutable std::unordered_map<std::string, ReleaseFile> files_;
    bool kept_ = false;
};

}  // namespace khomo::builder
