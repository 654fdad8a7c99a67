// SPDX-License-Identifier: GPL-3.0-or-later

#include <nlohmann/json.hpp>

#include "builder/commands/commands.hpp"
#include "builder/commands/output_list.hpp"
#include "builder/commands/publication.hpp"
#include "builder/commands/run_report.hpp"
#include "builder/commands/workshop.hpp"
#include "catalog/base/error.hpp"

namespace khomo::builder {
namespace {

/// A number never comes back, not even when the --out folder was deleted: the journal knows the last one.
int next_number(State& state, const Releases& releases) {
    const auto last = state.journal().last("release-published");
    const int recorded = last ? nlohmann::json::parse(last->details).at("number").get<int>() : 0;
    return std::max(recorded, releases.last_number()) + 1;
}

}  // namespace

int run_build(const Options& options) {
    catalog::Findings findings;
    auto catalogue = read_portal(options, findings);
    if (findings.blocked()) {
        print_report(options, {}, findings, nullptr);
        return kFailed;
    }
    Releases releases(options.out);  // takes the lock before the state is touched
    State state(options.state_folder());
    const auto as_of = state.floor(options.as_of);
    Progress progress(options.lang, !options.json);
    const auto outcomes = take_deliveries(options, catalogue, state, as_of, true, progress, findings);
    const auto snapshot = make_snapshot(std::move(catalogue), state, as_of);
    const int number = next_number(state, releases);
    const auto result = publish(snapshot, all_outputs(options), releases, number, options, progress);
    if (result.new_release) {
        state.journal().append(as_of, "khomo", "release-published", "",
                               {{"number", number}, {"release", result.release}, {"units", result.units}, {"made", result.made}, {"files", result.files}});
    }
    print_report(options, outcomes, findings, &result);
    return exit_code(outcomes);
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
    const auto outcomes = take_deliveries(options, catalogue, state, state.floor(options.as_of), false, progress, findings);
    print_report(options, outcomes, findings, nullptr);
    return exit_code(outcomes);
}

}  // namespace khomo::builder
