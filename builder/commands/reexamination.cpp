// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/commands/reexamination.hpp"

#include <algorithm>
#include <set>
#include <nlohmann/json.hpp>

#include "builder/commands/acceptance_record.hpp"
#include "builder/gate/personal/entry_scan.hpp"
#include "catalog/base/text.hpp"
#include "catalog/store/withdrawal_record.hpp"

namespace khomo::builder {
namespace {

constexpr const char* kEvent = "version-reexamined";
constexpr const char* kActor = "khomo";

/// The delivery of a version with the bytes that were taken in then.
catalog::Delivery stored_delivery(const catalog::StoredVersion& version, const std::vector<catalog::Delivery>& deliveries) {
    const auto& own = version.info.delivery;
    const auto record = std::find_if(deliveries.begin(), deliveries.end(), [&](const auto& one) {
        return one.dataset == own.dataset && one.name == own.name && one.approved_at() == own.approved_at();
    });
    auto delivery = record == deliveries.end() ? own : *record;
    delivery.folder = version.folder / "delivery";
    return delivery;
}

bool same_content(const catalog::VersionInfo& a, const catalog::VersionInfo& b) {
    const auto alike = [](const catalog::Field& one, const catalog::Field& other) { return one.name == other.name && one.type == other.type && one.unit == other.unit; };
    return a.content_sha256 == b.content_sha256 && a.key == b.key && std::equal(a.fields.begin(), a.fields.end(), b.fields.begin(), b.fields.end(), alike);
}

/// Blocking rules with how often they were broken.
nlohmann::json blocking_rules(const catalog::Findings& findings) {
    nlohmann::json rules = nlohmann::json::object();
    for (const auto& finding : findings.sorted()) {
        if (finding.blocks()) {
            rules[finding.rule] = rules.value(finding.rule, std::uint64_t{0}) + finding.count;
        }
    }
    return rules;
}

catalog::Finding live_finding(const catalog::StoredVersion& live, catalog::Severity severity, Text message, Text fix) {
    catalog::Finding finding;
    finding.rule = "contract/live-version";
    finding.severity = severity;
    finding.dataset = live.info.dataset;
    finding.delivery = live.info.delivery.name;
    finding.message = std::move(message);
    finding.fix = std::move(fix);
    return finding;
}

catalog::Finding no_longer_fits(const catalog::StoredVersion& live, const nlohmann::json& rules) {
    std::string list;
    for (const auto& [rule, count] : rules.items()) {
        list += (list.empty() ? "" : ", ") + rule + " ×" + std::to_string(count.get<std::uint64_t>());
    }
    const auto number = std::to_string(live.info.number);
    return live_finding(live, catalog::Severity::warn,
                        {"Phiên bản " + number + " đang công bố không còn khớp hợp đồng và quy tắc hiện hành: " + list, "Version " + number + ", which is live, no longer fits today's contract and rules: " + list},
                        {"Giao và phê duyệt bản mới khớp hợp đồng, hoặc sửa hợp đồng; xem chi tiết bằng khomo check", "Deliver a version that fits, or mend the contract; khomo check tells the details"});
}

/// One dataset whose contract, or the program's personal-data rules, have changed since its live version was checked.
class Reexamination {
public:
    Reexamination(const catalog::Catalogue& catalogue, const catalog::CatalogEntry& entry, std::vector<catalog::StoredVersion>& list, State& state, Instant as_of, bool keep,
                  const Candidate::RowsOf& rows_of)
        : catalogue_(catalogue), entry_(entry), list_(list), state_(state), as_of_(as_of), keep_(keep), rows_of_(rows_of), contract_(contract_hash(entry)) {}

    bool due() const { return !list_.empty() && (list_.back().info.contract_sha256 != contract_ || list_.back().info.personal_rules < kPersonalRules); }

    /// The verdict of an earlier run on the same version and contract; null when there is none.
    nlohmann::json remembered() const {
        const auto entries = state_.journal().entries(entry_.id, kEvent);
        for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
            const auto details = nlohmann::json::parse(entry->details);
            if (details.at("contract_sha256") == contract_ && details.at("version") == list_.back().info.number && details.value("personal_rules", 1) == kPersonalRules) {
                return details.at("rules");
            }
        }
        return nullptr;
    }

    std::optional<DeliveryOutcome> run(const catalog::Delivery& delivery, catalog::Findings& findings) {
        const auto live = list_.back();
        const auto known = keep_ ? remembered() : nlohmann::json();  // khomo check wants the places, not only the verdict
        if (!known.is_null()) {
            if (!known.empty()) {
                findings.add(no_longer_fits(live, known));
            }
            return std::nullopt;
        }
        catalog::Findings found;
        const auto* before = list_.size() > 1 ? &list_[list_.size() - 2] : nullptr;
        const auto again = Candidate(catalogue_, entry_, delivery, state_, as_of_, before, rows_of_).examine(found, state_.next_number(entry_.id, list_), false);
        if (again && !same_content(again->info, live.info)) {
            return replace(delivery, live, findings);
        }
        remember(live, blocking_rules(found));
        if (!again) {
            findings.add(no_longer_fits(live, blocking_rules(found)));
            suspend_where_personal(live, found, findings);
            if (!keep_) {
                findings.add(found);  // khomo check shows every place
            }
        }
        return std::nullopt;
    }

private:
    void remember(const catalog::StoredVersion& live, const nlohmann::json& rules) {
        if (keep_) {
            state_.journal().append(as_of_, kActor, kEvent, entry_.id, {{"version", live.info.number}, {"contract_sha256", contract_}, {"personal_rules", kPersonalRules}, {"rules", rules}});
        }
    }

