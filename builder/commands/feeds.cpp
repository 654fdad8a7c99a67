// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/commands/feeds.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "builder/commands/candidate.hpp"
#include "builder/gate/signature_rules.hpp"
#include "builder/intake/feed.hpp"
#include "catalog/base/digest.hpp"
#include "catalog/base/file.hpp"
#include "catalog/read/standing_approval.hpp"

namespace khomo::builder {
namespace {

constexpr const char* kActor = "khomo";

/// What the state knows of a feed: <state>/feeds/<dataset>/feed.json.
struct FeedNote {
    std::string settings;  ///< hash of the source's settings: others mean other data
    std::string etag;
    std::string delivery;  ///< folder of the bytes that came last; empty: none
    std::string file;
    std::string sha256;
    std::uint64_t bytes = 0;
    std::string fetched_at;
    bool recorded = false;      ///< in the journal
    int same_as = 0;            ///< version whose rows these bytes hold
    std::string same_contract;  ///< under this contract
};

std::filesystem::path feed_folder(State& state, const std::string& dataset) { return state.folder() / "feeds" / dataset; }

FeedNote load(const std::filesystem::path& folder) {
    FeedNote note;
    const auto file = folder / "feed.json";
    if (!std::filesystem::is_regular_file(file)) {
        return note;
    }
    const auto json = nlohmann::json::parse(read_file(file, 1U << 20), nullptr, false);
    if (!json.is_object()) {
        return note;  // a damaged note: everything is fetched again
    }
    note.settings = json.value("settings", "");
    note.etag = json.value("etag", "");
    note.delivery = json.value("delivery", "");
    note.file = json.value("file", "");
    note.sha256 = json.value("sha256", "");
    note.bytes = json.value("bytes", std::uint64_t{0});
    note.fetched_at = json.value("fetched_at", "");
    note.recorded = json.value("recorded", false);
    note.same_as = json.value("same_as", 0);
    note.same_contract = json.value("same_contract", "");
    const auto bytes = folder / note.delivery / note.file;
    return is_safe_relative(note.delivery) && is_safe_relative(note.file) && std::filesystem::is_regular_file(bytes) && sha256_file(bytes) == note.sha256 ? note : FeedNote{};
}

void save(const std::filesystem::path& folder, const FeedNote& note) {
    const nlohmann::json json = {{"settings", note.settings}, {"etag", note.etag},         {"delivery", note.delivery}, {"file", note.file},       {"sha256", note.sha256},
                                 {"bytes", note.bytes},       {"fetched_at", note.fetched_at}, {"recorded", note.recorded}, {"same_as", note.same_as}, {"same_contract", note.same_contract}};
    replace_file(folder / "feed.json", json.dump(2));
}

std::string settings_of(const catalog::CatalogEntry& entry) {
    nlohmann::json json = entry.supply.options;
    json["from"] = entry.supply.from;
    json["record"] = entry.table.record;
    if (entry.supply.from == "database") {
        json["contract"] = contract_hash(entry);  // the columns that are read are the contract's
    }
    return sha256_hex(json.dump());
}

class FeedVisit {
public:
    FeedVisit(const catalog::CatalogEntry& entry, const Options& options, const catalog::Catalogue& catalogue, State& state, Instant as_of, bool keep)
        : entry_(entry), options_(options), catalogue_(catalogue), state_(state), as_of_(as_of), keep_(keep), folder_(feed_folder(state, entry.id)), note_(load(folder_)) {}

