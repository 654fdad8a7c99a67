// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace khomo::search {

/// The one analysis of Khomo: index and query both use it (docs/search.md). All functions are thread-safe and take any bytes: what is
/// not UTF-8 separates words.

/// A word of a text. `begin` and `end` are byte offsets into the text that was handed in.
struct Token {
    std::string surface;  ///< as written, NFC, lower case
    std::string key;      ///< letters with their shape, i/y settled, and the tone as a digit: "hòa" and "hoà" are "hoa2"
    std::string folded;   ///< no marks, đ → d; i/y settled too
    bool marked = false;  ///< whether it carries a mark or đ: then it is meant literally
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Words: runs of letters and digits; everything else separates. A number in groups of three is one word without its separators:
/// "3.000", "3,000" and "3000" have the same key.
std::vector<Token> tokenize(std::string_view text);

/// Words that stand together without a space: 45/2025/TT-BKHCN, NN&MT, H52.101.114, KT-XH.
struct Joined {
    std::size_t first = 0;  ///< tokens first … last - 1
    std::size_t last = 0;
    std::string whole;  ///< folded, with its signs: "45/2025/tt-bkhcn"
    std::string bare;   ///< folded, without them: "nnmt"
    bool code = false;  ///< worth finding whole: has a digit, & or /
};
std::vector<Joined> joined_words(std::string_view text, const std::vector<Token>& tokens);

/// Folded key of an abbreviation: letters and digits alone, "NN&MT" → "nnmt".
std::string abbreviation_key(std::string_view word);

/// Which words say little ("dữ liệu", "cơ sở dữ liệu", "về", "trên địa bàn tỉnh" …): one entry a token. Only ranking and the partial
/// reading leave them out; what they mean is decided by the words round them ("số" in "bản đồ số" counts).
std::vector<bool> weak_words(const std::vector<Token>& tokens);

/// The phrases behind weak_words, the longer ones first: for the analysis that runs in the browser.
const std::vector<std::string>& weak_phrase_texts();

/// Whether every character is a digit (and there is one).
bool is_number(std::string_view word);

}  // namespace khomo::search
