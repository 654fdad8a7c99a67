// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/find/reading.hpp"

#include <xapian.h>

#include <algorithm>

#include "catalog/base/text.hpp"
#include "search/text/english.hpp"
#include "search/text/index_schema.hpp"
#include "search/text/typing.hpp"

namespace khomo::search {
namespace {

using schema::term;
using Xapian::Query;

constexpr Xapian::termcount kMostEndings = 100;  // words that a beginning may stand for

// How much it tells where a word stands, beside Xapian's weight of the word itself (docs/search.md).
constexpr double kExactMarked = 0.6;
constexpr double kExactPlain = 0.3;
constexpr double kInTitle = 1.2;
constexpr double kWeakInTitle = 0.1;
constexpr double kExactInTitle = 1.0;
constexpr double kNeighbours = 1.5;
constexpr double kWholeCode = 3.0;

bool known(const Xapian::Database& database, const Token& token) {
    return database.term_exists(term(schema::kFolded, token.folded)) || database.term_exists(term(schema::kKey, token.key));
}

Query word_query(const Token& token, bool folded) {
    if (token.marked && !folded) {
        return Query(term(schema::kKey, token.key));
    }
    const Query plain(term(schema::kFolded, token.folded));
    if (!may_be_english(token)) {
        return plain;
    }
    thread_local const Xapian::Stem kStemmer("english");
    return {Query::OP_MAX, plain, Query(term(schema::kStem, kStemmer(token.surface)))};
}

bool respects_marks(const Reading& reading, const Token& token) { return token.marked && !reading.folded; }

/// Words that begin so. "quy" is kept as "qui" in the index, but "quyết" is not, so both beginnings are asked for.
Query beginning_query(std::string_view prefix, const Token& token) {
    const auto wildcard = [&](const std::string& text) {
        return Query(Query::OP_WILDCARD, term(prefix, text), kMostEndings, Query::WILDCARD_LIMIT_MOST_FREQUENT, Query::OP_OR);
    };
    const auto as_typed = fold(token.surface);
    const auto settled = wildcard(token.folded);
    return as_typed == token.folded ? settled : Query(Query::OP_OR, settled, wildcard(as_typed));
}

/// The last word, or what it may grow into.
Query last_word_query(const Reading& reading) {
    const auto& token = reading.words.words.back();
    const auto word = word_query(token, reading.folded);
    if (!respects_marks(reading, token)) {
        return {Query::OP_OR, word, beginning_query(schema::kFolded, token)};
    }
    std::vector<Query> any = {word};
    for (const auto& key : reading.endings) {
        any.emplace_back(term(schema::kKey, key));
    }
    return {Query::OP_OR, any.begin(), any.end()};
}

Query phrase_query(const std::vector<Token>& tokens, bool folded) {
    std::vector<std::string> terms;
    for (const auto& token : tokens) {
        terms.push_back(folded || !token.marked ? term(schema::kFolded, token.folded) : term(schema::kKey, token.key));
    }
    return {Query::OP_PHRASE, terms.begin(), terms.end(), static_cast<Xapian::termcount>(terms.size())};
}

Query any_of(const std::vector<Query>& parts) { return {Query::OP_OR, parts.begin(), parts.end()}; }

/// "co-quan:giáo dục", "nam:2025": a value of the facet, or words of its name.
Query field_query(const FieldWords& asked) {
    if (asked.field == "id") {
        return Query(term(schema::kId, asked.value));
    }
    std::vector<Query> all;
    for (const auto& word : asked.words) {
        if (asked.field == "title") {
            all.emplace_back(word.marked ? term(schema::kTitleKey, word.key) : term(schema::kTitle, word.folded));
        } else {
            all.emplace_back(term(schema::kNamed, asked.field + ":" + word.folded));
        }
    }
    const Query words(Query::OP_AND, all.begin(), all.end());
    return asked.field == "title" ? words : Query(Query::OP_OR, words, Query(term(schema::kFacet, asked.field + ":" + fold(asked.value))));
}

/// Named fields and the place: they decide what is found and count nothing for its order.
Query filters(const QueryWords& words) {
    std::vector<Query> all;
    for (const auto& field : words.fields) {
        all.push_back(field_query(field));
    }
    if (!words.units.empty()) {
        std::vector<Query> any;
        for (const auto& unit : words.units) {
            any.emplace_back(term(schema::kFacet, "unit:" + unit));
        }
        if (!words.place.empty()) {
            any.push_back(phrase_query(words.place, false));
        }
        all.push_back(any_of(any));
    }
    return {Query::OP_AND, all.begin(), all.end()};
}

Query filtered(Query query, const QueryWords& words) {
    const auto filter = filters(words);
    return filter.empty() ? query : query.empty() ? filter : Query(Query::OP_FILTER, query, filter);
}

Query without_excluded(Query query, const QueryWords& words) {
    if (words.excluded.empty()) {
        return query;
    }
    std::vector<Query> excluded;
    for (const auto& token : words.excluded) {
        excluded.push_back(word_query(token, false));
    }
    return {Query::OP_AND_NOT, query.empty() ? Query::MatchAll : query, any_of(excluded)};
}

/// What every document found must hold.
Query required(const Reading& reading) {
    std::vector<Query> parts;
    const auto& words = reading.words.words;
    const auto weak = weak_words(words);
    const bool all_weak = std::find(weak.begin(), weak.end(), false) == weak.end();
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (reading.partial && weak[i] && !all_weak) {
            continue;
        }
        const bool beginning = reading.prefix && i + 1 == words.size();
        parts.push_back(beginning ? last_word_query(reading) : word_query(words[i], reading.folded));
    }
    for (const auto& phrase : reading.words.phrases) {
        parts.push_back(phrase_query(phrase, reading.folded));
    }
    return {reading.partial ? Query::OP_OR : Query::OP_AND, parts.begin(), parts.end()};
}

/// What does not decide whether a document is found, only where it stands.
Query boosts(const Reading& reading) {
    std::vector<Query> all;
    const auto add = [&](const std::string& text, double factor) { all.emplace_back(factor, Query(text)); };
    const auto& words = reading.words.words;
    const auto weak = weak_words(words);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto& token = words[i];
        add(term(schema::kKey, token.key), token.marked ? kExactMarked : kExactPlain);
        add(term(schema::kTitle, token.folded), weak[i] ? kWeakInTitle : kInTitle);
        if (token.marked) {
            add(term(schema::kTitleKey, token.key), kExactInTitle);
        }
        if (i > 0) {
            add(term(schema::kBigram, words[i - 1].folded + "_" + token.folded), kNeighbours);
        }
    }
    if (reading.prefix && !words.empty()) {
        all.emplace_back(kInTitle, beginning_query(schema::kTitle, words.back()));
    }
    for (const auto& code : reading.words.codes) {
        add(term(schema::kCode, code), kWholeCode);
    }
    return any_of(all);
}

}  // namespace

