// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/text/typing.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "catalog/base/syllable.hpp"
#include "catalog/base/text.hpp"

namespace khomo::search {
namespace {

constexpr std::size_t kShortest = 2;
constexpr std::size_t kLongest = 12;
constexpr std::size_t kMostLetters = 7;  // nghiêng, the longest syllable
constexpr int kMostSteps = 3000;         // "aaaaaaaaaaaa" has a hundred thousand readings and none that matters

bool is_vowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

/// A syllable being typed: letters with their shape, and a tone.
struct Syllable {
    std::vector<std::string> letters;  ///< "ư", "ơ", "n" …
    int tone = 0;

    bool has_vowel() const {
        return std::any_of(letters.begin(), letters.end(), [](const std::string& letter) { return is_vowel(fold(letter)[0]); });
    }
};

/// ư and ơ belong together before a consonant, however the hook was typed: "nưoc", "thuơng".
void settle_hooks(Syllable& syllable) {
    for (std::size_t i = 0; i + 1 < syllable.letters.size(); ++i) {
        auto& first = syllable.letters[i];
        auto& second = syllable.letters[i + 1];
        if (first == "ư" && second == "o") {
            second = "ơ";
        } else if (first == "u" && second == "ơ" && i + 2 < syllable.letters.size() && !(i > 0 && syllable.letters[i - 1] == "q")) {
            first = "ư";
        }
    }
}

/// The vowel that carries the tone in the old style: hòa, thủy, khoán, khoái, giường.
std::size_t tone_carrier(const std::vector<std::string>& letters) {
    std::vector<std::size_t> vowels;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const char base = fold(letters[i])[0];
        const bool next_is_vowel = i + 1 < letters.size() && is_vowel(fold(letters[i + 1])[0]);
        const bool glide = i == 1 && next_is_vowel && ((base == 'u' && letters[0] == "q") || (letters[i] == "i" && letters[0] == "g"));
        if (is_vowel(base) && !glide) {
            vowels.push_back(i);
        }
    }
    for (auto vowel = vowels.rbegin(); vowel != vowels.rend(); ++vowel) {
        if (letters[*vowel].size() > 1) {
            return *vowel;  // the last shaped one
        }
    }
    if (vowels.empty()) {
        return letters.size();
    }
    const bool closed = vowels.back() + 1 < letters.size();
    return vowels.size() == 1 || (vowels.size() == 2 && !closed) ? vowels.front() : vowels[1];
}

std::string spell(const Syllable& syllable) {
    static const std::array<const char*, 6> kMarks = {"", "\xCC\x81", "\xCC\x80", "\xCC\x89", "\xCC\x83", "\xCC\xA3"};
    const auto carrier = tone_carrier(syllable.letters);
    std::string text;
    for (std::size_t i = 0; i < syllable.letters.size(); ++i) {
        text += syllable.letters[i];
        if (i == carrier) {
            text += kMarks.at(static_cast<std::size_t>(syllable.tone));
        }
    }
    return to_nfc(text);
}

/// Tries every meaning of every key, likeliest first, and keeps what is a syllable.
class Decoder {
public:
    explicit Decoder(std::string_view word) : word_(word), vni_(std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; })) {}

    std::vector<std::string> run() {
        follow({}, 0, false);
        return std::move(found_);
    }

