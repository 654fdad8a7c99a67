// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/release/releases.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <unordered_map>

#include "builder/release/redaction.hpp"
#include "catalog/base/digest.hpp"
#include "catalog/base/error.hpp"
#include "catalog/base/file.hpp"
#include "catalog/base/number.hpp"
#include "catalog/release/layout.hpp"
#include "catalog/release/signature.hpp"

namespace khomo::builder {
namespace {

namespace layout = catalog::layout;

/// Number at the front of a release id, or 0.
int number_of(const std::string& id) {
    const auto number = parse_integer(std::string_view(id).substr(0, id.find('-')));
    return number ? static_cast<int>(*number) : 0;
}

void check_new_files(const std::filesystem::path& root, const std::vector<ReleaseFile>& files) {
    for (const auto& file : files) {
        if (sha256_file(root / file.path) != file.sha256) {
            throw Error(ErrorKind::io, {"Đọc lại " + file.path + " thấy khác lúc ghi: ổ đĩa có lỗi?", file.path + " reads back differently: is the disk faulty?"});
        }
    }
}

void sync_file_system(const std::filesystem::path& path) {
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const int result = fd < 0 ? -1 : ::syncfs(fd);
    const int cause = errno;
    if (fd >= 0) {
        ::close(fd);
    }
    if (result != 0) {
        throw io_error("ghi chắc chắn", "sync", path.string(), cause);
    }
}

}  // namespace

Releases::Releases(std::filesystem::path out) : out_(std::move(out)) {
    std::filesystem::create_directories(out_ / layout::kReleases);
    const auto path = out_ / layout::kLock;
    lock_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (lock_ < 0) {
        throw io_error("mở", "open", path.string(), errno);
    }
    if (::flock(lock_, LOCK_EX | LOCK_NB) != 0) {
        ::close(lock_);
        throw Error(ErrorKind::refused, {"Một lần dựng khác đang chạy trong " + out_.string() + ". Chờ nó xong rồi chạy lại",
                                         "Another build is running in " + out_.string() + ". Wait for it and run again"});
    }
    remove_leftovers();
}

Releases::~Releases() { ::close(lock_); }

void Releases::remove_leftovers() const {
    for (const auto& item : std::filesystem::directory_iterator(out_ / layout::kReleases)) {
        if (item.path().filename().string().starts_with(layout::kStagingPrefix)) {
            std::filesystem::remove_all(item.path());
        }
    }
}

std::filesystem::path Releases::current() const {
    std::error_code none;
    const auto target = std::filesystem::read_symlink(out_ / layout::kCurrent, none);
    if (none || !std::filesystem::is_directory(out_ / target)) {
        return {};
    }
    return out_ / target;
}

std::optional<catalog::Manifest> Releases::current_manifest() const {
    const auto folder = current();
    return folder.empty() ? std::nullopt : std::optional(catalog::Manifest::read(folder));
}

std::unordered_set<std::string> Releases::redacted_units() const {
    std::unordered_set<std::string> units;
    if (const auto folder = current(); !folder.empty()) {
        if (const auto record = catalog::RedactionRecord::read(folder)) {
            for (const auto& file : record->files) {
                units.insert(file.unit);
            }
        }
    }
    return units;
}

std::vector<std::string> Releases::list() const {
    std::vector<std::string> ids;
    for (const auto& item : std::filesystem::directory_iterator(out_ / layout::kReleases)) {
        const auto id = item.path().filename().string();
        if (number_of(id) > 0) {
            ids.push_back(id);
        }
    }
    std::sort(ids.begin(), ids.end(), [](const std::string& a, const std::string& b) { return number_of(a) < number_of(b); });
    return ids;
}

int Releases::last_number() const {
    const auto ids = list();
    return ids.empty() ? 0 : number_of(ids.back());
}

std::string Releases::spare(int keep) const {
    const auto ids = list();
    const auto live = current().filename().string();
    if (static_cast<int>(ids.size()) < std::max(keep, 2) || live.empty() || ids.front() == live) {
        return "";
    }
    // A release with anything of its own beside the manifest's files, such as a record of what was taken out of it, is not used again.
    for (const auto& item : std::filesystem::directory_iterator(out_ / layout::kReleases / ids.front())) {
        const auto name = item.path().filename().string();
        if (!item.is_directory() && name != layout::kManifest && name != layout::kSignature) {
            return "";
        }
    }
    return ids.front();
}

std::unique_ptr<StagingArea> Releases::stage(bool reuse, int keep) const {
    const auto root = out_ / layout::kReleases / (std::string(layout::kStagingPrefix) + std::to_string(::getpid()));
    if (const auto old = reuse ? spare(keep) : ""; !old.empty()) {
        auto manifest = catalog::Manifest::read(out_ / layout::kReleases / old);
        std::filesystem::rename(out_ / layout::kReleases / old, root);
        return std::make_unique<StagingArea>(root, current(), std::move(manifest));
    }
    return std::make_unique<StagingArea>(root, reuse ? current() : std::filesystem::path());
}

void Releases::seal(StagingArea& area, catalog::Manifest& manifest, const std::vector<ReleaseFile>& new_files, const std::string& secret_key) {
    manifest.seal();
    const auto json = manifest.to_json();
    write_file(area.root() / layout::kManifest, json);
    if (!secret_key.empty()) {
        write_file(area.root() / layout::kSignature, catalog::sign(json, secret_key, manifest.id));
    }
    sync_file_system(area.root());
    check_new_files(area.root(), new_files);
    const auto named = out_ / layout::kReleases / manifest.id;
    if (::rename(area.root().c_str(), named.c_str()) != 0) {
        throw io_error("đổi tên", "rename", area.root().string(), errno);
    }
    area.released();
    sync_path(out_ / layout::kReleases);
    switch_to(manifest.id);
}

void Releases::switch_to(const std::string& id) {
    const auto target = std::filesystem::path(layout::kReleases) / id;
    if (!std::filesystem::is_directory(out_ / target)) {
        throw Error(ErrorKind::not_found, {"Không có bản phát hành " + id, "There is no release " + id});
    }
    const auto temporary = out_ / (std::string(layout::kCurrent) + ".tmp");
    ::unlink(temporary.c_str());
    if (::symlink(target.c_str(), temporary.c_str()) != 0 || ::rename(temporary.c_str(), (out_ / layout::kCurrent).c_str()) != 0) {
        throw io_error("chuyển", "switch", (out_ / layout::kCurrent).string(), errno);
    }
    sync_path(out_);
}

void Releases::prune(int keep) {
    auto ids = list();
    const auto live = current().filename().string();
    while (static_cast<int>(ids.size()) > std::max(keep, 1)) {
        if (ids.front() != live) {
            // Renamed first, so that a crash half-way leaves a leftover and never half a release.
            const auto doomed = out_ / layout::kReleases / (std::string(layout::kStagingPrefix) + ids.front());
            std::filesystem::rename(out_ / layout::kReleases / ids.front(), doomed);
            std::filesystem::remove_all(doomed);
        }
        ids.erase(ids.begin());
    }
}

std::vector<std::string> verify_release(const std::filesystem::path& release) {
    std::vector<std::string> faults;
    std::unordered_map<std::string, bool> listed;
    std::unordered_map<std::string, std::string> redacted;  // path → hash that is gone
    if (const auto record = catalog::RedactionRecord::read(release)) {
        faults = verify_redactions(release, *record);
        for (const auto& file : record->files) {
            redacted.emplace(file.path, file.sha256);
        }
        for (const auto& marker : record->markers) {
            listed[marker.path] = true;
        }
    }
    for (const auto& unit : catalog::Manifest::read(release).units) {
        for (const auto& file : unit.files()) {
            listed[file.path] = true;
            if (const auto gone = redacted.find(file.path); gone != redacted.end()) {
                if (gone->second != file.sha256) {
                    faults.push_back("redacted with another hash: " + file.path);
                }
                continue;
            }
            const auto path = release / file.path;
            if (!std::filesystem::is_regular_file(path)) {
                faults.push_back("missing: " + file.path);
            } else if (std::filesystem::file_size(path) != file.bytes || sha256_file(path) != file.sha256) {
                faults.push_back("changed: " + file.path);
            }
        }
    }
    for (const auto& item : std::filesystem::recursive_directory_iterator(release)) {
        const auto path = item.path().lexically_relative(release).string();
        if (!item.is_directory() && path != layout::kManifest && path != layout::kSignature && path != layout::kRedactions && path != layout::kRedactionsSignature && !listed.contains(path)) {
            faults.push_back("not listed: " + path);
        }
    }
    std::sort(faults.begin(), faults.end());
    return faults;
}

}  // namespace khomo::builder
