// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/gate/cell_text.hpp"

#include <cstdint>
#include <cstring>

#include "catalog/base/text.hpp"

namespace khomo::builder {
namespace {

unsigned char byte_at(std::string_view text, std::size_t at) {
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
}

/// Bytes of an ASCII control character that no table needs.
bool is_control(unsigned char c) {
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F;
}

/// Whether eight bytes are printable ASCII.
bool is_plain_word(std::uint64_t word) {
    constexpr std::uint64_t kHigh = 0x8080808080808080U;
    constexpr std::uint64_t kSpaces = 0x2020202020202020U;
    constexpr std::uint64_t kDelete = 0x0101010101010101U;
    // A byte below 0x20 borrows in the subtraction, 0x7F overflows in the addition, a high byte has its bit set.
    return ((word | (word - kSpaces) | (word + kDelete)) & kHigh) == 0;
}

enum class Verdict { settled, unsure, odd };

/// Looks at the character beyond ASCII that starts at `at`. Settled: it is NFC whatever stands beside it.
Verdict look_at(std::string_view text, std::size_t at, std::size_t& length) {
    const auto a = byte_at(text, at);
    const auto b = byte_at(text, at + 1);
    const auto c = byte_at(text, at + 2);
    if (a < 0xE0) {  // U+0080–U+07FF
        length = 2;
        if (a == 0xC2) {
            return b < 0xA0 || b == 0xA0 || b == 0xAD ? Verdict::odd : Verdict::settled;
        }
        if (a == 0xC3) {
            return b == 0x90 || b == 0xB0 || b == 0xA1 || b == 0x84 || b == 0x86 ? Verdict::odd : Verdict::settled;
        }
        return a <= 0xCB ? Verdict::settled : Verdict::unsure;  // up to U+02FF; combining marks begin at U+0300
    }
    length = a < 0xF0 ? 3 : 4;
    if (a == 0xE1 && b >= 0xB8 && b <= 0xBB) {
        return Verdict::settled;  // U+1E00–U+1EFF: most of Vietnamese
    }
    if (a == 0xE2 && b == 0x80 && c >= 0x90 && c <= 0xBA) {
        return c >= 0xA8 && c <= 0xAE ? Verdict::unsure : Verdict::settled;  // dashes, quotes, ellipsis
    }
    if (a == 0xE2 && b == 0x82 && c >= 0xA0) {
        return Verdict::settled;  // currency signs
    }
    return Verdict::unsure;
}

/// Marks of UTF-8 that went through windows-1252: "á»" or "áº" and a third character that stands for a last byte ("á»‡"), "Ä‘", "Æ°", "Æ¡".
bool is_mojibake(std::string_view text, std::size_t at) {
    const auto next = text.substr(at);
    if (next.starts_with("\xC3\xA1\xC2\xBB") || next.starts_with("\xC3\xA1\xC2\xBA")) {
        const auto third = byte_at(next, 4);  // «khá» in guillemets ends here
        return third == 0xC2 || third == 0xC5 || third == 0xC6 || third == 0xCB || third == 0xE2;
    }
    return next.starts_with("\xC3\x84\xE2\x80\x98") || next.starts_with("\xC3\x86\xC2\xB0") || next.starts_with("\xC3\x86\xC2\xA1");
}

void note_odd(std::string_view text, std::size_t at, bool& rewrite, TextTraits& traits) {
    const auto a = byte_at(text, at);
    const auto b = byte_at(text, at + 1);
    if (a == 0xC2) {
        traits.control = traits.control || b < 0xA0;
        traits.invisible = traits.invisible || b == 0xAD;
        rewrite = rewrite || b == 0xA0 || b == 0xAD;
    } else {
        traits.eth = traits.eth || b == 0x90 || b == 0xB0;
        traits.mojibake = traits.mojibake || is_mojibake(text, at);
    }
}

bool is_invisible(std::string_view character) {
    const auto b = byte_at(character, 1);
    const auto c = byte_at(character, 2);
    return (character[0] == '\xE2' && b == 0x80 && c >= 0x8B && c <= 0x8F) || character == "\xE2\x81\xA0" || character == "\xEF\xBB\xBF";
}

}  // namespace

std::string_view clean_cell(std::string_view raw, std::string& scratch, TextTraits& traits) {
    bool rewrite = false;
    bool unsure = false;
    for (std::size_t i = 0; i < raw.size();) {
        if (i + 8 <= raw.size()) {
            std::uint64_t word = 0;
            std::memcpy(&word, raw.data() + i, 8);
            if (is_plain_word(word)) {
                i += 8;
                continue;
            }
        }
        const auto c = static_cast<unsigned char>(raw[i]);
        if (c < 0x80) {
            traits.control = traits.control || is_control(c);
            ++i;
            continue;
        }
        std::size_t length = 1;
        const auto verdict = look_at(raw, i, length);
        const auto character = raw.substr(i, length);
        if (verdict == Verdict::odd) {
            note_odd(raw, i, rewrite, traits);
        } else if (verdict == Verdict::unsure) {
            unsure = true;
            traits.replacement = traits.replacement || character == "\xEF\xBF\xBD";
            const bool hidden = is_invisible(character);
            traits.invisible = traits.invisible || hidden;
            rewrite = rewrite || hidden;
        }
        i += length;
    }
    if (!rewrite && !unsure) {
        const bool closed = raw.empty() || (static_cast<unsigned char>(raw.front()) > ' ' && static_cast<unsigned char>(raw.back()) > ' ');
        return closed ? raw : trim(raw);
    }
    scratch = clean_text(raw);
    traits.recomposed = !rewrite && scratch != trim(raw);
    return scratch;
}

namespace {

bool begins_formula(std::string_view text) {
    if (text.empty()) {
        return false;
    }
    if (text[0] == '=' || text[0] == '@') {
        return text.size() > 1;
    }
    if (text[0] != '+' && text[0] != '-') {
        return false;
    }
    // "-5", "+84 912 …", "-1,5" are values; "- Mục a" and "-Không" are words; "-2+3", "+cmd|'…'!A1", "-SUM(…)" are live.
    const auto rest = text.substr(1);
    const bool words = rest.find_first_of("(|!+*^&<>=") == std::string_view::npos;
    return !words;
}

}  // namespace

bool is_live(std::string_view text) {
    if (begins_formula(text)) {
        return true;
    }
    for (auto at = text.find_first_of(";\""); at != std::string_view::npos; at = text.find_first_of(";\"", at + 1)) {
        if (begins_formula(text.substr(at + 1))) {
            return true;
        }
    }
    return false;
}

}  // namespace khomo::builder
