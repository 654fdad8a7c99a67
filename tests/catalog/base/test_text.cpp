// SPDX-License-Identifier: GPL-3.0-or-later

#include <doctest/doctest.h>

#include "catalog/base/instant.hpp"
#include "catalog/base/number.hpp"
#include "catalog/base/syllable.hpp"
#include "catalog/base/text.hpp"

using namespace khomo;

TEST_CASE("decomposed and windows-1258 spellings become the same NFC text") {
    const std::string composed = "địa lý";
    CHECK(to_nfc("đi\xCC\xA3"
                 "a ly\xCC\x81") == composed);
    CHECK(to_nfc(composed) == composed);
}

TEST_CASE("invisible characters go, a no-break space becomes a space") {
    CHECK(clean_text("\xEF\xBB\xBF b\xE1\xBA\xA3n\xC2\xA0\xE2\x80\x8B" "đồ ") == "bản đồ");
}

TEST_CASE("folding takes marks off and turns đ into d") {
    CHECK(fold("Thửa Đất") == "thua dat");
    CHECK(slugify("Dữ liệu về Dự án (FDI)") == "du-lieu-ve-du-an-fdi");
}

TEST_CASE("a slug is cut at a hyphen and never longer than 80 characters") {
    const auto slug = slugify("một hai ba bốn năm sáu bảy tám chín mười mười một mười hai mười ba mười bốn mười lăm mười sáu");
    CHECK(slug.size() <= 80);
    CHECK(is_slug(slug));
    CHECK_FALSE(is_slug("Chợ"));
    CHECK_FALSE(is_slug("a--b"));
}

TEST_CASE("Vietnamese order puts đ after d and tones in their order") {
    CHECK(collation_key("dân") < collation_key("đất"));
    CHECK(collation_key("ma") < collation_key("mà"));
    CHECK(collation_key("mà") < collation_key("má"));
}

TEST_CASE("overlong, surrogate and cut UTF-8 is not valid") {
    CHECK_FALSE(is_valid_utf8("\xC0\xAF"));
    CHECK_FALSE(is_valid_utf8("\xED\xA0\x80"));
    CHECK_FALSE(is_valid_utf8("\xE1\xBA"));
    CHECK(is_valid_utf8("rừng"));
}

TEST_CASE("syllables are told from other letter runs") {
    for (const char* word : {"rừng", "khoảnh", "nghiêng", "quyết", "gì", "thuở", "đường"}) {
        CAPTURE(word);
        CHECK(is_vietnamese_syllable(word));
    }
    for (const char* word : {"gìf", "wrong", "ngkh", "tắchh", "bàt"}) {
        CAPTURE(word);
        CHECK_FALSE(is_vietnamese_syllable(word));
    }
}

TEST_CASE("numbers keep every digit that a double holds") {
    CHECK(to_text(0.1 + 0.2) == "0.30000000000000004");
    CHECK(to_text(-0.0) == "-0");
    CHECK(to_text(1e21) == "1e+21");
    CHECK(to_text(12345678.5) == "12345678.5");
    CHECK(format_number(1234567.5, true) == "1.234.567,5");
    CHECK(format_number(-1234, false) == "-1,234");
}

TEST_CASE("instants are kept in UTC and told in Vietnamese time") {
    const auto instant = parse_instant("2026-10-01T08:00:00+07:00");
    REQUIRE(instant);
    CHECK(to_iso_utc(*instant) == "2026-10-01T01:00:00Z");
    CHECK(to_iso_vn(*instant) == "2026-10-01T08:00:00+07:00");
    CHECK(to_iso(date_vn(*parse_instant("2026-12-31T17:00:00Z"))) == "2027-01-01");
    CHECK_FALSE(parse_instant("2026-02-30T00:00:00Z"));
    CHECK_FALSE(parse_instant("2026-10-01T08:00:00"));
}
