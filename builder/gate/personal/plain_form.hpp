// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace khomo::builder {

/// What a look at the bytes of a cell tells; made in one pass, so that most cells need no other.
struct ByteSurvey {
    std::size_t digits = 0;
    std::size_t letters = 0;   ///< ASCII letters
    std::size_t upper = 0;     ///< of them capital
    std::size_t wide = 0;      ///< bytes of 0x80 and above
    std::size_t spaces = 0;
    bool at = false;           ///< an @, plain or full-width
    bool stamp = false;        ///< bytes that stand in ậ, Ậ, ộ, Ộ: a stamp of secrecy has one of them
    bool odd = false;          ///< bytes that full-width letters, exotic digits, spaces and dashes, or combining marks begin with
};
ByteSurvey survey(std::string_view text);

/// The text as the detectors read it: NFC; full-width letters and the digits of other scripts in ASCII, every kind of space one plain space,
/// every kind of dash a hyphen, invisible characters gone. Bytes that are not UTF-8 become spaces. Only needed where survey() says `odd`.
std::string plain_form(std::string_view text);

/// The code point at `at`, which moves behind it; 0xFFFD for a byte that is no UTF-8.
char32_t next_code_point(std::string_view text, std::size_t& at);

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
inline bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
/// Part of a word in any script: letters, digits, and every byte beyond ASCII.
inline bool is_word_byte(char c) { return is_digit(c) || is_letter(c) || (static_cast<unsigned char>(c) & 0x80U) != 0; }
/// Whether the letter is a capital one of the Vietnamese alphabet (or of Latin-1).
bool is_capital(char32_t c);
bool is_letter(char32_t c);

}  // namespace khomo::builder
