// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/record/record_check.hpp"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>

#include "catalog/base/error.hpp"
#include "catalog/release/layout.hpp"
#include "catalog/release/manifest.hpp"
#include "catalog/release/public_journal.hpp"
#include "catalog/store/journal_seal.hpp"
#include "catalog/store/version_check.hpp"

namespace khomo::builder {
namespace {

namespace layout = catalog::layout;

/// Whether the journal went on from the last entry that the release shows.
bool continues(const catalog::Journal& journal, const catalog::PublicJournal& shown) {
    const auto entry = journal.entry(shown.entries);
    return shown.entries == 0 || (entry && entry->hash == shown.head);
}

/// Hash of the content of each release, as the journal recorded it.
std::map<std::string, std::string> recorded_releases(const catalog::Journal& journal) {
    std::map<std::string, std::string> recorded;
    for (const auto& entry : journal.entries("", "release-published")) {
        const auto details = nlohmann::json::parse(entry.details);
        recorded[details.value("release", "")] = details.value("content_sha256", "");
    }
    return recorded;
}

void check_release(const std::filesystem::path& folder, const catalog::Journal& journal, const std::map<std::string, std::string>& recorded, std::vector<Text>& faults) {
    const auto id = folder.filename().string();
    const auto name = "releases/" + id;
    auto shown = catalog::check_public_journal(folder);
    for (const auto& fault : shown.faults) {
        faults.push_back({name + "/" + fault.vi, name + "/" + fault.en});
    }
    if (shown.faults.empty() && !continues(journal, shown)) {
        const auto number = std::to_string(shown.entries);
        faults.push_back({name + ": đã công bố nhật ký đến mục " + number + ", nhật ký của trạng thái không có mục ấy", name + ": shows the record up to entry " + number + ", which the state's journal does not have"});
    }
    const auto record = recorded.find(id);
    if (record == recorded.end()) {
        faults.push_back({name + ": nhật ký không ghi bản phát hành này", name + ": the journal knows no such release"});
    } else if (!record->second.empty() && catalog::Manifest::read(folder).content_sha256() != record->second) {
        faults.push_back({name + "/manifest.json: không phải bản kê đã ghi vào nhật ký", name + "/manifest.json: is not the one on record"});
    }
}

void check_releases(const std::filesystem::path& out, const catalog::Journal& journal, RecordReport& report) {
    const auto recorded = recorded_releases(journal);
    std::vector<std::filesystem::path> folders;
    std::error_code none;
    for (const auto& item : std::filesystem::directory_iterator(out / layout::kReleases, none)) {
        if (std::filesystem::is_regular_file(item.path() / layout::kManifest) && !item.path().filename().string().starts_with('.')) {
            folders.push_back(item.path());
        }
    }
    std::sort(folders.begin(), folders.end());
    for (const auto& folder : folders) {
        ++report.releases;
        check_release(folder, journal, recorded, report.faults);
    }
}

}  // namespace

RecordReport check_record(const std::filesystem::path& state, const std::filesystem::path& out) {
    RecordReport report;
    report.faults = catalog::check_journal(state);
    if (!std::filesystem::is_regular_file(state / catalog::Journal::kFile)) {
        return report;
    }
    const auto guarded = [&](const auto& part) {
        try {
            part();
        } catch (const Error& error) {
            report.faults.push_back(error.message());
        } catch (const nlohmann::json::exception&) {
            report.faults.push_back({"có mục nhật ký hoặc bản ghi phiên bản không đọc được", "an entry of the journal or a version's record cannot be read"});
        }
    };
    std::optional<catalog::Journal> journal;
    guarded([&] {
        journal.emplace(state / catalog::Journal::kFile);
        const auto head = journal->head();
        report.entries = head ? head->sequence : 0;
    });
    guarded([&] {
        if (journal) {
            report.versions = catalog::recorded_versions(*journal).size();
            auto faults = catalog::check_versions(state, *journal);
            std::move(faults.begin(), faults.end(), std::back_inserter(report.faults));
        }
    });
    guarded([&] {
        if (journal) {
            check_releases(out, *journal, report);
        }
    });
    return report;
}

void require_record(const std::filesystem::path& state, const catalog::Journal& journal, const std::filesystem::path& live) {
    catalog::check_sealed_head(state, journal);
    const auto shown = live.empty() ? catalog::PublicJournal() : catalog::public_journal_head(live);
    if (!continues(journal, shown)) {
        const auto number = std::to_string(shown.entries);
        throw Error(ErrorKind::refused,
                    {"Nhật ký trong " + state.string() + " không có mục " + number + " mà bản phát hành đang dùng đã công bố: bị cắt, bị sửa, của cổng khác, hoặc từ bản sao lưu cũ hơn. Khôi phục bản sao lưu mới nhất (khomo state restore); "
                         "nếu không còn bản nào, chuyển thư mục --out đi nơi khác rồi dựng lại",
                     "The journal in " + state.string() + " lacks entry " + number + " that the live release shows: it was cut, changed, is another portal's, or from an older backup. Restore the newest backup (khomo state restore); if there is "
                         "none, move the --out folder away and build again"});
    }
}

}  // namespace khomo::builder
