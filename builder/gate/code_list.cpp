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

}  // namespace khomo::builder