bool decode_words(QueryWords& words, const Xapian::Database& database, bool known_too, bool open_end) {
    bool changed = false;
    for (auto& token : words.words) {
        if (token.marked || (!known_too && known(database, token))) {
            continue;
        }
        const bool beginning = open_end && &token == &words.words.back();
        for (const auto& decoded : decode_typing(token.surface)) {
            const auto read = tokenize(decoded);
            if (read.size() == 1 && (beginning || database.term_exists(term(schema::kKey, read.front().key)))) {
                token = read.front();
                changed = true;
                break;
            }
        }
    }
    return changed;
}

void find_endings(Reading& reading, const Xapian::Database& database) {
    if (!reading.prefix || reading.words.words.empty() || !respects_marks(reading, reading.words.words.back())) {
        return;
    }
    const auto& typed = reading.words.words.back().key;
    const auto letters = term(schema::kKey, std::string_view(typed).substr(0, typed.size() - 1));
    const char tone = typed.back();
    for (auto word = database.allterms_begin(letters); word != database.allterms_end(letters) && reading.endings.size() < kMostEndings; ++word) {
        const auto key = (*word).substr(schema::kKey.size());
        if (key != typed && (tone == '0' || key.back() == tone)) {
            reading.endings.push_back(key);
        }
    }
}

bool any_title_holds(const Reading& reading, const Xapian::Database& database) {
    std::vector<Query> all;
    const auto& words = reading.words.words;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto& token = words[i];
        const Query word(respects_marks(reading, token) ? term(schema::kTitleKey, token.key) : term(schema::kTitle, token.folded));
        const bool beginning = reading.prefix && reading.folded && i + 1 == words.size();
        all.push_back(beginning ? Query(Query::OP_OR, word, beginning_query(schema::kTitle, token)) : word);
    }
    Xapian::Enquire enquire(database);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query(Query(Query::OP_AND, all.begin(), all.end()));
    return enquire.get_mset(0, 1).size() > 0;
}

Query matching(const Reading& reading) { return without_excluded(filtered(required(reading), reading.words), reading.words); }

Query ranked(const Reading& reading) {
    const auto query = required(reading);
    const auto extra = boosts(reading);
    return without_excluded(filtered(query.empty() || extra.empty() ? query : Query(Query::OP_AND_MAYBE, query, extra), reading.words), reading.words);
}

Query in_titles(const Reading& reading) {
    std::vector<Query> parts;
    const auto& words = reading.words.words;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const Query word(term(schema::kTitle, words[i].folded));
        parts.push_back(i + 1 < words.size() ? word : Query(Query::OP_OR, word, beginning_query(schema::kTitle, words[i])));
    }
    return {Query::OP_AND, parts.begin(), parts.end()};
}

}  // namespace khomo::search
