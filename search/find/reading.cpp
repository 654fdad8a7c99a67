// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/find/reading.hpp"

#include <xapian.h>

#include <algorithm>

#include "search/text/index_schema.hpp"
#include "search/text/typing.hpp"

namespace khomo::search {
namespace {

using Xapian::Query;

std::string term(std::string_view prefix, const std::string& text) { return (std::string(prefix) + text).substr(0, 200); }

bool known(const Xapian::Database& database, const Token& token) {
    return database.term_exists(term(schema::kFolded, token.folded)) || database.term_exists(term(schema::kKey, token.key));
}

Query word_query(const Token& token, bool folded) {
    return token.marked && !folded ? Query(term(schema::kKey, token.key)) : Query(term(schema::kFolded, token.folded));
}

Query phrase_query(const std::vector<Token>& tokens, bool folded) {
    std::vector<std::string> terms;
    for (const auto& token : tokens) {
        terms.push_back(folded || !token.marked ? term(schema::kFolded, token.folded) : term(schema::kKey, token.key));
    }
    return {Query::OP_PHRASE, terms.begin(), terms.end(), static_cast<Xapian::termcount>(terms.size())};
}

/// What does not decide whether a document is found, only where it stands: neighbours in order, marks as typed, words of the title.
Query boosts(const QueryWords& words) {
    std::vector<Query> all;
    const auto add = [&](const std::string& text, double factor) { all.push_back(Query(Query::OP_SCALE_WEIGHT, Query(text), factor)); };
    for (std::size_t i = 0; i < words.words.size(); ++i) {
        const auto& token = words.words[i];
        add(term(schema::kKey, token.key), token.marked ? 0.6 : 0.3);
        add(term(schema::kTitle, token.folded), is_stop_word(token.folded) ? 0.1 : 1.2);
        if (token.marked) {
            add(term(schema::kTitleKey, token.key), 1.0);
        }
        if (i > 0) {
            add(term(schema::kBigram, words.words[i - 1].folded + "_" + token.folded), 1.5);
        }
    }
    for (const auto& code : words.codes) {
        add(term(schema::kCode, code), 3.0);
    }
    return all.empty() ? Query() : Query(Query::OP_OR, all.begin(), all.end());
}

/// A word that the index does not know, decoded from Telex or VNI; only syllables that the index knows with their marks.
bool decode_words(QueryWords& words, const Xapian::Database& database) {
    bool changed = false;
    for (auto& token : words.words) {
        if (token.marked || known(database, token)) {
            continue;
        }
        for (const auto& decoded : decode_typing(token.surface)) {
            const auto read = tokenize(decoded);
            if (read.size() == 1 && database.term_exists(term(schema::kKey, read.front().key))) {
                token = read.front();
                changed = true;
                break;
            }
        }
    }
    return changed;
}

/// Folded terms of the index that are one edit away (insertion, deletion, change, swap), the most frequent first.
std::string nearest_word(const std::string& folded, const Xapian::Database& database) {
    std::string best;
    Xapian::doccount best_count = 0;
    const auto consider = [&](const std::string& candidate) {
        const auto count = database.get_termfreq(term(schema::kFolded, candidate));
        if (count > best_count) {
            best = candidate;
            best_count = count;
        }
    };
    for (const auto& candidate : confusables(folded)) {
        consider(candidate);
    }
    if (!best.empty() || folded.size() < 4 || std::any_of(folded.begin(), folded.end(), [](char c) { return c >= '0' && c <= '9'; })) {
        return best;
    }
    static constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz";
    for (std::size_t i = 0; i <= folded.size(); ++i) {
        for (const char c : kLetters) {
            consider(folded.substr(0, i) + c + folded.substr(i));
            if (i < folded.size()) {
                consider(folded.substr(0, i) + c + folded.substr(i + 1));
            }
        }
        if (i < folded.size()) {
            consider(folded.substr(0, i) + folded.substr(i + 1));
        }
        if (i + 1 < folded.size()) {
            auto swapped = folded;
            std::swap(swapped[i], swapped[i + 1]);
            consider(swapped);
        }
    }
    return best;
}

Token folded_token(const std::string& folded) {
    Token token;
    token.surface = folded;
    token.folded = folded;
    token.key = folded + "0";
    return token;
}

/// Corrects the words that no title or text holds, or (when all are known but never together) those that are rare.
bool correct_words(QueryWords& words, const Xapian::Database& database, bool rare_too) {
    bool changed = false;
    for (auto& token : words.words) {
        const auto count = database.get_termfreq(term(schema::kFolded, token.folded));
        if (count > (rare_too ? 3U : 0U)) {
            continue;
        }
        const auto better = nearest_word(token.folded, database);
        if (!better.empty() && database.get_termfreq(term(schema::kFolded, better)) > count) {
            token = folded_token(better);
            changed = true;
        }
    }
    return changed;
}

}  // namespace

std::vector<Reading> readings_of(const QueryWords& typed, const Xapian::Database& database) {
    std::vector<Reading> readings;
    const auto add = [&](const char* name, const QueryWords& words, bool folded, bool changed) {
        readings.push_back({name, words, folded, false, false, changed});
    };
    add("literal", typed, false, false);
    const bool marked = std::any_of(typed.words.begin(), typed.words.end(), [](const Token& token) { return token.marked; }) || !typed.phrases.empty();
    if (marked) {
        add("folded", typed, true, false);
    }
    auto decoded = typed;
    if (decode_words(decoded, database)) {
        add("typing", decoded, false, true);
        add("typing", decoded, true, true);
    }
    if (typed.open_end && !typed.words.empty() && typed.words.back().folded.size() >= 2) {
        Reading prefix{"prefix", typed, true, false, true, false};
        readings.push_back(prefix);
    }
    for (const bool rare_too : {false, true}) {
        auto corrected = typed;
        if (correct_words(corrected, database, rare_too)) {
            add("spelling", corrected, true, true);
        }
    }
    if (typed.words.size() > 1) {
        Reading partial{"partial", typed, true, true, false, false};
        readings.push_back(partial);
    }
    return readings;
}

Query to_xapian(const Reading& reading) {
    std::vector<Query> parts;
    const auto& words = reading.words.words;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (reading.prefix && i + 1 == words.size()) {
            parts.emplace_back(Query::OP_WILDCARD, term(schema::kFolded, words[i].folded), 200, Query::WILDCARD_LIMIT_MOST_FREQUENT, Query::OP_OR);
        } else if (!(reading.partial && is_stop_word(words[i].folded))) {
            parts.push_back(word_query(words[i], reading.folded));
        }
    }
    for (const auto& phrase : reading.words.phrases) {
        parts.push_back(phrase_query(phrase, reading.folded));
    }
    if (parts.empty()) {
        return {};
    }
    Query query;
    if (reading.partial) {
        query = Query(Query::OP_OR, parts.begin(), parts.end());
    } else {
        query = Query(Query::OP_AND, parts.begin(), parts.end());
    }
    // A joined code answers as a whole too: its parts may stand in any order elsewhere.
    if (!reading.words.codes.empty() && !reading.partial) {
        std::vector<Query> codes;
        for (const auto& code : reading.words.codes) {
            codes.emplace_back(term(schema::kCode, code));
        }
        query = Query(Query::OP_OR, query, Query(Query::OP_OR, codes.begin(), codes.end()));
    }
    const auto extra = boosts(reading.words);
    if (!extra.empty()) {
        query = Query(Query::OP_AND_MAYBE, query, extra);
    }
    if (!reading.words.excluded.empty()) {
        std::vector<Query> excluded;
        for (const auto& token : reading.words.excluded) {
            excluded.push_back(word_query(token, false));
        }
        query = Query(Query::OP_AND_NOT, query, Query(Query::OP_OR, excluded.begin(), excluded.end()));
    }
    return query;
}

}  // namespace khomo::search
