// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace khomo::builder {

/// A tar file compressed with Zstandard, written from front to end. Readable by its owner alone. Errors throw Error(io).
class ArchiveWriter {
public:
    /// `file` must not exist.
    explicit ArchiveWriter(const std::filesystem::path& file);
    ~ArchiveWriter();
    ArchiveWriter(const ArchiveWriter&) = delete;
    ArchiveWriter& operator=(const ArchiveWriter&) = delete;

    void add(const std::string& path, std::string_view bytes);
    /// `bytes` of the file; the SHA-256 of what was read. Throws Error(io) when the file is shorter.
    std::string add_file(const std::string& path, const std::filesystem::path& source, std::uint64_t bytes);
    /// Without it the file is no archive.
    void finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// The entries of such a file in their order. Errors throw Error(format).
class ArchiveReader {
public:
    struct Entry {
        std::string path;
        std::uint64_t bytes = 0;
    };

    explicit ArchiveReader(const std::filesystem::path& file);
    ~ArchiveReader();
    ArchiveReader(const ArchiveReader&) = delete;
    ArchiveReader& operator=(const ArchiveReader&) = delete;

    /// The next entry, which is a plain file; none at the end.
    std::optional<Entry> next();
    /// The bytes of the entry that next() gave, at most `limit`.
    std::string read(std::uint64_t limit);
    /// Writes them to a new file; their SHA-256.
    std::string extract(const std::filesystem::path& target);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace khomo::builder
