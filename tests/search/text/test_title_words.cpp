// SPDX-License-Identifier: GPL-3.0-or-later

#include <doctest/doctest.h>

#include "search/text/title_words.hpp"

using namespace khomo::search;

TEST_CASE("title words come back as they went in") {
    const auto tokens = tokenize("Dữ liệu thửa đất 3.000 m²");
    const auto line = write_title_words(tokens);
    const auto words = read_title_words(line);
    REQUIRE(words.size() == tokens.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
        CHECK(words[i].folded == tokens[i].folded);
        CHECK(words[i].key == tokens[i].key);
        CHECK(words[i].weak == (i < 2));
    }
}

TEST_CASE("a damaged line gives what can be read") {
    CHECK(read_title_words("").empty());
    CHECK(read_title_words("~ / x").size() == 1);
}
