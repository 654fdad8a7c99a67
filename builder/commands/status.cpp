// SPDX-License-Identifier: GPL-3.0-or-later

#include <iostream>
#include <nlohmann/json.hpp>

#include "builder/commands/commands.hpp"
#include "builder/commands/workshop.hpp"
#include "builder/outputs/tombstone.hpp"
#include "builder/report/summary.hpp"
#include "catalog/base/error.hpp"

namespace khomo::builder {
namespace {

void print_json(const catalog::CatalogSnapshot& snapshot, const std::string& release) {
    nlohmann::json status = {{"release", release}, {"datasets", nlohmann::json::array()}};
    for (const auto& entry : snapshot.catalogue().entries) {
        const auto* version = snapshot.current(entry.id);
        status["datasets"].push_back({{"id", entry.id},
                                      {"class", to_string(entry.open_class)},
                                      {"state", publication_state(snapshot, entry)},
                                      {"version", version != nullptr ? version->info().number : 0},
                                      {"rows", version != nullptr ? version->info().rows : 0},
                                      {"approved_at", version != nullptr ? to_iso_vn(version->info().delivery.approved_at()) : ""}});
    }
    std::cout << status.dump(1) << '\n';
}

void print_text(const catalog::CatalogSnapshot& snapshot, const std::string& release, Lang lang) {
    const bool vi = lang == Lang::vi;
    std::cout << (vi ? "Bản phát hành: " : "Release: ") << (release.empty() ? (vi ? "chưa có" : "none yet") : release) << "\n\n";
    std::vector<std::vector<std::string>> rows;
    rows.push_back(vi ? std::vector<std::string>{"Bộ dữ liệu", "Phiên bản", "Số dòng", "Phê duyệt lúc"} : std::vector<std::string>{"Dataset", "Version", "Rows", "Approved at"});
    std::size_t waiting = 0;
    std::string gone;
    for (const auto& entry : snapshot.catalogue().entries) {
        const auto* version = snapshot.current(entry.id);
        if (const auto* withdrawal = snapshot.withdrawal(entry.id)) {
            gone += entry.id + (withdrawal->ended() ? (vi ? ": đã rút, " : ": withdrawn, ") : (vi ? ": tạm ngừng, " : ": suspended, ")) + to_iso(date_vn(withdrawal->at)) + ", " + withdrawal->document + '\n';
            continue;
        }
        if (version == nullptr) {
            ++waiting;
            continue;
        }
        rows.push_back({entry.id, std::to_string(version->info().number), std::to_string(version->info().rows), to_iso_vn(version->info().delivery.approved_at())});
    }
    std::cout << text_table(rows);
    std::cout << (gone.empty() ? "" : "\n") << gone;
    std::cout << '\n' << waiting << (vi ? " bộ dữ liệu trong danh mục chưa có phiên bản công bố.\n" : " datasets of the catalogue have no published version.\n");
}

}  // namespace

int run_status(const Options& options) {
    catalog::Findings findings;
    auto catalogue = read_portal(options, findings);
    for (const auto& finding : findings.sorted()) {
        std::cerr << describe(finding, options.lang);
    }
    if (findings.blocked()) {
        return kFailed;
    }
    State state(options.state_folder());
    const auto last = state.journal().last("release-published");
    const auto release = last ? nlohmann::json::parse(last->details).value("release", std::string()) : std::string();
    const auto snapshot = make_snapshot(std::move(catalogue), state, options.as_of);
    if (options.json) {
        print_json(snapshot, release);
    } else {
        print_text(snapshot, release, options.lang);
    }
    return kDone;
}

}  // namespace khomo::builder
