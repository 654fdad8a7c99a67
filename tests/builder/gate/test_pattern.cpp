// SPDX-License-Identifier: GPL-3.0-or-later

#include <doctest/doctest.h>

#include <chrono>
#include <random>
#include <regex>

#include "builder/gate/pattern.hpp"
#include "catalog/base/error.hpp"

using khomo::builder::Pattern;

namespace {

bool matches(const std::string& pattern, const std::string& text) {
    return Pattern(pattern).matches(text);
}

}  // namespace

TEST_CASE("a pattern covers the whole value") {
    CHECK(matches("HC[0-9]{4}", "HC0123"));
    CHECK_FALSE(matches("HC[0-9]{4}", "HC012"));
    CHECK_FALSE(matches("HC[0-9]{4}", "xHC0123"));
    CHECK_FALSE(matches("HC[0-9]{4}", "HC01234"));
    CHECK(matches("^HC\\d{4}$", "HC0123"));
    CHECK(matches("", ""));
    CHECK_FALSE(matches("", "x"));
}

TEST_CASE("the automaton agrees with std::regex on what both can") {
    const std::vector<std::string> patterns = {"a*b+c?", "(ab|a)(c|bcd)*", "[^a-c]+", "a{2,3}", "a{2,}",          "(?:ab){0,2}c", "\\w+\\.\\d*", "(a|b|)c",
                                               "a.c",    "[a\\-c]+",       "[-a]+",   "(a*)*",  "((a|b)*c){1,2}", "\\S\\s\\S",    "x|y|zz",      "a??b"};
    std::mt19937 random(20261123);
    const std::string letters = "abcdxyz .-1";
    for (const auto& text : patterns) {
        Pattern ours(text);
        CHECK_MESSAGE(ours.is_linear(), text);
        const std::regex theirs(text);
        for (int i = 0; i < 400; ++i) {
            std::string value;
            for (auto length = random() % 7; length > 0; --length) {
                value += letters[random() % letters.size()];
            }
            CHECK_MESSAGE(ours.matches(value) == std::regex_match(value, theirs), (text + " on " + value));
        }
    }
}

TEST_CASE("Vietnamese letters are one character each") {
    CHECK(matches("Đất.", "Đấtệ"));
    CHECK(matches("[ăâđêôơư]{3}", "đêư"));
    CHECK_FALSE(matches("[ăâđêôơư]{3}", "đê"));
    CHECK(matches("[^x]", "ệ"));
    CHECK(matches("[à-ỹ]+", "ệ"));
}

TEST_CASE("an evil pattern costs time linear in the text") {
    Pattern evil("(a+)+$");
    Pattern nested("(a|aa)*b");
    const std::string text(200000, 'a');
    const auto start = std::chrono::steady_clock::now();
    CHECK(evil.matches(text));
    CHECK_FALSE(evil.matches(text + "!"));
    CHECK_FALSE(nested.matches(text));
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(2));
}

TEST_CASE("look-ahead and references still work, on texts of a sensible length") {
    Pattern look("(?=.*\\d)[a-z0-9]+");
    CHECK_FALSE(look.is_linear());
    CHECK(look.matches("ab1"));
    CHECK_FALSE(look.matches("abc"));
    CHECK(matches("(a)\\1", "aa"));
    CHECK_FALSE(look.matches(std::string(5000, '1')));
}

TEST_CASE("a pattern that is none is refused") {
    for (const std::string bad : {"(", "[a", "a{3,2}", "*a", "a)"}) {
        CHECK_THROWS_AS_MESSAGE(Pattern{bad}, khomo::Error, bad);
    }
}
