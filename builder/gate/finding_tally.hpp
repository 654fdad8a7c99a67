// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "catalog/model/delivery.hpp"
#include "catalog/model/finding.hpp"
#include "catalog/model/raw.hpp"

namespace khomo::builder {

/// The rules that look at single cells.
enum class CellRule : std::uint8_t {
    type,
    decimal_ambiguous,
    decimal_mixed,
    date_order,
    date_serial,
    date_time,
    required,
    range,
    pattern,
    codelist,
    former_unit,
    length,
    padded,
    long_number,
    unnamed_column,
    totals_row,
    control,
    replacement,
    invisible,
    not_nfc,
    eth,
    mojibake,
    formula,
    count,
};

std::string_view rule_id(CellRule rule);
catalog::Severity severity_of(CellRule rule);

/// Words of a finding, made only when it is going to be shown.
struct FindingWords {
    Text message;
    Text fix;
};

/// Counts the findings of one column: the first 20 of a rule are handed over in full, the rest as one that carries their number.
/// A million faulty cells so cost a million additions and twenty messages.
class ColumnTally {
public:
    /// Both must outlive the tally.
    ColumnTally(const catalog::Delivery& delivery, const catalog::RawHeader& header, std::string column, catalog::Findings& findings);

    template <typename MakeWords>
    void add(CellRule rule, std::uint64_t row, const MakeWords& make_words) {
        auto& count = counts_[static_cast<std::size_t>(rule)];
        if (++count <= kShown) {
            show(rule, row, make_words(), 1);
        }
    }
    /// Hands over the numbers of what was not shown.
    void finish();

private:
    static constexpr std::uint64_t kShown = 20;
    void show(CellRule rule, std::uint64_t row, FindingWords words, std::uint64_t count);

    const catalog::Delivery* delivery_;
    const catalog::RawHeader* header_;
    std::string column_;
    catalog::Findings* findings_;
    std::array<std::uint64_t, static_cast<std::size_t>(CellRule::count)> counts_{};
};

}  // namespace khomo::builder
