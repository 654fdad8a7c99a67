// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/gate/personal/table_scan.hpp"

#include <algorithm>

#include "builder/gate/personal/secrecy_stamp.hpp"
#include "catalog/base/text.hpp"

namespace khomo::builder {
namespace {

/// How much a reading of a heading may cost the column, so that the strictest of several names wins.
int weight(Role role) {
    switch (role) {
        case Role::plain: return 0;
        case Role::coordinate:
        case Role::place_name: return 1;
        case Role::measure:
        case Role::date:
        case Role::address:
        case Role::sex: return 2;
        case Role::count:
        case Role::age: return 3;
        case Role::hotline:
        case Role::mail:
        case Role::land_certificate:
        case Role::public_account: return 4;
        case Role::official_name: return 5;
        case Role::owner_name: return 6;
        default: return 7;
    }
}

Role role_of_all(const std::vector<std::string>& headings) {
    Role role = Role::plain;
    for (const auto& heading : headings) {
        const auto next = role_of(heading);
        if (weight(next) > weight(role)) {
            role = next;
        }
    }
    return role;
}

std::string joined(const std::vector<std::string>& parts) {
    std::string all;
    for (const auto& part : parts) {
        all += (all.empty() ? "" : "; ") + part;
    }
    return all;
}

}  // namespace

TableScan::TableScan(std::vector<ScannedColumn> columns, std::string_view about, int year) : columns_(std::move(columns)) {
    table_.context = context_of(about);
    profiles_.assign(columns_.size(), ColumnProfile(year));
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        ColumnFacts facts;
        facts.role = role_of_all(columns_[i].headings);
        const auto all = joined(columns_[i].headings);
        facts.heading = context_of_heading(all);
        facts.sensitive_topic = is_sensitive_topic(all);
        facts.disclosed = columns_[i].disclosed;
        profiles_[i].look_for_addresses(facts.role == Role::address);
        facts_.push_back(facts);
    }
    table_.counts = std::any_of(facts_.begin(), facts_.end(), [](const auto& facts) { return facts.role == Role::count; });
}

bool TableScan::lists_persons() const {
    for (std::size_t i = 0; i < facts_.size(); ++i) {
        auto facts = facts_[i];
        facts.profile = &profiles_[i];
        if (tells_persons(facts) && !table_.context.public_figures) {
            return true;
        }
    }
    return false;
}

std::vector<ColumnJudgement> TableScan::finish() const {
    std::vector<ColumnJudgement> all;
    for (std::size_t i = 0; i < facts_.size(); ++i) {
        auto facts = facts_[i];
        facts.profile = &profiles_[i];
        auto table = table_;
        for (std::size_t other = 0; other < facts_.size() && !table.private_names; ++other) {
            auto neighbour = facts_[other];
            neighbour.profile = &profiles_[other];
            table.private_names = other != i && tells_persons(neighbour) && !table_.context.public_figures;
        }
        for (auto& judgement : judge(facts, table)) {
            all.push_back({i, std::move(judgement)});
        }
        if (std::any_of(columns_[i].headings.begin(), columns_[i].headings.end(), [](const auto& heading) { return has_secrecy_stamp(clean_text(heading)); })) {
            all.push_back({i, {"secrecy/stamp", Verdict::block, {"dấu hiệu bí mật nhà nước trong tên cột", "a stamp of secrecy in the heading"}, {}, 1, false, false}});
        }
    }
    return all;
}

}  // namespace khomo::builder
