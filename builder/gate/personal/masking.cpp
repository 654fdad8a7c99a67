// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/gate/personal/masking.hpp"

#include <algorithm>

#include "builder/gate/personal/plain_form.hpp"

namespace khomo::builder {
namespace {

constexpr std::size_t kLongest = 40;

std::string mask_number(std::string_view value, std::size_t digits) {
    std::string shown;
    std::size_t seen = 0;
    for (const char c : value) {
        if (is_digit(c)) {
            ++seen;
            shown += seen <= 3 || seen == digits ? c : '*';
        } else {
            shown += is_word_byte(c) ? '*' : c;
        }
    }
    return shown.substr(0, kLongest);
}

}  // namespace

std::string masked(std::string_view value) {
    constexpr std::size_t kLongNumber = 9;
    const auto digits = static_cast<std::size_t>(std::count_if(value.begin(), value.end(), is_digit));
    const auto at = value.find('@');
    if (at != std::string_view::npos) {
        const auto domain = value.substr(at);
        return std::string(at > 0 && is_letter(value[0]) ? value.substr(0, 1) : "") + "***" + std::string(domain.substr(0, kLongest));
    }
    if (digits >= kLongNumber) {
        return mask_number(value, digits);
    }
    std::string shown;
    bool begins = true;
    for (std::size_t place = 0; place < value.size() && shown.size() < kLongest;) {
        const auto from = place;
        const auto c = next_code_point(value, place);
        const bool letter = is_letter(c);
        if (letter && begins && c != U'\xFFFD') {
            shown += value.substr(from, place - from);
        } else if (letter || (c >= '0' && c <= '9')) {
            shown += '*';
        } else if (c < 0x80 && c >= 0x20) {
            shown += static_cast<char>(c);
        }
        begins = !letter && !(c >= '0' && c <= '9');
    }
    return shown;
}

}  // namespace khomo::builder
