// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/gate/pattern.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <regex>
#include <vector>

#include "builder/gate/pattern_program.hpp"
#include "catalog/base/error.hpp"

namespace khomo::builder {
namespace {

constexpr std::size_t kMostStates = 2000;       ///< of the deterministic automaton; then it starts afresh
constexpr std::size_t kLongestForRegex = 1000;  ///< std::regex recurses for each byte

/// Characters that no range of the pattern tells apart share a class.
class CharClasses {
public:
    explicit CharClasses(const PatternProgram& program) {
        for (const auto& node : program.nodes) {
            for (const auto& range : node.set) {
                starts_.push_back(range.first);
                starts_.push_back(range.last + 1);
            }
        }
        starts_.push_back(0);
        std::sort(starts_.begin(), starts_.end());
        starts_.erase(std::unique(starts_.begin(), starts_.end()), starts_.end());
        for (char32_t c = 0; c < ascii_.size(); ++c) {
            ascii_[c] = search(c);
        }
    }
    std::size_t size() const { return starts_.size(); }
    std::size_t of(char32_t c) const { return c < ascii_.size() ? ascii_[c] : search(c); }
    char32_t member(std::size_t index) const { return starts_[index]; }

private:
    std::size_t search(char32_t c) const { return static_cast<std::size_t>(std::upper_bound(starts_.begin(), starts_.end(), c) - starts_.begin()) - 1; }
    std::vector<char32_t> starts_;  ///< first character of each class
    std::array<std::size_t, 128> ascii_{};
};

bool holds(const CharSet& set, char32_t c) {
    return std::any_of(set.begin(), set.end(), [&](const auto& range) { return c >= range.first && c <= range.last; });
}

}  // namespace

struct Pattern::State {
    PatternProgram program;
    std::optional<CharClasses> classes;
    std::optional<std::regex> regex;

    // The deterministic automaton, built as texts need it. State 0 is the dead one, 1 the start.
    std::map<std::vector<int>, int> numbers;
    std::vector<std::vector<int>> members;
    std::vector<bool> accepting;
    std::vector<int> transitions;  ///< [state * classes + class], -1 = not built yet

    void restart() {
        numbers.clear();
        members.clear();
        accepting.clear();
        transitions.clear();
        number_of({});
        std::vector<int> start;
        close(program.start, start);
        std::sort(start.begin(), start.end());
        number_of(start);
    }

    /// Adds the nodes that are reached from `from` without a character.
    void close(int from, std::vector<int>& into) const {
        std::vector<int> open = {from};
        while (!open.empty()) {
            const int at = open.back();
            open.pop_back();
            if (at < 0 || std::find(into.begin(), into.end(), at) != into.end()) {
                continue;
            }
            into.push_back(at);
            const auto& node = program.nodes[static_cast<std::size_t>(at)];
            if (node.kind == PatternNode::Kind::split || node.kind == PatternNode::Kind::jump) {
                open.push_back(node.next);
                open.push_back(node.other);
            }
        }
    }

    int number_of(const std::vector<int>& nodes) {
        const auto [found, is_new] = numbers.emplace(nodes, static_cast<int>(members.size()));
        if (is_new) {
            members.push_back(nodes);
            accepting.push_back(
                std::any_of(nodes.begin(), nodes.end(), [&](int at) { return program.nodes[static_cast<std::size_t>(at)].kind == PatternNode::Kind::accept; }));
            transitions.resize(transitions.size() + classes->size(), -1);
        }
        return found->second;
    }

    int step(int state, std::size_t char_class) {
        const auto slot = static_cast<std::size_t>(state) * classes->size() + char_class;
        if (transitions[slot] >= 0) {
            return transitions[slot];
        }
        const auto character = classes->member(char_class);
        std::vector<int> reached;
        for (const int at : members[static_cast<std::size_t>(state)]) {
            const auto& node = program.nodes[static_cast<std::size_t>(at)];
            if (node.kind == PatternNode::Kind::set && holds(node.set, character)) {
                close(node.next, reached);
            }
        }
        std::sort(reached.begin(), reached.end());
        const int next = number_of(reached);
        transitions[slot] = next;
        return next;
    }
};

Pattern::Pattern(const std::string& pattern) : state_(std::make_unique<State>()) {
    if (auto program = compile_pattern(pattern)) {
        state_->program = std::move(*program);
        state_->classes.emplace(state_->program);
        state_->restart();
        return;
    }
    try {
        state_->regex.emplace(pattern, std::regex::ECMAScript | std::regex::optimize);
    } catch (const std::regex_error&) {
        throw Error(ErrorKind::input, {"Mẫu «" + pattern + "» sai cú pháp", "The pattern «" + pattern + "» is not valid"});
    }
}

Pattern::~Pattern() = default;
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;

bool Pattern::is_linear() const {
    return !state_->regex;
}

bool Pattern::matches(std::string_view text) {
    auto& s = *state_;
    if (s.regex) {
        return text.size() <= kLongestForRegex && std::regex_match(text.begin(), text.end(), *s.regex);
    }
    if (s.members.size() > kMostStates) {
        s.restart();
    }
    int state = 1;
    while (!text.empty() && state != 0) {
        state = s.step(state, s.classes->of(take_character(text)));
    }
    return s.accepting[static_cast<std::size_t>(state)];
}

}  // namespace khomo::builder
