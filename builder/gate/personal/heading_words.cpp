// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/gate/personal/heading_words.hpp"

#include <algorithm>
#include <mutex>
#include <unordered_map>

#include "builder/gate/personal/plain_form.hpp"
#include "catalog/base/syllable.hpp"
#include "catalog/base/text.hpp"

namespace khomo::builder {
namespace {

std::vector<std::string_view> split(std::string_view phrase) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < phrase.size();) {
        const auto end = std::min(phrase.find(' ', at), phrase.size());
        words.push_back(phrase.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

struct PhraseWord {
    std::string marked;
    std::string folded;
};

std::string marked_key(std::string_view word) {
    const auto tone = split_tone(word);
    return tone.letters + static_cast<char>('0' + tone.tone);
}

/// The words of the lists in this folder, taken apart once.
const PhraseWord& phrase_word(std::string_view word) {
    static std::unordered_map<std::string, PhraseWord> known;
    static std::mutex mutex;
    const std::lock_guard lock(mutex);
    auto& entry = known[std::string(word)];
    if (entry.folded.empty()) {
        entry = {marked_key(word), fold(word)};
    }
    return entry;
}

}  // namespace

HeadingWords::HeadingWords(std::string_view heading) {
    auto text = plain_form(heading);
    // "hoTen", "SoCCCD": a capital after a small letter begins a word.
    std::string spaced;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i > 0 && is_capital(text[i]) && text[i - 1] >= 'a' && text[i - 1] <= 'z') {
            spaced += ' ';
        }
        spaced += text[i];
    }
    const auto lower = to_lower(is_valid_utf8(spaced) ? spaced : std::string());
    for (std::size_t at = 0; at < lower.size();) {
        const auto begin = at;
        while (at < lower.size() && is_word_byte(lower[at])) {
            ++at;
        }
        if (at == begin) {
            ++at;
            continue;
        }
        Word word;
        const auto bytes = std::string_view(lower).substr(begin, at - begin);
        word.marked = marked_key(bytes);
        word.folded = fold(bytes);
        word.has_marks = std::any_of(bytes.begin(), bytes.end(), [](char c) { return (static_cast<unsigned char>(c) & 0x80U) != 0; });
        joined_ += word.folded;
        words_.push_back(std::move(word));
    }
}

bool HeadingWords::same(const Word& own, std::string_view wanted) {
    const auto& word = phrase_word(wanted);
    return own.has_marks ? own.marked == word.marked : own.folded == word.folded;
}

bool HeadingWords::at(std::size_t place, const std::vector<std::string_view>& wanted) const {
    if (place + wanted.size() > words_.size()) {
        return false;
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (!same(words_[place + i], wanted[i])) {
            return false;
        }
    }
    return true;
}

bool HeadingWords::has(std::string_view phrase) const {
    const auto wanted = split(phrase);
    // One short syllable without its marks could be anything: "so" is số, sở or sổ.
    constexpr std::size_t kShort = 4;
    const bool ambiguous = wanted.size() == 1 && phrase_word(phrase).folded.size() <= kShort && phrase_word(phrase).folded != phrase;
    for (std::size_t place = 0; place < words_.size(); ++place) {
        if (at(place, wanted) && (!ambiguous || words_[place].has_marks)) {
            return true;
        }
    }
    if (ambiguous) {
        return false;
    }
    std::string run;
    for (const auto word : wanted) {
        run += phrase_word(word).folded;
    }
    // In one piece, perhaps beside a prefix ("kh_hoten") or a number.
    constexpr std::size_t kLeastPart = 5;
    constexpr std::size_t kDbfName = 10;
    for (const auto& word : words_) {
        if (word.has_marks) {
            continue;
        }
        if (word.folded == run || (run.size() >= kLeastPart && wanted.size() > 1 && word.folded.size() > run.size() && word.folded.find(run) != std::string::npos)) {
            return true;
        }
        if (words_.size() == 1 && word.folded.size() == kDbfName && run.size() > kDbfName && run.starts_with(word.folded)) {
            return true;
        }
    }
    return false;
}

bool HeadingWords::has_any(std::initializer_list<std::string_view> phrases) const {
    return std::any_of(phrases.begin(), phrases.end(), [this](std::string_view phrase) { return has(phrase); });
}

bool HeadingWords::begins(std::string_view phrase) const {
    const auto wanted = split(phrase);
    if (at(0, wanted)) {
        return true;
    }
    std::string run;
    for (const auto word : wanted) {
        run += phrase_word(word).folded;
    }
    return wanted.size() > 1 && words_.size() == 1 && joined_.starts_with(run);
}

bool HeadingWords::is(std::string_view phrase) const {
    const auto wanted = split(phrase);
    if (words_.size() == wanted.size() && at(0, wanted)) {
        return true;
    }
    std::string run;
    for (const auto word : wanted) {
        run += phrase_word(word).folded;
    }
    return joined_ == run && std::none_of(words_.begin(), words_.end(), [](const Word& word) { return word.has_marks; });
}

}  // namespace khomo::builder
