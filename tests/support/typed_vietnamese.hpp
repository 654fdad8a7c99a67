// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

/// Vietnamese as people type it. Written without the code under test: from a list of letters by hand.
namespace khomo::tests {

/// A letter in parts: base, shape (0 none, 1 ^, 2 hook, 3 breve, 4 bar of đ), tone (0-5: none, sắc, huyền, hỏi, ngã, nặng).
struct LetterParts {
    char base = 0;
    int shape = 0;
    int tone = 0;
};

inline const std::map<std::string, LetterParts>& vietnamese_letters() {
    static const std::map<std::string, LetterParts> kLetters = [] {
        std::map<std::string, LetterParts> letters;
        const std::vector<std::pair<std::pair<char, int>, std::string>> rows = {
            {{'a', 0}, "a á à ả ã ạ"}, {{'a', 3}, "ă ắ ằ ẳ ẵ ặ"}, {{'a', 1}, "â ấ ầ ẩ ẫ ậ"}, {{'e', 0}, "e é è ẻ ẽ ẹ"}, {{'e', 1}, "ê ế ề ể ễ ệ"}, {{'i', 0}, "i í ì ỉ ĩ ị"},
            {{'o', 0}, "o ó ò ỏ õ ọ"}, {{'o', 1}, "ô ố ồ ổ ỗ ộ"}, {{'o', 2}, "ơ ớ ờ ở ỡ ợ"}, {{'u', 0}, "u ú ù ủ ũ ụ"}, {{'u', 2}, "ư ứ ừ ử ữ ự"}, {{'y', 0}, "y ý ỳ ỷ ỹ ỵ"}};
        for (const auto& [base, row] : rows) {
            std::istringstream cells(row);
            int tone = 0;
            for (std::string letter; cells >> letter; ++tone) {
                letters[letter] = {base.first, base.second, tone};
            }
        }
        letters["đ"] = {'d', 4, 0};
        return letters;
    }();
    return kLetters;
}

/// Letters of a lower-case NFC text; what is no Vietnamese letter has base 0.
inline std::vector<std::pair<std::string, LetterParts>> letters_of(const std::string& text) {
    std::vector<std::pair<std::string, LetterParts>> parts;
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const std::size_t length = lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
        const auto letter = text.substr(at, length);
        at += length;
        const auto found = vietnamese_letters().find(letter);
        parts.emplace_back(letter, found == vietnamese_letters().end() ? LetterParts{} : found->second);
    }
    return parts;
}

/// Every word of the text through `type`, which gets the word's letters.
template <typename Type>
std::string each_word(const std::string& text, Type type) {
    std::istringstream words(text);
    std::string out;
    for (std::string word; words >> word;) {
        out += (out.empty() ? "" : " ") + type(letters_of(word));
    }
    return out;
}

/// "rừng" → "ruwngf"
inline std::string telex(const std::string& text) {
    return each_word(text, [](const auto& letters) {
        static const std::string kTones = " sfrxj";
        std::string out;
        int tone = 0;
        for (const auto& [letter, parts] : letters) {
            if (parts.base == 0) {
                out += letter;
                continue;
            }
            out += parts.base;
            out += parts.shape == 1 || parts.shape == 4 ? std::string(1, parts.base) : parts.shape == 0 ? "" : "w";
            tone = parts.tone != 0 ? parts.tone : tone;
        }
        return tone == 0 ? out : out + kTones[static_cast<std::size_t>(tone)];
    });
}

/// "rừng" → "ru72ng", or with the tone at the end "ru7ng2"
inline std::string vni(const std::string& text, bool tone_at_end) {
    return each_word(text, [tone_at_end](const auto& letters) {
        static const std::string kShapes = " 6789";
        std::string out;
        std::string end;
        for (const auto& [letter, parts] : letters) {
            if (parts.base == 0) {
                out += letter;
                continue;
            }
            out += parts.base;
            out += parts.shape == 0 ? "" : std::string(1, kShapes[static_cast<std::size_t>(parts.shape)]);
            const auto tone = parts.tone == 0 ? "" : std::to_string(parts.tone);
            (tone_at_end ? end : out) += tone;
        }
        return out + end;
    });
}

/// Without marks.
inline std::string unmarked(const std::string& text) {
    return each_word(text, [](const auto& letters) {
        std::string out;
        for (const auto& [letter, parts] : letters) {
            out += parts.base == 0 ? letter : std::string(1, parts.base);
        }
        return out;
    });
}

}  // namespace khomo::tests
