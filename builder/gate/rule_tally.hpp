// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "builder/gate/finding_tally.hpp"
#include "builder/gate/row_rule.hpp"
#include "builder/gate/rule.hpp"
#include "catalog/base/text.hpp"

namespace khomo::builder {

/// Counts what one rule over rows finds in one column: the first 20 places are handed over in full, the rest as one that carries their number.
class RuleTally {
public:
    /// The context must outlive the tally.
    RuleTally(const RowRuleContext& context, std::string_view rule, catalog::Severity severity, std::string column)
        : context_(&context), rule_(rule), severity_(severity), column_(std::move(column)) {}

    template <typename MakeWords>
    void add(std::uint64_t row, const MakeWords& make_words) {
        if (++count_ <= kShown) {
            show(row, make_words(), 1);
        }
    }
    void finish() {
        if (count_ > kShown) {
            const auto number = std::to_string(count_ - kShown);
            show(0, {{"Còn " + number + " chỗ như vậy", number + " more places like these"}, {"Sửa như các chỗ nêu trên", "Mend them like the places above"}}, count_ - kShown);
            count_ = 0;
        }
    }

private:
    static constexpr std::uint64_t kShown = 20;
    void show(std::uint64_t row, FindingWords words, std::uint64_t count) {
        catalog::Place place;
        place.file = context_->file;
        place.sheet = context_->sheet;
        place.row = row;
        place.column = column_;
        auto finding = finding_of(rule_, severity_, context_->delivery, std::move(place), std::move(words.message), std::move(words.fix));
        finding.count = count;
        context_->findings.add(std::move(finding));
    }

    const RowRuleContext* context_;
    std::string_view rule_;
    catalog::Severity severity_;
    std::string column_;
    std::uint64_t count_ = 0;
};

/// Whether messages must not show values of the field: it is flagged as personal, or disclosure control may suppress it.
inline bool is_withheld(const catalog::CatalogEntry& entry, std::string_view field) {
    const auto names = [&](const std::vector<std::string>& list) { return std::find(list.begin(), list.end(), field) != list.end(); };
    return names(entry.disclosure.measures) || names(entry.disclosure.quasi) ||
           std::any_of(entry.personal_data.begin(), entry.personal_data.end(), [&](const auto& flag) { return flag.field == field; });
}

/// Where a field stands in a row of the entry; the number of fields when it has none of that name.
inline std::size_t field_place(const catalog::CatalogEntry& entry, std::string_view name) {
    return static_cast<std::size_t>(std::find_if(entry.fields.begin(), entry.fields.end(), [&](const auto& field) { return field.name == name; }) - entry.fields.begin());
}

/// What stands in the place of a value that is not shown.
constexpr const char* kMask = "«•••»";

}  // namespace khomo::builder
