// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/find/highlight.hpp"

#include <xapian.h>

#include <algorithm>
#include <set>
#include <unordered_map>

#include "catalog/base/text.hpp"
#include "search/text/abbreviations.hpp"
#include "search/text/english.hpp"

namespace khomo::search {
namespace {

constexpr int kNothing = -1;

/// A text with, for every word of it, the word of the query that it shows.
struct MarkedText {
    std::string_view text;
    std::vector<Token> tokens;
    std::vector<int> shows;
};

/// A part of a text: tokens first … last - 1.
struct Part {
    std::size_t first = 0;
    std::size_t last = 0;
    std::size_t worth = 0;  ///< how many different words of the query it shows
};

std::string stem_of(const Token& token) {
    thread_local const Xapian::Stem kStemmer("english");
    return may_be_english(token) ? kStemmer(token.surface) : "";
}

/// The stretch of at most `longest` bytes with most words; the earliest of equals.
Part best_part(const MarkedText& marked, std::size_t longest) {
    Part best;
    std::unordered_map<int, std::size_t> inside;
    std::size_t last = 0;
    for (std::size_t first = 0; first < marked.tokens.size(); ++first) {
        while (last < marked.tokens.size() && (last == first || marked.tokens[last].end - marked.tokens[first].begin <= longest)) {
            ++inside[marked.shows[last++]];
        }
        const auto worth = inside.size() - inside.count(kNothing);
        if (best.last == 0 || worth > best.worth) {
            best = {first, last, worth};
        }
        if (--inside[marked.shows[first]] == 0) {
            inside.erase(marked.shows[first]);
        }
    }
    return best;
}

/// Begins a few words before the first mark, or at the start of the text when that is near.
Part with_room_before(const MarkedText& marked, Part part, std::size_t longest) {
    if (part.worth == 0 || part.first == 0) {
        return part;
    }
    auto first_mark = part.first;
    while (first_mark < part.last && marked.shows[first_mark] == kNothing) {
        ++first_mark;
    }
    part.first = first_mark;
    while (part.first > 0 && marked.tokens[first_mark].begin - marked.tokens[part.first - 1].begin <= longest / 4) {
        --part.first;
    }
    part.last = part.first;
    while (part.last < marked.tokens.size() && marked.tokens[part.last].end - marked.tokens[part.first].begin <= longest) {
        ++part.last;
    }
    part.last = std::max(part.last, first_mark + 1);
    return part;
}

void append(std::vector<Segment>& segments, std::string_view text, bool marked) {
    if (text.empty()) {
        return;
    }
    if (!segments.empty() && segments.back().marked == marked) {
        segments.back().text += text;
    } else {
        segments.push_back({std::string(text), marked});
    }
}

std::vector<Segment> segments_of(const MarkedText& marked, const Part& part) {
    std::vector<Segment> segments;
    const bool from_start = part.first == 0;
    const bool to_end = part.last >= marked.tokens.size();
    append(segments, from_start ? "" : "… ", false);
    auto at = from_start ? 0 : marked.tokens[part.first].begin;
    const auto end = to_end ? marked.text.size() : marked.tokens[part.last - 1].end;
    for (auto i = part.first; i < part.last; ++i) {
        if (marked.shows[i] != kNothing) {
            append(segments, marked.text.substr(at, marked.tokens[i].begin - at), false);
            append(segments, marked.text.substr(marked.tokens[i].begin, marked.tokens[i].end - marked.tokens[i].begin), true);
            at = marked.tokens[i].end;
        }
    }
    append(segments, marked.text.substr(at, end - at), false);
    append(segments, to_end ? "" : " …", false);
    return segments;
}

}  // namespace

struct Highlighter::State {
    std::unordered_map<std::string, int> keys;    ///< words that must have their marks
    std::unordered_map<std::string, int> folded;  ///< words that need not
    std::unordered_map<std::string, int> stems;
    std::unordered_map<const Abbreviation*, int> abbreviations;
    std::string beginning;
    int beginning_word = kNothing;

    void add(const Token& token, int number, bool fold_all) {
        if (token.marked && !fold_all) {
            keys.emplace(token.key, number);
            return;
        }
        folded.emplace(token.folded, number);
        if (const auto stem = stem_of(token); !stem.empty()) {
            stems.emplace(stem, number);
        }
    }

    int shown_by(const Token& token) const {
        if (const auto found = keys.find(token.key); found != keys.end()) {
            return found->second;
        }
        if (const auto found = folded.find(token.folded); found != folded.end()) {
            return found->second;
        }
        if (!beginning.empty() && token.folded.starts_with(beginning)) {
            return beginning_word;
        }
        if (!stems.empty()) {
            if (const auto found = stems.find(stem_of(token)); found != stems.end()) {
                return found->second;
            }
        }
        return kNothing;
    }

    MarkedText mark(const std::string& text) const {
        MarkedText marked{text, tokenize(text), {}};
        for (const auto& token : marked.tokens) {
            marked.shows.push_back(shown_by(token));
        }
        if (!abbreviations.empty()) {
            for (const auto& use : abbreviations_in(text, marked.tokens)) {
                if (const auto found = abbreviations.find(use.abbreviation); found != abbreviations.end()) {
                    std::fill(marked.shows.begin() + static_cast<std::ptrdiff_t>(use.first), marked.shows.begin() + static_cast<std::ptrdiff_t>(use.last), found->second);
                }
            }
        }
        return marked;
    }
};

Highlighter::Highlighter(const Reading& reading) : state_(std::make_unique<State>()) {
    const auto& words = reading.words.words;
    const auto weak = weak_words(words);
    const bool all_weak = std::find(weak.begin(), weak.end(), false) == weak.end();
    std::string text;
    int number = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        text += words[i].surface + " ";
        if (!weak[i] || all_weak) {
            state_->add(words[i], number++, reading.folded);
        }
    }
    for (const auto& phrase : reading.words.phrases) {
        for (const auto& token : phrase) {
            state_->add(token, number++, reading.folded);
        }
    }
    for (const auto& token : reading.words.place) {
        state_->add(token, number++, reading.folded);
    }
    if (reading.prefix && !words.empty()) {
        state_->beginning = fold(words.back().surface);
        state_->beginning_word = number++;
    }
    for (const auto& use : abbreviations_in(text, tokenize(text))) {
        state_->abbreviations.emplace(use.abbreviation, number++);
    }
}

Highlighter::~Highlighter() = default;

std::vector<Segment> Highlighter::whole(const std::string& text) const {
    const auto marked = state_->mark(text);
    return segments_of(marked, {0, marked.tokens.size(), 0});
}

std::vector<Segment> Highlighter::snippet(const std::vector<std::string>& texts, std::size_t longest) const {
    MarkedText best;
    Part best_part_of_all;
    for (const auto& text : texts) {
        auto marked = state_->mark(text);
        const auto part = with_room_before(marked, best_part(marked, longest - longest / 4), longest);
        if (best.text.empty() || part.worth > best_part_of_all.worth) {
            best = std::move(marked);
            best_part_of_all = part;
        }
    }
    if (best_part_of_all.worth == 0 && !texts.empty()) {
        // Nothing to show: the beginning of the first text, at full length.
        best = state_->mark(texts.front());
        best_part_of_all = best_part(best, longest);
    }
    return segments_of(best, best_part_of_all);
}

}  // namespace khomo::search
