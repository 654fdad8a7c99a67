// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/intake/legacy_encoding.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace khomo::builder {
namespace {

/// windows-1252, 0x80 to 0x9F; 0 where the code page leaves the byte open.
constexpr std::array<char16_t, 32> kUpperControls = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                                     0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                                     0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/// Where windows-1258 differs from windows-1252: on Vietnamese machines old text became Unicode by way of it.
struct Vietnamese {
    unsigned char byte;
    char32_t c;
};
constexpr std::array kVietnamese = {Vietnamese{0xC3, 0x102}, Vietnamese{0xCC, 0x300}, Vietnamese{0xD0, 0x110}, Vietnamese{0xD2, 0x309}, Vietnamese{0xD5, 0x1A0},
                                    Vietnamese{0xDD, 0x1AF}, Vietnamese{0xDE, 0x303}, Vietnamese{0xE3, 0x103}, Vietnamese{0xEC, 0x301}, Vietnamese{0xF0, 0x111},
                                    Vietnamese{0xF2, 0x323}, Vietnamese{0xF5, 0x1A1}, Vietnamese{0xFD, 0x1B0}, Vietnamese{0xFE, 0x20AB}};

constexpr char32_t kCircumflex = 0x302;
constexpr char32_t kBreve = 0x306;
constexpr char32_t kAcute = 0x301;
constexpr char32_t kGrave = 0x300;
constexpr char32_t kHook = 0x309;
constexpr char32_t kTilde = 0x303;
constexpr char32_t kDot = 0x323;

/// What a mark byte adds to the letter before it: a shape, a tone, or both.
struct Mark {
    unsigned char byte;  ///< behind a small letter; 0x20 less behind a capital
    char32_t shape;
    char32_t tone;
};

constexpr std::array kMarks = {
    Mark{0xF9, 0, kAcute},           Mark{0xF8, 0, kGrave},           Mark{0xFB, 0, kHook},           Mark{0xF5, 0, kTilde},
    Mark{0xEF, 0, kDot},             Mark{0xE2, kCircumflex, 0},      Mark{0xE1, kCircumflex, kAcute}, Mark{0xE0, kCircumflex, kGrave},
    Mark{0xE5, kCircumflex, kHook},  Mark{0xE3, kCircumflex, kTilde}, Mark{0xE4, kCircumflex, kDot},   Mark{0xEA, kBreve, 0},
    Mark{0xE9, kBreve, kAcute},      Mark{0xE8, kBreve, kGrave},      Mark{0xFA, kBreve, kHook},       Mark{0xFC, kBreve, kTilde},
    Mark{0xEB, kBreve, kDot},
};

/// Letters that are one byte, small; capitals are 0x20 less.
struct Letter {
    unsigned char byte;
    char32_t small;
    char32_t capital;
    bool takes_tone;
};

constexpr std::array kLetters = {
    Letter{0xF1, 0x111, 0x110, false}, Letter{0xF4, 0x1A1, 0x1A0, true},   Letter{0xF6, 0x1B0, 0x1AF, true},   Letter{0xED, 0xED, 0xCD, false},
    Letter{0xEC, 0xEC, 0xCC, false},   Letter{0xE6, 0x1EC9, 0x1EC8, false}, Letter{0xF3, 0x129, 0x128, false}, Letter{0xF2, 0x1ECB, 0x1ECA, false},
    Letter{0xEE, 0x1EF5, 0x1EF4, false},
};

const Mark* mark_of(unsigned char byte) {
    const auto* found = std::find_if(kMarks.begin(), kMarks.end(), [&](const Mark& mark) { return byte == mark.byte || byte + 0x20 == mark.byte; });
    return found == kMarks.end() ? nullptr : found;
}

const Letter* letter_of(unsigned char byte) {
    const auto* found = std::find_if(kLetters.begin(), kLetters.end(), [&](const Letter& letter) { return byte == letter.byte || byte + 0x20 == letter.byte; });
    return found == kLetters.end() ? nullptr : found;
}

/// Whether the letter (as VNI writes it) can carry the mark: a e o take a circumflex, a a breve, all vowels but i a tone.
bool carries(unsigned char base, const Mark& mark) {
    const auto letter = static_cast<char>(base < 0x80 ? std::tolower(base) : 0);
    const auto* special = base < 0x80 ? nullptr : letter_of(base);
    if (special != nullptr) {
        return special->takes_tone && mark.shape == 0;
    }
    if (mark.shape == kBreve) {
        return letter == 'a';
    }
    if (mark.shape == kCircumflex) {
        return letter == 'a' || letter == 'e' || letter == 'o';
    }
    return letter == 'a' || letter == 'e' || letter == 'o' || letter == 'u' || letter == 'y';
}

/// Length and value of the character at `at`; the text is valid UTF-8.
char32_t next_character(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[i])); };
    const auto lead = byte(at);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t c = length == 1 ? lead : lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length && at + i < text.size(); ++i) {
        c = (c << 6) | (byte(at + i) & 0x3F);
    }
    at += length;
    return c;
}

