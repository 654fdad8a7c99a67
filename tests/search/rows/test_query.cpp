// SPDX-License-Identifier: GPL-3.0-or-later

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "catalog/base/text.hpp"
#include "search/rows/folded_match.hpp"
#include "search/rows/query.hpp"

using namespace khomo;
using namespace khomo::search;

namespace {

Filter is(std::size_t field, const std::string& value) { return Filter::of(Condition{field, Operator::exact, {value}}); }

}  // namespace

TEST_CASE("the canonical text does not depend on the order of parts but on everything else") {
    const auto both = Filter::group(Filter::Kind::all, {is(1, "a"), is(2, "b")});
    CHECK(canonical(both) == canonical(Filter::group(Filter::Kind::all, {is(2, "b"), is(1, "a")})));
    CHECK(canonical(both) != canonical(Filter::group(Filter::Kind::any, {is(1, "a"), is(2, "b")})));
    CHECK(canonical(is(1, "a")) != canonical(is(2, "a")));
    CHECK(canonical(Filter::of(Condition{1, Operator::exact, {std::int64_t{1}}})) != canonical(is(1, "1")));
}

TEST_CASE("a value cannot look like the end of its part") {
    const auto one = Filter::of(Condition{1, Operator::in, {std::string("a;3\"b"), std::string("c")}});
    const auto other = Filter::of(Condition{1, Operator::in, {std::string("a"), std::string("b"), std::string("c")}});
    CHECK(canonical(one) != canonical(other));
    CHECK(canonical(is(1, "a;")) != canonical(is(1, "a")));
}

TEST_CASE("order, columns, place and limit each change the canonical query") {
    Query query;
    std::vector<std::string> texts = {canonical(query)};
    query.sort = {{1, false}};
    texts.push_back(canonical(query));
    query.sort = {{1, true}};
    texts.push_back(canonical(query));
    query.select = {1};
    texts.push_back(canonical(query));
    query.geometry = true;
    texts.push_back(canonical(query));
    query.limit = 5;
    texts.push_back(canonical(query));
    query.after = 7;
    texts.push_back(canonical(query));
    query.offset = 7;
    texts.push_back(canonical(query));
    std::sort(texts.begin(), texts.end());
    CHECK(std::unique(texts.begin(), texts.end()) == texts.end());
}

TEST_CASE("the quick folding gives what the slow one gives, on random Vietnamese and other text") {
    const std::vector<std::string> pieces = {"a", "Z", " ", "đ", "Đ", "ư", "Ơ", "ế", "Ệ", "ý", "\xCC\x81", "o\xCC\x9B\xCC\x80", "\xC2\xA0", "\xE2\x80\x8B", "\xC2\xAD", "İ", "ß", "Ά", "Σ", "中", "한", "😀", "ﬁ", "Ṩ", "-"};
    std::mt19937 random(5);
    for (int i = 0; i < 20000; ++i) {
        std::string text;
        for (auto n = random() % 12; n > 0; --n) {
            text += pieces[random() % (i % 2 == 0 ? 17 : pieces.size())];
        }
        std::string quick;
        append_folded(quick, text);
        REQUIRE(quick == fold(text));
    }
}

TEST_CASE("text that is not UTF-8 is compared as it is, without a fault") {
    CHECK(contains_folded("ab\xFF\xFE", "b\xFF"));
    CHECK_FALSE(contains_folded("\xC3", "a"));
    CHECK_FALSE(contains_folded("\xE1\xBA", "a"));
    CHECK(contains_folded("Hồ Đập", "dap"));
    CHECK(contains_folded("", ""));
}

TEST_CASE("words of a search are folded, and no more are taken than asked for") {
    CHECK(folded_words("  Hồ  CHỨA\tĐà ") == std::vector<std::string>{"ho", "chua", "da"});
    CHECK(folded_words("a b c d e f g h i j").size() == 8);
    CHECK(folded_words(" ").empty());
}
