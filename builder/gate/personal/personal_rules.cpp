// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/gate/personal/personal_rules.hpp"

#include <algorithm>

#include "builder/gate/personal/entry_scan.hpp"

namespace khomo::builder {
namespace {

constexpr int kFirstYear = 2026;

class PersonalRules : public RowRule {
public:
    explicit PersonalRules(const RowRuleContext& context)
        : context_(context), year_(std::max(kFirstYear, date_vn(context.delivery.approved_at()).year)), scan_(context.entry, year_, context.delivery.waivers) {}

    void row(const catalog::Row& row, std::uint64_t number) override { scan_.row(row, number); }

    void finish() override {
        add(scan_.finish(context_.file, context_.sheet));
        std::vector<std::string> names;
        for (const auto& file : context_.delivery.files) {
            names.push_back(file.path);
        }
        if (std::find(names.begin(), names.end(), context_.file) == names.end()) {
            names.push_back(context_.file);
        }
        if (!context_.delivery.fetched_at) {  // a feed's name is made of a date and a hash, which may look like anything
            names.push_back(context_.delivery.name);
        }
        if (!context_.sheet.empty()) {
            names.push_back(context_.sheet);
        }
        add(scan_names(names, year_));
    }

private:
    void add(std::vector<catalog::Finding> findings) {
        for (auto& finding : findings) {
            finding.dataset = context_.delivery.dataset;
            finding.delivery = context_.delivery.name;
            context_.findings.add(std::move(finding));
        }
    }

    RowRuleContext context_;
    int year_;
    EntryScan scan_;
};

}  // namespace

void add_personal_rules(const RowRuleContext& context, std::vector<std::unique_ptr<RowRule>>& rules) { rules.push_back(std::make_unique<PersonalRules>(context)); }

}  // namespace khomo::builder
