// SPDX-License-Identifier: GPL-3.0-or-later

#include <functional>
#include <string>
#include <vector>

#include "builder/gate/hash_set.hpp"
#include "builder/gate/relation_rules.hpp"
#include "builder/gate/rule_tally.hpp"
#include "builder/gate/value_text.hpp"

namespace khomo::builder {
namespace {

using catalog::Severity;

std::uint64_t hash_of(std::string_view text) { return std::hash<std::string_view>()(text); }

FindingWords unknown_value(const std::string& value, const catalog::Reference& reference) {
    const auto target = reference.dataset + "." + reference.field;
    return {{value + " không có trong " + target, value + " does not stand in " + target},
            {"Sửa mã, hoặc giao bộ dữ liệu " + reference.dataset + " có mã này trước", "Mend the code, or deliver " + reference.dataset + " with that code first"}};
}

/// A field whose values must stand in another dataset.
class ReferenceRule : public RowRule {
public:
    ReferenceRule(const RowRuleContext& context, std::size_t place)
        : place_(place),
          reference_(*context.entry.fields[place].references),
          personal_(is_withheld(context.entry, context.entry.fields[place].name)),
          unknown_(context, "contract/reference", Severity::block, context.entry.fields[place].column),
          missing_(context, "contract/reference-missing", Severity::block, context.entry.fields[place].column) {
        const auto rows = context.rows_of ? context.rows_of(reference_.dataset, reference_.field) : nullptr;
        if (!rows) {
            missing_.add(0, [&] {
                const auto& name = reference_.dataset;
                return FindingWords{{"Bộ dữ liệu «" + name + "» chưa có phiên bản nào có trường «" + reference_.field + "», nên không đối chiếu được",
                                     "«" + name + "» has no version with the field «" + reference_.field + "» yet, so nothing can be compared"},
                                    {"Giao và phê duyệt " + name + " trước", "Deliver " + name + " first and have it approved"}};
            });
            return;
        }
        known_ = true;
        catalog::Row row;
        while (rows->next(row)) {
            text_.clear();
            append_key(text_, row.values.at(0));
            values_.insert(hash_of(text_));
        }
    }
    void row(const catalog::Row& row, std::uint64_t number) override {
        const auto& value = row.values[place_];
        if (!known_ || std::holds_alternative<std::monostate>(value)) {
            return;
        }
        text_.clear();
        append_key(text_, value);
        if (!values_.contains(hash_of(text_))) {
            unknown_.add(number, [&] { return unknown_value(personal_ ? kMask : excerpt(text_), reference_); });
        }
    }
    void finish() override { unknown_.finish(); }

private:
    std::size_t place_;
    const catalog::Reference& reference_;
    bool personal_;
    RuleTally unknown_;
    RuleTally missing_;
    bool known_ = false;
    HashSet values_;
    std::string text_;
};

/// A field whose values must stand in another field of the same rows, such as the number of the parent unit: what stands is known only
/// at the end, so values that were not seen yet are kept with the first row that named them.
class OwnReferenceRule : public RowRule {
public:
    OwnReferenceRule(const RowRuleContext& context, std::size_t place, std::size_t target)
        : place_(place),
          target_(target),
          reference_(*context.entry.fields[place].references),
          personal_(is_withheld(context.entry, context.entry.fields[place].name)),
          unknown_(context, "contract/reference", Severity::block, context.entry.fields[place].column) {}
    void row(const catalog::Row& row, std::uint64_t number) override {
        text_.clear();
        append_key(text_, row.values[target_]);
        values_.insert(hash_of(text_));
        if (std::holds_alternative<std::monostate>(row.values[place_])) {
            return;
        }
        text_.clear();
        append_key(text_, row.values[place_]);
        const auto hash = hash_of(text_);
        if (!values_.contains(hash)) {
            open_.push_back({hash, number, personal_ ? std::string(kMask) : excerpt(text_)});
            if (open_.size() >= kOpenInMemory && !settle()) {
                open_.reserve(open_.size() * 2);
            }
        }
    }
    void finish() override {
        settle();
        for (const auto& one : open_) {
            unknown_.add(one.row, [&] { return unknown_value(one.shown, reference_); });
        }
        unknown_.finish();
    }

private:
    struct Open {
        std::uint64_t hash;
        std::uint64_t row;
        std::string shown;
    };
    static constexpr std::size_t kOpenInMemory = 1U << 19;
    /// Drops what has turned up since; whether that made room.
    bool settle() {
        const auto before = open_.size();
        std::erase_if(open_, [&](const auto& one) { return values_.contains(one.hash); });
        return open_.size() < before / 2;
    }

    std::size_t place_;
    std::size_t target_;
    const catalog::Reference& reference_;
    bool personal_;
    RuleTally unknown_;
    HashSet values_;
    std::vector<Open> open_;
    std::string text_;
};

}  // namespace

void add_reference_rules(const RowRuleContext& context, std::vector<std::unique_ptr<RowRule>>& rules) {
    for (std::size_t i = 0; i < context.entry.fields.size(); ++i) {
        const auto& reference = context.entry.fields[i].references;
        if (!reference) {
            continue;
        }
        const auto target = field_place(context.entry, reference->field);
        if (reference->dataset != context.entry.id) {
            rules.push_back(std::make_unique<ReferenceRule>(context, i));
        } else if (target < context.entry.fields.size()) {
            rules.push_back(std::make_unique<OwnReferenceRule>(context, i, target));
        }
    }
}

}  // namespace khomo::builder
