// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/text/analysis.hpp"

#include <algorithm>
#include <unordered_set>

#include "catalog/base/syllable.hpp"
#include "catalog/base/text.hpp"

namespace khomo::search {
namespace {

bool is_ascii_word(unsigned char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Length of the UTF-8 character at `at`, whatever it is.
std::size_t char_length(std::string_view text, std::size_t at) {
    const auto c = static_cast<unsigned char>(text[at]);
    const std::size_t length = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : c >= 0xC0 ? 2 : 1;
    return std::min(length, text.size() - at);
}

/// Length of the UTF-8 letter at `at`, or 0 when what stands there separates words. Letters beyond ASCII are the Latin blocks, combining
/// marks and everything from Greek up; punctuation blocks are not.
std::size_t letter_length(std::string_view text, std::size_t at) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c < 0x80) {
        return is_ascii_word(c) ? 1 : 0;
    }
    const auto length = char_length(text, at);
    if (length < 2 || c < 0xC0) {
        return 0;
    }
    const auto second = static_cast<unsigned char>(text[at + 1]);
    const bool latin1_sign = c == 0xC2 || (c == 0xC3 && (second == 0x97 || second == 0xB7));
    const bool general_punctuation = c == 0xE2 && second < 0xB0;
    const bool cjk_punctuation = c == 0xE3 && second == 0x80;
    return latin1_sign || general_punctuation || cjk_punctuation ? 0 : length;
}

/// kỹ = kĩ, lý = lí, quý = quí: after an onset a rhyme that is only y is written i.
std::string settle_i(std::string letters) {
    static const std::unordered_set<std::string> kOnsets = {"b", "c", "ch", "d", "đ", "g", "gh", "h", "k", "kh", "l", "m", "n", "nh", "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x"};
    if (letters.size() >= 2 && letters.back() == 'y' && kOnsets.contains(letters.substr(0, letters.size() - 1))) {
        letters.back() = 'i';
    }
    return letters;
}

void complete(Token& token) {
    token.surface = to_lower(to_nfc(token.surface));
    token.folded = fold(token.surface);
    if (token.folded == token.surface) {
        token.folded = settle_i(token.folded);
        token.key = token.folded + '0';
        return;
    }
    token.marked = true;
    const auto split = split_tone(token.surface);
    token.key = settle_i(split.letters) + static_cast<char>('0' + split.tone);
    token.folded = settle_i(token.folded);
}

}  // namespace

std::vector<Token> tokenize(std::string_view text) {
    std::vector<Token> tokens;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t length = letter_length(text, at);
        if (length == 0) {
            at += char_length(text, at);
            continue;
        }
        Token token;
        token.begin = at;
        while (at < text.size() && (length = letter_length(text, at)) > 0) {
            at += length;
        }
        token.end = at;
        token.surface = text.substr(token.begin, token.end - token.begin);
        complete(token);
        tokens.push_back(std::move(token));
    }
    return tokens;
}

std::vector<std::string> codes_of(std::string_view text) {
    static constexpr std::string_view kJoins = "/&.-_,";
    std::vector<std::string> codes;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t length = letter_length(text, at);
        if (length == 0) {
            at += char_length(text, at);
            continue;
        }
        const auto begin = at;
        bool joined = false;
        bool digits = false;
        bool strong = false;
        while (at < text.size()) {
            length = letter_length(text, at);
            if (length > 0) {
                digits = digits || (text[at] >= '0' && text[at] <= '9');
                at += length;
            } else if (kJoins.find(text[at]) != std::string_view::npos && at + 1 < text.size() && letter_length(text, at + 1) > 0) {
                joined = true;
                strong = strong || text[at] == '&' || text[at] == '/';
                ++at;
            } else {
                break;
            }
        }
        if (!joined || (!digits && !strong)) {
            continue;
        }
        const auto whole = fold(to_nfc(text.substr(begin, at - begin)));
        codes.push_back(whole);
        std::string plain;
        std::copy_if(whole.begin(), whole.end(), std::back_inserter(plain), [](char c) { return c != '.' && c != ','; });
        const bool number = std::all_of(plain.begin(), plain.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (number && plain != whole) {
            codes.push_back(plain);
        }
    }
    return codes;
}

std::string abbreviation_key(std::string_view word) {
    std::string key = fold(to_nfc(word));
    key.erase(std::remove_if(key.begin(), key.end(), [](char c) { return c == '&' || c == '.'; }), key.end());
    return key;
}

bool is_stop_word(const std::string& folded) {
    static const std::unordered_set<std::string> kStop = {"du", "lieu", "co", "so", "csdl", "ve", "cua", "cac", "tren", "dia", "ban", "tinh", "va", "theo", "cho", "trong", "the", "of", "and", "on", "in", "for", "data", "dataset"};
    return kStop.contains(folded);
}

}  // namespace khomo::search
