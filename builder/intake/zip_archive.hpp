// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "builder/intake/form_notes.hpp"

struct archive;

namespace khomo::builder {

/// One member of an archive while it is read. What headers claim about sizes is not believed: the bytes are counted.
class ZipStream {
public:
    ZipStream(const std::filesystem::path& path, const std::string& member, FormNotes& notes);
    /// Fills up to `size` bytes; 0 at the end, and after a fault, which is a blocking note.
    std::size_t read(char* to, std::size_t size);
    bool failed() const { return failed_; }
    bool found() const { return found_; }

private:
    struct Close {
        void operator()(archive* handle) const;
    };
    void fail(Text message);

    std::unique_ptr<archive, Close> archive_;
    std::string member_;
    FormNotes& notes_;
    std::int64_t start_ = 0;   ///< position in the archive's bytes where the member starts
    std::uint64_t bytes_ = 0;  ///< unpacked so far
    bool found_ = false;
    bool failed_ = false;
    bool ended_ = false;
};

/// A ZIP archive whose list of members has passed the limits of hardening.md §4: at most 1,000 members, plain relative names, no links, no
/// passwords, no name twice (letters' case aside).
class ZipArchive {
public:
    /// None after a blocking note (form/archive) when the archive breaks a limit or is damaged.
    static std::unique_ptr<ZipArchive> open(const std::filesystem::path& path, FormNotes& notes);

    const std::vector<std::string>& members() const { return members_; }  ///< files only, in the archive's order
    bool has(const std::string& member) const;
    ZipStream stream(const std::string& member) const { return {path_, member, notes_}; }
    /// The whole member, at most `limit` bytes; a longer one is a blocking note.
    std::string read(const std::string& member, std::uint64_t limit) const;
    /// Writes all members below `folder`; bytes of names that are not UTF-8 become "_". False after a blocking note: also for an archive
    /// in the archive, and when the members together are longer than 2 GiB.
    bool unpack(const std::filesystem::path& folder) const;

private:
    ZipArchive(std::filesystem::path path, FormNotes& notes) : path_(std::move(path)), notes_(notes) {}
    bool list();
    bool accept(archive* handle, const std::string& name, bool folder, bool regular, bool encrypted);
    void refuse(Text message) const;

    std::filesystem::path path_;
    FormNotes& notes_;
    std::vector<std::string> members_;
};

}  // namespace khomo::builder
