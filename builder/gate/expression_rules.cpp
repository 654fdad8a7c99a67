// SPDX-License-Identifier: GPL-3.0-or-later

#include <cmath>

#include "builder/gate/relation_rules.hpp"
#include "builder/gate/rule_tally.hpp"
#include "builder/gate/value_text.hpp"
#include "catalog/base/error.hpp"
#include "catalog/base/number.hpp"
#include "catalog/model/expression.hpp"

namespace khomo::builder {
namespace {

using catalog::Expression;
using catalog::Severity;

Expression parsed(const std::string& text, const catalog::CatalogEntry& entry) {
    Expression::Fault fault;
    auto expression = Expression::parse(text, entry.fields, fault);
    if (!expression) {  // the reader of the catalogue has refused it before
        throw Error(ErrorKind::internal, {entry.id + ": " + fault.message.vi, entry.id + ": " + fault.message.en});
    }
    return std::move(*expression);
}

/// "a = 1, b = 2" of the fields an expression names; personal ones masked.
std::string shown_values(const catalog::CatalogEntry& entry, const Expression& expression, const catalog::Row& row) {
    std::string text;
    for (const auto place : expression.fields()) {
        std::string value;
        append_key(value, row.values[place]);
        text += (text.empty() ? "" : ", ") + entry.fields[place].name + " = " + (is_withheld(entry, entry.fields[place].name) ? kMask : excerpt(value));
    }
    return text;
}

/// A field whose value other fields give.
class ComputedRule : public RowRule {
public:
    ComputedRule(const RowRuleContext& context, std::size_t place)
        : entry_(context.entry),
          field_(context.entry.fields[place]),
          place_(place),
          expression_(parsed(field_.equals, entry_)),
          tally_(context, "contract/computed", Severity::block, field_.column) {}
    void row(const catalog::Row& row, std::uint64_t number) override {
        const auto& value = row.values[place_];
        const auto* integer = std::get_if<std::int64_t>(&value);
        const auto* real = std::get_if<double>(&value);
        if (integer == nullptr && real == nullptr) {
            return;
        }
        const double stated = integer != nullptr ? static_cast<double>(*integer) : *real;
        const auto wanted = expression_.number(row);
        // Sums of decimals are not exact: what the last bits hold is no fault.
        if (!wanted || std::fabs(stated - *wanted) <= field_.tolerance + 1e-9 * std::fmax(std::fabs(stated), std::fabs(*wanted))) {
            return;
        }
        tally_.add(number, [&] {
            const auto shown = is_withheld(entry_, field_.name) ? std::string(kMask) : "«" + to_text(stated) + "»";
            const bool hidden = is_withheld(entry_, field_.name) || std::any_of(expression_.fields().begin(), expression_.fields().end(), [&](std::size_t place) {
                                    return is_withheld(entry_, entry_.fields[place].name);
                                });
            const auto result = hidden ? std::string(kMask) : to_text(std::round(*wanted * 1e6) / 1e6);
            return FindingWords{{shown + " khác " + field_.equals + " = " + result, shown + " is not " + field_.equals + " = " + result},
                                {"Tính lại hàng này (" + shown_values(entry_, expression_, row) + "), hoặc khai báo tolerance nếu số đã làm tròn",
                                 "Calculate this row again (" + shown_values(entry_, expression_, row) + "), or declare a tolerance if figures are rounded"}};
        });
    }
    void finish() override { tally_.finish(); }

private:
    const catalog::CatalogEntry& entry_;
    const catalog::Field& field_;
    std::size_t place_;
    Expression expression_;
    RuleTally tally_;
};

class ConditionRule : public RowRule {
public:
    ConditionRule(const RowRuleContext& context, const catalog::RowCondition& condition)
        : entry_(context.entry),
          condition_(condition),
          expression_(parsed(condition.check, entry_)),
          tally_(context, "contract/condition", condition.warns ? Severity::warn : Severity::block, columns(entry_, expression_)) {}
    void row(const catalog::Row& row, std::uint64_t number) override {
        const auto met = expression_.truth(row);
        if (!met || *met) {
            return;
        }
        tally_.add(number, [&] {
            const auto values = shown_values(entry_, expression_, row);
            const auto& words = condition_.message;
            return FindingWords{{(words.vi.empty() ? "Không thỏa " + condition_.check : words.vi) + " (" + values + ")",
                                 (words.in(Lang::en).empty() ? "Does not meet " + condition_.check : words.in(Lang::en)) + " (" + values + ")"},
                                {"Sửa hàng này, hoặc sửa checks trong danh mục", "Mend this row, or mend checks in the catalogue"}};
        });
    }
    void finish() override { tally_.finish(); }

private:
    static std::string columns(const catalog::CatalogEntry& entry, const Expression& expression) {
        std::string names;
        for (const auto place : expression.fields()) {
            names += (names.empty() ? "" : ", ") + entry.fields[place].column;
        }
        return names;
    }

    const catalog::CatalogEntry& entry_;
    const catalog::RowCondition& condition_;
    Expression expression_;
    RuleTally tally_;
};

}  // namespace

void add_expression_rules(const RowRuleContext& context, std::vector<std::unique_ptr<RowRule>>& rules) {
    for (std::size_t i = 0; i < context.entry.fields.size(); ++i) {
        if (!context.entry.fields[i].equals.empty()) {
            rules.push_back(std::make_unique<ComputedRule>(context, i));
        }
    }
    for (const auto& condition : context.entry.conditions) {
        rules.push_back(std::make_unique<ConditionRule>(context, condition));
    }
}

}  // namespace khomo::builder
