// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/text/abbreviations.hpp"

#include <algorithm>
#include <sstream>
#include <unordered_map>
#include <unordered_set>

#include "abbreviations_data.hpp"
#include "catalog/base/text.hpp"

namespace khomo::search {
namespace {

std::vector<std::string> spine_of(const std::vector<Token>& words) {
    std::vector<std::string> spine;
    for (const auto& word : words) {
        if (word.folded != "va") {
            spine.push_back(word.folded);
        }
    }
    return spine;
}

std::vector<Abbreviation> read_list() {
    std::vector<Abbreviation> list;
    std::istringstream lines(kAbbreviations);
    for (std::string line; std::getline(lines, line);) {
        const auto tab = line.find('\t');
        if (line.empty() || line[0] == '#' || tab == std::string::npos) {
            continue;
        }
        const auto short_form = line.substr(0, tab);
        auto words = tokenize(line.substr(tab + 1));
        auto spine = spine_of(words);
        list.push_back({abbreviation_key(short_form), short_form, std::move(words), std::move(spine)});
    }
    return list;
}

/// Short forms as they stand in a text: plain words and words joined by & or dots.
std::unordered_set<std::string> short_forms(std::string_view text) {
    std::unordered_set<std::string> keys;
    for (const auto& token : tokenize(text)) {
        keys.insert(token.folded);
    }
    for (const auto& code : codes_of(text)) {
        keys.insert(abbreviation_key(code));
    }
    return keys;
}

}  // namespace

const std::vector<Abbreviation>& abbreviations() {
    static const std::vector<Abbreviation> kList = read_list();
    return kList;
}

std::vector<std::string> other_sides(std::string_view text) {
    const auto shorts = short_forms(text);
    const auto spine = spine_of(tokenize(text));
    std::vector<std::string> sides;
    for (const auto& abbreviation : abbreviations()) {
        if (shorts.contains(abbreviation.key)) {
            std::string words;
            for (const auto& word : abbreviation.words) {
                words += (words.empty() ? "" : " ") + word.surface;
            }
            sides.push_back(words);
        }
        if (std::search(spine.begin(), spine.end(), abbreviation.spine.begin(), abbreviation.spine.end()) != spine.end()) {
            sides.push_back(abbreviation.shown);
            // The plain key too, for who types NNMT.
            sides.push_back(abbreviation.key);
        }
    }
    return sides;
}

}  // namespace khomo::search
