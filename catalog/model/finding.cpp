// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/model/finding.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <tuple>

namespace khomo::catalog {

std::string_view to_string(Severity severity) {
    switch (severity) {
        case Severity::block: return "block";
        case Severity::warn: return "warn";
        case Severity::info: return "info";
    }
    return "info";
}

void to_json(nlohmann::json& json, const Finding& finding) {
    json = {{"rule", finding.rule},
            {"severity", to_string(finding.severity)},
            {"dataset", finding.dataset},
            {"delivery", finding.delivery},
            {"file", finding.place.file},
            {"sheet", finding.place.sheet},
            {"row", finding.place.row},
            {"column", finding.place.column},
            {"feature", finding.place.feature},
            {"line", finding.place.line},
            {"line_column", finding.place.line_column},
            {"message", {{"vi", finding.message.vi}, {"en", finding.message.en}}},
            {"fix", {{"vi", finding.fix.vi}, {"en", finding.fix.en}}},
            {"count", finding.count}};
}

void from_json(const nlohmann::json& json, Finding& finding) {
    const auto severity = json.at("severity").get<std::string>();
    finding.severity = severity == "block" ? Severity::block : severity == "warn" ? Severity::warn : Severity::info;
    json.at("rule").get_to(finding.rule);
    json.at("dataset").get_to(finding.dataset);
    json.at("delivery").get_to(finding.delivery);
    json.at("file").get_to(finding.place.file);
    json.at("sheet").get_to(finding.place.sheet);
    json.at("row").get_to(finding.place.row);
    json.at("column").get_to(finding.place.column);
    json.at("feature").get_to(finding.place.feature);
    finding.place.line = json.value("line", std::uint64_t{0});
    finding.place.line_column = json.value("line_column", std::uint64_t{0});
    finding.message = {json.at("message").at("vi"), json.at("message").at("en")};
    finding.fix = {json.at("fix").at("vi"), json.at("fix").at("en")};
    json.at("count").get_to(finding.count);
}

void Findings::add(Finding finding) {
    total_ += finding.count;
    blocking_ += finding.blocks() ? finding.count : 0;
    auto& tally = tallies_[finding.rule + '\n' + finding.dataset + '\n' + finding.delivery + '\n' + finding.place.file + '\n' +
                           finding.place.column];
    if (tally.shown < shown_per_rule_) {
        ++tally.shown;
        tally.last = list_.size();
        list_.push_back(std::move(finding));
    } else {
        list_[tally.last].count += finding.count;
    }
}

void Findings::add(const Findings& others) {
    for (const auto& finding : others.list_) {
        add(finding);
    }
}

std::vector<Finding> Findings::sorted() const {
    auto sorted = list_;
    std::stable_sort(sorted.begin(), sorted.end(), [](const Finding& a, const Finding& b) {
        return std::tie(a.severity, a.dataset, a.delivery, a.place.file, a.place.row, a.place.line, a.place.column, a.rule) <
               std::tie(b.severity, b.dataset, b.delivery, b.place.file, b.place.row, b.place.line, b.place.column, b.rule);
    });
    return sorted;
}

}  // namespace khomo::catalog
