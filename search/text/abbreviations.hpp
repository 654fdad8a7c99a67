// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "search/text/analysis.hpp"

namespace khomo::search {

/// One short form with the words of its long form.
struct Abbreviation {
    std::string key;            ///< abbreviation_key of the short form: "nnmt"
    std::string shown;          ///< "NN&MT"
    std::vector<Token> words;   ///< long form
    std::vector<std::string> spine;  ///< folded words of the long form without "và"
};

/// The list of search/text/abbreviations.tsv, built into the program.
const std::vector<Abbreviation>& abbreviations();

/// The other side of every abbreviation that a text uses, whichever side it writes: long forms of short ones, short forms of long ones
/// ("và" may be missing). The texts are to be indexed beside the original.
std::vector<std::string> other_sides(std::string_view text);

}  // namespace khomo::search
