// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <string>

namespace khomo::builder {

/// Where the fetch of a paged feed stands: kept beside its pages, so that an interrupted one goes on.
struct FeedProgress {
    std::string settings;  ///< SHA-256 of the source's options: with others the pages don't fit
    std::int64_t started = 0;  ///< Unix seconds
    std::uint64_t page = 0;  ///< pages that are complete
    std::uint64_t records = 0;
    std::uint64_t bytes = 0;  ///< of the pages' file
    std::string url;          ///< of the next page
    std::string etag;         ///< of the first page
    std::string part_validator;
    std::string heading;  ///< SHA-256 of the first page's CSV heading
    std::string records_path;
    std::optional<std::uint64_t> total;
    std::set<std::string> seen;  ///< hashes of pages, links and cursors

    /// Replaces the file as a whole; throws Error(io).
    void save(const std::filesystem::path& file) const;
    /// Nothing where there is no note, or a damaged one: then the fetch begins again.
    static std::optional<FeedProgress> load(const std::filesystem::path& file);
};

}  // namespace khomo::builder
