// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/store/withdrawal_record.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "catalog/base/error.hpp"

namespace khomo::catalog {
namespace {

using nlohmann::json;

json text_json(const Text& text) { return {{"vi", text.vi}, {"en", text.en}}; }

Text text_from(const json& value) { return {value.at("vi"), value.at("en")}; }

void apply(const JournalEntry& entry, Withdrawals& withdrawals) {
    const auto details = json::parse(entry.details);
    if (entry.action == kDatasetResumed) {
        withdrawals.resume(entry.dataset, details.at("versions").get<std::vector<int>>());
        return;
    }
    Withdrawal withdrawal;
    withdrawal.kind = entry.action == kDatasetSuspended ? Withdrawal::Kind::suspended : Withdrawal::Kind::withdrawn;
    withdrawal.dataset = entry.dataset;
    withdrawal.title = text_from(details.at("title"));
    details.at("versions").get_to(withdrawal.versions);
    withdrawal.at = entry.at;
    withdrawal.document = details.at("document");
    withdrawal.reason = text_from(details.at("reason"));
    withdrawal.personal_data = details.value("personal_data", false);
    for (const auto& item : details.value("bytes", json::array())) {
        withdrawal.bytes.push_back({item.at("version"), item.at("delivery"), item.at("content_sha256"), item.at("files")});
    }
    withdrawal.sequence = entry.sequence;
    withdrawal.entry_hash = entry.hash;
    withdrawals.withdraw(std::move(withdrawal));
}

}  // namespace

JournalEntry record_withdrawal(Journal& journal, const std::string& actor, const Withdrawal& withdrawal) {
    json details = {{"document", withdrawal.document}, {"reason", text_json(withdrawal.reason)}, {"versions", withdrawal.versions}, {"title", text_json(withdrawal.title)}};
    if (withdrawal.ended()) {
        details["personal_data"] = withdrawal.personal_data;
        details["bytes"] = json::array();
        for (const auto& version : withdrawal.bytes) {
            details["bytes"].push_back({{"version", version.number}, {"delivery", version.delivery}, {"content_sha256", version.content_sha256}, {"files", version.files}});
        }
    }
    return journal.append(withdrawal.at, actor, withdrawal.ended() ? kDatasetWithdrawn : kDatasetSuspended, withdrawal.dataset, details);
}

JournalEntry record_resumption(Journal& journal, Instant at, const std::string& actor, const std::string& dataset, const std::vector<int>& versions, const std::string& document, const Text& reason) {
    return journal.append(at, actor, kDatasetResumed, dataset, {{"document", document}, {"reason", text_json(reason)}, {"versions", versions}});
}

Withdrawals read_withdrawals(const Journal& journal) {
    std::vector<JournalEntry> events;
    for (const auto* action : {kDatasetWithdrawn, kDatasetSuspended, kDatasetResumed}) {
        auto some = journal.entries("", action);
        std::move(some.begin(), some.end(), std::back_inserter(events));
    }
    std::sort(events.begin(), events.end(), [](const auto& a, const auto& b) { return a.sequence < b.sequence; });
    Withdrawals withdrawals;
    for (const auto& event : events) {
        try {
            apply(event, withdrawals);
        } catch (const json::exception&) {
            throw Error(ErrorKind::store, {"Nhật ký có mục rút dữ liệu không đọc được: " + std::to_string(event.sequence) + ". Khôi phục thư mục trạng thái từ bản sao lưu",
                                           "The journal holds an unreadable withdrawal in entry " + std::to_string(event.sequence) + ". Restore the state folder from its backup"});
        }
    }
    return withdrawals;
}

std::string destruction_note(const Withdrawal& withdrawal, const WithdrawnVersion& version) {
    return json{{"dataset", withdrawal.dataset}, {"version", version.number},         {"delivery", version.delivery},       {"content_sha256", version.content_sha256},
                {"document", withdrawal.document}, {"withdrawn", to_iso_vn(withdrawal.at)}, {"journal", withdrawal.sequence}, {"entry_hash", withdrawal.entry_hash}}
               .dump(1) +
           "\n";
}

}  // namespace khomo::catalog
