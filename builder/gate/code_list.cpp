// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/gate/code_list.hpp"

#include <algorithm>

#include "catalog/base/text.hpp"

namespace khomo::builder {

CodeList::CodeList(const catalog::Catalogue& catalogue, const catalog::Field& field) {
    const auto add = [&](const std::string& code, const Text& title) {
        codes_.insert(code);
        by_title_.emplace(fold(title.vi), code);
        by_title_.emplace(fold(title.en), code);
    };
    for (const auto& code : field.codes) {
        add(code.code, code.title);
    }
    if (field.codelist == "units") {
        communes_ = &catalogue;
        for (const auto& unit : catalogue.units) {
            add(unit.code, unit.name);
        }
    } else if (field.codelist == "agencies") {
        for (const auto& agency : catalogue.agencies) {
            add(agency.id, agency.name);
            if (!agency.code.empty()) {
                codes_.insert(agency.code);
            }
        }
    }
    by_title_.erase("");
    declared_ = !field.codes.empty() || !field.codelist.empty();
}

std::string CodeList::suggestion(std::string_view value) const {
    const auto titled = by_title_.find(fold(value));
    if (titled != by_title_.end()) {
        return std::string(titled->second);
    }
    std::string padded(value);
    while (padded.size() < 5 && !padded.empty() && padded.find_first_not_of("0123456789") == std::string::npos) {
        padded.insert(0, 1, '0');
        if (codes_.contains(padded)) {
            return padded;
        }
    }
    std::vector<std::string> names(codes_.begin(), codes_.end());
    std::sort(names.begin(), names.end());
    return nearest(value, names);
}

std::string CodeList::former(std::string_view value) const {
    constexpr std::size_t kMost = 4;
    if (communes_ == nullptr) {
        return "";
    }
    const auto name = fold(value);
    const auto bare = [](std::string folded) {
        for (const std::string_view kind : {"xa ", "phuong ", "thi tran "}) {
            if (folded.starts_with(kind)) {
                return folded.substr(kind.size());
            }
        }
        return folded;
    };
    std::string text;
    std::size_t found = 0;
    for (const auto& unit : communes_->former_units) {
        const auto old_name = fold(unit.name);
        if (unit.code != value && old_name != name && bare(old_name) != name) {
            continue;
        }
        if (++found > kMost) {
            return text + "; …";
        }
        const auto* today = communes_->unit(unit.now);
        text += (text.empty() ? "" : "; ") + unit.name + " (" + unit.district + ") → " + unit.now + (today == nullptr ? "" : " " + today->name.vi) + (unit.whole ? "" : " (một phần / part)");
    }
    return text;
}

}  // namespace khomo::builder
