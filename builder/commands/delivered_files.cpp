// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/commands/delivered_files.hpp"

#include <algorithm>

#include "catalog/base/digest.hpp"
#include "catalog/base/error.hpp"
#include "catalog/base/text.hpp"

namespace khomo::builder {
namespace {

using catalog::DeliveredFile;

[[noreturn]] void refuse(Text message) { throw Error(ErrorKind::refused, std::move(message)); }

const DeliveredFile* named(const std::vector<DeliveredFile>& files, const std::string& path) {
    const auto found = std::find_if(files.begin(), files.end(), [&](const auto& one) { return one.path == path; });
    return found == files.end() ? nullptr : &*found;
}

}  // namespace

std::vector<DeliveredFile> delivered_files(const std::filesystem::path& folder) {
    std::vector<DeliveredFile> files;
    for (const auto& item : std::filesystem::directory_iterator(folder)) {
        const auto name = item.path().filename().string();
        if (name.starts_with("approval.yaml")) {  // and what an interrupted writing left beside it
            continue;
        }
        if (item.is_symlink() || !item.is_regular_file()) {
            refuse({"Đợt giao chỉ được chứa tệp thường: " + name, "A delivery holds plain files only: " + name});
        }
        auto& file = files.emplace_back();
        file.path = name;
        file.sha256 = sha256_file(item.path());
        file.bytes = item.file_size();
    }
    std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    if (files.empty()) {
        refuse({"Đợt giao không có tệp nào: " + folder.string(), "The delivery holds no file: " + folder.string()});
    }
    return files;
}

std::string changed_files(const std::vector<DeliveredFile>& recorded, const std::vector<DeliveredFile>& present) {
    std::string list;
    const auto add = [&](const std::string& name) { list += (list.empty() ? "" : ", ") + name; };
    for (const auto& file : recorded) {
        const auto* found = named(present, file.path);
        if (found == nullptr || found->sha256 != to_lower(file.sha256)) {
            add(file.path);
        }
    }
    for (const auto& file : present) {
        if (named(recorded, file.path) == nullptr) {
            add(file.path);
        }
    }
    return list;
}

}  // namespace khomo::builder
