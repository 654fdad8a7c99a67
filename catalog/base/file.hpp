// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace khomo {

/// The whole file. Throws Error(io) if it cannot be read, Error(format) if it is larger than `limit` bytes.
std::string read_file(const std::filesystem::path& path, std::uint64_t limit = 1ULL << 30);

/// Writes all bytes to a new or truncated file; throws Error(io) with the free space on a full disk.
void write_file(const std::filesystem::path& path, std::string_view bytes);

/// write_file to a temporary name beside `path`, fsync, rename over `path`, fsync of the folder: old or new, never a mix.
void replace_file(const std::filesystem::path& path, std::string_view bytes);

/// Adds bytes at the end of a file that exists. A crash may leave a part of them.
void append_file(const std::filesystem::path& path, std::string_view bytes);

/// fsync of one file or folder. Throws Error(io).
void sync_path(const std::filesystem::path& path);

/// Whether `path` is relative, not empty, has no "..", ".", empty or absolute part, no NUL and no backslash.
bool is_safe_relative(std::string_view path);

/// A folder of its own below `parent`, removed with all it holds when the object dies.
class TemporaryFolder {
public:
    explicit TemporaryFolder(const std::filesystem::path& parent = std::filesystem::temp_directory_path(),
                             std::string_view prefix = "khomo-");
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace khomo
