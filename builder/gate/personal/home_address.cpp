// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/gate/personal/home_address.hpp"

#include <algorithm>
#include <array>

#include "builder/gate/personal/plain_form.hpp"

namespace khomo::builder {
namespace {

bool begins_word(std::string_view text, std::size_t at) { return at == 0 || !is_word_byte(text[at - 1]); }

bool finds(std::string_view text, std::string_view word) {
    for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        if (begins_word(text, at)) {
            return true;
        }
    }
    return false;
}

template <std::size_t n>
bool finds_any(std::string_view text, const std::array<std::string_view, n>& words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return finds(text, word); });
}

}  // namespace

bool is_home_address(std::string_view text) {
    constexpr std::array<std::string_view, 14> kNear = {"Số nhà ", "số nhà ", "SN ", "Bản ", "bản ", "Thôn ", "thôn ", "Tổ ", "tổ ", "Xóm ", "xóm ", "Ngõ ", "ngõ ", "Tiểu khu "};
    constexpr std::array<std::string_view, 10> kWide = {"xã ", "Xã ", "phường ", "Phường ", "thị trấn ", "huyện ", "thành phố ", "TP", "tỉnh ", "P. "};
    constexpr std::array<std::string_view, 4> kHouse = {"Số nhà ", "số nhà ", "Tổ dân phố ", "tổ dân phố "};
    constexpr std::size_t kLongest = 200;
    return text.size() <= kLongest && (finds_any(text, kHouse) || (finds_any(text, kNear) && finds_any(text, kWide)));
}

}  // namespace khomo::builder
