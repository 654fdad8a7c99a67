// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/gate/pattern_program.hpp"

#include <algorithm>

namespace khomo::builder {
namespace {

constexpr char32_t kLast = 0x10FFFF;
constexpr std::size_t kMostNodes = 5000;
constexpr int kMostRepeats = 1000;

struct Unsupported {};

CharSet normalize(CharSet set) {
    std::sort(set.begin(), set.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    CharSet out;
    for (const auto& range : set) {
        if (!out.empty() && range.first <= out.back().last + 1) {
            out.back().last = std::max(out.back().last, range.last);
        } else {
            out.push_back(range);
        }
    }
    return out;
}

CharSet invert(const CharSet& set) {
    CharSet out;
    char32_t next = 0;
    for (const auto& range : set) {
        if (range.first > next) {
            out.push_back({next, range.first - 1});
        }
        next = range.last + 1;
    }
    if (next <= kLast) {
        out.push_back({next, kLast});
    }
    return out;
}

CharSet class_of_escape(char32_t c) {
    switch (c) {
        case 'd': return {{'0', '9'}};
        case 'w': return {{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}};
        case 's': return {{'\t', '\r'}, {' ', ' '}, {0xA0, 0xA0}, {0x2000, 0x200A}, {0x2028, 0x2029}, {0x3000, 0x3000}, {0xFEFF, 0xFEFF}};
        case 'D': return invert(class_of_escape('d'));
        case 'W': return invert(class_of_escape('w'));
        case 'S': return invert(class_of_escape('s'));
        case 'n': return {{'\n', '\n'}};
        case 'r': return {{'\r', '\r'}};
        case 't': return {{'\t', '\t'}};
        default: break;
    }
    const bool letter_or_digit = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (letter_or_digit) {
        throw Unsupported{};  // \b, \1, \u…
    }
    return {{c, c}};
}

/// A piece of automaton: where it starts, and the jump node at its end that leads nowhere until it is joined.
struct Fragment {
    int start;
    int end;
};

class Compiler {
public:
    explicit Compiler(std::string_view pattern) : rest_(pattern) { program_.nodes.reserve(kMostNodes + 8); }

    PatternProgram run() {
        if (rest_.starts_with('^')) {
            rest_.remove_prefix(1);
        }
        const auto whole = alternatives();
        if (!rest_.empty()) {
            throw Unsupported{};
        }
        node(whole.end).next = add(PatternNode::Kind::accept);
        program_.start = whole.start;
        return std::move(program_);
    }

private:
    PatternNode& node(int index) { return program_.nodes[static_cast<std::size_t>(index)]; }

    int add(PatternNode::Kind kind, int next = -1, int other = -1) {
        if (program_.nodes.size() >= kMostNodes) {
            throw Unsupported{};
        }
        program_.nodes.push_back({kind, next, other, {}});
        return static_cast<int>(program_.nodes.size()) - 1;
    }

    Fragment of_set(CharSet set) {
        const int end = add(PatternNode::Kind::jump);
        const int start = add(PatternNode::Kind::set, end);
        node(start).set = normalize(std::move(set));
        return {start, end};
    }

    Fragment nothing() {
        const int only = add(PatternNode::Kind::jump);
        return {only, only};
    }

    Fragment join(const Fragment& a, const Fragment& b) {
        node(a.end).next = b.start;
        return {a.start, b.end};
    }

    Fragment alternatives() {
        if (++depth_ > 100) {
            throw Unsupported{};
        }
        auto whole = sequence();
        while (rest_.starts_with('|')) {
            rest_.remove_prefix(1);
            const auto other = sequence();
            const int end = add(PatternNode::Kind::jump);
            node(whole.end).next = end;
            node(other.end).next = end;
            whole = {add(PatternNode::Kind::split, whole.start, other.start), end};
        }
        --depth_;
        return whole;
    }

    Fragment sequence() {
        auto whole = nothing();
        while (!rest_.empty() && rest_[0] != '|' && rest_[0] != ')') {
            if (rest_ == "$") {
                rest_.remove_prefix(1);
                break;
            }
            whole = join(whole, repeated());
        }
        return whole;
    }

    /// One atom with its quantifier. Counted repeats compile the atom's text again for each copy.
    Fragment repeated() {
        const auto before = rest_;
        auto atom_fragment = atom();
        const auto text = before.substr(0, before.size() - rest_.size());
        int least = 1;
        int most = 1;
        if (!quantifier(least, most)) {
            return atom_fragment;
        }
        const auto after = rest_;
        const auto again = [&] {
            rest_ = text;
            return atom();
        };
        auto whole = nothing();
        for (int i = 0; i < least; ++i) {
            whole = join(whole, i == 0 ? atom_fragment : again());
        }
        if (most < 0) {
            whole = join(whole, star(again()));
        } else {
            for (int i = least; i < most; ++i) {
                whole = join(whole, maybe(again()));
            }
        }
        rest_ = after;
        return whole;
    }

    Fragment star(const Fragment& inner) {
        const int end = add(PatternNode::Kind::jump);
        const int split = add(PatternNode::Kind::split, inner.start, end);
        node(inner.end).next = split;
        return {split, end};
    }

    Fragment maybe(const Fragment& inner) {
        const int end = add(PatternNode::Kind::jump);
        node(inner.end).next = end;
        return {add(PatternNode::Kind::split, inner.start, end), end};
    }

    bool quantifier(int& least, int& most) {
        if (rest_.empty()) {
            return false;
        }
        const char c = rest_[0];
        if (c == '*' || c == '+' || c == '?') {
            rest_.remove_prefix(1);
            least = c == '+' ? 1 : 0;
            most = c == '?' ? 1 : -1;
        } else if (c == '{') {
            counts(least, most);
        } else {
            return false;
        }
        if (rest_.starts_with('?')) {
            rest_.remove_prefix(1);  // lazy: the same texts match
        }
        return true;
    }

    int count() {
        int value = 0;
        bool any = false;
        while (!rest_.empty() && rest_[0] >= '0' && rest_[0] <= '9') {
            value = value * 10 + (rest_[0] - '0');
            rest_.remove_prefix(1);
            any = true;
            if (value > kMostRepeats) {
                throw Unsupported{};
            }
        }
        if (!any) {
            throw Unsupported{};
        }
        return value;
    }

    void counts(int& least, int& most) {
        rest_.remove_prefix(1);
        least = most = count();
        if (rest_.starts_with(',')) {
            rest_.remove_prefix(1);
            most = rest_.starts_with('}') ? -1 : count();
        }
        if (!rest_.starts_with('}') || (most >= 0 && most < least)) {
            throw Unsupported{};
        }
        rest_.remove_prefix(1);
    }

    Fragment atom() {
        const char c = rest_[0];
        if (c == '(') {
            rest_.remove_prefix(1);
            if (rest_.starts_with('?')) {
                if (!rest_.starts_with("?:")) {
                    throw Unsupported{};
                }
                rest_.remove_prefix(2);
            }
            const auto inner = alternatives();
            if (!rest_.starts_with(')')) {
                throw Unsupported{};
            }
            rest_.remove_prefix(1);
            return inner;
        }
        if (c == '[') {
            rest_.remove_prefix(1);
            return of_set(char_class());
        }
        if (c == '.') {
            rest_.remove_prefix(1);
            return of_set(invert({{'\n', '\n'}, {'\r', '\r'}, {0x2028, 0x2029}}));
        }
        if (c == '\\') {
            return of_set(escape());
        }
        if (std::string_view("*+?{}^$]").find(c) != std::string_view::npos) {
            throw Unsupported{};
        }
        const auto character = take_character(rest_);
        return of_set({{character, character}});
    }

    CharSet escape() {
        rest_.remove_prefix(1);
        if (rest_.empty()) {
            throw Unsupported{};
        }
        return class_of_escape(take_character(rest_));
    }

    CharSet class_item() {
        if (rest_.empty()) {
            throw Unsupported{};
        }
        if (rest_[0] == '\\') {
            return escape();
        }
        const auto character = take_character(rest_);
        return {{character, character}};
    }

    CharSet char_class() {
        const bool inverted = rest_.starts_with('^');
        rest_.remove_prefix(inverted ? 1 : 0);
        CharSet set;
        while (!rest_.starts_with(']')) {
            auto item = class_item();
            const bool single = item.size() == 1 && item[0].first == item[0].last;
            if (single && rest_.size() > 1 && rest_[0] == '-' && rest_[1] != ']') {
                rest_.remove_prefix(1);
                const auto last = class_item();
                if (last.size() != 1 || last[0].first != last[0].last || last[0].first < item[0].first) {
                    throw Unsupported{};
                }
                item[0].last = last[0].first;
            }
            set.insert(set.end(), item.begin(), item.end());
        }
        rest_.remove_prefix(1);
        set = normalize(std::move(set));
        return inverted ? invert(set) : set;
    }

    std::string_view rest_;
    PatternProgram program_;
    int depth_ = 0;
};

}  // namespace

char32_t take_character(std::string_view& text) {
    const auto lead = static_cast<unsigned char>(text[0]);
    const std::size_t length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    char32_t character = length == 1 ? lead : lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length && i < text.size(); ++i) {
        character = (character << 6) | (static_cast<unsigned char>(text[i]) & 0x3FU);
    }
    text.remove_prefix(std::min(length, text.size()));
    return character;
}

std::optional<PatternProgram> compile_pattern(std::string_view pattern) {
    try {
        return Compiler(pattern).run();
    } catch (const Unsupported&) {
        return std::nullopt;
    }
}

}  // namespace khomo::builder
