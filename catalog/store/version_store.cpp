// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/store/version_store.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "catalog/base/digest.hpp"
#include "catalog/base/error.hpp"
#include "catalog/base/file.hpp"
#include "catalog/base/number.hpp"

namespace khomo::catalog {
namespace {

constexpr const char* kRecord = "version.json";
constexpr const char* kWork = ".work";
constexpr const char* kNote = "withdrawn.json";

StoredVersion read_version(const std::filesystem::path& folder) {
    const auto bytes = read_file(folder / kRecord);
    try {
        StoredVersion stored{nlohmann::json::parse(bytes).get<VersionInfo>(), folder, sha256_hex(bytes)};
        if (!std::filesystem::is_regular_file(stored.data_path())) {
            throw Error(ErrorKind::store, {"Thiếu dữ liệu của phiên bản: " + stored.data_path().string() + ". Khôi phục thư mục trạng thái từ bản sao lưu",
                                           "The data of a version is missing: " + stored.data_path().string() + ". Restore the state folder from its backup"});
        }
        return stored;
    } catch (const nlohmann::json::exception&) {
        throw Error(ErrorKind::store, {"Bản ghi phiên bản hỏng: " + (folder / kRecord).string() + ". Khôi phục thư mục trạng thái từ bản sao lưu",
                                       "The version record is damaged: " + (folder / kRecord).string() + ". Restore the state folder from its backup"});
    }
}

std::vector<StoredFile> files_below(const std::filesystem::path& folder) {
    std::vector<StoredFile> files;
    for (const auto& item : std::filesystem::recursive_directory_iterator(folder)) {
        if (item.is_regular_file()) {
            files.push_back({item.path().lexically_relative(folder).generic_string(), item.file_size(), sha256_file(item.path())});
        }
    }
    std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    return files;
}

}  // namespace

VersionStore::VersionStore(std::filesystem::path state) : root_(std::move(state) / "versions") { std::filesystem::create_directories(root_); }

std::map<std::string, std::vector<StoredVersion>> VersionStore::load() const {
    std::map<std::string, std::vector<StoredVersion>> all;
    for (const auto& dataset : std::filesystem::directory_iterator(root_)) {
        if (!dataset.is_directory() || dataset.path().filename() == kWork) {
            continue;
        }
        auto& versions = all[dataset.path().filename().string()];
        for (const auto& version : std::filesystem::directory_iterator(dataset.path())) {
            try {
                versions.push_back(read_version(version.path()));
            } catch (const Error&) {
                // Only here, and not before each of them, is it worth a look whether the bytes were destroyed.
                if (!std::filesystem::exists(version.path() / kNote)) {
                    throw;
                }
            }
        }
        std::sort(versions.begin(), versions.end(), [](const StoredVersion& a, const StoredVersion& b) { return a.info.number < b.info.number; });
    }
    return all;
}

std::filesystem::path VersionStore::workspace(const std::string& dataset) {
    const auto folder = root_ / kWork / dataset;
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    return folder;
}

StoredVersion VersionStore::commit(const std::filesystem::path& workspace, VersionInfo info) {
    info.files = files_below(workspace);
    const auto bytes = nlohmann::json(info).dump(1) + "\n";
    write_file(workspace / kRecord, bytes);
    for (const auto& file : info.files) {
        sync_path(workspace / file.path);
    }
    sync_path(workspace / kRecord);
    sync_path(workspace);
    const auto folder = folder_of(info.dataset, info.number);
    std::filesystem::create_directories(folder.parent_path());
    std::filesystem::rename(workspace, folder);
    sync_path(folder.parent_path());
    return {std::move(info), folder, sha256_hex(bytes)};
}

int VersionStore::last_number(const std::string& dataset) const {
    int last = 0;
    std::error_code none;
    for (const auto& version : std::filesystem::directory_iterator(root_ / dataset, none)) {
        const auto name = version.path().filename().string();
        last = std::max(last, name.starts_with('v') ? static_cast<int>(parse_integer(std::string_view(name).substr(1)).value_or(0)) : 0);
    }
    return last;
}

bool VersionStore::destroy(const std::string& dataset, int number, const std::string& note) {
    const auto folder = folder_of(dataset, number);
    if (!std::filesystem::is_directory(folder)) {
        return false;
    }
    if (!std::filesystem::exists(folder / kNote)) {
        replace_file(folder / kNote, note);
    }
    std::vector<std::filesystem::path> doomed;
    for (const auto& item : std::filesystem::directory_iterator(folder)) {
        if (item.path().filename() != kNote) {
            doomed.push_back(item.path());
        }
    }
    for (const auto& path : doomed) {
        std::filesystem::remove_all(path);
    }
    if (!doomed.empty()) {
        sync_path(folder);
    }
    return !doomed.empty();
}

void VersionStore::drop_workspace(const std::string& dataset) { std::filesystem::remove_all(root_ / kWork / dataset); }

}  // namespace khomo::catalog
