// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace khomo::search {

/// What one written letter is made of. All views live as long as the program.
struct Letter {
    std::string lower;   ///< lower case, NFC
    std::string shape;   ///< lower case without its tone: "ộ" → "ô"
    std::string folded;  ///< no marks, đ → d
    int tone = 0;        ///< 1 sắc, 2 huyền, 3 hỏi, 4 ngã, 5 nặng, 0 none
};

/// What stands at a place of a text.
struct Sign {
    enum class Kind {
        separator,  ///< ends a word
        ascii,      ///< a letter or digit of ASCII
        letter,     ///< a Latin letter that the table knows, or a raised or lowered digit: `letter` is set
        invisible,  ///< soft hyphen, zero-width signs: as if it were not there
        other,      ///< a combining mark or a letter of another script: the word needs Unicode normalisation
    };
    Kind kind = Kind::separator;
    std::size_t length = 1;  ///< bytes, at least 1; broken UTF-8 is a separator of 1
    const Letter* letter = nullptr;
};

/// The sign at byte `at` (< text.size()). The table behind it is asked of catalog/base once, so that the two can never differ.
Sign sign_at(std::string_view text, std::size_t at);

}  // namespace khomo::search
