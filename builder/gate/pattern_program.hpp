// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace khomo::builder {

/// Characters from `first` to `last`.
struct CharRange {
    char32_t first;
    char32_t last;
};
using CharSet = std::vector<CharRange>;  ///< sorted, without overlaps

/// A non-deterministic automaton in Thompson's form.
struct PatternNode {
    enum class Kind : std::uint8_t { set, split, jump, accept };
    Kind kind = Kind::accept;
    int next = -1;
    int other = -1;  ///< second way of a split
    CharSet set;
};

struct PatternProgram {
    std::vector<PatternNode> nodes;
    int start = 0;
};

/// Compiles the part of ECMAScript's syntax that an automaton can run; none for the rest, for mistakes, and for patterns of more than 5,000 nodes.
std::optional<PatternProgram> compile_pattern(std::string_view pattern);

/// Next character of a UTF-8 text, which is taken from its front; the text must be valid.
char32_t take_character(std::string_view& text);

}  // namespace khomo::builder
