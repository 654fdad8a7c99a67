// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/text/analysis.hpp"

#include <algorithm>
#include <unordered_set>

#include "catalog/base/syllable.hpp"
#include "catalog/base/text.hpp"
#include "search/text/letters.hpp"

namespace khomo::search {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// kỹ = kĩ, lý = lí, quý = quí: after an onset a rhyme that is only y is written i.
void settle_i(std::string& letters) {
    static const std::unordered_set<std::string_view> kOnsets = {"b", "c", "ch", "d", "đ", "g", "gh", "h", "k", "kh", "l", "m", "n", "nh", "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x"};
    if (letters.size() >= 2 && letters.size() <= 3 && letters.back() == 'y' && kOnsets.contains(std::string_view(letters).substr(0, letters.size() - 1))) {
        letters.back() = 'i';
    }
}

/// A word that grows letter by letter.
class WordBuilder {
public:
    void add_ascii(char c) {
        const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
        surface_ += lower;
        shape_ += lower;
        folded_ += lower;
    }
    void add(const Letter& letter) {
        surface_ += letter.lower;
        shape_ += letter.shape;
        folded_ += letter.folded;
        tone_ = letter.tone != 0 ? letter.tone : tone_;
    }
    /// A sign that the table does not know: the whole word goes through Unicode normalisation.
    void add_other(std::string_view bytes) {
        surface_ += bytes;
        plain_ = false;
    }

    Token take(std::size_t begin, std::size_t end) {
        if (!plain_) {
            surface_ = to_lower(to_nfc(surface_));
            const auto split = split_tone(surface_);
            shape_ = split.letters;
            tone_ = split.tone;
            folded_ = fold(surface_);
        }
        Token token;
        token.marked = folded_ != surface_;
        settle_i(shape_);
        settle_i(folded_);
        token.key = shape_ + static_cast<char>('0' + tone_);
        token.folded = folded_;
        token.surface = surface_;
        token.begin = begin;
        token.end = end;
        surface_.clear();
        shape_.clear();
        folded_.clear();
        tone_ = 0;
        plain_ = true;
        return token;
    }

private:
    std::string surface_;
    std::string shape_;
    std::string folded_;
    int tone_ = 0;
    bool plain_ = true;
};

/// The end of a number in groups of three that begins at `begin` and whose first group ends at `end`: "3.000", "1,234,567".
std::size_t grouped_number_end(std::string_view text, std::size_t begin, std::size_t end) {
    if (end - begin > 3 || end >= text.size() || (text[end] != '.' && text[end] != ',') || !is_number(text.substr(begin, end - begin))) {
        return end;
    }
    const bool inside_code = begin > 1 && (text[begin - 1] == '.' || text[begin - 1] == '/' || text[begin - 1] == '-') && sign_at(text, begin - 2).kind != Sign::Kind::separator;
    const char separator = text[end];
    auto at = end;
    while (!inside_code && at + 3 < text.size() && text[at] == separator && is_number(text.substr(at + 1, 3))) {
        at += 4;
    }
    const bool cut_short = at < text.size() && sign_at(text, at).kind != Sign::Kind::separator;  // "1.2345", "3.000x"
    return cut_short ? end : at;
}

struct Phrase {
    std::vector<Token> words;
};

const std::vector<Phrase>& weak_phrases() {
    static const std::vector<Phrase> kPhrases = [] {
        std::vector<Phrase> phrases;
        for (const auto& text : weak_phrase_texts()) {
            phrases.push_back({tokenize(text)});
        }
        return phrases;
    }();
    return kPhrases;
}

bool stands_at(const Phrase& phrase, const std::vector<Token>& tokens, std::size_t at) {
    if (at + phrase.words.size() > tokens.size()) {
        return false;
    }
    for (std::size_t i = 0; i < phrase.words.size(); ++i) {
        const auto& token = tokens[at + i];
        const auto& word = phrase.words[i];
        if (token.folded != word.folded || (token.marked && token.key != word.key)) {
            return false;
        }
    }
    return true;
}

}  // namespace

