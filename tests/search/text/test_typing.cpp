// SPDX-License-Identifier: GPL-3.0-or-later

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>

#include "search/text/analysis.hpp"
#include "search/text/spelling.hpp"
#include "search/text/typing.hpp"
#include "tests/support/typed_vietnamese.hpp"

using namespace khomo::search;

namespace {

bool reads(const std::string& typed, const std::string& meant) {
    const auto decoded = decode_typing(typed);
    return std::find(decoded.begin(), decoded.end(), meant) != decoded.end();
}

bool has(const std::vector<std::string>& list, const std::string& item) { return std::find(list.begin(), list.end(), item) != list.end(); }

}  // namespace

TEST_CASE("Telex keys are read in the orders people type them") {
    for (const std::string typed : {"rungwf", "ruwngf", "ruwfng", "rufngw"}) {
        CAPTURE(typed);
        CHECK(reads(typed, "rừng"));
    }
    CHECK(reads("ddaats", "đất"));
    CHECK(reads("daatsd", "đất"));
    CHECK(reads("nuwowcs", "nước"));
    CHECK(reads("nuowcs", "nước"));
    CHECK(reads("luwowngj", "lượng"));
    CHECK(reads("thuyr", "thủy"));
    CHECK(reads("hoawcj", "hoặc"));
    CHECK(reads("cuwus", "cứu"));
    CHECK(reads("quangws", "quắng"));
    CHECK(reads("khoans", "khoán"));
    CHECK(reads("giuwowngf", "giường"));
}

TEST_CASE("VNI keys are read in the orders people type them") {
    for (const auto* typed : {"ru72ng", "rung72", "rung27", "ru7ng2", "ru27ng"}) {
        CAPTURE(typed);
        CHECK(reads(typed, "rừng"));
    }
    CHECK(reads("d9at61", "đất"));
    CHECK(reads("d9a61t", "đất"));
    CHECK(reads("nghe2o", "nghèo"));
    CHECK(reads("ho65", "hộ"));
    CHECK(reads("gio71i", "giới"));
    CHECK(reads("nuo7c1", "nước"));
}

TEST_CASE("formulas, units and words that are no syllable stay as they are") {
    for (const auto* word : {"co2", "no2", "m3", "pm10", "ql6", "html", "h52", "2025", "x", "", "rừng", "a1b2c3d4e5f6g7", "forest", "km2"}) {
        CAPTURE(word);
        CHECK(decode_typing(word).empty());
    }
}

TEST_CASE("what is typed the long way round is read back") {
    for (const auto* word : {"nghiêng", "khoáng", "thưởng", "đường", "quyết", "hướng", "giấy", "ủy", "kĩ", "nhuộm", "xoắn", "khuyến", "lưới", "quặng", "muối"}) {
        CAPTURE(word);
        CHECK(reads(khomo::tests::telex(word), word));
        CHECK(reads(khomo::tests::vni(word, false), word));
        CHECK(reads(khomo::tests::vni(word, true), word));
    }
}

TEST_CASE("a hostile word costs little") {
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < 20; ++i) {
        decode_typing("aaaaaaaaaaaa");
        decode_typing("uouowwwwwwww");
        decode_typing("aeo6666666666");
    }
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(2));
}

TEST_CASE("syllables that sound alike are offered, words that are none are left alone") {
    CHECK(has(sound_alikes("xan"), "san"));
    CHECK(has(sound_alikes("suat"), "xuat"));
    CHECK(has(sound_alikes("tram"), "cham"));
    CHECK(has(sound_alikes("lam"), "nam"));
    CHECK(has(sound_alikes("diem"), "giem") == false);  // no syllable is written so
    CHECK(sound_alikes("gis").empty());
    CHECK(sound_alikes("co2").empty());
    CHECK_FALSE(has(sound_alikes("san"), "san"));
}

TEST_CASE("words one edit away are made from long words without digits only") {
    const auto near = one_edit_away("rung");
    CHECK(has(near, "run"));
    CHECK(has(near, "rungs"));
    CHECK(has(near, "rang"));
    CHECK(has(near, "rugn"));
    CHECK_FALSE(has(near, "rung"));
    CHECK(one_edit_away("dat").empty());
    CHECK(one_edit_away("ql106").empty());
    CHECK(one_edit_away(std::string(100, 'a')).empty());
}
