// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iconv.h>

#include <array>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace khomo::tests {

/// The characters of a UTF-8 text.
inline std::u32string characters_of(std::string_view text) {
    std::u32string out;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        char32_t c = length == 1 ? lead : lead & (0xFFU >> (length + 1));
        for (std::size_t k = 1; k < length; ++k) {
            c = (c << 6) | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
        }
        out += c;
        i += length;
    }
    return out;
}

inline std::string with_iconv(std::string_view text, const char* to, const char* from = "UTF-8") {
    iconv_t converter = ::iconv_open(to, from);
    std::string out(text.size() * 4 + 16, '\0');
    auto* in = const_cast<char*>(text.data());
    std::size_t in_left = text.size();
    char* at = out.data();
    std::size_t left = out.size();
    const bool fine = ::iconv(converter, &in, &in_left, &at, &left) != static_cast<std::size_t>(-1) &&
                      ::iconv(converter, nullptr, nullptr, &at, &left) != static_cast<std::size_t>(-1);
    ::iconv_close(converter);
    if (!fine) {
        throw std::runtime_error(std::string("cannot write in ") + to + ": " + std::string(text));
    }
    out.resize(out.size() - left);
    return out;
}

/// The VNI code for Windows, from a table of whole letters (the reader works from marks, so that the two check each other).
inline std::string write_vni(std::string_view text) {
    static const std::array<std::pair<std::string_view, std::string_view>, 67> kLetters = {{
        {"á", "a\xF9"}, {"à", "a\xF8"}, {"ả", "a\xFB"}, {"ã", "a\xF5"}, {"ạ", "a\xEF"}, {"ă", "a\xEA"}, {"ắ", "a\xE9"}, {"ằ", "a\xE8"}, {"ẳ", "a\xFA"},
        {"ẵ", "a\xFC"}, {"ặ", "a\xEB"}, {"â", "a\xE2"}, {"ấ", "a\xE1"}, {"ầ", "a\xE0"}, {"ẩ", "a\xE5"}, {"ẫ", "a\xE3"}, {"ậ", "a\xE4"}, {"é", "e\xF9"},
        {"è", "e\xF8"}, {"ẻ", "e\xFB"}, {"ẽ", "e\xF5"}, {"ẹ", "e\xEF"}, {"ê", "e\xE2"}, {"ế", "e\xE1"}, {"ề", "e\xE0"}, {"ể", "e\xE5"}, {"ễ", "e\xE3"},
        {"ệ", "e\xE4"}, {"í", "\xED"},  {"ì", "\xEC"},  {"ỉ", "\xE6"},  {"ĩ", "\xF3"},  {"ị", "\xF2"},  {"ó", "o\xF9"}, {"ò", "o\xF8"}, {"ỏ", "o\xFB"},
        {"õ", "o\xF5"}, {"ọ", "o\xEF"}, {"ô", "o\xE2"}, {"ố", "o\xE1"}, {"ồ", "o\xE0"}, {"ổ", "o\xE5"}, {"ỗ", "o\xE3"}, {"ộ", "o\xE4"}, {"ơ", "\xF4"},
        {"ớ", "\xF4\xF9"}, {"ờ", "\xF4\xF8"}, {"ở", "\xF4\xFB"}, {"ỡ", "\xF4\xF5"}, {"ợ", "\xF4\xEF"}, {"ú", "u\xF9"}, {"ù", "u\xF8"}, {"ủ", "u\xFB"},
        {"ũ", "u\xF5"}, {"ụ", "u\xEF"}, {"ư", "\xF6"},  {"ứ", "\xF6\xF9"}, {"ừ", "\xF6\xF8"}, {"ử", "\xF6\xFB"}, {"ữ", "\xF6\xF5"}, {"ự", "\xF6\xEF"},
        {"ý", "y\xF9"}, {"ỳ", "y\xF8"}, {"ỷ", "y\xFB"}, {"ỹ", "y\xF5"}, {"ỵ", "\xEE"},  {"đ", "\xF1"},
    }};
    static const std::array<std::pair<std::string_view, std::string_view>, 10> kCapitals = {
        {{"Đ", "\xD1"}, {"Ơ", "\xD4"}, {"Ư", "\xD6"}, {"Â", "A\xC2"}, {"Ô", "O\xC2"}, {"Ê", "E\xC2"}, {"Ă", "A\xCA"}, {"Ị", "\xD2"}, {"Ỉ", "\xC6"}, {"Ậ", "A\xC4"}}};
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : 3;
        const auto letter = text.substr(i, length);
        i += length;
        if (length == 1) {
            out += letter;
            continue;
        }
        bool found = false;
        const auto look = [&](const auto& table) {
            for (const auto& [unicode, bytes] : table) {
                if (unicode == letter) {
                    out += bytes;
                    found = true;
                }
            }
        };
        look(kLetters);
        look(kCapitals);
        if (!found) {
            throw std::runtime_error("no VNI for " + std::string(letter));
        }
    }
    return out;
}

/// Bytes that somebody took for windows-1252 and wrote as UTF-8.
inline std::string as_windows_1252(std::string_view bytes) {
    static constexpr std::array<char32_t, 32> kHigh = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                                       0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                                       0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
    std::string out;
    for (const char byte : bytes) {
        const auto b = static_cast<unsigned char>(byte);
        const char32_t c = b >= 0x80 && b < 0xA0 ? kHigh[b - 0x80U] : b;
        if (c < 0x80) {
            out += static_cast<char>(c);
        } else if (c < 0x800) {
            out += static_cast<char>(0xC0 | (c >> 6));
            out += static_cast<char>(0x80 | (c & 0x3F));
        } else {
            out += static_cast<char>(0xE0 | (c >> 12));
            out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
            out += static_cast<char>(0x80 | (c & 0x3F));
        }
    }
    return out;
}

/// The text in an encoding that table.encoding can name.
inline std::string write_legacy(std::string_view text, const std::string& encoding) {
    if (encoding == "utf-8") {
        return std::string(text);
    }
    if (encoding.starts_with("utf-8+")) {
        return as_windows_1252(write_legacy(text, encoding.substr(6)));
    }
    if (encoding == "vni") {
        return write_vni(text);
    }
    return with_iconv(text, encoding == "tcvn3" ? "TCVN5712-1" : encoding == "viscii" ? "VISCII" : "CP1258");
}

}  // namespace khomo::tests
