// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/outputs/zip_writer.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <fstream>
#include <vector>

#include "catalog/base/error.hpp"

namespace khomo::builder {
namespace {

struct FreeArchive {
    void operator()(archive* zip) const { archive_write_free(zip); }
};
struct FreeEntry {
    void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};

constexpr time_t kDate = 315532800;  // 1980-01-01, the first a ZIP can hold

}  // namespace

struct ZipWriter::State {
    std::string path;
    std::unique_ptr<archive, FreeArchive> zip;

    void check(la_ssize_t result) const {
        if (result < ARCHIVE_OK) {
            const std::string reason = archive_error_string(zip.get()) != nullptr ? archive_error_string(zip.get()) : "?";
            throw Error(ErrorKind::io, {"Không ghi được " + path + ": " + reason, "Cannot write " + path + ": " + reason});
        }
    }

    void start(const std::string& name, std::uint64_t size) const {
        const std::unique_ptr<archive_entry, FreeEntry> entry(archive_entry_new());
        archive_entry_set_pathname(entry.get(), name.c_str());
        archive_entry_set_size(entry.get(), static_cast<la_int64_t>(size));
        archive_entry_set_filetype(entry.get(), AE_IFREG);
        archive_entry_set_perm(entry.get(), 0644);
        archive_entry_set_mtime(entry.get(), kDate, 0);
        check(archive_write_header(zip.get(), entry.get()));
    }
};

ZipWriter::ZipWriter(const std::filesystem::path& path) : state_(new State{path.string(), std::unique_ptr<archive, FreeArchive>(archive_write_new())}) {
    auto* zip = state_->zip.get();
    state_->check(archive_write_set_format_zip(zip));
    state_->check(archive_write_zip_set_compression_deflate(zip));
    state_->check(archive_write_open_filename(zip, path.c_str()));
}

ZipWriter::~ZipWriter() = default;

void ZipWriter::add(const std::string& name, std::string_view bytes) {
    state_->start(name, bytes.size());
    if (!bytes.empty()) {
        state_->check(archive_write_data(state_->zip.get(), bytes.data(), bytes.size()));
    }
}

void ZipWriter::add_file(const std::string& name, const std::filesystem::path& path) {
    state_->start(name, std::filesystem::file_size(path));
    std::ifstream file(path, std::ios::binary);
    std::vector<char> buffer(1U << 18);
    while (file.read(buffer.data(), static_cast<std::streamsize>(buffer.size())) || file.gcount() > 0) {
        state_->check(archive_write_data(state_->zip.get(), buffer.data(), static_cast<std::size_t>(file.gcount())));
    }
    if (!file.eof()) {
        throw Error(ErrorKind::io, {"Không đọc hết " + path.string(), "Could not read all of " + path.string()});
    }
}

void ZipWriter::finish() { state_->check(archive_write_close(state_->zip.get())); }

}  // namespace khomo::builder
