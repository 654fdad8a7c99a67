// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/commands/run_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "builder/commands/commands.hpp"
#include "builder/report/summary.hpp"

namespace khomo::builder {
namespace {

using Verdict = DeliveryOutcome::Verdict;

std::string_view code_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::accepted: return "accepted";
        case Verdict::refused: return "refused";
        case Verdict::known: return "unchanged";
        case Verdict::superseded: return "superseded";
    }
    return "refused";
}

std::string name_of(Verdict verdict, Lang lang) {
    const bool vi = lang == Lang::vi;
    switch (verdict) {
        case Verdict::accepted: return vi ? "nhận" : "accepted";
        case Verdict::refused: return vi ? "TỪ CHỐI" : "REFUSED";
        case Verdict::known: return vi ? "không đổi" : "unchanged";
        case Verdict::superseded: return vi ? "đã thay thế" : "superseded";
    }
    return "";
}

nlohmann::json to_json_report(const std::vector<DeliveryOutcome>& outcomes, const catalog::Findings& findings, const PublicationResult* result) {
    nlohmann::json report = {{"summary", nlohmann::json::object()}, {"deliveries", nlohmann::json::array()}, {"findings", findings.sorted()}};
    for (const auto verdict : {Verdict::accepted, Verdict::refused, Verdict::known, Verdict::superseded}) {
        report["summary"][std::string(code_of(verdict))] = std::count_if(outcomes.begin(), outcomes.end(), [&](const auto& outcome) { return outcome.verdict == verdict; });
    }
    for (const auto& outcome : outcomes) {
        report["deliveries"].push_back({{"dataset", outcome.dataset},
                                        {"delivery", outcome.delivery},
                                        {"verdict", code_of(outcome.verdict)},
                                        {"version", outcome.version},
                                        {"rows", outcome.rows},
                                        {"findings", outcome.findings.size()}});
    }
    if (result != nullptr) {
        report["tiles"] = nlohmann::json::object();
        for (const auto& [dataset, fidelity] : result->fidelity) {
            report["tiles"][dataset] = nlohmann::json::parse(fidelity);
        }
        report["release"] = {{"id", result->release}, {"new", result->new_release}, {"units", result->units}, {"made", result->made}, {"removed", result->removed},
                             {"files", result->files}, {"bytes_written", result->bytes_written}};
    }
    return report;
}

void print_table(const std::vector<DeliveryOutcome>& outcomes, Lang lang) {
    const bool vi = lang == Lang::vi;
    std::vector<std::vector<std::string>> rows;
    rows.push_back(vi ? std::vector<std::string>{"Bộ dữ liệu", "Đợt giao", "Kết quả", "Phiên bản", "Số dòng", "Phát hiện"}
                      : std::vector<std::string>{"Dataset", "Delivery", "Verdict", "Version", "Rows", "Findings"});
    for (const auto& outcome : outcomes) {
        rows.push_back({outcome.dataset, outcome.delivery, name_of(outcome.verdict, lang), outcome.version > 0 ? std::to_string(outcome.version) : "–",
                        outcome.version > 0 ? std::to_string(outcome.rows) : "–", std::to_string(outcome.findings.size())});
    }
    std::cout << text_table(rows);
}

/// What each zoom of the new tiles keeps: every zoom that shows classes instead of features, every zoom of a refused layer, and of the rest the worst.
void print_fidelity(const PublicationResult& result, Lang lang) {
    const bool vi = lang == Lang::vi;
    std::vector<std::vector<std::string>> rows;
    rows.push_back(vi ? std::vector<std::string>{"Ô bản đồ của", "Mức", "Giữ được", "Lệch tỷ lệ lớp", "Ô nặng nhất"} : std::vector<std::string>{"Tiles of", "Zoom", "Kept", "Class share off", "Heaviest tile"});
    std::string faults;
    for (const auto& [dataset, text] : result.fidelity) {
        const auto fidelity = nlohmann::json::parse(text);
        const bool refused = !fidelity.at("refused").empty();
        double covered = 1;
        double off = 0;
        std::uint32_t largest = 0;
        const auto add = [&](const std::string& zoom, double kept, double share, std::uint32_t bytes) {
            rows.push_back({dataset, zoom, fmt::format("{:.2f}%", kept * 100), fmt::format("{:.2f}", share * 100), fmt::format("{} B", bytes)});
        };
        for (const auto& zoom : fidelity.at("zooms")) {
            const auto kept = zoom.at("covered").get<double>();
            const auto share = zoom.at("worst_share_off").get<double>();
            const auto bytes = zoom.at("largest").get<std::uint32_t>();
            if (refused || zoom.at("generalised").get<bool>()) {
                add(std::to_string(zoom.at("zoom").get<int>()), kept, share, bytes);
                continue;
            }
            covered = std::min(covered, kept);
            off = std::max(off, share);
            largest = std::max(largest, bytes);
        }
        if (!refused) {
            add(std::to_string(fidelity.at("detail_zoom").get<int>()) + "–" + std::to_string(fidelity.at("max_zoom").get<int>()), covered, off, largest);
        }
        for (const auto& fault : fidelity.at("refused")) {
            faults += (vi ? "TỪ CHỐI ô bản đồ của " : "REFUSED the tiles of ") + dataset + ": " + fault.at(vi ? "vi" : "en").get<std::string>() + ".\n";
        }
    }
    if (rows.size() > 1) {
        std::cout << '\n' << text_table(rows) << faults;
    }
}

}  // namespace

void print_report(const Options& options, const std::vector<DeliveryOutcome>& outcomes, const catalog::Findings& findings, const PublicationResult* result) {
    if (options.json) {
        std::cout << to_json_report(outcomes, findings, result).dump(1) << '\n';
        return;
    }
    const bool vi = options.lang == Lang::vi;
    for (const auto& finding : findings.sorted()) {
        std::cout << describe(finding, options.lang);
    }
    if (!findings.empty()) {
        std::cout << '\n';
    }
    if (!outcomes.empty()) {
        print_table(outcomes, options.lang);
    }
    if (result == nullptr) {
        return;
    }
    print_fidelity(*result, options.lang);
    std::cout << '\n';
    if (!result->new_release) {
        std::cout << fmt::format(fmt::runtime(vi ? "Không có gì mới: bản phát hành {} giữ nguyên.\n" : "Nothing new: release {} stays.\n"), result->release);
        return;
    }
    std::cout << fmt::format(fmt::runtime(vi ? "Bản phát hành {}: tạo {} trên {} đơn vị, {} tệp, ghi {:.1f} MB.\n" : "Release {}: made {} of {} units, {} files, wrote {:.1f} MB.\n"),
                             result->release, result->made, result->units, result->files, static_cast<double>(result->bytes_written) / 1e6);
}

int exit_code(const std::vector<DeliveryOutcome>& outcomes, const PublicationResult* result) {
    bool refused = std::any_of(outcomes.begin(), outcomes.end(), [](const auto& outcome) { return outcome.verdict == Verdict::refused; });
    if (result != nullptr) {
        refused = refused || !result->refused.empty() || std::any_of(result->fidelity.begin(), result->fidelity.end(), [](const auto& one) { return !nlohmann::json::parse(one.second).at("refused").empty(); });
    }
    return refused ? kRefused : kDone;
}

}  // namespace khomo::builder
