// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/commands/held_back.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "builder/gate/approval.hpp"
#include "builder/gate/personal/published_texts.hpp"

namespace khomo::builder {
namespace {

catalog::Withdrawal suspension_of(const SealRefusal& refusal, const Text& title, Instant at) {
    catalog::Withdrawal suspension;
    suspension.kind = catalog::Withdrawal::Kind::suspended;
    suspension.dataset = refusal.dataset;
    suspension.title = title;
    suspension.at = at;
    if (refusal.version != 0) {
        suspension.versions.push_back(refusal.version);
    }
    suspension.reason = {"Lần kiểm tra trước khi công bố thấy nội dung chưa được phép công bố; chờ cơ quan chủ quản xem xét",
                         "The check before publication found content that may not be published; the managing agency has to look at it"};
    return suspension;
}

}  // namespace

catalog::CatalogSnapshot without_refused(const catalog::CatalogSnapshot& snapshot, const std::vector<SealRefusal>& refused) {
    auto catalogue = snapshot.catalogue();
    auto withdrawals = snapshot.withdrawals();
    std::map<std::string, std::vector<catalog::ApprovedVersion>> versions;
    for (auto& entry : catalogue.entries) {
        for (const auto& version : snapshot.versions(entry.id)) {
            versions[entry.id].push_back(version);
        }
        const bool words = std::any_of(refused.begin(), refused.end(), [&](const auto& one) { return one.dataset == entry.id && one.version == 0; });
        if (words) {
            leave_out_texts(entry);
            entry.source_sha256 += " held back";  // pages that name it are not those with its words
        }
    }
    for (const auto& refusal : refused) {
        const auto* entry = catalogue.entry(refusal.dataset);
        // The instant of the version, not of the build, which would make every build a new one.
        const auto& own = snapshot.versions(refusal.dataset);
        const auto at = own.empty() ? Instant() : own.back().info().delivery.approved_at();
        withdrawals.withdraw(suspension_of(refusal, entry->title, at));
    }
    return SnapshotMaker::make(std::move(catalogue), std::move(versions), snapshot.as_of(), std::move(withdrawals));
}

void tell_refused(const std::vector<SealRefusal>& refused, State& state, Instant as_of, std::vector<DeliveryOutcome>& outcomes, catalog::Findings& findings) {
    for (const auto& refusal : refused) {
        nlohmann::json rules = nlohmann::json::object();
        for (const auto& finding : refusal.findings) {
            findings.add(finding);
            rules[finding.rule] = rules.value(finding.rule, std::uint64_t{0}) + finding.count;
        }
        for (auto& outcome : outcomes) {
            if (outcome.dataset == refusal.dataset && (refusal.version == 0 || outcome.version == refusal.version)) {
                outcome.verdict = DeliveryOutcome::Verdict::refused;
                outcome.findings.insert(outcome.findings.end(), refusal.findings.begin(), refusal.findings.end());
            }
        }
        const nlohmann::json details = {{"version", refusal.version}, {"rules", rules}};
        const auto before = state.journal().entries(refusal.dataset, "seal-refused");
        if (std::none_of(before.begin(), before.end(), [&](const auto& entry) { return entry.details == details.dump(); })) {
            state.journal().append(as_of, "khomo", "seal-refused", refusal.dataset, details);
        }
    }
}

}  // namespace khomo::builder
