// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/text/spelling.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "catalog/base/syllable.hpp"

namespace khomo::search {
namespace {

constexpr std::size_t kShortest = 4;
constexpr std::size_t kLongest = 24;

using Pair = std::pair<std::string_view, std::string_view>;

constexpr std::array<Pair, 13> kStarts = {{{"s", "x"}, {"ch", "tr"}, {"d", "gi"}, {"d", "r"}, {"gi", "r"}, {"l", "n"}, {"k", "c"}, {"qu", "k"}, {"qu", "c"}, {"v", "d"}, {"ngh", "ng"}, {"gh", "g"}, {"v", "gi"}}};
constexpr std::array<Pair, 6> kEnds = {{{"n", "ng"}, {"t", "c"}, {"i", "y"}, {"nh", "n"}, {"ch", "t"}, {"uu", "iu"}}};

bool is_plain_word(const std::string& word) {
    return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

void add_start(std::vector<std::string>& words, const std::string& word, std::string_view from, std::string_view to) {
    if (word.starts_with(from)) {
        words.push_back(std::string(to) + word.substr(from.size()));
    }
}

void add_end(std::vector<std::string>& words, const std::string& word, std::string_view from, std::string_view to) {
    if (word.ends_with(from)) {
        words.push_back(word.substr(0, word.size() - from.size()) + std::string(to));
    }
}

}  // namespace

std::vector<std::string> sound_alikes(const std::string& folded) {
    std::vector<std::string> words;
    if (!is_plain_word(folded) || !is_folded_syllable(folded)) {
        return words;
    }
    for (const auto& [a, b] : kStarts) {
        add_start(words, folded, a, b);
        add_start(words, folded, b, a);
    }
    for (const auto& [a, b] : kEnds) {
        add_end(words, folded, a, b);
        add_end(words, folded, b, a);
    }
    std::erase_if(words, [&](const std::string& word) { return word == folded || !is_folded_syllable(word); });
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

std::vector<std::string> one_edit_away(const std::string& folded) {
    std::vector<std::string> words;
    if (folded.size() < kShortest || folded.size() > kLongest || !is_plain_word(folded)) {
        return words;
    }
    for (std::size_t i = 0; i <= folded.size(); ++i) {
        const auto before = folded.substr(0, i);
        const auto after = folded.substr(i);
        for (char c = 'a'; c <= 'z'; ++c) {
            words.push_back(before + c + after);
            if (!after.empty() && after.front() != c) {
                words.push_back(before + c + after.substr(1));
            }
        }
        if (!after.empty()) {
            words.push_back(before + after.substr(1));
        }
        if (after.size() > 1 && after[0] != after[1]) {
            words.push_back(before + after[1] + after[0] + after.substr(2));
        }
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

}  // namespace khomo::search
