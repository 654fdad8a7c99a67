// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/read/entry_cache.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <chrono>
#include <memory>

#include "catalog/base/error.hpp"
#include "catalog/base/file.hpp"
#include "catalog/base/record_codec.hpp"

namespace khomo::catalog {
namespace {

constexpr std::size_t kSpareRecords = 100;       // outdated ones that are worth no second thought
constexpr std::int64_t kCoarse = 2'000'000'000;  // of the clocks of old file systems

std::int64_t nanoseconds(const timespec& time) { return time.tv_sec * 1'000'000'000LL + time.tv_nsec; }

FileStamp stamp_from(const struct stat& status) {
    return {status.st_ino, static_cast<std::uint64_t>(status.st_size), nanoseconds(status.st_mtim), nanoseconds(status.st_ctim)};
}

bool is_link(int folder, const dirent& item) {
    struct stat status {};
    return item.d_type == DT_LNK || (item.d_type == DT_UNKNOWN && ::fstatat(folder, item.d_name, &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISLNK(status.st_mode));
}

struct CloseFolder {
    void operator()(DIR* folder) const { ::closedir(folder); }
};

std::int64_t now() { return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now().time_since_epoch()).count(); }

}  // namespace

FileStamp stamp_of(const std::filesystem::path& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) {
        return {};
    }
    return stamp_from(status);
}

std::vector<StampedFile> stamps_in(const std::filesystem::path& folder) {
    const std::unique_ptr<DIR, CloseFolder> open(::opendir(folder.c_str()));
    std::vector<StampedFile> files;
    if (!open) {
        if (errno == ENOENT || errno == ENOTDIR) {
            return files;
        }
        throw io_error("đọc", "read", folder.string(), errno);
    }
    const int fd = ::dirfd(open.get());
    errno = 0;
    while (const auto* item = ::readdir(open.get())) {
        const std::string_view name(item->d_name);
        struct stat status {};
        if (name != "." && name != "..") {
            // A file that went away meanwhile, or a link to nothing, has a stamp of zeros.
            const bool there = ::fstatat(fd, item->d_name, &status, 0) == 0;
            const bool leads_to_folder = there && S_ISDIR(status.st_mode);
            files.push_back({std::string(name), leads_to_folder && !is_link(fd, *item), there && S_ISREG(status.st_mode), there ? stamp_from(status) : FileStamp{}});
        }
        errno = 0;
    }
    if (errno != 0) {
        throw io_error("đọc", "read", folder.string(), errno);
    }
    return files;
}

FileStamp stamp_of_program() { return stamp_of("/proc/self/exe"); }

EntryCache::EntryCache(std::filesystem::path file) : file_(std::move(file)) {
    if (!std::filesystem::exists(file_)) {
        return;
    }
    try {
        bytes_ = read_file(file_);
        RecordReader reader(bytes_);
        FileStamp program;
        reader.get(program);
        if (program != stamp_of_program()) {
            return;
        }
        while (!reader.at_end()) {
            std::string id;
            Record record;
            reader.get(id);
            reader.get(record.vietnamese);
            reader.get(record.english);
            record.entry = reader.text_view();
            records_[std::move(id)] = record;
            ++in_file_;
        }
        sound_ = true;
    } catch (const Error&) {
        sound_ = false;  // cut short by a crash, or never ours: what was read before stands
    }
}

std::optional<CatalogEntry> EntryCache::find(const std::string& id, const FileStamp& vietnamese, const FileStamp& english) const {
    const auto found = records_.find(id);
    if (found == records_.end() || found->second.vietnamese != vietnamese || found->second.english != english) {
        return std::nullopt;
    }
    try {
        std::optional<CatalogEntry> entry(std::in_place);
        RecordReader reader(found->second.entry);
        reader.get(*entry);
        return reader.at_end() && entry->id == id ? std::move(entry) : std::nullopt;
    } catch (const Error&) {
        return std::nullopt;
    }
}

void EntryCache::keep(const CatalogEntry& entry, const FileStamp& vietnamese, const FileStamp& english) {
    const auto before = now() - kCoarse;
    if (vietnamese.changed > before || english.changed > before) {
        return;
    }
    RecordWriter writer;
    writer.put(entry);
    auto& bytes = fresh_[entry.id] = writer.take();
    records_[entry.id] = {vietnamese, english, bytes};
    unsaved_.push_back(entry.id);
}

void EntryCache::save(const std::vector<CatalogEntry>& all) {
    const bool outdated = in_file_ + unsaved_.size() > 2 * all.size() + kSpareRecords;
    if (unsaved_.empty() && !outdated) {
        return;
    }
    RecordWriter writer;
    const auto put = [&](const std::string& id) {
        const auto& record = records_.at(id);
        writer.put(id);
        writer.put(record.vietnamese);
        writer.put(record.english);
        writer.put(std::string(record.entry));
    };
    if (sound_ && !outdated) {
        for (const auto& id : unsaved_) {
            put(id);
        }
        append_file(file_, writer.take());
        in_file_ += unsaved_.size();
    } else {
        writer.put(stamp_of_program());
        for (const auto& entry : all) {
            if (records_.contains(entry.id)) {
                put(entry.id);
            }
        }
        replace_file(file_, writer.take());
        in_file_ = records_.size();
        sound_ = true;
    }
    unsaved_.clear();
}

}  // namespace khomo::catalog
