// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/rows/folded_match.hpp"

#include <cstring>
#include <vector>

#include "catalog/base/text.hpp"

namespace khomo::search {
namespace {

constexpr unsigned kLatinEnd = 0x250;        // Latin-1, Latin Extended-A and -B: đ, ơ, ư
constexpr unsigned kMarks = 0x300;           // combining marks
constexpr unsigned kMarksEnd = 0x370;
constexpr unsigned kAdditional = 0x1E00;     // Latin Extended Additional: ạ … ỹ
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

/// What each Latin letter folds to, asked of khomo::fold once, so that both can never differ.
class FoldTable {
public:
    FoldTable() : folded_(kAdditionalEnd) {
        fill(0x80, kLatinEnd);
        fill(kAdditional, kAdditionalEnd);
    }

    /// Null where the table does not know: khomo::fold has to be asked about the whole text.
    const std::string* find(unsigned point) const {
        const bool known = (point >= 0x80 && point < kLatinEnd) || (point >= kMarks && point < kMarksEnd) || (point >= kAdditional && point < kAdditionalEnd);
        return known ? &folded_[point] : nullptr;  // marks fold to nothing
    }

private:
    void fill(unsigned from, unsigned to) {
        for (unsigned point = from; point < to; ++point) {
            std::string letter;
            append_utf8(letter, point);
            folded_[point] = fold(letter);
        }
    }

    std::vector<std::string> folded_;
};

const FoldTable& table() {
    static const FoldTable made;
    return made;
}

/// The code point at `at` if it is a well-formed sequence of two or three bytes, else 0.
unsigned point_at(std::string_view text, std::size_t at, std::size_t& length) {
    const auto byte = [&](std::size_t i) { return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U; };
    const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    if (byte(0) >= 0xC2 && byte(0) <= 0xDF && follows(1)) {
        length = 2;
        return ((byte(0) & 0x1FU) << 6) | (byte(1) & 0x3FU);
    }
    if (byte(0) >= 0xE1 && byte(0) <= 0xEC && follows(1) && follows(2)) {
        length = 3;
        return ((byte(0) & 0x0FU) << 12) | ((byte(1) & 0x3FU) << 6) | (byte(2) & 0x3FU);
    }
    return 0;
}

}  // namespace

void append_folded(std::string& out, std::string_view text) {
    const auto& folds = table();
    const auto start = out.size();
    for (std::size_t i = 0; i < text.size();) {
        const char c = text[i];
        if (static_cast<unsigned char>(c) < 0x80) {
            out += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
            ++i;
            continue;
        }
        std::size_t length = 0;
        const auto point = point_at(text, i, length);
        const auto* folded = point == 0 ? nullptr : folds.find(point);
        if (folded == nullptr) {
            out.resize(start);
            out += is_valid_utf8(text) ? fold(text) : std::string(text);
            return;
        }
        out += *folded;
        i += length;
    }
}

bool contains_folded(std::string_view text, std::string_view folded_part) {
    try {
        thread_local std::string folded;
        folded.clear();
        append_folded(folded, text);
        return memmem(folded.data(), folded.size(), folded_part.data(), folded_part.size()) != nullptr;
    } catch (...) {
        return false;
    }
}

}  // namespace khomo::search
