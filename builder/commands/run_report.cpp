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
    std::cout << '\n';
    if (!result->new_release) {
        std::cout << fmt::format(fmt::runtime(vi ? "Không có gì mới: bản phát hành {} giữ nguyên.\n" : "Nothing new: release {} stays.\n"), result->release);
        return;
    }
    std::cout << fmt::format(fmt::runtime(vi ? "Bản phát hành {}: tạo {} trên {} đơn vị, {} tệp, ghi {:.1f} MB.\n" : "Release {}: made {} of {} units, {} files, wrote {:.1f} MB.\n"),
                             result->release, result->made, result->units, result->files, static_cast<double>(result->bytes_written) / 1e6);
}

int exit_code(const std::vector<DeliveryOutcome>& outcomes) {
    const bool refused = std::any_of(outcomes.begin(), outcomes.end(), [](const auto& outcome) { return outcome.verdict == Verdict::refused; });
    return refused ? kRefused : kDone;
}

}  // namespace khomo::builder
