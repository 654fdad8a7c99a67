// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "search/text/analysis.hpp"

namespace khomo::search {

/// Whether a word may be English and is worth stemming: plain letters, at least three, and no Vietnamese syllable even without marks
/// ("roads", "forest"; not "ban", "them"). Index and query ask the same question.
bool may_be_english(const Token& token);

}  // namespace khomo::search
