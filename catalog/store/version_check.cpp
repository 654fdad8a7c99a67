// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/store/version_check.hpp"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "catalog/base/digest.hpp"
#include "catalog/base/error.hpp"
#include "catalog/base/file.hpp"
#include "catalog/model/version.hpp"
#include "catalog/store/journal.hpp"
#include "catalog/store/withdrawal_record.hpp"

namespace khomo::catalog {
namespace {

constexpr const char* kRecord = "version.json";
constexpr const char* kDestroyed = "withdrawn.json";

class VersionCheck {
public:
    VersionCheck(const std::filesystem::path& state, const RecordedVersion& version, std::vector<Text>& faults)
        : folder_(version_folder(state, version)), name_("versions/" + version.dataset + "/v" + std::to_string(version.number)), version_(version), faults_(faults) {}

    void run() {
        if (!std::filesystem::is_directory(folder_)) {
            fault("", "thiếu phiên bản đã duyệt", "an approved version is missing");
            return;
        }
        if (!version_.notes.empty()) {
            check_destroyed();
            return;
        }
        const auto record = folder_ / kRecord;
        if (!std::filesystem::is_regular_file(record)) {
            fault(kRecord, "thiếu", "missing");
            return;
        }
        const auto bytes = read_file(record);
        if (sha256_hex(bytes) != version_.record_sha256) {
            fault(kRecord, "bị đổi", "changed");
            return;
        }
        check_files(nlohmann::json::parse(bytes).get<VersionInfo>());
    }

private:
    void fault(const std::string& file, const std::string& vi, const std::string& en) const {
        const auto path = name_ + (file.empty() ? "" : "/" + file);
        faults_.push_back({path + ": " + vi, path + ": " + en});
    }

    void check_files(const VersionInfo& info) const {
        std::set<std::string> listed = {kRecord};
        for (const auto& file : info.files) {
            listed.insert(file.path);
            check_file(file.path, file.sha256);
        }
        if (info.files.empty()) {  // recorded before all files were listed: what was delivered has its hash
            for (const auto& file : info.delivery.files) {
                check_file("delivery/" + file.path, file.sha256);
            }
            return;
        }
        for (const auto& item : std::filesystem::recursive_directory_iterator(folder_)) {
            const auto path = item.path().lexically_relative(folder_).generic_string();
            if (!item.is_directory() && !listed.contains(path)) {
                fault(path, "không có trong bản ghi", "not in the record");
            }
        }
    }

    void check_file(const std::string& path, const std::string& sha256) const {
        const auto file = folder_ / path;
        if (!std::filesystem::is_regular_file(std::filesystem::symlink_status(file))) {
            fault(path, "thiếu", "missing");
        } else if (sha256_file(file) != sha256) {
            fault(path, "bị đổi", "changed");
        }
    }

    void check_destroyed() const {
        const auto note = folder_ / kDestroyed;
        if (!std::filesystem::is_regular_file(note)) {
            fault(kDestroyed, "thiếu", "missing");
        } else if (std::find(version_.notes.begin(), version_.notes.end(), read_file(note)) == version_.notes.end()) {
            fault(kDestroyed, "bị đổi", "changed");
        }
        for (const auto& item : std::filesystem::directory_iterator(folder_)) {
            const auto name = item.path().filename().string();
            if (name != kDestroyed) {
                fault(name, "còn đó dù phiên bản đã bị rút và hủy", "still there though the version was withdrawn and destroyed");
            }
        }
    }

    std::filesystem::path folder_;
    std::string name_;
    const RecordedVersion& version_;
    std::vector<Text>& faults_;
};

}  // namespace

std::vector<RecordedVersion> recorded_versions(const Journal& journal) {
    std::map<std::pair<std::string, int>, RecordedVersion> versions;
    for (const auto& entry : journal.entries("", "version-approved")) {
        const auto details = nlohmann::json::parse(entry.details);
        const int number = details.at("version");
        versions[{entry.dataset, number}] = {entry.dataset, number, details.at("record_sha256"), {}};
    }
    const auto withdrawals = read_withdrawals(journal);
    for (const auto& withdrawal : withdrawals.ended()) {
        for (const auto& one : withdrawal.bytes) {
            const auto found = versions.find({withdrawal.dataset, one.number});
            if (withdrawal.personal_data && found != versions.end()) {
                found->second.notes.push_back(destruction_note(withdrawal, one));
            }
        }
    }
    std::vector<RecordedVersion> list;
    for (auto& [key, version] : versions) {
        list.push_back(std::move(version));
    }
    return list;
}

std::filesystem::path version_folder(const std::filesystem::path& state, const RecordedVersion& version) { return state / "versions" / version.dataset / ("v" + std::to_string(version.number)); }

std::vector<Text> check_versions(const std::filesystem::path& state, const Journal& journal) {
    std::vector<Text> faults;
    std::set<std::filesystem::path> known;
    const auto versions = recorded_versions(journal);
    for (const auto& version : versions) {
        known.insert(version_folder(state, version));
        VersionCheck(state, version, faults).run();
    }
    std::error_code none;
    for (const auto& dataset : std::filesystem::directory_iterator(state / "versions", none)) {
        if (!dataset.is_directory() || dataset.path().filename().string().starts_with('.')) {
            continue;
        }
        for (const auto& version : std::filesystem::directory_iterator(dataset.path())) {
            if (!known.contains(version.path())) {
                const auto name = "versions/" + dataset.path().filename().string() + "/" + version.path().filename().string();
                faults.push_back({name + ": nhật ký không có mục phê duyệt nào cho phiên bản này", name + ": the journal has no approval of this version"});
            }
        }
    }
    return faults;
}

}  // namespace khomo::catalog
