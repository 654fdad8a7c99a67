// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace khomo::builder {

/// What was found in a cell's text while it was cleaned.
struct TextTraits {
    bool control = false;      ///< a control character other than tab and line break
    bool replacement = false;  ///< U+FFFD: somebody lost a character before us
    bool invisible = false;    ///< zero-width and other invisible characters, which were taken out
    bool recomposed = false;   ///< was not NFC, now it is
    bool eth = false;          ///< Ð (Icelandic eth) in the place of Đ, which looks the same and matches nothing
    bool mojibake = false;     ///< UTF-8 that was taken for windows-1252 and encoded again ("á»", "Ä‘", "Æ°")
    bool any() const { return control || replacement || invisible || recomposed || eth || mojibake; }
};

/// The text as requirements C2.1 asks: invisible characters out, no-break spaces plain, trimmed, NFC. Refers to `raw` where nothing but the
/// ends changes, else to `scratch`. `raw` is valid UTF-8. Plain Vietnamese text costs one look at each byte.
std::string_view clean_cell(std::string_view raw, std::string& scratch, TextTraits& traits);

/// Whether a spreadsheet that opens the text in a CSV would take it for a formula: it begins with = + - @, or does so behind a semicolon or quote,
/// where some settings part cells. Numbers, phones and dashes before words are none.
bool is_live(std::string_view text);

}  // namespace khomo::builder
