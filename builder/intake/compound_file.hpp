// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace khomo::builder {

/// A compound file (MS-CFB), the container of XLS: a small file system of streams. Whatever the bytes are, nothing is read outside them and every
/// chain ends.
class CompoundFile {
public:
    /// None when the file is no compound file or its tables are damaged. Throws Error(io).
    static std::optional<CompoundFile> open(const std::filesystem::path& path);

    /// Whether a stream or storage of this name is there, letters' case aside.
    bool has(std::string_view name) const;
    /// Whether a storage is there whose name starts so: "MBD0001F2A4" holds an embedded object.
    bool has_storage_like(std::string_view start) const;
    /// The bytes of a stream; none when it is not there or its chain is broken.
    std::optional<std::string> stream(std::string_view name) const;

private:
    struct Entry {
        std::string name;  ///< ASCII of the UTF-16 name, other characters as "?"
        std::uint8_t type = 0;
        std::uint32_t start = 0;
        std::uint64_t size = 0;
    };
    bool parse();
    bool read_fat();
    bool read_directory();
    std::uint16_t word(std::size_t at) const;
    std::uint32_t number(std::size_t at) const;
    std::optional<std::string> chain(std::uint32_t start, std::uint64_t limit) const;
    std::optional<std::string> mini_chain(std::uint32_t start, std::uint64_t size) const;
    const Entry* find(std::string_view name) const;

    std::string bytes_;
    std::size_t sector_size_ = 512;
    std::vector<std::uint32_t> fat_;
    std::vector<std::uint32_t> mini_fat_;
    std::string mini_stream_;
    std::uint32_t mini_cutoff_ = 4096;
    std::vector<Entry> entries_;
};

}  // namespace khomo::builder
