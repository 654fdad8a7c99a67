// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/text/typing.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "catalog/base/syllable.hpp"
#include "catalog/base/text.hpp"

namespace khomo::search {
namespace {

bool is_vowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

/// A syllable in parts: ASCII letters with a shape each, and a tone.
struct Parts {
    std::vector<std::string> letters;  ///< "ư", "ơ", "n" …
    int tone = 0;
};

/// Puts the tone on the vowel that carries it in the old style (hòa, thủy, khoán) and joins.
std::string join(const Parts& parts) {
    static const std::array<const char*, 6> kMarks = {"", "\xCC\x81", "\xCC\x80", "\xCC\x89", "\xCC\x83", "\xCC\xA3"};
    std::vector<std::size_t> vowels;
    for (std::size_t i = 0; i < parts.letters.size(); ++i) {
        const auto base = fold(parts.letters[i]);
        const bool glide = (i == 1 && base == "u" && parts.letters[0] == "q") || (i == 1 && base == "i" && parts.letters[0] == "g" && parts.letters.size() > 2 && is_vowel(fold(parts.letters[2])[0]));
        if (base.size() == 1 && is_vowel(base[0]) && !glide) {
            vowels.push_back(i);
        }
    }
    std::string text;
    // Any vowel would do for the search, since keys take the tone off; the last shaped one is where it belongs.
    std::size_t carrier = vowels.empty() ? parts.letters.size() : vowels.front();
    for (const auto i : vowels) {
        if (parts.letters[i].size() > 1) {
            carrier = i;
        }
    }
    for (std::size_t i = 0; i < parts.letters.size(); ++i) {
        text += parts.letters[i] + (i == carrier ? kMarks.at(static_cast<std::size_t>(parts.tone)) : "");
    }
    return to_nfc(text);
}

/// Shapes the last plain letter `from` into `to`; false when there is none.
bool shape(Parts& parts, const std::string& from, const std::string& to) {
    for (auto letter = parts.letters.rbegin(); letter != parts.letters.rend(); ++letter) {
        if (*letter == from) {
            *letter = to;
            return true;
        }
    }
    return false;
}

/// uo → ươ; else o → ơ, u → ư, a → ă.
bool shape_w(Parts& parts) {
    for (std::size_t i = 0; i + 1 < parts.letters.size(); ++i) {
        const bool pair = (parts.letters[i] == "u" || parts.letters[i] == "ư") && parts.letters[i + 1] == "o";
        if (pair && !(i > 0 && parts.letters[i - 1] == "q")) {
            parts.letters[i] = "ư";
            parts.letters[i + 1] = "ơ";
            return true;
        }
    }
    // In "ưo" typed as uwow the second w finds the o.
    return shape(parts, "o", "ơ") || shape(parts, "u", "ư") || shape(parts, "a", "ă");
}

bool has_vowel(const Parts& parts) {
    return std::any_of(parts.letters.begin(), parts.letters.end(), [](const std::string& letter) { return is_vowel(fold(letter)[0]); });
}

std::string decode_telex(std::string_view word) {
    static const std::map<char, int> kTones = {{'s', 1}, {'f', 2}, {'r', 3}, {'x', 4}, {'j', 5}};
    Parts parts;
    bool changed = false;
    for (const char c : word) {
        const std::string letter(1, c);
        const auto tone = kTones.find(c);
        if (tone != kTones.end() && has_vowel(parts)) {
            parts.tone = tone->second;
            changed = true;
        } else if (c == 'w') {
            if (!shape_w(parts)) {
                parts.letters.emplace_back("ư");
            }
            changed = true;
        } else if (c == 'd' && shape(parts, "d", "đ")) {
            changed = true;
        } else if ((c == 'a' && shape(parts, "a", "â")) || (c == 'e' && shape(parts, "e", "ê")) || (c == 'o' && shape(parts, "o", "ô"))) {
            changed = true;
        } else {
            parts.letters.push_back(letter);
        }
    }
    return changed ? join(parts) : "";
}

std::string decode_vni(std::string_view word) {
    static constexpr std::array kTones = {0, 1, 2, 3, 4, 5};
    Parts parts;
    bool changed = false;
    for (const char c : word) {
        if (c < '0' || c > '9') {
            parts.letters.emplace_back(1, c);
            continue;
        }
        if (parts.letters.empty() || c == '0') {
            return "";
        }
        changed = true;
        if (c >= '1' && c <= '5') {
            parts.tone = kTones.at(static_cast<std::size_t>(c - '0'));
        } else if (c == '6') {
            if (!shape(parts, "a", "â") && !shape(parts, "e", "ê") && !shape(parts, "o", "ô")) {
                return "";
            }
        } else if (c == '7') {
            bool pair = false;
            for (std::size_t i = 0; i + 1 < parts.letters.size() && !pair; ++i) {
                if (parts.letters[i] == "u" && parts.letters[i + 1] == "o") {
                    parts.letters[i] = "ư";
                    parts.letters[i + 1] = "ơ";
                    pair = true;
                }
            }
            if (!pair && !shape(parts, "o", "ơ") && !shape(parts, "u", "ư")) {
                return "";
            }
        } else if ((c == '8' && !shape(parts, "a", "ă")) || (c == '9' && !shape(parts, "d", "đ"))) {
            return "";
        }
    }
    // "uo7" typed with the 7 between the two vowels: ư + o is always ươ in a syllable.
    for (std::size_t i = 0; i + 1 < parts.letters.size(); ++i) {
        if (parts.letters[i] == "ư" && parts.letters[i + 1] == "o") {
            parts.letters[i + 1] = "ơ";
        }
    }
    return changed ? join(parts) : "";
}

}  // namespace

std::vector<std::string> decode_typing(std::string_view word) {
    std::vector<std::string> decoded;
    const auto ascii = std::all_of(word.begin(), word.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
    if (!ascii || word.size() < 2 || word.size() > 12) {
        return decoded;
    }
    const bool digits = std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
    const auto text = digits ? decode_vni(word) : decode_telex(word);
    if (!text.empty() && is_vietnamese_syllable(text)) {
        decoded.push_back(text);
    }
    return decoded;
}

std::vector<std::string> confusables(const std::string& folded) {
    static const std::vector<std::pair<std::string, std::string>> kStarts = {{"s", "x"}, {"ch", "tr"}, {"d", "gi"}, {"d", "r"}, {"gi", "r"}, {"l", "n"}, {"k", "c"}, {"v", "d"}, {"ngh", "ng"}, {"gh", "g"}};
    static const std::vector<std::pair<std::string, std::string>> kEnds = {{"n", "ng"}, {"t", "c"}, {"i", "y"}, {"nh", "n"}};
    std::vector<std::string> others;
    const auto add = [&](const std::string& from, const std::string& to, bool start) {
        if (start && folded.starts_with(from)) {
            others.push_back(to + folded.substr(from.size()));
        } else if (!start && folded.ends_with(from)) {
            others.push_back(folded.substr(0, folded.size() - from.size()) + to);
        }
    };
    for (const auto& [a, b] : kStarts) {
        add(a, b, true);
        add(b, a, true);
    }
    for (const auto& [a, b] : kEnds) {
        add(a, b, false);
        add(b, a, false);
    }
    return others;
}

}  // namespace khomo::search
