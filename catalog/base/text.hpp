// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace khomo {

/// Whether `bytes` are well-formed UTF-8 (no surrogates, no overlong forms, no NUL).
bool is_valid_utf8(std::string_view bytes);

/// Unicode NFC by way of NFD, so that windows-1258 mixtures unify too. Throws Error(format) if not UTF-8.
std::string to_nfc(std::string_view text);

/// What requirements C2.1 asks of every text: invisible characters (U+200B–200F, U+2060, U+FEFF, U+00AD) go,
/// NBSP becomes a space, the ends are trimmed, the rest is NFC. Inner line breaks and spaces stay.
std::string clean_text(std::string_view text);

/// Unicode lower case (locale vi).
std::string to_lower(std::string_view text);

/// Letters without marks, đ → d, lower case: "Thửa Đất" → "thua dat".
std::string fold(std::string_view text);

/// fold(), then everything but [a-z0-9] becomes one hyphen; at most 80 characters, cut at a hyphen (requirements C2.13).
std::string slugify(std::string_view text);

/// Whether `id` is a slug: [a-z0-9]+(-[a-z0-9]+)*, at most 80 characters.
bool is_slug(std::string_view id);

/// Sort key of the ICU collation `vi` (đ after d, tones ngang–huyền–hỏi–ngã–sắc–nặng), as bytes that compare with memcmp.
std::string collation_key(std::string_view text);

/// The entry of `names` that is nearest to `word` by edit distance, or "" if none is near (distance > 1/2 of the length).
std::string nearest(std::string_view word, const std::vector<std::string>& names);

/// Trims ASCII white space from both ends.
std::string_view trim(std::string_view text);

/// `text` in guillemets, as a message quotes it: at most 40 characters, control characters shown as "·", never half a character.
std::string excerpt(std::string_view text);

}  // namespace khomo
