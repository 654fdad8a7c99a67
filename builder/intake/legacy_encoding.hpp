// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace khomo::builder {

/// The character of a windows-1252 byte; the five bytes that the code page leaves open are the control characters of the same number, as
/// Windows itself reads them.
char32_t from_windows_1252(unsigned char byte);

/// The windows-1252 bytes of a UTF-8 text; none when a character has no byte there. U+0080–U+009F count as the bytes of their number, so that
/// text which somebody read as ISO 8859-1 is turned back too, and the Vietnamese letters and tones of windows-1258 as its bytes.
std::optional<std::string> to_windows_1252(std::string_view text);

/// UTF-8 of bytes in the VNI code for Windows (a letter and, where it has marks, a second byte for all of them; đ ơ ư and the letters i are
/// single bytes). A mark that fits no letter before it stays the windows-1252 character that it is.
std::string from_vni(std::string_view bytes);

/// Appends a character as UTF-8.
void append_utf8(std::string& out, char32_t c);

/// What the name of a font says about the text that is set in it.
struct LegacyFont {
    std::string encoding;   ///< "tcvn3" or "vni"; empty for an ordinary font
    bool capitals = false;  ///< .VnTimeH shows small letters as capitals
    bool any() const { return !encoding.empty(); }
};
/// ".VnTime", ".VnArialH", "VNI-Times" and their like.
LegacyFont legacy_font(std::string_view name);

}  // namespace khomo::builder