const std::vector<std::string>& weak_phrase_texts() {
    // The longer ones first: they win.
    static const std::vector<std::string> kTexts = {"trên địa bàn tỉnh", "trên địa bàn", "cơ sở dữ liệu", "dữ liệu", "cơ sở", "CSDL", "về", "của", "các", "và", "theo", "cho", "trong",
                                                    "những", "data", "dataset", "database", "of", "and", "the", "on", "in", "for", "by", "to", "a"};
    return kTexts;
}

bool is_number(std::string_view word) { return !word.empty() && std::all_of(word.begin(), word.end(), is_digit); }

std::vector<Token> tokenize(std::string_view text) {
    std::vector<Token> tokens;
    WordBuilder word;
    std::size_t begin = 0;
    std::size_t end = 0;  // of the last letter; begin == end: no word is open
    const auto close = [&] {
        if (end == begin) {
            return;
        }
        tokens.push_back(word.take(begin, end));
        const auto number_end = grouped_number_end(text, begin, end);
        if (number_end > end) {
            auto& token = tokens.back();
            token.surface = text.substr(begin, number_end - begin);
            token.end = end = number_end;
            token.folded.clear();
            std::copy_if(token.surface.begin(), token.surface.end(), std::back_inserter(token.folded), is_digit);
            token.key = token.folded + '0';
        }
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto sign = sign_at(text, at);
        if (sign.kind == Sign::Kind::separator) {
            close();
            at = std::max(at + sign.length, end);
            begin = end = at;
            continue;
        }
        if (sign.kind == Sign::Kind::ascii) {
            word.add_ascii(text[at]);
        } else if (sign.kind == Sign::Kind::letter) {
            word.add(*sign.letter);
        } else if (sign.kind == Sign::Kind::other) {
            word.add_other(text.substr(at, sign.length));
        }
        at += sign.length;
        if (sign.kind != Sign::Kind::invisible) {
            end = at;
        } else if (end == begin) {
            begin = end = at;  // before a word
        }
    }
    close();
    return tokens;
}

std::vector<Joined> joined_words(std::string_view text, const std::vector<Token>& tokens) {
    static constexpr std::string_view kSigns = "/&.-_";
    std::vector<Joined> all;
    for (std::size_t first = 0; first < tokens.size();) {
        Joined joined{first, first + 1, tokens[first].folded, tokens[first].folded, false};
        bool code = std::any_of(tokens[first].folded.begin(), tokens[first].folded.end(), is_digit);
        for (; joined.last < tokens.size(); ++joined.last) {
            const auto& token = tokens[joined.last];
            const auto gap = tokens[joined.last - 1].end;
            if (token.begin != gap + 1 || kSigns.find(text[gap]) == std::string_view::npos) {
                break;
            }
            code = code || text[gap] == '/' || text[gap] == '&' || std::any_of(token.folded.begin(), token.folded.end(), is_digit);
            joined.whole += text[gap] + token.folded;
            joined.bare += token.folded;
        }
        first = joined.last;
        if (joined.last - joined.first > 1) {
            joined.code = code;
            all.push_back(std::move(joined));
        }
    }
    return all;
}

std::string abbreviation_key(std::string_view word) {
    std::string key;
    for (const auto& token : tokenize(word)) {
        key += token.folded;
    }
    return key;
}

std::vector<bool> weak_words(const std::vector<Token>& tokens) {
    std::vector<bool> weak(tokens.size());
    for (std::size_t at = 0; at < tokens.size();) {
        const auto& phrases = weak_phrases();
        const auto found = std::find_if(phrases.begin(), phrases.end(), [&](const Phrase& phrase) { return stands_at(phrase, tokens, at); });
        const auto length = found == phrases.end() ? 0 : found->words.size();
        std::fill_n(weak.begin() + static_cast<std::ptrdiff_t>(at), length, true);
        at += std::max<std::size_t>(length, 1);
    }
    return weak;
}

}  // namespace khomo::search
