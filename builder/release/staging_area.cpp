// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/release/staging_area.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>

#include "catalog/base/digest.hpp"
#include "catalog/base/error.hpp"
#include "catalog/base/file.hpp"
#include "catalog/release/layout.hpp"

namespace khomo::builder {
namespace {

struct CloseFolder {
    void operator()(DIR* folder) const { ::closedir(folder); }
};

/// Files below a folder, which is closed in the end. By the listings alone: asking for each file would cost more than the rest of a small build.
std::size_t count_files(int descriptor, const std::string& name) {
    const std::unique_ptr<DIR, CloseFolder> folder(::fdopendir(descriptor));
    if (!folder) {
        const int cause = errno;
        ::close(descriptor);
        throw io_error("đọc", "read", name, cause);
    }
    std::size_t count = 0;
    errno = 0;
    while (const auto* item = ::readdir(folder.get())) {
        const std::string_view inside(item->d_name);
        struct stat status {};
        const bool is_folder = item->d_type == DT_DIR || (item->d_type == DT_UNKNOWN && ::fstatat(::dirfd(folder.get()), item->d_name, &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(status.st_mode));
        if (!is_folder) {
            ++count;
        } else if (inside != "." && inside != "..") {
            const int below = ::openat(::dirfd(folder.get()), item->d_name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
            if (below < 0) {
                throw io_error("đọc", "read", name + '/' + item->d_name, errno);
            }
            count += count_files(below, name + '/' + item->d_name);
        }
        errno = 0;
    }
    if (errno != 0) {
        throw io_error("đọc", "read", name, errno);
    }
    return count;
}

std::size_t count_files(const std::filesystem::path& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) {
        throw io_error("đọc", "read", folder.string(), errno);
    }
    return count_files(descriptor, folder.string());
}

}  // namespace

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

StagingArea::StagingArea(std::filesystem::path root, std::filesystem::path parent, catalog::Manifest leftover)
    : root_(std::move(root)), parent_(std::move(parent)), leftover_(std::move(leftover)) {}

StagingArea::~StagingArea() {
    if (!kept_) {
        std::error_code ignored;  // what stays is removed by the next build
        std::filesystem::remove_all(root_, ignored);
    }
}

void StagingArea::carry(std::vector<const catalog::ManifestUnit*> units) {
    carried_ = std::move(units);
    std::unordered_map<std::string_view, const catalog::ManifestUnit*> by_name;
    by_name.reserve(carried_.size());
    std::size_t files = 0;
    for (const auto* unit : carried_) {
        by_name.emplace(unit->name(), unit);
        files += unit->file_count();
    }
    const auto present = keep_common(by_name);
    for (const auto* unit : carried_) {
        if (!present.contains(unit->name())) {
            link(*unit);
        }
    }
    // A file that someone took out of the old release would be missing in the new one: then all is linked afresh.
    if (leftover_ && count_files(root_) != files) {
        std::filesystem::remove_all(root_);
        std::filesystem::create_directories(root_);
        folders_.clear();
        for (const auto* unit : carried_) {
            link(*unit);
        }
    }
}

std::unordered_set<std::string_view> StagingArea::keep_common(const std::unordered_map<std::string_view, const catalog::ManifestUnit*>& carried) {
    std::unordered_set<std::string_view> common;
    if (!leftover_) {
        return common;
    }
    std::filesystem::remove(root_ / catalog::layout::kManifest);
    std::filesystem::remove(root_ / catalog::layout::kSignature);
    common.reserve(carried.size());
    for (const auto& unit : leftover_->units) {
        const auto found = carried.find(unit.name());
        if (found != carried.end() && found->second->line() == unit.line()) {
            common.insert(found->second->name());
        } else {
            remove(unit);
        }
    }
    return common;
}

void StagingArea::remove(const catalog::ManifestUnit& unit) {
    for (const auto& file : unit.files()) {
        const auto path = root_ / file.path;
        ::unlink(path.c_str());
        for (auto folder = path.parent_path(); folder != root_ && ::rmdir(folder.c_str()) == 0; folder = folder.parent_path()) {
        }
    }
}

void StagingArea::link(const catalog::ManifestUnit& unit) {
    for (const auto& file : unit.files()) {
        if (::link((parent_ / file.path).c_str(), folder_for(file.path).c_str()) != 0) {
            throw io_error("mang sang bản phát hành mới", "carry over", (parent_ / file.path).string(), errno);
        }
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
    if (const auto found = files_.find(path); found != files_.end()) {
        return &found->second;
    }
    // Few files are asked for, and those of one unit together: reading all units up front would cost more than the searches.
    for (const auto* unit : carried_) {
        if (unit->holds(path)) {
            for (auto& file : unit->files()) {
                files_.emplace(file.path, file);
            }
            return &files_.at(path);
        }
    }
    return nullptr;
}

std::filesystem::path StagingArea::folder_for(const std::string& path) {
    auto target = root_ / path;
    const auto slash = path.rfind('/');
    if (slash != std::string::npos && folders_.insert(path.substr(0, slash)).second) {
        std::filesystem::create_directories(target.parent_path());
    }
    return target;
}

std::filesystem::path StagingArea::claim(const std::string& path, const std::string& unit) {
    if (!is_safe_relative(path)) {
        throw Error(ErrorKind::internal, {"Đường dẫn ra ngoài bản phát hành: " + path, "The path leaves the release: " + path});
    }
    const std::lock_guard lock(mutex_);
    auto target = folder_for(path);
    // What was carried lies there already.
    if (!claimed_.insert(path).second || (!carried_.empty() && std::filesystem::exists(target))) {
        throw Error(ErrorKind::internal, {"Hai đầu ra cùng ghi " + path + " (" + unit + ")", "Two outputs write " + path + " (" + unit + ")"});
    }
    return target;
}

}  // namespace khomo::builder
