// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/intake/form_notes.hpp"

#include "catalog/base/text.hpp"

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

std::string quoted(std::string_view text) {
    constexpr std::size_t kLongest = 40;
    std::string out = "«";
    std::size_t shown = 0;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t length = 1;
        const auto lead = static_cast<unsigned char>(text[i]);
        if (lead >= 0xC2) {
            length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        }
        const auto piece = text.substr(i, length);
        if (shown == kLongest) {
            out += "…";
            break;
        }
        const bool fine = lead >= 0x20 && lead != 0x7F && is_valid_utf8(piece);
        out += fine ? std::string(piece) : lead < 0x20 ? "·" : "\xEF\xBF\xBD";
        i += fine ? length : 1;
        ++shown;
    }
    return out + "»";
}

}  // namespace khomo::builder
