// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/outputs/change_log.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "catalog/base/digest.hpp"
#include "site-templates/engine/format.hpp"

namespace khomo::builder {
namespace {

using catalog::CatalogEntry;
using catalog::VersionInfo;
using nlohmann::json;

DataChange of_version(const CatalogEntry& entry, const VersionInfo& version) {
    const auto number = std::to_string(version.number);
    const auto& correction = version.delivery.corrects;
    DataChange change;
    change.kind = correction ? DataChange::Kind::corrected : DataChange::Kind::published;
    change.id = "urn:uuid:" + uuid5("dataset/" + entry.id + "/v" + number);
    change.at = version.delivery.approved_at();
    change.dataset = entry.id;
    change.version = version.number;
    change.title = entry.title;
    change.agency = entry.agency;
    change.theme = entry.theme;
    const Text period = version.delivery.period.empty() ? Text{} : Text{", kỳ " + version.delivery.period, ", period " + version.delivery.period};
    change.summary = {"Phiên bản " + number + period.vi + ", " + show_count(version.rows, Lang::vi) + " dòng.", "Version " + number + period.en + ", " + show_count(version.rows, Lang::en) + " rows."};
    if (correction) {
        change.summary.vi += " Sửa phiên bản " + std::to_string(correction->version) + ": " + correction->reason.vi;
        change.summary.en += " Corrects version " + std::to_string(correction->version) + ": " + correction->reason.in(Lang::en);
    }
    for (const auto& [unit, rows] : version.rows_by_unit) {
        change.units.push_back(unit);
    }
    return change;
}

DataChange of_withdrawal(const catalog::CatalogSnapshot& snapshot, const catalog::Withdrawal& withdrawal) {
    const auto* entry = snapshot.catalogue().entry(withdrawal.dataset);
    DataChange change;
    change.kind = withdrawal.ended() ? DataChange::Kind::withdrawn : DataChange::Kind::suspended;
    change.id = "urn:uuid:" + uuid5("withdrawal/" + withdrawal.entry_hash);
    change.at = withdrawal.at;
    change.dataset = withdrawal.dataset;
    change.version = withdrawal.versions.size() == 1 ? withdrawal.versions.front() : 0;
    change.title = entry != nullptr ? entry->title : withdrawal.title;
    change.agency = entry != nullptr ? entry->agency : "";
    change.theme = entry != nullptr ? entry->theme : "";
    std::string versions;
    for (const int number : withdrawal.versions) {
        versions += (versions.empty() ? " " : ", ") + std::to_string(number);
    }
    const Text what = versions.empty() ? Text{"Bộ dữ liệu", "The dataset"} : Text{"Phiên bản" + versions, "Version" + versions};
    const Text verb = withdrawal.ended() ? Text{" đã được rút", " was withdrawn"} : Text{" tạm ngừng công bố", " is suspended"};
    const Text document = withdrawal.document.empty() ? Text{} : Text{" theo " + withdrawal.document, " by " + withdrawal.document};
    change.summary = {what.vi + verb.vi + document.vi + ": " + withdrawal.reason.vi,
                      what.en + verb.en + document.en + ": " + withdrawal.reason.in(Lang::en)};
    return change;
}

}  // namespace

std::string_view to_string(DataChange::Kind kind) {
    switch (kind) {
        case DataChange::Kind::published: return "published";
        case DataChange::Kind::corrected: return "corrected";
        case DataChange::Kind::withdrawn: return "withdrawn";
        case DataChange::Kind::suspended: return "suspended";
    }
    return "";
}

std::vector<DataChange> data_changes(const catalog::CatalogSnapshot& snapshot) {
    std::vector<DataChange> changes;
    for (const auto& entry : snapshot.catalogue().entries) {
        for (const auto& version : snapshot.versions(entry.id)) {
            changes.push_back(of_version(entry, version.info()));
        }
    }
    for (const auto& withdrawal : snapshot.withdrawals().standing()) {
        changes.push_back(of_withdrawal(snapshot, withdrawal));
    }
    std::stable_sort(changes.begin(), changes.end(), [](const auto& a, const auto& b) { return a.at != b.at ? a.at > b.at : a.dataset != b.dataset ? a.dataset < b.dataset : a.version > b.version; });
    return changes;
}

json changes_json(const std::vector<DataChange>& changes) {
    json list = json::array();
    for (const auto& change : changes) {
        list.push_back({{"id", change.id},
                        {"at", to_iso_utc(change.at)},
                        {"kind", to_string(change.kind)},
                        {"dataset", change.dataset},
                        {"version", change.version == 0 ? json(nullptr) : json(change.version)},
                        {"title", {{"vi", change.title.vi}, {"en", change.title.in(Lang::en)}}},
                        {"summary", {{"vi", change.summary.vi}, {"en", change.summary.in(Lang::en)}}},
                        {"agency", change.agency},
                        {"theme", change.theme},
                        {"url", "/dataset/" + change.dataset + (change.version == 0 ? "" : "/v" + std::to_string(change.version))}});
    }
    return {{"total", changes.size()}, {"changes", std::move(list)}};
}

}  // namespace khomo::builder