    void run(const std::filesystem::path& warehouse, FeedRun& run) {
        catalog::Findings findings;
        const auto approval = catalog::read_standing_approval(warehouse, entry_.id, findings);
        check(approval, findings);
        if (findings.blocked() || !approval) {
            return refuse(findings, run);
        }
        if (options_.offline) {
            skip(run);
        } else if (!fetch(findings)) {
            return refuse(findings, run);
        }
        if (!note_.delivery.empty()) {
            add_delivery(*approval, run);
        }
    }

private:
    void check(const std::optional<catalog::StandingApproval>& approval, catalog::Findings& findings) const {
        const auto block = [&](std::string_view rule, std::string_view key, Text message, Text fix) {
            catalog::Finding finding;
            finding.rule = rule;
            finding.dataset = entry_.id;
            finding.place.file = "feed.yaml";
            finding.place.column = key;
            finding.message = std::move(message);
            finding.fix = std::move(fix);
            findings.add(std::move(finding));
        };
        const auto source = source_of(entry_);
        if (!approval) {
            block("approval/standing", "", {"Nguồn cấp chưa có phê duyệt thường trực: không lấy dữ liệu", "The feed has no standing approval: nothing is fetched"},
                  {"Lập warehouse/" + entry_.id + "/feed.yaml với ba bước và nguồn «" + source + "»", "Write warehouse/" + entry_.id + "/feed.yaml with the three steps and the source «" + source + "»"});
        } else if (approval->source != source) {
            block("approval/standing-source", "source", {"Phê duyệt thường trực cho nguồn khác với nguồn trong danh mục", "The standing approval is for another source than the catalogue's"},
                  {"Trình phê duyệt nguồn «" + source + "»", "Have the source «" + source + "» approved"});
        } else if (approval->valid_until && as_of_ >= *approval->valid_until) {
            block("approval/standing-expired", "valid_until", {"Phê duyệt thường trực hết hạn lúc " + to_iso_vn(*approval->valid_until), "The standing approval expired at " + to_iso_vn(*approval->valid_until)},
                  {"Gia hạn bằng phê duyệt mới", "Renew it by a new approval"});
        }
        if (approval) {
            check_signatures(catalogue_, approval->record, "feed.yaml", scope_of(*approval), findings);
        }
    }

    void refuse(const catalog::Findings& findings, FeedRun& run) const { run.outcomes.push_back({entry_.id, "feed", DeliveryOutcome::Verdict::refused, 0, 0, findings.sorted()}); }

    void skip(FeedRun& run) const {
        catalog::Finding finding;
        finding.rule = "feed/offline";
        finding.severity = catalog::Severity::info;
        finding.dataset = entry_.id;
        finding.place.column = "source";
        finding.message = {"Không hỏi nguồn cấp (--offline)" + std::string(note_.delivery.empty() ? "" : "; dùng lần lấy " + note_.fetched_at), "The feed was not asked (--offline)" + std::string(note_.delivery.empty() ? "" : "; what came at " + note_.fetched_at + " is used")};
        finding.fix = {"Chạy lại không có --offline", "Run again without --offline"};
        run.notes.add(std::move(finding));
    }

    bool fetch(catalog::Findings& findings) {
        std::filesystem::create_directories(folder_);
        ::chmod(folder_.parent_path().c_str(), 0700);
        const auto settings = settings_of(entry_);
        const FeedContext context = {folder_, options_.portal, catalogue_.portal.limits, note_.settings == settings ? note_.etag : ""};
        const auto fetched = entry_.supply.from == "database" ? fetch_database(entry_, context, findings) : fetch_api(entry_, context, findings);
        if (findings.blocked() || (fetched.file.empty() && !fetched.unchanged)) {
            return false;
        }
        if (!fetched.unchanged) {
            store(fetched, settings);
        }
        if (keep_ && !note_.recorded && !note_.delivery.empty()) {
            state_.journal().append(as_of_, kActor, "feed-fetched", entry_.id, {{"delivery", note_.delivery}, {"sha256", note_.sha256}, {"bytes", note_.bytes}, {"requests", fetched.requests}});
            note_.recorded = true;
            save(folder_, note_);
        }
        return true;
    }

    void store(const FetchedFeed& fetched, const std::string& settings) {
        const auto sha256 = sha256_file(fetched.file);
        note_.settings = settings;
        note_.etag = fetched.etag;
        if (sha256 == note_.sha256) {
            std::filesystem::remove(fetched.file);
            save(folder_, note_);
            return;
        }
        const auto old = note_.delivery;
        note_.fetched_at = to_iso_vn(as_of_);
        note_.delivery = to_iso(date_vn(as_of_)) + "-" + sha256.substr(0, 12);
        note_.file = fetched.file.filename().string();
        note_.sha256 = sha256;
        note_.bytes = std::filesystem::file_size(fetched.file);
        note_.recorded = false;
        note_.same_as = 0;
        std::filesystem::create_directories(folder_ / note_.delivery);
        std::filesystem::rename(fetched.file, folder_ / note_.delivery / note_.file);
        save(folder_, note_);
        if (!old.empty() && old != note_.delivery) {
            std::filesystem::remove_all(folder_ / old);  // what became a version lies in the version store
        }
    }

