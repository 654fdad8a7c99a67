// SPDX-License-Identifier: GPL-3.0-or-later

#include <doctest/doctest.h>

#include "builder/gate/cell_text.hpp"
#include "catalog/base/text.hpp"

using namespace khomo::builder;

namespace {

std::string clean(const std::string& raw, TextTraits& traits) {
    std::string scratch;
    return std::string(clean_cell(raw, scratch, traits));
}

}  // namespace

TEST_CASE("D1: texts that a spreadsheet would run are told from numbers, phones and dashes") {
    for (const std::string live : {"=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", "-SUM(A1:A2)", "Chợ;=1+1", "\"=HYPERLINK(1)", "a;@x"}) {
        CHECK_MESSAGE(is_live(live), live);
    }
    for (const std::string plain : {"-5", "+84 912 345 678", "-1,5", "- Mục a", "-", "=", "a = b", "sonla@sonla.gov.vn", "Chợ; Hồ", "«=»", "", "10-12"}) {
        CHECK_MESSAGE(!is_live(plain), plain);
    }
}

TEST_CASE("plain Vietnamese text is only trimmed") {
    TextTraits traits;
    CHECK(clean("  Rừng phòng hộ – «đầu nguồn» 5 ₫ \t\r\n", traits) == "Rừng phòng hộ – «đầu nguồn» 5 ₫");
    CHECK(clean("một câu rất dài không có dấu hiệu gì lạ cả, chỉ để qua nhiều lượt tám byte", traits).size() > 64);
    CHECK_FALSE(traits.any());
}

TEST_CASE("decomposed text is composed and told") {
    TextTraits traits;
    CHECK(clean("Ru\u031B\u0300ng", traits) == "Rừng");
    CHECK(traits.recomposed);
}

TEST_CASE("invisible characters go, no-break spaces become plain") {
    TextTraits traits;
    CHECK(clean("\uFEFFSơn\u200B\u00A0La\u00AD ", traits) == "Sơn La");
    CHECK(traits.invisible);
    CHECK_FALSE(traits.recomposed);
    TextTraits spaces;
    CHECK(clean("\u00A0Sơn La\u00A0", spaces) == "Sơn La");
    CHECK_FALSE(spaces.any());
}

TEST_CASE("lost, controlling and twice encoded letters are told apart") {
    TextTraits control;
    clean(
        "a\x01"
        "b",
        control);
    CHECK(control.control);
    TextTraits far;
    clean("abcdefgh\x7Fijklmnop", far);
    CHECK(far.control);
    TextTraits breaks;
    clean("dòng một\ndòng hai\tba", breaks);
    CHECK_FALSE(breaks.any());
    TextTraits lost;
    clean("S\uFFFDn La", lost);
    CHECK(lost.replacement);
    TextTraits eth;
    clean("\u00D0à Nẵng", eth);
    CHECK(eth.eth);
    for (const std::string twice : {"Rá»«ng", "Äáº¥t", "TrÆ°á»ng"}) {
        TextTraits traits;
        clean(twice, traits);
        CHECK_MESSAGE(traits.mojibake, twice);
    }
    for (const std::string fine : {"«rất khá»", "(khá»", "lá º"}) {
        TextTraits traits;
        clean(fine, traits);
        CHECK_MESSAGE(!traits.mojibake, fine);
    }
}

TEST_CASE("every text comes out as the slow way says") {
    // Each character of the planes that Vietnamese text may meet, beside letters that could combine with it.
    for (char32_t c = 0x80; c < 0x3100; ++c) {
        std::string character;
        if (c < 0x800) {
            character += static_cast<char>(0xC0 | (c >> 6));
        } else {
            character += static_cast<char>(0xE0 | (c >> 12));
            character += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        }
        character += static_cast<char>(0x80 | (c & 0x3F));
        TextTraits traits;
        const auto text = "a" + character + "e\u0300";
        const auto alone = "a" + character + "z";
        REQUIRE(clean(text, traits) == khomo::clean_text(text));
        REQUIRE(clean(alone, traits) == khomo::clean_text(alone));
    }
}
