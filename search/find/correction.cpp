// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/find/correction.hpp"

#include <xapian.h>

#include <algorithm>
#include <compare>

#include "search/text/index_schema.hpp"
#include "search/text/spelling.hpp"

namespace khomo::search {
namespace {

using schema::term;

constexpr std::size_t kMostUnknown = 4;      // words mended in one query
constexpr std::size_t kMostCandidates = 16;  // tried against the other words
constexpr Xapian::doccount kCounted = 200;   // enough to tell a frequent pair from a rare one

bool is_letters(const std::string& word) {
    return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

struct Candidate {
    std::vector<std::string> words;  ///< one, or two that were written together
    bool sounds_alike = false;
    std::uint32_t frequency = 0;
    bool weak = false;  ///< a word that says little is rarely what was meant
};

/// How well a candidate fits where it stands; more is better, from the first to the last.
struct Fit {
    bool together = false;           ///< it stands in some document with all the other words
    bool sounds_alike = false;
    bool strong = false;             ///< no weak word
    Xapian::doccount neighbours = 0;  ///< documents in which it stands beside the word before or after it
    Xapian::doccount count = 0;      ///< documents with all the words
    friend auto operator<=>(const Fit&, const Fit&) = default;
};

Token folded_token(const std::string& folded) {
    Token token;
    token.surface = folded;
    token.folded = folded;
    token.key = folded + "0";
    return token;
}

/// Mends one query against one index.
class Corrector {
public:
    Corrector(const QueryWords& typed, const Xapian::Database& database, const Vocabulary& vocabulary) : query_(typed), database_(database), vocabulary_(vocabulary), enquire_(database) {
        enquire_.set_weighting_scheme(Xapian::BoolWeight());
    }

    std::optional<QueryWords> run() {
        std::vector<std::size_t> unknown;
        for (std::size_t i = 0; i < query_.words.size(); ++i) {
            const auto& folded = query_.words[i].folded;
            if (is_letters(folded) && vocabulary_.frequency(folded) == 0) {
                unknown.push_back(i);
            }
        }
        if (unknown.size() > kMostUnknown) {
            return std::nullopt;
        }
        const bool changed = unknown.empty() ? replace_a_known_word() : replace_unknown(unknown);
        return changed ? std::optional(query_) : std::nullopt;
    }

    /// The best few known words in the place of an unknown one, whatever stands beside them.
    std::vector<std::string> nearest(const std::string& folded, std::size_t most) const {
        std::vector<std::string> words;
        for (const auto& candidate : candidates(folded, true)) {
            if (!candidate.weak && words.size() < most) {
                words.push_back(candidate.words.size() == 1 ? candidate.words.front() : candidate.words.front() + " " + candidate.words.back());
            }
        }
        return words;
    }

private:
    bool replace_unknown(const std::vector<std::size_t>& unknown) {
        bool changed = false;
        std::vector<bool> mended(query_.words.size(), true);
        for (const auto i : unknown) {
            mended[i] = false;
        }
        // From the last to the first: a word that becomes two moves those behind it.
        for (auto place = unknown.rbegin(); place != unknown.rend(); ++place) {
            std::vector<std::string> others;
            for (std::size_t i = 0; i < query_.words.size(); ++i) {
                if (i != *place && mended[i]) {
                    others.push_back(query_.words[i].folded);
                }
            }
            const auto best = best_of(candidates(query_.words[*place].folded, true), *place, others);
            if (!best) {
                continue;
            }
            const auto at = query_.words.begin() + static_cast<std::ptrdiff_t>(*place);
            *at = folded_token(best->words.front());
            mended[*place] = true;
            if (best->words.size() > 1) {
                query_.words.insert(at + 1, folded_token(best->words.back()));
                mended.insert(mended.begin() + static_cast<std::ptrdiff_t>(*place) + 1, true);
            }
            changed = true;
        }
        return changed;
    }

    /// All words are known, but nowhere together.
    bool replace_a_known_word() {
        std::optional<Candidate> best;
        std::size_t best_place = 0;
        Xapian::doccount best_count = 0;
        for (std::size_t place = 0; place < query_.words.size() && query_.words.size() > 1; ++place) {
            std::vector<std::string> others;
            for (std::size_t i = 0; i < query_.words.size(); ++i) {
                if (i != place) {
                    others.push_back(query_.words[i].folded);
                }
            }
            for (const auto& candidate : candidates(query_.words[place].folded, true)) {
                // A word one edit away that is no word of the same sound must at least stand beside a neighbour.
                if (candidate.words.size() > 1 || candidate.weak || (!candidate.sounds_alike && neighbours(candidate, place) == 0)) {
                    continue;
                }
                const auto count = together(candidate, others);
                const auto better = best && best->sounds_alike != candidate.sounds_alike ? candidate.sounds_alike && count > 0 : count > best_count;
                if (better) {
                    best = candidate;
                    best_place = place;
                    best_count = count;
                }
            }
        }
        if (best) {
            query_.words[best_place] = folded_token(best->words.front());
        }
        return best.has_value();
    }

    /// Known words near this one: those that sound alike first, then the frequent ones.
    std::vector<Candidate> candidates(const std::string& folded, bool edits_too) const {
        std::vector<Candidate> found;
        const auto add = [&](const std::string& word, bool sounds_alike) {
            if (const auto frequency = vocabulary_.frequency(word); frequency > 0) {
                found.push_back({{word}, sounds_alike, frequency, weak_words({folded_token(word)}).front()});
            }
        };
        for (const auto& word : sound_alikes(folded)) {
            add(word, true);
        }
        if (edits_too) {
            for (const auto& word : one_edit_away(folded)) {
                add(word, false);
            }
            add_parts(found, folded);
        }
        std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.sounds_alike != b.sounds_alike ? a.sounds_alike : a.weak != b.weak ? b.weak : a.frequency > b.frequency; });
        found.resize(std::min(found.size(), kMostCandidates));
        return found;
    }