    void add_delivery(const catalog::StandingApproval& approval, FeedRun& run) const {
        auto delivery = approval.record;
        delivery.name = note_.delivery;
        delivery.folder = folder_ / note_.delivery;
        delivery.fetched_at = parse_instant(note_.fetched_at);
        delivery.files = {};
        auto& file = delivery.files.emplace_back();
        file.path = note_.file;
        file.sha256 = note_.sha256;
        file.bytes = note_.bytes;
        if (note_.same_as > 0 && note_.same_contract == contract_hash(entry_)) {
            run.outcomes.push_back({entry_.id, note_.delivery, DeliveryOutcome::Verdict::known, note_.same_as, 0, {}});
        } else {
            run.deliveries.push_back(std::move(delivery));
        }
    }

    const catalog::CatalogEntry& entry_;
    const Options& options_;
    const catalog::Catalogue& catalogue_;
    State& state_;
    Instant as_of_;
    bool keep_;
    std::filesystem::path folder_;
    FeedNote note_;
};

}  // namespace

std::string source_of(const catalog::CatalogEntry& entry) {
    const auto found = entry.supply.options.find(entry.supply.from == "database" ? "table" : "endpoint");
    return found == entry.supply.options.end() ? "" : found->second;
}

FeedRun fetch_feeds(const Options& options, const catalog::Catalogue& catalogue, const std::filesystem::path& warehouse, State& state, Instant as_of, bool keep, Progress& progress) {
    FeedRun run;
    std::vector<const catalog::CatalogEntry*> feeds;
    for (const auto& entry : catalogue.entries) {
        // What may not be published is not fetched either.
        const auto* withdrawal = state.withdrawals().dataset(entry.id);
        if (entry.supply.from != "folder" && entry.publishable() && (withdrawal == nullptr || !withdrawal->ended())) {
            feeds.push_back(&entry);
        }
    }
    if (feeds.empty()) {
        return run;
    }
    progress.step({"Lấy từ nguồn cấp", "Asking the feeds"}, feeds.size());
    for (const auto* entry : feeds) {
        progress.advance(entry->id);
        FeedVisit(*entry, options, catalogue, state, as_of, keep).run(warehouse, run);
    }
    return run;
}

void forget_feed(State& state, const catalog::Withdrawal& withdrawal) {
    const auto folder = feed_folder(state, withdrawal.dataset);
    if (!std::filesystem::exists(folder)) {
        return;
    }
    const auto note = load(folder);
    const bool same = std::any_of(withdrawal.bytes.begin(), withdrawal.bytes.end(), [&](const auto& version) { return version.delivery == note.delivery; });
    if (withdrawal.whole() || same) {
        std::filesystem::remove_all(folder);
    }
}

void forget_withdrawn_feed(State& state, const DeliveryOutcome& refused) {
    const bool withdrawn = std::any_of(refused.findings.begin(), refused.findings.end(), [](const auto& finding) { return finding.rule == "approval/withdrawn-bytes"; });
    const auto folder = feed_folder(state, refused.dataset);
    if (withdrawn && std::filesystem::exists(folder) && load(folder).delivery == refused.delivery) {
        std::filesystem::remove_all(folder);
    }
}

void remember_unchanged(State& state, const catalog::Delivery& delivery, const catalog::StoredVersion& version, Instant as_of, bool keep) {
    const auto folder = feed_folder(state, delivery.dataset);
    auto note = load(folder);
    if (note.delivery != delivery.name) {
        return;
    }
    note.same_as = version.info.number;
    note.same_contract = version.info.contract_sha256;
    save(folder, note);
    if (keep) {
        state.journal().append(as_of, kActor, "feed-unchanged", delivery.dataset, {{"delivery", delivery.name}, {"version", version.info.number}, {"content_sha256", version.info.content_sha256}});
    }
}

}  // namespace khomo::builder
