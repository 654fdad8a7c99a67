// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace khomo::search {

/// What a word typed in Telex or VNI with the input method off would have become: "rungwf", "ru72ng", "rung72" → "rừng". Only
/// well-formed Vietnamese syllables come back; the caller accepts one only if the index knows it ("co2" and "gis" must stay).
std::vector<std::string> decode_typing(std::string_view word);

/// Folded words that a Vietnamese speaker confuses with this one (s/x, ch/tr, d/gi/r, l/n, i/y …).
std::vector<std::string> confusables(const std::string& folded);

}  // namespace khomo::search
