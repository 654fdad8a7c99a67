// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/rows/folded_match.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "catalog/base/text.hpp"

namespace khomo::search {
namespace {

constexpr unsigned kFirst = 0x80;
constexpr unsigned kLatinEnd = 0x250;      // Latin-1, Latin Extended-A and -B: đ, ơ, ư
constexpr unsigned kMarks = 0x300;         // combining marks fold to nothing
constexpr unsigned kMarksEnd = 0x370;
constexpr unsigned kAdditional = 0x1E00;   // Latin Extended Additional: ạ … ỹ
constexpr unsigned kAdditionalEnd = 0x1F00;

void append_utf8(std::string& out, unsigned point) {
    if (point < 0x800) {
        out += static_cast<char>(0xC0 | (point >> 6));
    } else {
        out += static_cast<char>(0xE0 | (point >> 12));
        out += static_cast<char>(0x80 | ((point >> 6) & 0x3F));
    }
    out += static_cast<char>(0x80 | (point & 0x3F));
}

/// What one letter folds to; never longer than the letter itself.
struct Folded {
    unsigned char length = 0;
    std::array<char, 3> bytes{};
};

/// What each Latin letter folds to, asked of khomo::fold once, so that both can never differ.
class FoldTable {
public:
    FoldTable() {
        fill(kFirst, kLatinEnd);
        fill(kAdditional, kAdditionalEnd);
    }

    /// Null where the table does not know: khomo::fold has to be asked about the whole text.
    const Folded* find(unsigned point) const {
        static constexpr Folded kNothing;
        if (point >= kAdditional && point < kAdditionalEnd) {
            return known(folded_[kLatinEnd - kFirst + point - kAdditional]);
        }
        if (point >= kFirst && point < kLatinEnd) {
            return known(folded_[point - kFirst]);
        }
        return point >= kMarks && point < kMarksEnd ? &kNothing : nullptr;
    }

private:
    static constexpr unsigned char kUnknown = 255;

    static const Folded* known(const Folded& entry) { return entry.length == kUnknown ? nullptr : &entry; }

    void fill(unsigned from, unsigned to) {
        for (unsigned point = from; point < to; ++point) {
            std::string letter;
            append_utf8(letter, point);
            const auto text = fold(letter);
            auto& entry = folded_[from == kFirst ? point - kFirst : kLatinEnd - kFirst + point - kAdditional];
            entry.length = text.size() <= letter.size() ? static_cast<unsigned char>(text.size()) : kUnknown;
            std::memcpy(entry.bytes.data(), text.data(), std::min(text.size(), entry.bytes.size()));
        }
    }

    std::array<Folded, kLatinEnd - kFirst + kAdditionalEnd - kAdditional> folded_;
};

const FoldTable& table() {
    static const FoldTable made;
    return made;
}

/// The code point at `at` if it is a well-formed sequence of two or three bytes, else 0.
unsigned point_at(const unsigned char* at, const unsigned char* end, std::size_t& length) {
    const auto follows = [&](std::size_t i) { return at + i < end && (at[i] & 0xC0U) == 0x80U; };
    if (at[0] >= 0xC2 && at[0] <= 0xDF && follows(1)) {
        length = 2;
        return ((at[0] & 0x1FU) << 6) | (at[1] & 0x3FU);
    }
    if (at[0] >= 0xE1 && at[0] <= 0xEC && follows(1) && follows(2)) {
        length = 3;
        return ((at[0] & 0x0FU) << 12) | ((at[1] & 0x3FU) << 6) | (at[2] & 0x3FU);
    }
    return 0;
}

/// Writes the folded text to `out`, which has room for as many bytes as the text has; the end of it, or null where the table does not do.
char* fold_by_table(std::string_view text, char* out) {
    static constexpr auto kLower = [] {
        std::array<char, 128> made{};
        for (int c = 0; c < 128; ++c) {
            made[static_cast<std::size_t>(c)] = static_cast<char>(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
        }
        return made;
    }();
    const auto& folds = table();
    const auto* at = reinterpret_cast<const unsigned char*>(text.data());
    const auto* const end = at + text.size();
    while (at < end) {
        if (*at < 0x80) {
            *out++ = kLower[*at++];
            continue;
        }
        std::size_t length = 0;
        const auto point = point_at(at, end, length);
        const auto* folded = point == 0 ? nullptr : folds.find(point);
        if (folded == nullptr) {
            return nullptr;
        }
        for (unsigned char i = 0; i < folded->length; ++i) {
            *out++ = folded->bytes[i];
        }
        at += length;
    }
    return out;
}

}  // namespace

void append_folded(std::string& out, std::string_view text) {
    const auto start = out.size();
    out.resize(start + text.size());
    if (const auto* end = fold_by_table(text, out.data() + start)) {
        out.resize(static_cast<std::size_t>(end - out.data()));
        return;
    }
    out.resize(start);
    out += is_valid_utf8(text) ? fold(text) : std::string(text);
}

bool contains_folded(std::string_view text, std::string_view folded_part) {
    constexpr std::size_t kOnStack = 512;
    try {
        if (text.size() <= kOnStack) {
            std::array<char, kOnStack> folded;  // NOLINT: filled below
            if (const auto* end = fold_by_table(text, folded.data())) {
                return memmem(folded.data(), static_cast<std::size_t>(end - folded.data()), folded_part.data(), folded_part.size()) != nullptr;
            }
        }
        std::string folded;
        append_folded(folded, text);
        return memmem(folded.data(), folded.size(), folded_part.data(), folded_part.size()) != nullptr;
    } catch (...) {
        return false;
    }
}

}  // namespace khomo::search
