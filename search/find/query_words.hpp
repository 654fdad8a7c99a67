// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "search/text/analysis.hpp"

namespace khomo::search {

/// What a person typed, in parts: words, phrases in quotes, words to leave out, and the joined codes among the words.
struct QueryWords {
    std::vector<Token> words;
    std::vector<std::vector<Token>> phrases;
    std::vector<Token> excluded;
    std::vector<std::string> codes;  ///< folded, whole
    bool open_end = false;           ///< the last word may still be being typed

    bool empty() const { return words.empty() && phrases.empty() && excluded.empty(); }
};

/// Reads the text of a search box. Never fails: strange signs separate words, a quote left open closes at the end, a long text is cut.
/// At most 30 words are used.
QueryWords parse_query(const std::string& text);

}  // namespace khomo::search
