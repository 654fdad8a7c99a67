// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/gate/withdrawal_rules.hpp"

#include <algorithm>

#include "builder/gate/rule.hpp"
#include "catalog/base/text.hpp"

namespace khomo::builder {
namespace {

using catalog::Delivery;
using catalog::Findings;
using catalog::Withdrawal;
using catalog::WithdrawnVersion;

catalog::Finding bytes_finding(const Delivery& delivery, const Withdrawal& withdrawal, const WithdrawnVersion& version, const std::string& file) {
    catalog::Place place;
    place.file = file;
    const auto number = std::to_string(version.number);
    const Text why = withdrawal.personal_data ? Text{" vì dữ liệu cá nhân", " for personal data"} : Text{};
    return finding_of("approval/withdrawn-bytes", catalog::Severity::block, delivery, std::move(place),
                      {"Nội dung này thuộc phiên bản " + number + " của «" + withdrawal.dataset + "», đã rút" + why.vi + " ngày " + to_iso(date_vn(withdrawal.at)) + " theo " + withdrawal.document,
                       "These bytes belong to version " + number + " of «" + withdrawal.dataset + "», which was withdrawn" + why.en + " on " + to_iso(date_vn(withdrawal.at)) + " by " + withdrawal.document},
                      {"Bỏ đợt giao này khỏi kho; giao dữ liệu đã sửa, phê duyệt lại từ đầu", "Take this delivery out of the warehouse; deliver the mended data with new approvals"});
}

/// Calls `visit` with every version whose publication ended and that may matter to a delivery of this dataset.
template <typename Visit>
void for_each_ended(const catalog::Withdrawals& withdrawals, const Delivery& delivery, Visit visit) {
    for (const auto& withdrawal : withdrawals.ended()) {
        if (withdrawal.personal_data || withdrawal.dataset == delivery.dataset) {
            for (const auto& version : withdrawal.bytes) {
                visit(withdrawal, version);
            }
        }
    }
}

bool holds(const WithdrawnVersion& version, const std::string& sha256) { return std::find(version.files.begin(), version.files.end(), sha256) != version.files.end(); }

/// `files`: path and hash.
Findings check_hashes(const catalog::Withdrawals& withdrawals, const Delivery& delivery, const std::vector<std::pair<std::string, std::string>>& files) {
    Findings findings;
    for_each_ended(withdrawals, delivery, [&](const Withdrawal& withdrawal, const WithdrawnVersion& version) {
        const auto same = [&](const auto& file) { return holds(version, file.second); };
        if (!withdrawal.personal_data) {
            if (!files.empty() && std::all_of(files.begin(), files.end(), same)) {
                findings.add(bytes_finding(delivery, withdrawal, version, files.front().first));
            }
            return;
        }
        for (const auto& file : files) {
            if (same(file)) {
                findings.add(bytes_finding(delivery, withdrawal, version, file.first));
            }
        }
    });
    return findings;
}

}  // namespace

Findings check_withdrawn_dataset(const catalog::Withdrawals& withdrawals, const Delivery& delivery) {
    const auto* whole = withdrawals.dataset(delivery.dataset);
    if (whole == nullptr || !whole->ended()) {
        return Findings();
    }
    std::vector<std::pair<std::string, std::string>> files;
    for (const auto& file : delivery.files) {
        files.emplace_back(file.path, to_lower(file.sha256));
    }
    auto findings = check_hashes(withdrawals, delivery, files);
    findings.add(finding_of("approval/withdrawn", catalog::Severity::block, delivery, {},
                            {"Bộ dữ liệu đã được rút ngày " + to_iso(date_vn(whole->at)) + " theo " + whole->document + ", không nhận đợt giao mới",
                             "The dataset was withdrawn on " + to_iso(date_vn(whole->at)) + " by " + whole->document + " and takes no new delivery"},
                            {"Bỏ đợt giao khỏi kho. Nếu có quyết định công bố trở lại, lập bộ dữ liệu với mã mới", "Take the delivery out of the warehouse. Where a decision opens the data again, make a dataset with a new id"}));
    return findings;
}

Findings check_withdrawn_files(const catalog::Withdrawals& withdrawals, const Delivery& delivery, const std::vector<catalog::ReceivedFile>& received) {
    std::vector<std::pair<std::string, std::string>> files;
    for (const auto& file : received) {
        files.emplace_back(file.path, file.sha256);
    }
    return check_hashes(withdrawals, delivery, files);
}

Findings check_withdrawn_rows(const catalog::Withdrawals& withdrawals, const Delivery& delivery, const std::string& content_sha256) {
    Findings findings;
    for_each_ended(withdrawals, delivery, [&](const Withdrawal& withdrawal, const WithdrawnVersion& version) {
        if (!content_sha256.empty() && version.content_sha256 == content_sha256) {
            findings.add(bytes_finding(delivery, withdrawal, version, ""));
        }
    });
    return findings;
}

}  // namespace khomo::builder