bool starts_without_case(std::string_view text, std::string_view start) {
    return text.size() >= start.size() &&
           std::equal(start.begin(), start.end(), text.begin(), [](unsigned char a, unsigned char b) { return std::tolower(a) == std::tolower(b); });
}

}  // namespace

void append_utf8(std::string& out, char32_t c) {
    const auto tail = [&](int shift) { out += static_cast<char>(0x80 | ((c >> shift) & 0x3F)); };
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xC0 | (c >> 6));
        tail(0);
    } else if (c < 0x10000) {
        out += static_cast<char>(0xE0 | (c >> 12));
        tail(6);
        tail(0);
    } else {
        out += static_cast<char>(0xF0 | (c >> 18));
        tail(12);
        tail(6);
        tail(0);
    }
}

char32_t from_windows_1252(unsigned char byte) {
    if (byte < 0x80 || byte >= 0xA0 || kUpperControls[byte - 0x80U] == 0) {
        return byte;
    }
    return kUpperControls[byte - 0x80U];
}

std::optional<std::string> to_windows_1252(std::string_view text) {
    std::string bytes;
    bytes.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const auto c = next_character(text, i);
        if (c < 0x100) {
            bytes += static_cast<char>(c);
            continue;
        }
        const auto* found = std::find(kUpperControls.begin(), kUpperControls.end(), static_cast<char16_t>(c < 0x10000 ? c : 0xFFFF));
        const auto* own = std::find_if(kVietnamese.begin(), kVietnamese.end(), [&](const Vietnamese& letter) { return letter.c == c; });
        if (found == kUpperControls.end() && own == kVietnamese.end()) {
            return std::nullopt;
        }
        bytes += static_cast<char>(own != kVietnamese.end() ? own->byte : 0x80 + (found - kUpperControls.begin()));
    }
    return bytes;
}

std::string from_vni(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size() * 2);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        const auto* letter = byte < 0x80 ? nullptr : letter_of(byte);
        append_utf8(out, letter != nullptr ? (byte == letter->byte ? letter->small : letter->capital) : from_windows_1252(byte));
        const auto follows = i + 1 < bytes.size() ? static_cast<unsigned char>(bytes[i + 1]) : static_cast<unsigned char>(0);
        const auto* mark = follows < 0x80 ? nullptr : mark_of(follows);
        if (mark != nullptr && carries(byte, *mark)) {
            if (mark->shape != 0) {
                append_utf8(out, mark->shape);
            }
            if (mark->tone != 0) {
                append_utf8(out, mark->tone);
            }
            ++i;
        }
    }
    return out;
}

LegacyFont legacy_font(std::string_view name) {
    if (starts_without_case(name, "VNI-") || starts_without_case(name, "VNI ")) {
        return {"vni", false};
    }
    // ".VnTime"; without the dot only where a capital follows, so that "Vni…" of other makers is left alone.
    const bool dotted = starts_without_case(name, ".vn") && !starts_without_case(name, ".vni");
    const bool plain = name.starts_with("Vn") && name.size() > 2 && std::isupper(static_cast<unsigned char>(name[2])) != 0;
    if (!dotted && !plain) {
        return {};
    }
    return {"tcvn3", name.size() > 4 && name.back() == 'H'};
}

}  // namespace khomo::builder
