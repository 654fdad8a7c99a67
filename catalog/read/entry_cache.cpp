// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/read/entry_cache.hpp"

#include <sys/stat.h>

#include <chrono>

#include "catalog/base/error.hpp"
#include "catalog/base/file.hpp"
#include "catalog/read/record_codec.hpp"

namespace khomo::catalog {
namespace {

constexpr std::int64_t kCoarse = 2'000'000'000;  // of the clocks of old file systems

std::int64_t nanoseconds(const timespec& time) { return time.tv_sec * 1'000'000'000LL + time.tv_nsec; }

std::int64_t now() { return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now().time_since_epoch()).count(); }

}  // namespace

FileStamp stamp_of(const std::filesystem::path& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) {
        return {};
    }
    return {status.st_ino, static_cast<std::uint64_t>(status.st_size), nanoseconds(status.st_mtim), nanoseconds(status.st_ctim)};
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
            records_.emplace(std::move(id), record);
        }
    } catch (const Error&) {
        records_.clear();
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
}

void EntryCache::save(const std::vector<CatalogEntry>& all) {
    if (fresh_.empty() && records_.size() <= all.size()) {
        return;
    }
    RecordWriter writer;
    writer.put(stamp_of_program());
    for (const auto& entry : all) {
        const auto record = records_.find(entry.id);
        if (record != records_.end()) {
            writer.put(entry.id);
            writer.put(record->second.vietnamese);
            writer.put(record->second.english);
            writer.put(std::string(record->second.entry));
        }
    }
    replace_file(file_, writer.take());
    fresh_.clear();
}

}  // namespace khomo::catalog
