// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace khomo {

/// A syllable with its tone taken off: letters in lower case with their shape (ă â ê ô ơ ư đ), and the tone as a digit:
/// 0 none, 1 sắc, 2 huyền, 3 hỏi, 4 ngã, 5 nặng (requirements C2.2).
struct ToneSplit {
    std::string letters;
    int tone = 0;
    int marks = 0;  ///< how many tone marks were written; more than one is no syllable
};
ToneSplit split_tone(std::string_view word);

/// Whether the word is a well-formed Vietnamese syllable: a known onset, a known rhyme, and a tone that the ending allows
/// (after c, ch, p, t only sắc and nặng). The tables are our own, written from the language's spelling rules.
bool is_vietnamese_syllable(std::string_view word);

/// Whether some Vietnamese syllable looks like this without its marks: "thua", "dien", "xan", but not "road". ASCII lower case.
bool is_folded_syllable(std::string_view word);

}  // namespace khomo
