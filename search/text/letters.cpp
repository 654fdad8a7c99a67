// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/text/letters.hpp"

#include <vector>

#include "catalog/base/syllable.hpp"
#include "catalog/base/text.hpp"

namespace khomo::search {
namespace {

constexpr unsigned kLatin = 0xC0;
constexpr unsigned kLatinEnd = 0x250;     // Latin-1, Extended-A and -B: đ, ơ, ư
constexpr unsigned kVietnamese = 0x1E00;  // Latin Extended Additional: ạ … ỹ
constexpr unsigned kVietnameseEnd = 0x1F00;

std::string utf8(unsigned point) {
    std::string out;
    if (point < 0x800) {
        out += static_cast<char>(0xC0 | (point >> 6));
    } else {
        out += static_cast<char>(0xE0 | (point >> 12));
        out += static_cast<char>(0x80 | ((point >> 6) & 0x3F));
    }
    out += static_cast<char>(0x80 | (point & 0x3F));
    return out;
}

/// The letter that is meant: files of provinces write đ as its Icelandic and African look-alikes.
unsigned meant(unsigned point) {
    switch (point) {
        case 0xD0:
        case 0x189: return 0x110;
        case 0xF0:
        case 0x256: return 0x111;
        default: return point;
    }
}

Letter letter_of(unsigned point) {
    const auto written = utf8(meant(point));
    const auto split = split_tone(written);
    return {to_lower(written), split.letters, fold(written), split.tone};
}

/// Letters by code point, and the raised and lowered digits of m² and CO₂.
class LetterTable {
public:
    LetterTable() {
        for (unsigned point = kLatin; point < kLatinEnd; ++point) {
            latin_.push_back(letter_of(point));
        }
        for (unsigned point = kVietnamese; point < kVietnameseEnd; ++point) {
            vietnamese_.push_back(letter_of(point));
        }
        for (char digit = '0'; digit <= '9'; ++digit) {
            const std::string text(1, digit);
            digits_.push_back({text, text, text, 0});
        }
    }

    const Letter* find(unsigned point) const {
        if (point >= kLatin && point < kLatinEnd) {
            return point == 0xD7 || point == 0xF7 ? nullptr : &latin_[point - kLatin];  // × and ÷
        }
        if (point >= kVietnamese && point < kVietnameseEnd) {
            return &vietnamese_[point - kVietnamese];
        }
        switch (point) {
            case 0xB2: return &digits_[2];
            case 0xB3: return &digits_[3];
            case 0xB9: return &digits_[1];
            default: break;
        }
        const bool raised = point == 0x2070 || (point >= 0x2074 && point <= 0x2079);
        const bool lowered = point >= 0x2080 && point <= 0x2089;
        return raised || lowered ? &digits_[point & 0xF] : nullptr;
    }

private:
    std::vector<Letter> latin_;
    std::vector<Letter> vietnamese_;
    std::vector<Letter> digits_;
};

const LetterTable& table() {
    static const LetterTable kTable;
    return kTable;
}

bool is_invisible(unsigned point) { return (point >= 0x200B && point <= 0x200F) || point == 0x2060 || point == 0xFEFF || point == 0xAD; }

/// Letters and marks beyond the table. Punctuation, symbols and pictures separate.
bool is_other_letter(unsigned point) {
    if (point < 0x250 || (point >= 0x2000 && point < 0x2C00) || (point >= 0x3000 && point < 0x3040)) {
        return false;
    }
    const bool forms = point >= 0xFE00 && point < 0xFE70;   // variation selectors, vertical and small punctuation
    const bool wide = point >= 0xFF00 && point < 0xFF10;
    const bool private_use = point >= 0xE000 && point < 0xF900;
    const bool pictures = point >= 0x1F000 && point < 0x20000;
    return !forms && !wide && !private_use && !pictures && point < 0xE0000;
}

/// Code point and length at `at`; length 0 for broken UTF-8.
std::pair<unsigned, std::size_t> point_at(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || at + length > text.size()) {
        return {0, 0};
    }
    unsigned point = lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        const auto next = static_cast<unsigned char>(text[at + i]);
        if ((next & 0xC0) != 0x80) {
            return {0, 0};
        }
        point = (point << 6) | (next & 0x3F);
    }
    return {point, length};
}

}  // namespace

Sign sign_at(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
        const bool word = (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
        return {word ? Sign::Kind::ascii : Sign::Kind::separator, 1, nullptr};
    }
    const auto [point, length] = point_at(text, at);
    if (length == 0 || !is_valid_utf8(text.substr(at, length))) {
        return {};
    }
    if (const auto* letter = table().find(point)) {
        return {Sign::Kind::letter, length, letter};
    }
    if (is_invisible(point)) {
        return {Sign::Kind::invisible, length, nullptr};
    }
    return {is_other_letter(point) ? Sign::Kind::other : Sign::Kind::separator, length, nullptr};
}

}  // namespace khomo::search
