// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace khomo::search {

/// Folded syllables that a Vietnamese speaker confuses with this one because they sound alike in some region or are spelt alike
/// (s/x, ch/tr, d/gi/r/v, l/n, c/k/q, n/ng, t/c, i/y). None for a word that is no syllable, so that "gis" stays.
std::vector<std::string> sound_alikes(const std::string& folded);

/// Folded words one edit away: a letter more, less, other, or two swapped. None for words under 4 letters or with digits.
std::vector<std::string> one_edit_away(const std::string& folded);

}  // namespace khomo::search