    /// A live version that breaks a rule about persons or secrets does not stay: it and all before it, which were checked by less, are
    /// suspended until somebody decides. A delivery that passes is published meanwhile.
    void suspend_where_personal(const catalog::StoredVersion& live, const catalog::Findings& found, catalog::Findings& findings) {
        std::set<std::string> broken;
        for (const auto& finding : found.sorted()) {
            if (finding.blocks() && is_personal(finding)) {
                broken.insert(finding.rule);
            }
        }
        std::string rules;
        for (const auto& rule : broken) {
            rules += (rules.empty() ? "" : ", ") + rule;
        }
        if (rules.empty()) {
            return;
        }
        catalog::Withdrawal suspension;
        suspension.kind = catalog::Withdrawal::Kind::suspended;
        suspension.dataset = entry_.id;
        suspension.title = entry_.title;
        suspension.at = as_of_;
        suspension.reason = {"Kiểm tra lại thấy vi phạm quy tắc " + rules + "; chờ cơ quan chủ quản xem xét", "A renewed check found rules broken: " + rules + "; the managing agency has to look at it"};
        for (const auto& version : list_) {
            suspension.versions.push_back(version.info.number);
        }
        auto finding = live_finding(live, catalog::Severity::block,
                                    {"Phiên bản đang công bố vi phạm " + rules + ": cổng tạm ngừng mọi phiên bản đến nay", "The live version breaks " + rules + ": the portal suspends all versions so far"},
                                    {"Giao bản đã sửa; bản cũ: khomo withdraw --personal-data, hoặc khomo resume nếu là báo nhầm", "Deliver a mended version; for the old ones: khomo withdraw --personal-data, or khomo resume where it was a false alarm"});
        finding.rule = "personal/live-version";
        findings.add(std::move(finding));
        if (keep_) {
            catalog::record_withdrawal(state_.journal(), kActor, suspension);
            state_.refresh_withdrawals();
            list_.clear();
        }
    }

    std::optional<DeliveryOutcome> replace(const catalog::Delivery& delivery, const catalog::StoredVersion& live, catalog::Findings& findings) {
        const auto number = std::to_string(live.info.number);
        catalog::Findings found;
        auto stored = Candidate(catalogue_, entry_, delivery, state_, as_of_, &live, rows_of_).examine(found, state_.next_number(entry_.id, list_), keep_);
        if (!stored) {
            remember(live, blocking_rules(found));
            findings.add(no_longer_fits(live, blocking_rules(found)));
            suspend_where_personal(live, found, findings);
            return std::nullopt;
        }
        findings.add(live_finding(live, catalog::Severity::info,
                                  {"Hợp đồng hoặc quy tắc đã đổi: phiên bản " + number + " được làm lại thành phiên bản " + std::to_string(stored->info.number),
                                   "The contract or the rules have changed: version " + number + " is made anew as version " + std::to_string(stored->info.number)},
                                  {"Không cần làm gì", "Nothing has to be done"}));
        DeliveryOutcome outcome{delivery.dataset, delivery.name, DeliveryOutcome::Verdict::accepted, stored->info.number, stored->info.rows, found.sorted()};
        if (keep_) {
            record_acceptance(state_, *stored, as_of_, "contract-changed");
        }
        list_.push_back(std::move(*stored));
        return outcome;
    }

    const catalog::Catalogue& catalogue_;
    const catalog::CatalogEntry& entry_;
    std::vector<catalog::StoredVersion>& list_;
    State& state_;
    Instant as_of_;
    bool keep_;
    const Candidate::RowsOf& rows_of_;
    std::string contract_;
};

}  // namespace

std::vector<DeliveryOutcome> reexamine_versions(const catalog::Catalogue& catalogue, const std::vector<catalog::Delivery>& deliveries,
                                                std::map<std::string, std::vector<catalog::StoredVersion>>& versions, State& state, Instant as_of, bool keep,
                                                const Candidate::RowsOf& rows_of, catalog::Findings& findings) {
    std::vector<DeliveryOutcome> outcomes;
    for (auto& [dataset, list] : versions) {
        const auto* entry = catalogue.entry(dataset);
        if (entry == nullptr || !entry->publishable()) {
            continue;
        }
        Reexamination again(catalogue, *entry, list, state, as_of, keep, rows_of);
        if (again.due()) {
            if (auto outcome = again.run(stored_delivery(list.back(), deliveries), findings)) {
                outcomes.push_back(std::move(*outcome));
            }
        }
    }
    return outcomes;
}

}  // namespace khomo::builder
