// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace khomo::builder {

/// A `pattern` of the contract, matched against whole values. Literals, `.`, classes, escapes (\d \w \s and their opposites), groups, alternatives
/// and quantifiers run as an automaton over Unicode characters in time linear in the text, whatever the pattern; what needs more
/// (look-ahead, back-references, \b) goes to std::regex, for texts of at most 1,000 bytes. Not thread-safe: the automaton is built while it runs.
class Pattern {
public:
    /// Throws Error(input) when the pattern is no valid ECMAScript expression.
    explicit Pattern(const std::string& pattern);
    ~Pattern();
    Pattern(Pattern&&) noexcept;
    Pattern& operator=(Pattern&&) noexcept;

    bool matches(std::string_view text);
    /// Whether the automaton runs it.
    bool is_linear() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace khomo::builder
