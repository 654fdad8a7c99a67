// SPDX-License-Identifier: GPL-3.0-or-later

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "search/text/abbreviations.hpp"

using namespace khomo::search;

namespace {

std::vector<std::string> sides(const std::string& text) { return other_sides(abbreviations_in(text, tokenize(text))); }

bool has(const std::vector<std::string>& list, const std::string& item) { return std::find(list.begin(), list.end(), item) != list.end(); }

}  // namespace

TEST_CASE("a short form leads to its words and the words to the short form") {
    CHECK(has(sides("phiên họp UBND tỉnh"), "ủy ban nhân dân"));
    CHECK(has(sides("phiên họp Uỷ ban nhân dân tỉnh"), "UBND"));
    CHECK(has(sides("uy ban nhan dan"), "UBND"));
    CHECK(sides("hồ chứa").empty());
}

TEST_CASE("signs inside a short form and the word và may be missing") {
    CHECK(has(sides("Sở NN&MT"), "nông nghiệp và môi trường"));
    CHECK(has(sides("Sở NNMT"), "nông nghiệp và môi trường"));
    CHECK(has(sides("U.B.N.D"), "ủy ban nhân dân"));
    CHECK(has(sides("phát triển KT-XH"), "kinh tế xã hội"));
    CHECK(has(sides("khoa học công nghệ"), "khcn"));
    CHECK(has(sides("công chức và viên chức"), "CCVC"));
}

TEST_CASE("words with other marks are other words") {
    CHECK_FALSE(has(sides("nông nghiệp và mồi trường"), "NN&MT"));
    CHECK_FALSE(has(sides("ngân hàng sách"), "NSNN"));
}

TEST_CASE("a short form that could be a word counts only in capitals") {
    CHECK(has(sides("dự án NGO"), "tổ chức phi chính phủ"));
    CHECK(sides("diện tích ngô").empty());
    CHECK(sides("dien tich ngo").empty());
}

TEST_CASE("uses are told with the words they cover") {
    const std::string text = "kế hoạch sử dụng đất và KHSDĐ";
    const auto uses = abbreviations_in(text, tokenize(text));
    REQUIRE(uses.size() == 2);
    CHECK(uses[0].first == 0);
    CHECK(uses[0].last == 5);
    CHECK_FALSE(uses[0].is_short);
    CHECK(uses[1].first == 6);
    CHECK(uses[1].is_short);
}

TEST_CASE("the list is in order: every line has a key of its own and words of its own") {
    std::set<std::string> keys;
    for (const auto& abbreviation : abbreviations()) {
        CAPTURE(abbreviation.shown);
        CHECK(keys.insert(abbreviation.key).second);
        CHECK(abbreviation.words.size() >= 2);
        CHECK(abbreviation.key.size() >= 2);
        CHECK(is_abbreviation(abbreviation.key));
        // What stands for something is found again in its own long form.
        CHECK(has(sides(abbreviation.long_form), abbreviation.shown));
    }
    CHECK(keys.size() > 80);
}
