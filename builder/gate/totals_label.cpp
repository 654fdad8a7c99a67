// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/gate/totals_label.hpp"

#include <algorithm>
#include <array>

#include "catalog/base/text.hpp"

namespace khomo::builder {
namespace {

constexpr std::array<std::string_view, 18> kLabels = {"tong",      "tong cong", "tong so",  "tong toan tinh", "tong cong toan tinh", "cong",     "cong tong", "cong toan tinh", "cong don",
                                                      "toan tinh", "ca tinh",   "total",    "grand total",    "sum",                 "tong cac xa", "tong chung", "cong chung", "tong the"};
constexpr std::size_t kLongest = 64;  ///< bytes; longer cells are sentences

/// Whether the first letters can begin one of the labels: two bytes looked at, which spares all other cells the work below.
bool may_begin(std::string_view text) {
    const auto first = static_cast<char>(text[0] | 0x20);
    const auto second = static_cast<unsigned char>(text[1]);
    const bool marked = second >= 0xC3;  // the lead byte of a Vietnamese vowel
    switch (first) {
        case 't':
        case 'c': return marked || (second | 0x20U) == 'o' || (second | 0x20U) == 'a';
        case 'g': return (second | 0x20U) == 'r';
        case 's': return (second | 0x20U) == 'u';
        default: return false;
    }
}

}  // namespace

bool is_totals_label(std::string_view text) {
    text = trim(text);
    if (text.size() < 3 || text.size() > kLongest || !may_begin(text) || !is_valid_utf8(text)) {
        return false;
    }
    auto words = fold(clean_text(text));
    // "Tổng cộng (75 xã):" says the same as "Tổng cộng".
    if (const auto bracket = words.find_first_of("(:="); bracket != std::string::npos) {
        words.resize(bracket);
    }
    std::string plain;
    for (const char c : words) {
        if (c == ' ' && (plain.empty() || plain.back() == ' ')) {
            continue;
        }
        plain += c;
    }
    while (!plain.empty() && (plain.back() == ' ' || plain.back() == '.')) {
        plain.pop_back();
    }
    return std::find(kLabels.begin(), kLabels.end(), plain) != kLabels.end();
}

}  // namespace khomo::builder
