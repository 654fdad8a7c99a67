// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace khomo::search {

/// What a word typed in Telex or VNI with the input method off would have become, likeliest first: "rungwf", "ru72ng", "rung72" →
/// "rừng". Empty when the word is no such typing: only well-formed Vietnamese syllables come back, and formulas and units (co2, no2, m3,
/// pm10) never do. The caller accepts an answer only if the index knows it ("gis" must stay). `word` is in lower case.
std::vector<std::string> decode_typing(std::string_view word);

/// Formulas and units that decode_typing leaves alone.
std::vector<std::string> kept_words();

}  // namespace khomo::search
