// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/gate/personal/plain_form.hpp"

#include <array>

#include "catalog/base/text.hpp"

namespace khomo::builder {
namespace {

enum Class : std::uint8_t { kOther = 0, kDigit = 1, kLower = 2, kUpper = 4, kWide = 8, kSpace = 16, kAt = 32, kOdd = 64, kStamp = 128 };

constexpr std::array<std::uint8_t, 256> make_classes() {
    std::array<std::uint8_t, 256> table{};
    for (std::size_t c = 0; c < 256; ++c) {
        if (c >= '0' && c <= '9') {
            table[c] = kDigit;
        } else if (c >= 'a' && c <= 'z') {
            table[c] = kLower;
        } else if (c >= 'A' && c <= 'Z') {
            table[c] = kUpper;
        } else if (c >= 0x80) {
            table[c] = kWide;
        } else if (c == ' ') {
            table[c] = kSpace;
        } else if (c == '@') {
            table[c] = kAt;
        }
    }
    // Lead bytes of NBSP and soft hyphen, combining marks, Arabic digits, general punctuation, ideographic space, full-width forms,
    // mathematical digits.
    for (const std::size_t c : {0xC2, 0xCC, 0xCD, 0xD9, 0xDB, 0xE2, 0xE3, 0xEF, 0xF0}) {
        table[c] |= kOdd;
    }
    for (const std::size_t c : {0x98, 0x99, 0xAC, 0xAD}) {
        table[c] |= kStamp;
    }
    return table;
}
constexpr auto kClasses = make_classes();

void append_utf8(std::string& out, char32_t c) {
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xC0 | (c >> 6));
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        out += static_cast<char>(0xE0 | (c >> 12));
        out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | (c >> 18));
        out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
        out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    }
}

/// The ASCII digit that a digit of another script stands for, or 0.
char ascii_digit(char32_t c) {
    for (const char32_t zero : {U'\x0660', U'\x06F0', U'\x0966', U'\xFF10'}) {
        if (c >= zero && c < zero + 10) {
            return static_cast<char>('0' + (c - zero));
        }
    }
    if (c >= 0x1D7CE && c <= 0x1D7FF) {
        return static_cast<char>('0' + (c - 0x1D7CE) % 10);
    }
    return 0;
}

bool is_invisible(char32_t c) { return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF; }
bool is_odd_space(char32_t c) { return c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFFFD; }
bool is_odd_dash(char32_t c) { return (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE58 || c == 0xFE63; }

}  // namespace

ByteSurvey survey(std::string_view text) {
    ByteSurvey found;
    unsigned all = 0;
    std::size_t lower = 0;
    for (const char c : text) {
        const unsigned kind = kClasses[static_cast<unsigned char>(c)];
        all |= kind;
        found.digits += kind & 1U;
        lower += (kind >> 1) & 1U;
        found.upper += (kind >> 2) & 1U;
        found.wide += (kind >> 3) & 1U;
        found.spaces += (kind >> 4) & 1U;
    }
    found.letters = lower + found.upper;
    found.odd = (all & kOdd) != 0;
    found.stamp = (all & kStamp) != 0;
    found.at = (all & kAt) != 0 || found.odd;
    return found;
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const auto continues = [&](std::size_t i) { return i < text.size() && (byte(i) & 0xC0U) == 0x80U; };
    const auto first = byte(at);
    if (first < 0x80) {
        return static_cast<char32_t>(text[at++]);
    }
    std::size_t more = first >= 0xF0 && first < 0xF5 ? 3U : first >= 0xE0 && first < 0xF0 ? 2U : first >= 0xC2 && first < 0xE0 ? 1U : 0U;
    auto c = static_cast<char32_t>(first & (0x3FU >> more));
    for (std::size_t i = 1; i <= more; ++i) {
        if (!continues(at + i)) {
            more = 0;
            break;
        }
        c = (c << 6) | (byte(at + i) & 0x3FU);
    }
    at += more + 1;
    return more == 0 ? U'\xFFFD' : c;
}

std::string plain_form(std::string_view text) {
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto c = next_code_point(text, at);
        if (const char digit = c >= 0x80 ? ascii_digit(c) : '\0') {
            plain += digit;
        } else if (c >= 0xFF01 && c <= 0xFF5E) {
            plain += static_cast<char>(c - 0xFF01 + 0x21);
        } else if (is_odd_space(c) || c == 0) {
            plain += ' ';
        } else if (is_odd_dash(c)) {
            plain += '-';
        } else if (!is_invisible(c)) {
            append_utf8(plain, c);
        }
    }
    return is_valid_utf8(plain) ? to_nfc(plain) : plain;
}

bool is_capital(char32_t c) {
    return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) || c == 0x102 || c == 0x110 || c == 0x128 || c == 0x168 || c == 0x1A0 || c == 0x1AF ||
           (c >= 0x1EA0 && c <= 0x1EF8 && c % 2 == 0);
}

bool is_letter(char32_t c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || (c >= 0x1EA0 && c <= 0x1EF9);
}

}  // namespace khomo::builder
