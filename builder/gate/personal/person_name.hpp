// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace khomo::builder {

enum class NameMatch {
    none,
    two_words,   ///< a family name and one syllable: places look like that too
    more_words,  ///< a family name and two to four syllables
    marked,      ///< with Văn or Thị in the middle
};

/// Whether the whole text reads as the name of a person: two to five capitalised syllables (or all in capitals, or without marks) after a family
/// name that people of Việt Nam bear, those of the Thái, Mông, Mường and Dao of the north-west included. The list is our own. A syllable may be
/// cut to its first letter ("Lò Văn A").
NameMatch match_name(std::string_view text);

/// Where a name follows a form of address (ông, bà, anh, chị, cháu, chủ hộ, họ tên …) in running text; empty if nowhere.
std::string_view find_addressed_name(std::string_view text);

}  // namespace khomo::builder
