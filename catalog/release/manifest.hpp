// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace khomo::catalog {

/// One file of a release; `path` is relative to the release folder.
struct ReleaseFile {
    std::string path;
    std::uint64_t bytes = 0;
    std::string sha256;
    friend bool operator==(const ReleaseFile&, const ReleaseFile&) = default;
};

/// A group of files made from the same inputs. Kept as the text of its line in the manifest: a build that carries ten
/// thousand units must neither parse nor copy them all. Copies share the text.
class ManifestUnit {
public:
    ManifestUnit(std::string_view name, std::string_view fingerprint, const std::vector<ReleaseFile>& files);
    /// From a line of the manifest that lies in `text`; throws Error(format) if it is not one.
    static ManifestUnit parse(std::string_view line, std::shared_ptr<const std::string> text);

    std::string_view name() const { return name_; }
    std::string_view fingerprint() const { return fingerprint_; }
    std::string_view line() const { return line_; }
    std::vector<ReleaseFile> files() const;
    std::size_t file_count() const;
    /// Whether a file of this path is in the unit; quicker than files().
    bool holds(std::string_view path) const;

private:
    ManifestUnit() = default;
    std::shared_ptr<const std::string> text_;  ///< the whole manifest that was read, or the unit's own line
    std::string_view line_;
    std::string_view name_;  // in line_
    std::string_view fingerprint_;
};

/// What a release holds and where it comes from (docs/release-format.md). Units are sorted by name.
struct Manifest {
    int number = 0;
    std::string id;
    std::string parent;  ///< id, or empty for the first
    std::string as_of;   ///< RFC 3339
    std::string tool;
    std::vector<ManifestUnit> units;

    /// Sets `id` from the number and the hash of everything but the id and the parent.
    void seal();
    std::string to_json() const;
    /// Hash over the names, fingerprints and files alone: equal for releases with the same content.
    std::string content_sha256() const;
    static Manifest parse(std::string json);
    static Manifest read(const std::filesystem::path& release);
};

}  // namespace khomo::catalog
