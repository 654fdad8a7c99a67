// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/server/open_release.hpp"

#include <spdlog/spdlog.h>

#include "catalog/base/file.hpp"
#include "catalog/release/layout.hpp"
#include "catalog/release/manifest.hpp"

namespace khomo::search {
namespace {

namespace layout = catalog::layout;

std::filesystem::path live_folder(const std::filesystem::path& root) {
    std::error_code none;
    const auto target = std::filesystem::read_symlink(root / layout::kCurrent, none);
    if (none) {
        throw Error(ErrorKind::not_found, {"Chưa có bản phát hành trong " + root.string() + ". Chạy khomo build trước", "Nothing is published in " + root.string() + ". Run khomo build first"});
    }
    return root / target;
}

}  // namespace

OpenRelease::OpenRelease(const std::filesystem::path& folder) : folder_(folder) {
    const auto manifest = catalog::Manifest::read(folder);
    id_ = manifest.id;
    const auto prefix = std::string(layout::kSite) + "/";
    for (const auto& unit : manifest.units) {
        for (auto& file : unit.files()) {
            if (file.path.starts_with(prefix)) {
                auto path = folder / file.path;
                files_.emplace(file.path.substr(prefix.size()), ServedFile{std::move(path), file.bytes, '"' + file.sha256 + '"'});
            }
        }
    }
    try {
        finder_ = std::make_shared<const Finder>(folder / layout::kSearch);
        search_page_ = std::make_unique<SearchPage>(folder / layout::kTemplates, finder_);
    } catch (const Error& error) {
        spdlog::error("{} / {}", error.message().vi, error.message().en);
    }
    api_ = std::make_unique<NativeApi>(ApiRelease{id_, folder, finder_});
}

const ServedFile* OpenRelease::exact(const std::string& path) const {
    const auto found = files_.find(path);
    return found == files_.end() ? nullptr : &found->second;
}

const ServedFile* OpenRelease::find(std::string_view request_path) const {
    if (!request_path.starts_with('/')) {
        return nullptr;
    }
    std::string path(request_path.substr(1));
    if (path.empty() || path == "en/") {
        return exact(path + "index.html");
    }
    if (!is_safe_relative(path)) {
        return nullptr;
    }
    for (const char* ending : {"", ".html", "/index.html"}) {
        if (const auto* file = exact(path + ending)) {
            return file;
        }
    }
    return path.starts_with("api/") ? exact(path + ".json") : nullptr;
}

const ServedFile* OpenRelease::sibling(std::string_view request_path, std::string_view ending) const {
    return request_path.starts_with('/') ? exact(std::string(request_path.substr(1)) + std::string(ending)) : nullptr;
}

LiveRelease::LiveRelease(std::filesystem::path root) : root_(std::move(root)), release_(std::make_shared<const OpenRelease>(live_folder(root_))) {}

std::shared_ptr<const OpenRelease> LiveRelease::now() const {
    const std::lock_guard lock(mutex_);
    return release_;
}

bool LiveRelease::refresh() {
    const auto folder = live_folder(root_);
    if (folder == now()->folder()) {
        return false;
    }
    auto opened = std::make_shared<const OpenRelease>(folder);
    const std::lock_guard lock(mutex_);
    release_ = std::move(opened);
    return true;
}

}  // namespace khomo::search
