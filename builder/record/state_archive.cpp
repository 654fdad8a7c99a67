// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/record/state_archive.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <fstream>

#include "catalog/base/digest.hpp"
#include "catalog/base/error.hpp"

namespace khomo::builder {
namespace {

using Buffer = std::array<char, 1U << 16>;

struct EntryHandle {
    archive_entry* entry = archive_entry_new();
    EntryHandle() = default;
    ~EntryHandle() { archive_entry_free(entry); }
    EntryHandle(const EntryHandle&) = delete;
    EntryHandle& operator=(const EntryHandle&) = delete;
};

[[noreturn]] void fail_writing(archive* handle) {
    const char* reason = archive_error_string(handle);
    const std::string told = reason == nullptr ? "?" : reason;
    throw Error(ErrorKind::io, {"Không ghi được tệp sao lưu: " + told, "The backup cannot be written: " + told});
}

[[noreturn]] void fail_reading(archive* handle) {
    const char* reason = archive_error_string(handle);
    const std::string told = reason == nullptr ? "?" : reason;
    throw Error(ErrorKind::format, {"Tệp sao lưu hỏng hoặc không phải bản sao lưu của khomo: " + told, "The backup is damaged or none of khomo's: " + told});
}

}  // namespace

struct ArchiveWriter::State {
    archive* handle = archive_write_new();
    int file = -1;
    ~State() {
        archive_write_free(handle);
        if (file >= 0) {
            ::close(file);
        }
    }
    void header(const std::string& path, std::uint64_t bytes) const {
        const EntryHandle entry;
        archive_entry_set_pathname(entry.entry, path.c_str());
        archive_entry_set_size(entry.entry, static_cast<la_int64_t>(bytes));
        archive_entry_set_filetype(entry.entry, AE_IFREG);
        archive_entry_set_perm(entry.entry, 0600);
        if (archive_write_header(handle, entry.entry) != ARCHIVE_OK) {
            fail_writing(handle);
        }
    }
    void data(std::string_view bytes) const {
        if (archive_write_data(handle, bytes.data(), bytes.size()) != static_cast<la_ssize_t>(bytes.size())) {
            fail_writing(handle);
        }
    }
};

ArchiveWriter::ArchiveWriter(const std::filesystem::path& file) : state_(std::make_unique<State>()) {
    state_->file = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (state_->file < 0) {
        throw io_error("tạo", "create", file.string(), errno);
    }
    const bool fine = archive_write_set_format_pax_restricted(state_->handle) == ARCHIVE_OK && archive_write_add_filter_zstd(state_->handle) == ARCHIVE_OK &&
                      archive_write_open_fd(state_->handle, state_->file) == ARCHIVE_OK;
    if (!fine) {
        fail_writing(state_->handle);
    }
}

ArchiveWriter::~ArchiveWriter() = default;

void ArchiveWriter::add(const std::string& path, std::string_view bytes) {
    state_->header(path, bytes.size());
    state_->data(bytes);
}

std::string ArchiveWriter::add_file(const std::string& path, const std::filesystem::path& source, std::uint64_t bytes) {
    std::ifstream in(source, std::ios::binary);
    if (!in) {
        throw io_error("mở", "open", source.string(), errno);
    }
    state_->header(path, bytes);
    Sha256 sha;
    Buffer buffer{};
    for (auto left = bytes; left > 0;) {
        in.read(buffer.data(), static_cast<std::streamsize>(std::min<std::uint64_t>(left, buffer.size())));
        const std::string_view part(buffer.data(), static_cast<std::size_t>(in.gcount()));
        if (part.empty()) {
            throw io_error("đọc", "read", source.string(), EIO);
        }
        sha.update(part);
        state_->data(part);
        left -= part.size();
    }
    return sha.finish();
}

void ArchiveWriter::finish() {
    if (archive_write_close(state_->handle) != ARCHIVE_OK) {
        fail_writing(state_->handle);
    }
    if (::fsync(state_->file) != 0) {
        throw io_error("ghi chắc chắn", "sync", "backup", errno);
    }
}

struct ArchiveReader::State {
    archive* handle = archive_read_new();
    ~State() { archive_read_free(handle); }
};

ArchiveReader::ArchiveReader(const std::filesystem::path& file) : state_(std::make_unique<State>()) {
    archive_read_support_format_tar(state_->handle);
    archive_read_support_filter_zstd(state_->handle);
    if (archive_read_open_filename(state_->handle, file.c_str(), 1U << 16) != ARCHIVE_OK) {
        fail_reading(state_->handle);
    }
}

ArchiveReader::~ArchiveReader() = default;

std::optional<ArchiveReader::Entry> ArchiveReader::next() {
    archive_entry* entry = nullptr;
    const int result = archive_read_next_header(state_->handle, &entry);
    if (result == ARCHIVE_EOF) {
        return std::nullopt;
    }
    if (result != ARCHIVE_OK) {
        fail_reading(state_->handle);
    }
    const char* path = archive_entry_pathname(entry);
    const bool plain = archive_entry_filetype(entry) == AE_IFREG && archive_entry_hardlink(entry) == nullptr && archive_entry_symlink(entry) == nullptr;
    if (path == nullptr || !plain) {
        throw Error(ErrorKind::format, {"Tệp sao lưu có mục không phải tệp thường", "The backup holds something else than plain files"});
    }
    return Entry{path, static_cast<std::uint64_t>(archive_entry_size(entry))};
}

std::string ArchiveReader::read(std::uint64_t limit) {
    std::string bytes;
    Buffer buffer{};
    while (true) {
        const auto count = archive_read_data(state_->handle, buffer.data(), buffer.size());
        if (count < 0) {
            fail_reading(state_->handle);
        }
        if (count == 0) {
            return bytes;
        }
        bytes.append(buffer.data(), static_cast<std::size_t>(count));
        if (bytes.size() > limit) {
            throw Error(ErrorKind::format, {"Bảng kê của tệp sao lưu quá lớn", "The list in the backup is too large"});
        }
    }
}

std::string ArchiveReader::extract(const std::filesystem::path& target) {
    std::ofstream out(target, std::ios::binary | std::ios::trunc);
    Sha256 sha;
    Buffer buffer{};
    while (true) {
        const auto count = archive_read_data(state_->handle, buffer.data(), buffer.size());
        if (count < 0) {
            fail_reading(state_->handle);
        }
        if (count == 0) {
            break;
        }
        const std::string_view part(buffer.data(), static_cast<std::size_t>(count));
        sha.update(part);
        out.write(part.data(), static_cast<std::streamsize>(part.size()));
    }
    out.close();
    if (!out) {
        throw io_error("ghi", "write", target.string(), errno);
    }
    return sha.finish();
}

}  // namespace khomo::builder
