// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/commands/workshop.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <ranges>

#include "builder/commands/acceptance_record.hpp"
#include "builder/commands/candidate.hpp"
#include "builder/commands/feeds.hpp"
#include "builder/commands/reexamination.hpp"
#include "builder/gate/approval.hpp"
#include "builder/gate/withdrawal_rules.hpp"
#include "catalog/base/error.hpp"
#include "catalog/base/file.hpp"
#include "catalog/read/catalogue_reader.hpp"
#include "catalog/store/data_file.hpp"
#include "catalog/store/withdrawal_record.hpp"

namespace khomo::builder {
namespace {

using Versions = std::map<std::string, std::vector<catalog::StoredVersion>>;
using Verdict = DeliveryOutcome::Verdict;

constexpr const char* kActor = "khomo";

std::filesystem::path prepared(const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder);
    ::chmod(folder.c_str(), 0700);
    return folder;
}

catalog::Findings unknown_dataset(const catalog::Delivery& delivery, const catalog::Catalogue& catalogue) {
    std::vector<std::string> ids;
    for (const auto& entry : catalogue.entries) {
        ids.push_back(entry.id);
    }
    catalog::Findings findings;
    catalog::Finding finding;
    finding.rule = "approval/unknown-dataset";
    finding.dataset = delivery.dataset;
    finding.delivery = delivery.name;
    finding.message = {"Danh mục không có bộ dữ liệu «" + delivery.dataset + "»", "The catalogue has no dataset «" + delivery.dataset + "»"};
    finding.fix = {"Đổi tên thư mục của đợt giao theo mã trong danh mục, hoặc thêm bộ dữ liệu vào danh mục", "Name the delivery's folder after the catalogue's id, or add the dataset"};
    findings.add(std::move(finding));
    return findings;
}

/// The version that this very delivery became, if it did.
const catalog::StoredVersion* version_of(const Versions& versions, const catalog::Delivery& delivery) {
    const auto dataset = versions.find(delivery.dataset);
    if (dataset == versions.end()) {
        return nullptr;
    }
    const auto same_files = [&](const catalog::Delivery& other) {
        return std::equal(delivery.files.begin(), delivery.files.end(), other.files.begin(), other.files.end(),
                          [](const auto& a, const auto& b) { return a.path == b.path && a.sha256 == b.sha256; });
    };
    for (const auto& version : std::views::reverse(dataset->second)) {
        if (version.info.delivery.name == delivery.name && version.info.delivery.approved_at() == delivery.approved_at() && same_files(version.info.delivery)) {
            return &version;
        }
    }
    return nullptr;
}

/// Takes out of `versions`, and gives back, what is withdrawn for good or suspended by itself: nothing is held against it. A dataset that is
/// suspended as a whole goes on behind its tombstone.
Versions set_withdrawn_aside(Versions& versions, const catalog::Withdrawals& withdrawals) {
    Versions aside;
    for (const auto& one : withdrawals.standing()) {
        const auto found = versions.find(one.dataset);
        if (found == versions.end() || (one.whole() && !one.ended())) {
            continue;
        }
        auto& list = found->second;
        const auto goes = std::stable_partition(list.begin(), list.end(), [&](const auto& version) {
            return !one.whole() && std::find(one.versions.begin(), one.versions.end(), version.info.number) == one.versions.end();
        });
        std::move(goes, list.end(), std::back_inserter(aside[one.dataset]));
        list.erase(goes, list.end());
    }
    return aside;
}

DeliveryOutcome outcome_of(const catalog::Delivery& delivery, Verdict verdict, const catalog::Findings& findings) {
    return {delivery.dataset, delivery.name, verdict, 0, 0, findings.sorted()};
}

/// A folder for the length of a run.
class ScratchFolder {
public:
    explicit ScratchFolder(std::filesystem::path folder) : folder_(std::move(folder)) {
        std::filesystem::remove_all(folder_);
        prepared(folder_);
    }
    ~ScratchFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;

private:
    std::filesystem::path folder_;
};

/// One field of the current rows of a dataset, as they are known by now: what was accepted a moment ago counts.
std::unique_ptr<catalog::RowReader> current_rows(const Versions& versions, const std::string& dataset, const std::string& field) {
    const auto found = versions.find(dataset);
    if (found == versions.end() || found->second.empty()) {
        return nullptr;
    }
    const auto& version = found->second.back();
    catalog::CatalogEntry entry;
    entry.id = dataset;
    for (const auto& one : version.info.fields) {
        if (one.name == field) {
            entry.fields.push_back(one);
        }
    }
    return entry.fields.empty() ? nullptr : catalog::read_data_file(version.data_path(), entry);
}

/// How many datasets stand behind one another in `references`, this one last; a circle ends the counting.
int reference_depth(const catalog::Catalogue& catalogue, const std::string& dataset, int left = 20) {
    int depth = 0;
    const auto* entry = left > 0 ? catalogue.entry(dataset) : nullptr;
    for (std::size_t i = 0; entry != nullptr && i < entry->fields.size(); ++i) {
        const auto& reference = entry->fields[i].references;
        if (reference && reference->dataset != dataset) {
            depth = std::max(depth, 1 + reference_depth(catalogue, reference->dataset, left - 1));
        }
    }
    return depth;
}

/// Datasets that others refer to come before them; otherwise the order stays.
void put_referenced_first(std::vector<catalog::Delivery>& deliveries, const catalog::Catalogue& catalogue) {
    std::map<std::string, int> depths;
    for (const auto& delivery : deliveries) {
        if (!depths.contains(delivery.dataset)) {
            depths[delivery.dataset] = reference_depth(catalogue, delivery.dataset);
        }
    }
    std::stable_sort(deliveries.begin(), deliveries.end(), [&](const auto& a, const auto& b) { return depths[a.dataset] < depths[b.dataset]; });
}

catalog::Finding superseded(const catalog::Delivery& delivery, const catalog::VersionInfo& live) {
    catalog::Finding finding;
    finding.rule = "change/superseded";
    finding.severity = catalog::Severity::info;
    finding.dataset = delivery.dataset;
    finding.delivery = delivery.name;
    const auto number = std::to_string(live.number);
    const auto at = to_iso_vn(live.delivery.approved_at());
    finding.message = {"Đợt giao được phê duyệt không sau phiên bản " + number + " (" + live.delivery.name + ", " + at + "), nên không công bố",
                       "The delivery was not approved after version " + number + " (" + live.delivery.name + ", " + at + ") and is not published"};
    finding.fix = {"Nếu đây là bản đúng, phê duyệt lại với thời điểm sau " + at + "; nếu không, bỏ khỏi kho", "If this is the right one, approve it again after " + at + "; otherwise take it out of the warehouse"};
    return finding;
}

/// A refusal, or that a delivery came too late, is recorded once for the same bytes and faults, not at every build that meets it again.
void record_verdict(State& state, const DeliveryOutcome& outcome, const std::vector<catalog::DeliveredFile>& files, Instant as_of) {
    const auto* action = outcome.verdict == Verdict::refused ? "delivery-refused" : "delivery-superseded";
    nlohmann::json rules = nlohmann::json::object();
    for (const auto& finding : outcome.findings) {
        if (finding.blocks()) {
            rules[finding.rule] = rules.value(finding.rule, std::uint64_t{0}) + finding.count;
        }
    }
    nlohmann::json details = {{"delivery", outcome.delivery}, {"rules", rules}};
    for (const auto& file : files) {
        details["files"][file.path] = file.sha256;
    }
    const auto before = state.journal().entries(outcome.dataset, action);
    const bool known = std::any_of(before.begin(), before.end(), [&](const auto& entry) { return entry.details == details.dump(); });
    if (!known) {
        state.journal().append(as_of, kActor, action, outcome.dataset, details);
    }
}

/// Tells the next run that this one was killed before what it put into the store was on record.
class RunMark {
public:
    RunMark(State& state, bool keep) : file_(state.folder() / "taking-deliveries") {
        if (!keep) {
            return;
        }
        if (std::filesystem::exists(file_)) {
            put_aside_unrecorded(state);
        }
        write_file(file_, "");
        marked_ = true;
    }
    void done() const {
        if (marked_) {
            std::filesystem::remove(file_);
        }
    }

private:
    std::filesystem::path file_;
    bool marked_ = false;
};

}  // namespace

