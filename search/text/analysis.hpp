// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace khomo::search {

/// The one analysis of Khomo: index and query both use it (requirements part C).

/// A word of a text. `begin` and `end` are byte offsets into the text that was handed in.
struct Token {
    std::string surface;  ///< as written, NFC, lower case
    std::string key;      ///< letters with their shape, i/y settled, and the tone as a digit: "hòa" and "hoà" are "hoa2"
    std::string folded;   ///< no marks, đ → d
    bool marked = false;  ///< whether it carries a mark or đ: then it is meant literally
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Words: runs of letters and digits. Everything else separates.
std::vector<Token> tokenize(std::string_view text);

/// Codes that hold together: document numbers (45/2025/TT-BKHCN), abbreviations with & (NN&MT), H52.101: folded, whole. Numbers with
/// separators also without them ("3.000" → "3000").
std::vector<std::string> codes_of(std::string_view text);

/// Folded key of an abbreviation: without & and dots.
std::string abbreviation_key(std::string_view word);

/// Words that say little by themselves ("dữ liệu", "cơ sở", "về", "của" …); only ranking and the partial reading leave them out.
bool is_stop_word(const std::string& folded);

}  // namespace khomo::search
