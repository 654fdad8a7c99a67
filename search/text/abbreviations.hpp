// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "search/text/analysis.hpp"

namespace khomo::search {

/// One short form with the words of its long form.
struct Abbreviation {
    std::string key;            ///< abbreviation_key of the short form: "nnmt"
    std::string shown;          ///< "NN&MT"
    std::string long_form;      ///< "nông nghiệp và môi trường"
    std::vector<Token> words;   ///< of the long form, without "và"
    bool like_a_word = false;   ///< the key could be a Vietnamese word ("ngo"): it counts only in capitals
};

/// The list of search/text/abbreviations.tsv, built into the program.
const std::vector<Abbreviation>& abbreviations();

/// Changes when the list changes: an index made with another list is to be made again.
const std::string& abbreviations_revision();

/// Whether the key is the short form of something.
bool is_abbreviation(const std::string& key);

/// An abbreviation or its long form in a text, at tokens first … last - 1.
struct AbbreviationUse {
    const Abbreviation* abbreviation = nullptr;
    std::size_t first = 0;
    std::size_t last = 0;
    bool is_short = false;
};

/// All of them in order of place; "và" and signs inside may be missing or extra ("KH&CN", "khoa học công nghệ").
std::vector<AbbreviationUse> abbreviations_in(std::string_view text, const std::vector<Token>& tokens);

/// The other side of every abbreviation that a text uses, each once: to be indexed beside the text, so that either side finds it.
std::vector<std::string> other_sides(const std::vector<AbbreviationUse>& uses);

}  // namespace khomo::search
