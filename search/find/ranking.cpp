// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/find/ranking.hpp"

#include <algorithm>

#include "catalog/base/text.hpp"
#include "search/text/abbreviations.hpp"
#include "search/text/index_schema.hpp"
#include "search/text/title_words.hpp"

namespace khomo::search {
namespace {

constexpr std::size_t kReranked = 200;

// docs/search.md explains the weights.
constexpr double kShare = 1.0;      // of the title that the query names
constexpr double kExact = 0.5;      // of the title that it names with the same marks
constexpr double kOrder = 0.5;      // of the neighbours of the query that are neighbours in the title
constexpr double kPublished = 0.15;  // what can be had comes before what is planned

std::string joined(const std::vector<Token>& tokens) {
    std::string text;
    for (const auto& token : tokens) {
        text += (text.empty() ? "" : " ") + token.surface;
    }
    return text;
}

/// The words with every abbreviation written out, or every long form contracted.
std::vector<Token> rewritten(const std::vector<Token>& words, bool write_out) {
    const auto text = joined(words);
    const auto tokens = tokenize(text);
    std::string out;
    std::size_t next = 0;
    for (const auto& use : abbreviations_in(text, tokens)) {
        if (use.is_short != write_out || use.first < next) {
            continue;
        }
        for (; next < use.first; ++next) {
            out += tokens[next].surface + " ";
        }
        out += (write_out ? use.abbreviation->long_form : use.abbreviation->key) + " ";
        next = use.last;
    }
    for (; next < tokens.size(); ++next) {
        out += tokens[next].surface + " ";
    }
    return tokenize(out);
}

bool same_words(const std::vector<Token>& a, const std::vector<Token>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Token& x, const Token& y) { return x.key == y.key; });
}

/// Whether the letters typed so far, with the tone if one was typed, lead to the word of the title.
bool begins_exactly(std::string_view typed_key, std::string_view title_key) {
    const auto typed = typed_key.substr(0, typed_key.size() - 1);
    return title_key.starts_with(typed) && (typed_key.back() == '0' || typed_key.back() == title_key.back());
}

}  // namespace

TitleFit::Words TitleFit::strong_words(const std::vector<Token>& tokens, bool prefix) {
    const auto weak = weak_words(tokens);
    const bool all_weak = std::find(weak.begin(), weak.end(), false) == weak.end();
    Words words;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const bool beginning = prefix && i + 1 == tokens.size();
        if (!weak[i] || all_weak || beginning) {
            words.push_back({tokens[i].folded, tokens[i].key, beginning ? fold(tokens[i].surface) : ""});
        }
    }
    return words;
}

TitleFit::TitleFit(const Reading& reading) {
    auto typed = reading.words.words;
    for (const auto& phrase : reading.words.phrases) {
        typed.insert(typed.end(), phrase.begin(), phrase.end());
    }
    variants_.push_back(strong_words(typed, reading.prefix));
    for (const bool write_out : {true, false}) {
        const auto other = rewritten(typed, write_out);
        if (!same_words(other, typed)) {
            variants_.push_back(strong_words(other, reading.prefix));
        }
    }
}

double TitleFit::fit(std::string_view line, const Words& words) {
    constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    if (words.empty()) {
        return 0;
    }
    std::vector<bool> met(words.size());
    std::size_t strong = 0;
    std::size_t named = 0;
    std::size_t exact = 0;
    std::size_t in_order = 0;
    std::size_t previous = kNone;
    for (const auto& title : read_title_words(line)) {
        std::size_t at = kNone;
        bool marks = false;
        for (std::size_t i = 0; i < words.size() && !marks; ++i) {
            const auto& word = words[i];
            const bool whole = word.folded == title.folded;
            const bool beginning = !word.beginning.empty() && (title.folded.starts_with(word.beginning) || title.folded.starts_with(word.folded));
            if (whole || beginning) {
                marks = word.key == title.key || (!whole && begins_exactly(word.key, title.key));
                at = at == kNone || marks ? i : at;
            }
        }
        strong += title.weak ? 0 : 1;
        if (at != kNone) {
            met[at] = true;
            named += title.weak ? 0 : 1;
            exact += marks && !title.weak ? 1 : 0;
            in_order += previous != kNone && at == previous + 1 ? 1 : 0;
        }
        previous = at;
    }
    const auto covered = static_cast<double>(std::count(met.begin(), met.end(), true)) / static_cast<double>(words.size());
    const auto of_title = [&](std::size_t count) { return strong == 0 ? 0.0 : static_cast<double>(count) / static_cast<double>(strong); };
    const auto order = words.size() < 2 ? 1.0 : std::min(1.0, static_cast<double>(in_order) / static_cast<double>(words.size() - 1));
    return covered * covered * (1.0 + kShare * of_title(named) + kExact * of_title(exact) + kOrder * order);
}

double TitleFit::of(std::string_view line) const {
    const auto cut = std::min(line.find('\n'), line.size());
    double best = 0;
    for (const auto& words : variants_) {
        best = std::max(best, fit(line.substr(0, cut), words));
        if (cut + 1 < line.size()) {
            best = std::max(best, fit(line.substr(cut + 1), words));
        }
    }
    return best;
}

std::vector<Hit> by_relevance(Xapian::Enquire& enquire, const Reading& reading, std::size_t offset, std::size_t limit, const Xapian::MatchDecider* decider) {
    const TitleFit fit(reading);
    // Equal weights go by title, so that an index made in another order answers alike.
    enquire.set_sort_by_relevance_then_value(schema::kTitleSort, false);
    const auto top = enquire.get_mset(0, static_cast<Xapian::doccount>(std::max(kReranked, offset + limit)), 0, nullptr, decider);
    const double best = top.get_max_attained() > 0 ? top.get_max_attained() : 1;
    std::vector<Hit> hits;
    for (auto hit = top.begin(); hit != top.end(); ++hit) {
        double score = hit.get_weight() / best;
        if (hits.size() < kReranked) {
            const auto document = hit.get_document();
            score += fit.of(document.get_value(schema::kTitleWords)) + (document.get_value(schema::kUpdated).empty() ? 0.0 : kPublished);
        }
        hits.push_back({*hit, score});
    }
    const auto end = hits.begin() + static_cast<std::ptrdiff_t>(std::min(hits.size(), kReranked));
    std::stable_sort(hits.begin(), end, [](const Hit& a, const Hit& b) { return a.score > b.score; });
    hits.erase(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(std::min(offset, hits.size())));
    hits.resize(std::min(hits.size(), limit));
    return hits;
}

}  // namespace khomo::search
