// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/text/abbreviations.hpp"

#include <algorithm>
#include <sstream>
#include <unordered_map>
#include <unordered_set>

#include "abbreviations_data.hpp"
#include "catalog/base/digest.hpp"
#include "catalog/base/syllable.hpp"

namespace khomo::search {
namespace {

constexpr std::string_view kAnd = "va";

std::vector<Abbreviation> read_list() {
    std::vector<Abbreviation> list;
    std::istringstream lines(kAbbreviations);
    for (std::string line; std::getline(lines, line);) {
        const auto tab = line.find('\t');
        if (line.empty() || line[0] == '#' || tab == std::string::npos) {
            continue;
        }
        Abbreviation made;
        made.shown = line.substr(0, tab);
        made.long_form = line.substr(tab + 1);
        made.key = abbreviation_key(made.shown);
        made.words = tokenize(made.long_form);
        std::erase_if(made.words, [](const Token& word) { return word.folded == kAnd; });
        made.like_a_word = is_folded_syllable(made.key);
        list.push_back(std::move(made));
    }
    return list;
}

/// Both ways into the list.
struct Lookup {
    std::unordered_multimap<std::string_view, const Abbreviation*> by_key;
    std::unordered_multimap<std::string_view, const Abbreviation*> by_first_word;

    Lookup() {
        for (const auto& abbreviation : abbreviations()) {
            by_key.emplace(abbreviation.key, &abbreviation);
            by_first_word.emplace(abbreviation.words.front().folded, &abbreviation);
        }
    }
};

const Lookup& lookup() {
    static const Lookup kLookup;
    return kLookup;
}

bool same_word(const Token& written, const Token& listed) { return written.folded == listed.folded && (!written.marked || written.key == listed.key); }

/// The token after the long form if it stands at `first`, else 0.
std::size_t long_form_end(const std::vector<Token>& tokens, std::size_t first, const Abbreviation& abbreviation) {
    auto at = first;
    for (const auto& word : abbreviation.words) {
        if (at > first && at < tokens.size() && tokens[at].folded == kAnd) {
            ++at;
        }
        if (at >= tokens.size() || !same_word(tokens[at], word)) {
            return 0;
        }
        ++at;
    }
    return at;
}

bool in_capitals(std::string_view text, const Token& token) {
    const auto written = text.substr(token.begin, token.end - token.begin);
    return std::none_of(written.begin(), written.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

void add_short(std::vector<AbbreviationUse>& uses, std::string_view text, const std::vector<Token>& tokens, const std::string& key, std::size_t first, std::size_t last) {
    const auto [begin, end] = lookup().by_key.equal_range(key);
    for (auto found = begin; found != end; ++found) {
        if (!found->second->like_a_word || in_capitals(text, tokens[first])) {
            uses.push_back({found->second, first, last, true});
        }
    }
}

}  // namespace

const std::vector<Abbreviation>& abbreviations() {
    static const std::vector<Abbreviation> kList = read_list();
    return kList;
}

const std::string& abbreviations_revision() {
    static const std::string kRevision = sha256_hex(kAbbreviations).substr(0, 16);
    return kRevision;
}

bool is_abbreviation(const std::string& key) { return lookup().by_key.contains(key); }

std::vector<AbbreviationUse> abbreviations_in(std::string_view text, const std::vector<Token>& tokens) {
    std::vector<AbbreviationUse> uses;
    for (const auto& joined : joined_words(text, tokens)) {
        add_short(uses, text, tokens, joined.bare, joined.first, joined.last);
    }
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        add_short(uses, text, tokens, tokens[at].folded, at, at + 1);
        const auto [begin, end] = lookup().by_first_word.equal_range(tokens[at].folded);
        for (auto found = begin; found != end; ++found) {
            if (const auto last = long_form_end(tokens, at, *found->second); last > 0) {
                uses.push_back({found->second, at, last, false});
            }
        }
    }
    std::stable_sort(uses.begin(), uses.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    return uses;
}

std::vector<std::string> other_sides(const std::vector<AbbreviationUse>& uses) {
    std::vector<std::string> sides;
    std::unordered_set<std::string> had;
    const auto add = [&](const std::string& side) {
        if (had.insert(side).second) {
            sides.push_back(side);
        }
    };
    // The order of the list, not of the hash table: the same text always gives the same index.
    std::vector<std::pair<const Abbreviation*, bool>> used;
    for (const auto& use : uses) {
        used.emplace_back(use.abbreviation, use.is_short);
    }
    std::sort(used.begin(), used.end());
    for (const auto& [abbreviation, is_short] : used) {
        if (is_short) {
            add(abbreviation->long_form);
        }
        add(abbreviation->key);  // for who leaves the & out
        if (!is_short) {
            add(abbreviation->shown);
        }
    }
    return sides;
}

}  // namespace khomo::search
