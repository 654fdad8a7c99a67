// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/intake/form_notes.hpp"

namespace khomo::builder {
namespace {

constexpr std::uint64_t kToldPerRule = 20;

}  // namespace

void FormNotes::add(catalog::Severity severity, std::string_view rule, std::uint64_t row, std::string_view column, Text message, Text fix) {
    blocked_ = blocked_ || severity == catalog::Severity::block;
    auto& tally = tallies_[std::string(rule) + '\n' + std::string(column)];
    if (tally.told >= kToldPerRule && tally.rest.count > 0 && !tally.rest.rule.empty()) {
        ++tally.rest.count;
        return;
    }
    catalog::Finding finding;
    finding.rule = rule;
    finding.severity = severity;
    finding.place.file = file_;
    finding.place.sheet = sheet_;
    finding.place.row = row;
    finding.place.column = column;
    finding.message = std::move(message);
    finding.fix = std::move(fix);
    if (tally.told >= kToldPerRule) {
        tally.rest = std::move(finding);
        return;
    }
    ++tally.told;
    sink_(std::move(finding));
}

void FormNotes::block(std::string_view rule, std::uint64_t row, std::string_view column, Text message, Text fix) {
    add(catalog::Severity::block, rule, row, column, std::move(message), std::move(fix));
}

void FormNotes::warn(std::string_view rule, std::uint64_t row, std::string_view column, Text message, Text fix) {
    add(catalog::Severity::warn, rule, row, column, std::move(message), std::move(fix));
}

void FormNotes::info(std::string_view rule, std::uint64_t row, std::string_view column, Text message, Text fix) {
    add(catalog::Severity::info, rule, row, column, std::move(message), std::move(fix));
}

void FormNotes::finish() {
    for (auto& [key, tally] : tallies_) {
        if (!tally.rest.rule.empty()) {
            sink_(std::move(tally.rest));
        }
    }
    tallies_.clear();
}

}  // namespace khomo::builder
