// SPDX-License-Identifier: GPL-3.0-or-later

#include <map>

#include "builder/gate/relation_rules.hpp"
#include "builder/gate/rule_tally.hpp"
#include "builder/gate/value_text.hpp"

namespace khomo::builder {
namespace {

class RowCountRule : public RowRule {
public:
    explicit RowCountRule(const RowRuleContext& context) : count_(context.entry.row_count), tally_(context, "contract/row-count", catalog::Severity::block, columns(context)) {
        for (const auto& name : count_.by) {
            places_.push_back(field_place(context.entry, name));
            personal_ = personal_ || is_withheld(context.entry, name);
        }
    }
    void row(const catalog::Row& row, std::uint64_t) override {
        if (places_.empty()) {
            ++all_;
            return;
        }
        key_.clear();
        for (const auto place : places_) {
            if (!key_.empty()) {
                key_ += ", ";
            }
            append_key(key_, row.values[place]);
        }
        const auto found = groups_.find(key_);
        if (found != groups_.end()) {
            ++found->second;
        } else if (groups_.size() < kMostGroups) {
            groups_.emplace(key_, 1);
        } else {
            too_many_ = true;
        }
    }
    void finish() override {
        if (places_.empty()) {
            judge("", all_);
        }
        for (const auto& [group, rows] : groups_) {
            judge(group, rows);
        }
        if (too_many_) {
            tally_.add(0, [] {
                return FindingWords{{"Quá nhiều nhóm để đếm hàng theo rows.by", "There are too many groups to count rows by rows.by"},
                                    {"Chọn trường ít giá trị hơn cho rows.by", "Choose a field with fewer values for rows.by"}};
            });
        }
        tally_.finish();
    }

private:
    static constexpr std::size_t kMostGroups = 200'000;

    static std::string columns(const RowRuleContext& context) {
        std::string names;
        for (const auto& name : context.entry.row_count.by) {
            const auto* field = context.entry.field(name);
            names += (names.empty() ? "" : ", ") + (field == nullptr ? name : field->column);
        }
        return names;
    }

    void judge(const std::string& group, std::uint64_t rows) {
        const bool few = count_.min && rows < *count_.min;
        const bool many = count_.max && rows > *count_.max;
        if (!few && !many) {
            return;
        }
        tally_.add(0, [&] {
            const auto bound = std::to_string(few ? *count_.min : *count_.max);
            const auto shown = personal_ ? std::string(kMask) : excerpt(group);
            const auto number = std::to_string(rows);
            return FindingWords{{(places_.empty() ? "" : shown + ": ") + number + " hàng, phải có " + (few ? "ít nhất " : "nhiều nhất ") + bound,
                                 (places_.empty() ? "" : shown + ": ") + number + " rows, there must be " + (few ? "at least " : "at most ") + bound},
                                {few ? "Giao đủ hàng, hoặc sửa rows trong danh mục" : "Bỏ hàng thừa, hoặc sửa rows trong danh mục",
                                 few ? "Deliver all rows, or mend rows in the catalogue" : "Take out what is too much, or mend rows in the catalogue"}};
        });
    }

    const catalog::RowCount& count_;
    RuleTally tally_;
    std::vector<std::size_t> places_;
    bool personal_ = false;
    std::uint64_t all_ = 0;
    std::map<std::string, std::uint64_t> groups_;
    bool too_many_ = false;
    std::string key_;
};

}  // namespace

void add_row_count_rule(const RowRuleContext& context, std::vector<std::unique_ptr<RowRule>>& rules) {
    if (context.entry.row_count.declared()) {
        rules.push_back(std::make_unique<RowCountRule>(context));
    }
}

}  // namespace khomo::builder
