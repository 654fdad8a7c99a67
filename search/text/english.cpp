// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/text/english.hpp"

#include <algorithm>

#include "catalog/base/syllable.hpp"

namespace khomo::search {

bool may_be_english(const Token& token) {
    const auto& word = token.surface;
    return !token.marked && word.size() >= 3 && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; }) && !is_folded_syllable(word);
}

}  // namespace khomo::search
