// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>

#include "builder/commands/commands.hpp"
#include "builder/commands/enforcement.hpp"
#include "builder/commands/held_back.hpp"
#include "builder/commands/last_run.hpp"
#include "builder/commands/output_list.hpp"
#include "builder/commands/publication.hpp"
#include "builder/commands/run_report.hpp"
#include "builder/commands/workshop.hpp"
#include "builder/gate/personal/published_texts.hpp"
#include "builder/record/record_check.hpp"
#include "builder/report/agency_record.hpp"
#include "catalog/base/error.hpp"
#include "catalog/model/quality.hpp"
#include "catalog/release/layout.hpp"

namespace khomo::builder {
namespace {

/// A number never comes back, not even when the --out folder was deleted: the journal knows the last one.
int next_number(State& state, const Releases& releases) {
    const auto last = state.journal().last("release-published");
    const int recorded = last ? nlohmann::json::parse(last->details).at("number").get<int>() : 0;
    return std::max(recorded, releases.last_number()) + 1;
}

/// Puts releases on record that a build sealed, and was killed before it said so.
void record_unfinished(State& state, const Releases& releases, const std::filesystem::path& out, Instant as_of) {
    const auto last = state.journal().last("release-published");
    const int recorded = last ? nlohmann::json::parse(last->details).at("number").get<int>() : 0;
    if (releases.last_number() <= recorded) {
        return;
    }
    for (const auto& id : releases.list()) {
        const auto manifest = catalog::Manifest::read(out / catalog::layout::kReleases / id);
        if (manifest.number > recorded) {
            const auto at = std::max(as_of, parse_instant(manifest.as_of).value_or(as_of));
            state.journal().append(at, "khomo", "release-published", "",
                                   {{"number", manifest.number}, {"release", id}, {"content_sha256", manifest.content_sha256()}, {"interrupted", true}, {"live", releases.current().filename().string() == id}});
        }
    }
}

/// What stays true while no file changes; refusals are looked at again each time, for rules may depend on the instant.
void remember(const LastRun& last, const Options& options, const catalog::CatalogSnapshot& snapshot, const Releases& releases, const std::vector<DeliveryOutcome>& outcomes,
              const catalog::Findings& findings, const PublicationResult& result) {
    const auto& entries = snapshot.catalogue().entries;
    const bool fetched = std::any_of(entries.begin(), entries.end(), [](const auto& entry) { return entry.supply.from != "folder"; });
    if (fetched || exit_code(outcomes, &result) != kDone) {
        last.forget();
        return;
    }
    last.keep({result.release, result.units, outcomes, findings.sorted()}, releases.current(), warehouse_folder(options, snapshot.catalogue()), next_deadline(snapshot));
}

/// What the build would refuse at its seal: false when some dataset's words hold what may not be published.
bool check_words(const catalog::Catalogue& catalogue, Instant as_of, catalog::Findings& findings) {
    bool sound = true;
    for (const auto& entry : catalogue.entries) {
        for (auto& finding : scan_texts(texts_of(entry), date_vn(as_of).year)) {
            finding.dataset = entry.id;
            sound = sound && !finding.blocks();
            findings.add(std::move(finding));
        }
    }
    return sound;
}

}  // namespace

int run_build(const Options& options) {
    const LastRun last(options, templates_folder(options));
    std::optional<Releases> releases;
    if (std::filesystem::exists(options.out / catalog::layout::kCurrent)) {
        releases.emplace(options.out);  // takes the lock before the state is looked at
        if (const auto report = options.full ? std::nullopt : last.recall(releases->current(), options.as_of)) {
            catalog::Findings findings;
            for (const auto& finding : report->findings) {
                findings.add(finding);
            }
            PublicationResult nothing;
            nothing.release = report->release;
            nothing.units = report->units;
            print_report(options, report->outcomes, findings, &nothing);
            return exit_code(report->outcomes);
        }
    }
    catalog::Findings findings;
    auto catalogue = read_portal(options, findings);
    if (findings.blocked()) {
        print_report(options, {}, findings, nullptr);
        return kFailed;
    }
    if (!releases) {
        releases.emplace(options.out);
    }
    State state(options.state_folder());
    require_record(state.folder(), state.journal(), releases->current());
    record_unfinished(state, *releases, options.out, options.as_of);
    const auto as_of = state.floor(options.as_of);
    enforce_withdrawals(state, &*releases, options, as_of);
    Progress progress(options.lang, !options.json);
    auto outcomes = take_deliveries(options, catalogue, state, as_of, true, progress, findings);
    auto snapshot = make_snapshot(std::move(catalogue), state, as_of);
    const int number = next_number(state, *releases);
    auto result = publish(snapshot, all_outputs(options), *releases, number, options, progress);
    std::vector<SealRefusal> refused;
    // What is refused is named, and the rest is published: each round takes something out, so it ends.
    while (!result.refused.empty()) {
        tell_refused(result.refused, state, as_of, outcomes, findings);
        snapshot = without_refused(snapshot, result.refused);
        std::move(result.refused.begin(), result.refused.end(), std::back_inserter(refused));
        result = publish(snapshot, all_outputs(options), *releases, number, options, progress);
    }
    result.refused = std::move(refused);
    if (result.new_release) {
        state.journal().append(as_of, "khomo", "release-published", "",
                               {{"number", number}, {"release", result.release}, {"units", result.units}, {"made", result.made}, {"files", result.files}, {"content_sha256", result.content_sha256}});
    }
    if (const auto deadlines = new_deadlines(snapshot, state.journal()); !deadlines.is_null()) {
        state.journal().append(as_of, "khomo", kDeadlinesPassed, "", deadlines);
    }
    state.seal();
    remember(last, options, snapshot, *releases, outcomes, findings, result);
    print_report(options, outcomes, findings, &result);
    return exit_code(outcomes, &result);
}

int run_check(const Options& options) {
    catalog::Findings findings;
    const auto catalogue = read_portal(options, findings);
    if (findings.blocked()) {
        print_report(options, {}, findings, nullptr);
        return kFailed;
    }
    State state(options.state_folder());
    Progress progress(options.lang, !options.json);
    const auto as_of = state.floor(options.as_of);
    const auto outcomes = take_deliveries(options, catalogue, state, as_of, false, progress, findings);
    const bool words = check_words(catalogue, as_of, findings);
    print_report(options, outcomes, findings, nullptr);
    return words ? exit_code(outcomes) : kRefused;
}

}  // namespace khomo::builder