private:
    void follow(const Syllable& before, std::size_t at, bool changed) {
        if (++steps_ > kMostSteps || before.letters.size() > kMostLetters) {
            return;
        }
        if (at == word_.size()) {
            finish(before, changed);
            return;
        }
        const char c = word_[at];
        const bool tried = vni_ ? follow_vni(before, at, c) : follow_telex(before, at, c);
        if (!tried) {
            auto next = before;
            next.letters.emplace_back(1, c);
            follow(next, at + 1, changed);
        }
    }

    void finish(Syllable syllable, bool changed) {
        if (!changed) {
            return;
        }
        settle_hooks(syllable);
        const auto text = spell(syllable);
        if (is_vietnamese_syllable(text) && std::find(found_.begin(), found_.end(), text) == found_.end()) {
            found_.push_back(text);
        }
    }

    /// True when the key cannot also stand for itself.
    bool follow_vni(const Syllable& before, std::size_t at, char c) {
        if (c < '0' || c > '9') {
            return false;
        }
        if (c >= '1' && c <= '5' && before.has_vowel()) {
            tone(before, at, c - '0');
        } else if (c == '6') {
            shape(before, at, "a", "â");
            shape(before, at, "e", "ê");
            shape(before, at, "o", "ô");
        } else if (c == '7') {
            hook(before, at);
        } else if (c == '8') {
            shape(before, at, "a", "ă");
        } else if (c == '9') {
            shape(before, at, "d", "đ");
        }
        return true;
    }

    bool follow_telex(const Syllable& before, std::size_t at, char c) {
        static constexpr std::string_view kTones = "sfrxj";
        if (const auto number = kTones.find(c); number != std::string_view::npos && before.has_vowel()) {
            tone(before, at, static_cast<int>(number) + 1);
            return true;  // none of them ends a syllable
        }
        switch (c) {
            case 'a': shape(before, at, "a", "â"); return false;
            case 'e': shape(before, at, "e", "ê"); return false;
            case 'o': shape(before, at, "o", "ô"); return false;
            case 'd': shape(before, at, "d", "đ"); return false;
            case 'w': {
                hook(before, at);
                shape(before, at, "a", "ă");
                auto next = before;
                next.letters.emplace_back("ư");
                follow(next, at + 1, true);
                return true;
            }
            default: return false;
        }
    }

    void tone(const Syllable& before, std::size_t at, int number) {
        auto next = before;
        next.tone = number;
        follow(next, at + 1, true);
    }

    /// Gives every plain letter `from` the shape `to` in turn.
    void shape(const Syllable& before, std::size_t at, const std::string& from, const std::string& to) {
        for (std::size_t i = before.letters.size(); i-- > 0;) {
            if (before.letters[i] == from) {
                auto next = before;
                next.letters[i] = to;
                follow(next, at + 1, true);
            }
        }
    }

    /// uo → ươ, o → ơ, u → ư.
    void hook(const Syllable& before, std::size_t at) {
        for (std::size_t i = 0; i + 1 < before.letters.size(); ++i) {
            if ((before.letters[i] == "u" || before.letters[i] == "ư") && before.letters[i + 1] == "o") {
                auto next = before;
                next.letters[i] = "ư";
                next.letters[i + 1] = "ơ";
                follow(next, at + 1, true);
            }
        }
        shape(before, at, "u", "ư");
        shape(before, at, "o", "ơ");
    }

    std::string_view word_;
    bool vni_;
    int steps_ = 0;
    std::vector<std::string> found_;
};

const std::unordered_set<std::string_view>& formulas_and_units() {
    static const std::unordered_set<std::string_view> kKept = {"co2", "so2", "so3", "so4", "no2", "no3", "o2", "o3", "n2o", "h2o", "h2s", "ch4", "nh3", "nh4", "po4", "pm1", "pm2", "pm10", "pm25", "m2", "m3", "km2", "cm2", "cm3", "dm3", "a0", "a1", "a2", "a3", "a4", "a5", "e5", "b1", "b2"};
    return kKept;
}

}  // namespace

std::vector<std::string> decode_typing(std::string_view word) {
    const bool ascii = std::all_of(word.begin(), word.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
    if (!ascii || word.size() < kShortest || word.size() > kLongest || formulas_and_units().contains(word)) {
        return {};
    }
    return Decoder(word).run();
}

std::vector<std::string> kept_words() {
    std::vector<std::string> words(formulas_and_units().begin(), formulas_and_units().end());
    std::sort(words.begin(), words.end());
    return words;
}

}  // namespace khomo::search
