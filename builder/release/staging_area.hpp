// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace khomo::builder {

/// One file of a unit as it stands in the manifest.
struct ReleaseFile {
    std::string path;  ///< relative to the release, such as "site/dataset/ho-chua.html"
    std::uint64_t bytes = 0;
    std::string sha256;
};

class StagingArea;

/// What one unit writes through. Paths are relative to the release. Refuses a second write to a path and any path outside.
class UnitWriter {
public:
    /// Writes a whole file.
    void write(const std::string& path, std::string_view bytes);
    /// Where a library may write a large file itself; the file must exist when the unit ends.
    std::filesystem::path reserve(const std::string& path);
    /// Takes over an existing file (outside the release) by link or copy.
    void adopt(const std::string& path, const std::filesystem::path& existing);
    /// A scratch folder of this unit, gone when the unit ends.
    std::filesystem::path scratch();
    /// Files of the unit, hashed; called by the builder once make() has returned.
    std::vector<ReleaseFile> finish();

private:
    friend class StagingArea;
    explicit UnitWriter(StagingArea& area, std::string unit) : area_(area), unit_(std::move(unit)) {}
    StagingArea& area_;
    std::string unit_;
    std::vector<std::string> paths_;
    std::map<std::string, ReleaseFile> known_;
    std::filesystem::path scratch_;
};

/// The folder in which a release grows before it has its name. Thread-safe. Without seal (see Releases) the destructor
/// removes it all.
class StagingArea {
public:
    explicit StagingArea(std::filesystem::path root);
    ~StagingArea();
    StagingArea(const StagingArea&) = delete;
    StagingArea& operator=(const StagingArea&) = delete;

    const std::filesystem::path& root() const { return root_; }
    UnitWriter unit(const std::string& name) { return UnitWriter(*this, name); }
    /// Links an unchanged file of the parent release to the same path.
    void carry(const std::string& path, const std::filesystem::path& parent_release);
    /// Claims a path for a unit; throws Error(internal) when it is taken or leaves the release.
    std::filesystem::path claim(const std::string& path, const std::string& unit);
    /// The release has its name now: the destructor leaves the folder alone.
    void released() { kept_ = true; }

private:
    void make_parent(const std::filesystem::path& path);

    std::filesystem::path root_;
    std::mutex mutex_;
    std::map<std::string, std::string> claimed_;
    std::map<std::string, bool> folders_;
    bool kept_ = false;
};

}  // namespace khomo::builder
