// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/server/open_release.hpp"

#include <spdlog/spdlog.h>

#include "catalog/base/digest.hpp"
#include "catalog/base/file.hpp"
#include "catalog/release/layout.hpp"
#include "catalog/release/manifest.hpp"
#include "catalog/release/redaction.hpp"

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

/// Changes whenever the file does; empty where there is none.
std::string redactions_stamp(const std::filesystem::path& folder) {
    std::error_code none;
    const auto file = folder / layout::kRedactions;
    const auto time = std::filesystem::last_write_time(file, none);
    return none ? "" : std::to_string(time.time_since_epoch().count()) + " " + std::to_string(std::filesystem::file_size(file, none));
}

}  // namespace

OpenRelease::OpenRelease(const std::filesystem::path& folder) : folder_(folder), redactions_(redactions_stamp(folder)) {
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
    apply_redactions();
    words_ = std::make_shared<const PortalWords>(folder / layout::kTemplates);
    try {
        finder_ = std::make_shared<const Finder>(folder / layout::kSearch);
        search_page_ = std::make_unique<SearchPage>(words_, finder_);
    } catch (const Error& error) {
        spdlog::error("{} / {}", error.message().vi, error.message().en);
    }
    const auto opened = completed(ApiRelease{id_, folder, finder_, {}, {}, folder / layout::kTemplates / "portal.json"});
    row_page_ = std::make_unique<RowPage>(words_, opened.rows);
    api_ = std::make_unique<NativeApi>(opened);
    ckan_ = std::make_unique<CkanApi>(opened);
    ogc_ = std::make_unique<OgcApi>(opened);
}

std::optional<ApiResponse> OpenRelease::ask(const ApiRequest& request) const {
    auto answer = api_->handle(request);
    if (!answer) {
        answer = ckan_->handle(request);
    }
    return answer ? std::move(answer) : ogc_->handle(request);
}

void OpenRelease::apply_redactions() {
    const auto record = catalog::RedactionRecord::read(folder_);
    if (!record) {
        return;
    }
    const auto prefix = std::string(layout::kSite) + "/";
    const auto put = [&](const std::string& path, const std::optional<std::string>& text) {
        if (!path.starts_with(prefix)) {
            return;
        }
        if (text) {
            files_.insert_or_assign(path.substr(prefix.size()), ServedFile{folder_ / path, text->size(), '"' + sha256_hex(*text) + '"'});
        } else {
            files_.erase(path.substr(prefix.size()));
        }
    };
    for (const auto& file : record->files) {
        put(file.path, file.text);
    }
    for (const auto& marker : record->markers) {
        put(marker.path, marker.text);
    }
}

bool OpenRelease::outdated() const { return redactions_ != redactions_stamp(folder_); }

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
    if (const auto open = now(); folder == open->folder() && !open->outdated()) {
        return false;
    }
    auto opened = std::make_shared<const OpenRelease>(folder);
    const std::lock_guard lock(mutex_);
    release_ = std::move(opened);
    return true;
}

}  // namespace khomo::search
