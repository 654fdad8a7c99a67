// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/release/staging_area.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <iostream>

#include "catalog/base/digest.hpp"
#include "catalog/base/error.hpp"
#include "catalog/base/file.hpp"

namespace khomo::builder {

void UnitWriter::write(const std::string& path, std::string_view bytes) {
    write_file(area_->claim(path, unit_), bytes);
    files_.push_back({path, bytes.size(), sha256_hex(bytes)});
}

std::filesystem::path UnitWriter::reserve(const std::string& path) {
    auto target = area_->claim(path, unit_);
    files_.push_back({path, 0, ""});
    return target;
}

void UnitWriter::adopt(const std::string& path, const std::filesystem::path& existing) {
    const auto target = area_->claim(path, unit_);
    if (::link(existing.c_str(), target.c_str()) != 0) {
        if (errno != EXDEV && errno != EPERM && errno != EMLINK) {
            throw io_error("liên kết", "link", existing.string(), errno);
        }
        std::filesystem::copy_file(existing, target);
    }
    files_.push_back({path, 0, ""});
}

std::filesystem::path UnitWriter::scratch() {
    if (scratch_.empty()) {
        std::string name = unit_;
        std::replace(name.begin(), name.end(), '/', '-');
        scratch_ = area_->root() / (".scratch-" + name);
        std::filesystem::create_directories(scratch_);
    }
    return scratch_;
}

std::filesystem::path UnitWriter::parent(const std::string& path) const {
    if (area_->parent().empty()) {
        return {};
    }
    auto found = area_->parent() / path;
    return std::filesystem::exists(found) ? found : std::filesystem::path();
}

const ReleaseFile* UnitWriter::made(const std::string& path) const { return area_->file(path); }

std::filesystem::path UnitWriter::in_release(const std::string& path) const { return area_->root() / path; }

std::vector<ReleaseFile> UnitWriter::finish() {
    for (auto& file : files_) {
        if (file.sha256.empty()) {
            const auto path = area_->root() / file.path;
            if (!std::filesystem::is_regular_file(path)) {
                throw Error(ErrorKind::internal, {"Thiếu tệp " + file.path + " của " + unit_, file.path + " of " + unit_ + " was not written"});
            }
            file.bytes = std::filesystem::file_size(path);
            file.sha256 = sha256_file(path);
        }
    }
    std::sort(files_.begin(), files_.end(), [](const ReleaseFile& a, const ReleaseFile& b) { return a.path < b.path; });
    return files_;
}

UnitWriter::~UnitWriter() {
    if (!scratch_.empty()) {
        std::error_code ignored;
        std::filesystem::remove_all(scratch_, ignored);
    }
}

StagingArea::StagingArea(std::filesystem::path root, std::filesystem::path parent) : root_(std::move(root)), parent_(std::move(parent)) {
    if (!std::filesystem::create_directories(root_)) {
        throw Error(ErrorKind::io, {"Thư mục tạm đã có sẵn: " + root_.string(), "The staging folder exists already: " + root_.string()});
    }
}

StagingArea::~StagingArea() {
    if (!kept_) {
        std::error_code ignored;  // what stays is removed by the next build
        std::filesystem::remove_all(root_, ignored);
    }
}

void StagingArea::carry(const ReleaseFile& file) {
    const auto target = claim(file.path, "");
    if (::link((parent_ / file.path).c_str(), target.c_str()) != 0) {
        throw io_error("mang sang bản phát hành mới", "carry over", (parent_ / file.path).string(), errno);
    }
}

void StagingArea::remember(const std::vector<ReleaseFile>& files) {
    const std::lock_guard lock(mutex_);
    for (const auto& file : files) {
        files_.emplace(file.path, file);
    }
}

const ReleaseFile* StagingArea::file(const std::string& path) const {
    const std::lock_guard lock(mutex_);
    const auto found = files_.find(path);
    return found == files_.end() ? nullptr : &found->second;
}

std::filesystem::path StagingArea::claim(const std::string& path, const std::string& unit) {
    if (!is_safe_relative(path)) {
        throw Error(ErrorKind::internal, {"Đường dẫn ra ngoài bản phát hành: " + path, "The path leaves the release: " + path});
    }
    const std::lock_guard lock(mutex_);
    if (!claimed_.insert(path).second) {
        throw Error(ErrorKind::internal, {"Hai đầu ra cùng ghi " + path + " (" + unit + ")", "Two outputs write " + path + " (" + unit + ")"});
    }
    auto target = root_ / path;
    const auto slash = path.rfind('/');
    if (slash != std::string::npos && folders_.insert(path.substr(0, slash)).second) {
        std::filesystem::create_directories(target.parent_path());
    }
    return target;
}

}  // namespace khomo::builder