State::State(const std::filesystem::path& folder) : folder_(prepared(folder)), journal_(folder_ / "journal.sqlite"), versions_(folder_), withdrawals_(catalog::read_withdrawals(journal_)) {}

void State::refresh_withdrawals() { withdrawals_ = catalog::read_withdrawals(journal_); }

int State::next_number(const std::string& dataset, const std::vector<catalog::StoredVersion>& list) const {
    return 1 + std::max(versions_.last_number(dataset), list.empty() ? 0 : list.back().info.number);
}

Instant State::floor(Instant as_of) const {
    const auto last = journal_.last("release-published");
    return last && last->at > as_of ? last->at : as_of;
}

catalog::Catalogue read_portal(const Options& options, catalog::Findings& findings) {
    catalog::EntryCache cache(options.state_folder() / "catalogue.cache");
    auto catalogue = catalog::read_catalogue(options.portal, findings, &cache);
    if (!findings.blocked()) {
        prepared(options.state_folder());
        cache.save(catalogue.entries);
    }
    return catalogue;
}

std::filesystem::path warehouse_folder(const Options& options, const catalog::Catalogue& catalogue) {
    return options.warehouse.empty() ? options.portal / catalogue.portal.warehouse : options.warehouse;
}

std::vector<DeliveryOutcome> take_deliveries(const Options& options, const catalog::Catalogue& catalogue, State& state, Instant as_of, bool keep, Progress& progress,
                                             catalog::Findings& findings) {
    const auto warehouse = warehouse_folder(options, catalogue);
    catalog::Findings record_faults;
    auto deliveries = catalog::read_warehouse(warehouse, record_faults);
    auto feeds = fetch_feeds(options, catalogue, warehouse, state, as_of, keep, progress);
    std::move(feeds.deliveries.begin(), feeds.deliveries.end(), std::back_inserter(deliveries));
    findings.add(feeds.notes);
    put_referenced_first(deliveries, catalogue);
    std::map<std::pair<std::string, std::string>, catalog::Findings> faults;
    for (const auto& finding : record_faults.sorted()) {
        faults[{finding.dataset, finding.delivery}].add(finding);
    }
    const RunMark mark(state, keep);
    auto versions = state.versions().load();
    const auto withdrawn = set_withdrawn_aside(versions, state.withdrawals());
    auto outcomes = std::move(feeds.outcomes);
    for (const auto& outcome : outcomes) {
        if (keep && outcome.verdict == Verdict::refused) {
            record_verdict(state, outcome, {}, as_of);
        }
    }
    const ScratchFolder scratch(state.scratch());
    const auto rows_of = [&](const std::string& dataset, const std::string& field) { return current_rows(versions, dataset, field); };
    progress.step({"Kiểm tra đợt giao", "Checking deliveries"}, deliveries.size());
    for (const auto& delivery : deliveries) {
        progress.advance(delivery.dataset);
        auto& own = faults[{delivery.dataset, delivery.name}];
        const auto* known = version_of(versions, delivery);
        if (known = known == nullptr ? version_of(withdrawn, delivery) : known; known != nullptr) {
            outcomes.push_back({delivery.dataset, delivery.name, Verdict::known, known->info.number, known->info.rows, known->info.findings});
            continue;
        }
        const auto* entry = catalogue.entry(delivery.dataset);
        if (entry == nullptr) {
            outcomes.push_back(outcome_of(delivery, Verdict::refused, unknown_dataset(delivery, catalogue)));
        } else if (const auto ended = check_withdrawn_dataset(state.withdrawals(), delivery); !ended.empty()) {
            outcomes.push_back(outcome_of(delivery, Verdict::refused, ended));
        } else {
            auto& list = versions[delivery.dataset];
            const bool late = !list.empty() && delivery.approved && delivery.approved->at && delivery.approved_at() <= list.back().info.delivery.approved_at();
            if (late) {
                own.add(superseded(delivery, list.back().info));
                outcomes.push_back(outcome_of(delivery, Verdict::superseded, own));
                if (keep) {
                    record_verdict(state, outcomes.back(), delivery.files, as_of);
                }
                continue;
            }
            Candidate candidate(catalogue, *entry, delivery, state, as_of, list.empty() ? nullptr : &list.back(), rows_of);
            auto stored = candidate.examine(own, state.next_number(delivery.dataset, list), keep);
            if (candidate.unchanged()) {
                remember_unchanged(state, delivery, list.back(), as_of, keep);
                outcomes.push_back(outcome_of(delivery, Verdict::known, own));
                outcomes.back().version = list.back().info.number;
                outcomes.back().rows = list.back().info.rows;
                continue;
            }
            auto outcome = outcome_of(delivery, stored ? Verdict::accepted : Verdict::refused, own);
            if (stored) {
                outcome.version = stored->info.number;
                outcome.rows = stored->info.rows;
                if (keep) {
                    record_acceptance(state, *stored, as_of);
                }
                list.push_back(std::move(*stored));
            }
            outcomes.push_back(std::move(outcome));
        }
        if (keep && outcomes.back().verdict == Verdict::refused) {
            record_verdict(state, outcomes.back(), delivery.files, as_of);
            forget_withdrawn_feed(state, outcomes.back());
        }
    }
    for (auto& outcome : reexamine_versions(catalogue, deliveries, versions, state, as_of, keep, rows_of, findings)) {
        outcomes.push_back(std::move(outcome));
    }
    mark.done();
    progress.done();
    std::stable_sort(outcomes.begin(), outcomes.end(), [](const auto& a, const auto& b) { return a.dataset < b.dataset; });
    for (const auto& outcome : outcomes) {
        for (const auto& finding : outcome.findings) {
            if (outcome.verdict != Verdict::known) {
                findings.add(finding);
            }
        }
    }
    return outcomes;
}

catalog::CatalogSnapshot make_snapshot(catalog::Catalogue catalogue, State& state, Instant as_of) {
    std::map<std::pair<std::string, int>, std::string> recorded;
    for (const auto& entry : state.journal().entries("", "version-approved")) {
        const auto details = nlohmann::json::parse(entry.details);
        recorded[{entry.dataset, details.at("version")}] = details.at("record_sha256");
    }
    std::map<std::string, std::vector<catalog::ApprovedVersion>> approved;
    for (const auto& [dataset, versions] : state.versions().load()) {
        const auto* entry = catalogue.entry(dataset);
        // A version whose dataset has left the catalogue or lost its class stays in the state and is not shown.
        if (entry == nullptr || !entry->publishable()) {
            continue;
        }
        for (const auto& version : versions) {
            approved[dataset].push_back(Approval::restore(version.info, version.data_path(), version.record_sha256, recorded[{dataset, version.info.number}]));
        }
    }
    return SnapshotMaker::make(std::move(catalogue), std::move(approved), as_of, catalog::read_withdrawals(state.journal()));
}

}  // namespace khomo::builder
