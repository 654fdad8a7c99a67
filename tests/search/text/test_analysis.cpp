// SPDX-License-Identifier: GPL-3.0-or-later

#include <doctest/doctest.h>

#include "catalog/base/syllable.hpp"
#include "catalog/base/text.hpp"
#include "search/text/analysis.hpp"
#include "tests/support/typed_vietnamese.hpp"

using namespace khomo::search;

namespace {

std::string keys(std::string_view text) {
    std::string all;
    for (const auto& token : tokenize(text)) {
        all += (all.empty() ? "" : " ") + token.key;
    }
    return all;
}

std::string folded(std::string_view text) {
    std::string all;
    for (const auto& token : tokenize(text)) {
        all += (all.empty() ? "" : " ") + token.folded;
    }
    return all;
}

std::string weak(std::string_view text) {
    const auto tokens = tokenize(text);
    const auto flags = weak_words(tokens);
    std::string all;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        all += flags[i] ? '-' : '+';
    }
    return all;
}

}  // namespace

TEST_CASE("a word has a key with its marks and a folded form") {
    CHECK(keys("Thửa đất") == "thưa3 đât1");
    CHECK(folded("Thửa đất") == "thua dat");
    CHECK(tokenize("đất").front().marked);
    CHECK_FALSE(tokenize("dat").front().marked);
    CHECK(tokenize("Rừng").front().surface == "rừng");
}

TEST_CASE("tone placement does not matter") {
    CHECK(keys("hòa thủy khỏe") == keys("hoà thuỷ khoẻ"));
    CHECK(keys("hóa") == "hoa1");
}

TEST_CASE("decomposed and mixed Unicode is the same word") {
    CHECK(keys("ru\xC6\xB0\xCC\x80ng") == keys("ruừng"));                // base precomposed, tone combining
    CHECK(keys("ru\xCC\x9B\xCC\x80ng") == keys("rừng"));                 // NFD
    CHECK(keys("r\xC6\xB0\xCC\x80ng") == keys("rừng"));                  // windows-1258 order
    CHECK(keys("MO\xCC\x82\xCC\x81""C") == keys("mốc"));
}

TEST_CASE("invisible signs are not there") {
    CHECK(keys("rừ\xE2\x80\x8Bng") == keys("rừng"));
    CHECK(keys("quy\xC2\xADhoạch") == keys("quyhoạch"));
    const auto tokens = tokenize("\xEF\xBB\xBFrừng");
    REQUIRE(tokens.size() == 1);
    CHECK(tokens.front().begin == 3);
}

TEST_CASE("no-break spaces and every other sign separate words") {
    CHECK(folded("bản\xC2\xA0đồ\xC2\xA0số") == "ban do so");
    CHECK(folded("kè - tường,chắn (đá)…") == "ke tuong chan da");
    CHECK(folded("giá × lượng ÷ 2") == "gia luong 2");
    CHECK(folded("một 🌲 cây") == "mot cay");
}

TEST_CASE("i and y are one after an onset, and only there") {
    CHECK(keys("kỹ") == keys("kĩ"));
    CHECK(keys("lý") == keys("lí"));
    CHECK(keys("tỷ") == keys("tỉ"));
    CHECK(keys("quy") == keys("qui"));
    CHECK(keys("quý") == keys("quí"));
    CHECK(folded("ky ly quy") == folded("ki li qui"));
    CHECK(keys("thuy") != keys("thui"));
    CHECK(keys("y tế").starts_with("y0"));
    CHECK(keys("quyết") == "quyêt1");
    CHECK(keys("may") != keys("mai"));
}

TEST_CASE("a number is the same with and without its separators") {
    CHECK(folded("3.000") == "3000");
    CHECK(folded("3,000") == "3000");
    CHECK(folded("1.234.567,5 ha") == "1234567 5 ha");
    CHECK(folded("2.5") == "2 5");
    CHECK(folded("1.2345") == "1 2345");
    CHECK(folded("12.345x") == "12 345x");
    CHECK(folded("25/11/2026") == "25 11 2026");
    const auto tokens = tokenize("khoảng 3.000 ha");
    REQUIRE(tokens.size() == 3);
    CHECK(tokens[1].begin == 8 + 1);
    CHECK(tokens[1].end == tokens[1].begin + 5);
}

TEST_CASE("a code keeps its parts as they are") {
    CHECK(folded("H52.101.114") == "h52 101 114");
    CHECK(folded("45/2025/TT-BKHCN") == "45 2025 tt bkhcn");
}

TEST_CASE("raised and lowered digits are digits") {
    CHECK(folded("m³ CO₂ km²") == "m3 co2 km2");
}

TEST_CASE("offsets point into the text as it was handed in") {
    const std::string text = "«Hồ\xE2\x80\x8B chứa»";
    for (const auto& token : tokenize(text)) {
        CHECK(khomo::fold(khomo::clean_text(text.substr(token.begin, token.end - token.begin))) == token.folded);
    }
}

TEST_CASE("bytes that are no UTF-8 separate words and break nothing") {
    CHECK(folded("r\xFFng") == "r ng");
    CHECK(folded("a\xC3") == "a");
    CHECK(folded("\xE1\xBB rừng \xF0\x9F") == "rung");
    CHECK(tokenize(std::string("a\0b", 3)).size() == 2);
    CHECK(tokenize("").empty());
}

TEST_CASE("the letter table says what Unicode normalisation says") {
    for (const auto& [letter, parts] : khomo::tests::vietnamese_letters()) {
        CAPTURE(letter);
        const auto token = tokenize("x" + letter + "n").front();
        const auto split = khomo::split_tone("x" + letter + "n");
        CHECK(token.key == split.letters + std::to_string(parts.tone));
        CHECK(token.folded == khomo::fold("x" + letter + "n"));
        CHECK(token.folded == std::string("x") + parts.base + "n");
    }
}

TEST_CASE("joined words are found with and without their signs") {
    const std::string text = "theo Thông tư 45/2025/TT-BKHCN của NN&MT, KT-XH";
    const auto joined = joined_words(text, tokenize(text));
    REQUIRE(joined.size() == 3);
    CHECK(joined[0].whole == "45/2025/tt-bkhcn");
    CHECK(joined[0].code);
    CHECK(joined[1].bare == "nnmt");
    CHECK(joined[1].code);
    CHECK(joined[2].bare == "ktxh");
    CHECK_FALSE(joined[2].code);
}

TEST_CASE("weak words are weak only where they mean little") {
    CHECK(weak("Dữ liệu về hồ chứa") == "---++");
    CHECK(weak("bản đồ số") == "+++");
    CHECK(weak("CSDL Cơ sở lưu trú du lịch") == "---++++");
    CHECK(weak("cấp trên địa bàn tỉnh") == "+----");
    CHECK(weak("du lieu ve rung") == "---+");
    CHECK(weak("vẽ bản đồ") == "+++");
}
