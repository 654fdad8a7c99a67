// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "catalog/model/dataset.hpp"

namespace khomo::catalog {

/// How a file stood when it was read: equal stamps mean that nobody wrote it since.
struct FileStamp {
    std::uint64_t inode = 0;
    std::uint64_t size = 0;
    std::int64_t modified = 0;  ///< nanoseconds since 1970
    std::int64_t changed = 0;   ///< of the inode: a restored modification time does not hide a write
    friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

/// A stamp of zeros where there is no such file.
FileStamp stamp_of(const std::filesystem::path& path);

struct StampedFile {
    std::string name;
    bool folder = false;  ///< a folder itself, not a link to one
    bool file = false;    ///< a regular file, or a link to one
    FileStamp stamp;      ///< of what a link leads to
};
/// What lies directly in a folder, in no order. Several times quicker than a path and a question for each file. Nothing where there is no
/// such folder; throws Error(io) when it cannot be read.
std::vector<StampedFile> stamps_in(const std::filesystem::path& folder);
/// The program that runs. What another build of it cached is not to be trusted: the meaning of a key may have changed.
FileStamp stamp_of_program();

/// Entries as they were read from dataset files, so that a build of ten thousand datasets parses only those that changed. An entry is
/// taken from here when the stamps of its files are the same; one whose file was written within two seconds before it was read is not
/// kept, for clocks of file systems are coarse; neither is one with findings. Losing the cache costs time and nothing else: a damaged one
/// counts as far as it goes. find() may be called from several threads.
class EntryCache {
public:
    /// Reads `file` where it exists.
    explicit EntryCache(std::filesystem::path file);

    std::optional<CatalogEntry> find(const std::string& id, const FileStamp& vietnamese, const FileStamp& english) const;
    void keep(const CatalogEntry& entry, const FileStamp& vietnamese, const FileStamp& english);
    /// Adds what was kept to the file; writes it anew once most of it is outdated.
    void save(const std::vector<CatalogEntry>& all);

private:
    struct Record {
        FileStamp vietnamese;
        FileStamp english;
        std::string_view entry;  ///< in bytes_ or in fresh_
    };
    std::filesystem::path file_;
    std::string bytes_;
    std::unordered_map<std::string, Record> records_;
    std::unordered_map<std::string, std::string> fresh_;
    std::vector<std::string> unsaved_;
    std::size_t in_file_ = 0;  ///< records of this program in the file, outdated ones too
    bool sound_ = false;       ///< the file can be added to
};

}  // namespace khomo::catalog