    /// "quyhoach" → "quy hoach" where the index knows the two as neighbours.
    void add_parts(std::vector<Candidate>& found, const std::string& folded) const {
        for (std::size_t cut = 2; cut + 2 <= folded.size(); ++cut) {
            const auto first = tokenize(folded.substr(0, cut)).front().folded;
            const auto second = tokenize(folded.substr(cut)).front().folded;
            if (vocabulary_.frequency(first) > 0 && vocabulary_.frequency(second) > 0) {
                if (const auto frequency = database_.get_termfreq(term(schema::kBigram, first + "_" + second)); frequency > 0) {
                    found.push_back({{first, second}, false, frequency, false});
                }
            }
        }
    }

    std::optional<Candidate> best_of(const std::vector<Candidate>& candidates, std::size_t place, const std::vector<std::string>& others) {
        std::optional<Candidate> best;
        Fit best_fit;
        for (const auto& candidate : candidates) {
            const auto count = together(candidate, others);
            const Fit fit{count > 0, candidate.sounds_alike, !candidate.weak, neighbours(candidate, place), count};
            if (fit.together && fit > best_fit) {
                best = candidate;
                best_fit = fit;
            }
        }
        return best;
    }

    /// Documents in which the candidate stands beside the word before or after its place.
    Xapian::doccount neighbours(const Candidate& candidate, std::size_t place) const {
        Xapian::doccount count = 0;
        if (place > 0) {
            count += database_.get_termfreq(term(schema::kBigram, query_.words[place - 1].folded + "_" + candidate.words.front()));
        }
        if (place + 1 < query_.words.size()) {
            count += database_.get_termfreq(term(schema::kBigram, candidate.words.back() + "_" + query_.words[place + 1].folded));
        }
        return count;
    }

    /// In how many documents (up to kCounted, about) the candidate stands with all the others.
    Xapian::doccount together(const Candidate& candidate, const std::vector<std::string>& others) {
        std::vector<Xapian::Query> all;
        for (const auto& word : candidate.words) {
            all.emplace_back(term(schema::kFolded, word));
        }
        for (const auto& word : others) {
            all.emplace_back(term(schema::kFolded, word));
        }
        enquire_.set_query(Xapian::Query(Xapian::Query::OP_AND, all.begin(), all.end()));
        return enquire_.get_mset(0, kCounted).size();
    }

    QueryWords query_;
    const Xapian::Database& database_;
    const Vocabulary& vocabulary_;
    Xapian::Enquire enquire_;
};

}  // namespace

Vocabulary::Vocabulary(const Xapian::Database& database) {
    const std::string prefix(schema::kFolded);
    for (auto word = database.allterms_begin(prefix); word != database.allterms_end(prefix); ++word) {
        auto text = (*word).substr(prefix.size());
        if (text.size() >= 2 && is_letters(text)) {
            words_.emplace(std::move(text), word.get_termfreq());
        }
    }
}

std::uint32_t Vocabulary::frequency(const std::string& folded) const {
    const auto found = words_.find(folded);
    return found == words_.end() ? 0 : found->second;
}

std::optional<QueryWords> corrected(const QueryWords& typed, const Xapian::Database& database, const Vocabulary& vocabulary) { return Corrector(typed, database, vocabulary).run(); }

std::vector<std::string> near_words(const QueryWords& typed, const Xapian::Database& database, const Vocabulary& vocabulary) {
    constexpr std::size_t kMost = 8;
    constexpr std::size_t kForOneWord = 3;
    auto words = typed.words;
    for (const auto& phrase : typed.phrases) {
        words.insert(words.end(), phrase.begin(), phrase.end());
    }
    const auto weak = weak_words(words);
    const Corrector corrector(typed, database, vocabulary);
    std::vector<std::string> near;
    const auto add = [&](const std::string& word) {
        if (near.size() < kMost && std::find(near.begin(), near.end(), word) == near.end()) {
            near.push_back(word);
        }
    };
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (weak[i]) {
            continue;
        }
        const bool limited = words.size() > 1 || !typed.fields.empty() || !typed.units.empty() || !typed.excluded.empty();
        if (limited && vocabulary.frequency(words[i].folded) > 0) {
            add(words[i].surface);
        } else {
            for (const auto& word : corrector.nearest(words[i].folded, kForOneWord)) {
                add(word);
            }
        }
    }
    return near;
}

}  // namespace khomo::search
