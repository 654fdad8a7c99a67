// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/gate/finding_tally.hpp"

#include "builder/gate/rule.hpp"

namespace khomo::builder {
namespace {

using catalog::Severity;

struct RuleInfo {
    std::string_view id;
    Severity severity;
};

constexpr std::array<RuleInfo, static_cast<std::size_t>(CellRule::count)> kRules = {{
    {"contract/type", Severity::block},
    {"contract/decimal-ambiguous", Severity::block},
    {"contract/decimal-mixed", Severity::block},
    {"contract/date-order", Severity::block},
    {"contract/date-serial", Severity::warn},
    {"contract/date-time", Severity::block},
    {"contract/required", Severity::block},
    {"contract/range", Severity::block},
    {"contract/pattern", Severity::block},
    {"contract/codelist", Severity::block},
    {"contract/former-unit", Severity::block},
    {"contract/length", Severity::block},
    {"contract/padded", Severity::warn},
    {"contract/long-number", Severity::block},
    {"contract/column-unnamed", Severity::block},
    {"contract/totals-row", Severity::block},
    {"text/control", Severity::block},
    {"text/replacement", Severity::block},
    {"text/invisible", Severity::info},
    {"text/nfc", Severity::info},
    {"text/eth", Severity::warn},
    {"text/mojibake", Severity::block},
    {"text/formula", Severity::warn},
}};

}  // namespace

std::string_view rule_id(CellRule rule) {
    return kRules[static_cast<std::size_t>(rule)].id;
}
Severity severity_of(CellRule rule) {
    return kRules[static_cast<std::size_t>(rule)].severity;
}

ColumnTally::ColumnTally(const catalog::Delivery& delivery, const catalog::RawHeader& header, std::string column, catalog::Findings& findings)
    : delivery_(&delivery), header_(&header), column_(std::move(column)), findings_(&findings) {}

void ColumnTally::show(CellRule rule, std::uint64_t row, FindingWords words, std::uint64_t count) {
    catalog::Place place;
    place.file = header_->file;
    place.sheet = header_->sheet;
    place.row = row;
    place.column = column_;
    auto finding = finding_of(rule_id(rule), severity_of(rule), *delivery_, std::move(place), std::move(words.message), std::move(words.fix));
    finding.count = count;
    findings_->add(std::move(finding));
}

void ColumnTally::finish() {
    for (std::size_t i = 0; i < counts_.size(); ++i) {
        if (counts_[i] > kShown) {
            const auto rest = counts_[i] - kShown;
            const auto number = std::to_string(rest);
            show(static_cast<CellRule>(i), 0,
                 {{"Còn " + number + " ô như vậy", number + " more cells like these"}, {"Sửa như các ô nêu trên", "Mend them like the cells above"}}, rest);
            counts_[i] = 0;
        }
    }
}

}  // namespace khomo::builder
