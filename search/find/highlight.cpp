// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/find/highlight.hpp"

#include <algorithm>
#include <unordered_set>

namespace khomo::search {
namespace {

struct Wanted {
    std::unordered_set<std::string> keys;
    std::unordered_set<std::string> folded;
    std::string prefix;

    explicit Wanted(const Reading& reading) {
        const auto add = [&](const Token& token) {
            if (is_stop_word(token.folded) && reading.words.words.size() > 1) {
                return;
            }
            if (token.marked && !reading.folded) {
                keys.insert(token.key);
            } else {
                folded.insert(token.folded);
            }
        };
        std::for_each(reading.words.words.begin(), reading.words.words.end(), add);
        for (const auto& phrase : reading.words.phrases) {
            std::for_each(phrase.begin(), phrase.end(), add);
        }
        if (reading.prefix && !reading.words.words.empty()) {
            prefix = reading.words.words.back().folded;
        }
    }

    bool fits(const Token& token) const {
        return keys.contains(token.key) || folded.contains(token.folded) || (!prefix.empty() && token.folded.starts_with(prefix));
    }
};

void append(std::vector<Segment>& segments, std::string_view text, bool marked) {
    if (!text.empty()) {
        segments.push_back({std::string(text), marked});
    }
}

}  // namespace

std::vector<Segment> highlight(const std::string& text, const Reading& reading, std::size_t longest) {
    const Wanted wanted(reading);
    const auto tokens = tokenize(text);
    const auto first = std::find_if(tokens.begin(), tokens.end(), [&](const Token& token) { return wanted.fits(token); });
    std::size_t begin = 0;
    std::size_t end = text.size();
    if (longest > 0 && text.size() > longest) {
        const auto from = first == tokens.end() ? 0 : first->begin > longest / 4 ? first->begin - longest / 4 : 0;
        for (const auto& token : tokens) {
            if (token.begin <= from) {
                begin = from == 0 ? 0 : token.begin;
            }
            if (token.end <= begin + longest) {
                end = token.end;
            }
        }
    }
    std::vector<Segment> segments;
    append(segments, begin > 0 ? "… " : "", false);
    std::size_t at = begin;
    for (const auto& token : tokens) {
        if (token.begin < begin || token.end > end || !wanted.fits(token)) {
            continue;
        }
        append(segments, std::string_view(text).substr(at, token.begin - at), false);
        append(segments, std::string_view(text).substr(token.begin, token.end - token.begin), true);
        at = token.end;
    }
    append(segments, std::string_view(text).substr(at, end - at), false);
    append(segments, end < text.size() ? " …" : "", false);
    return segments;
}

}  // namespace khomo::search
