// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "search/text/analysis.hpp"

namespace khomo::search {

/// "co-quan:giáo dục": words that must stand in one field.
struct FieldWords {
    std::string field;  ///< "title", "id", or the name of a facet
    std::string value;  ///< as typed
    std::vector<Token> words;
};

/// What a person typed, in parts: words, phrases in quotes, words to leave out, fields, and the joined codes among the words.
struct QueryWords {
    std::vector<Token> words;
    std::vector<std::vector<Token>> phrases;
    std::vector<Token> excluded;
    std::vector<std::string> codes;  ///< folded, whole
    std::vector<FieldWords> fields;
    bool open_end = false;           ///< the last word may still be being typed
    std::vector<std::string> units;  ///< only what concerns one of these communes (set by the search, not by parse_query)
    std::vector<Token> place;        ///< the words that name them

    bool empty() const { return words.empty() && phrases.empty() && excluded.empty() && fields.empty() && units.empty(); }
};

/// Reads the text of a search box. Never fails: strange signs separate words, a quote left open closes at the end, a long text is cut.
/// At most 30 words are used.
QueryWords parse_query(const std::string& text);

}  // namespace khomo::search
