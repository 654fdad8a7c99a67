// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <string_view>
#include <vector>

#include "search/find/reading.hpp"

namespace khomo::search {

/// How well a title is named by the words of a query. Private to search/find.
class TitleFit {
public:
    explicit TitleFit(const Reading& reading);

    /// 0 when no word of the query that says something is in the title; about 3 when the title is nothing but those words, in their
    /// order and with their marks. `line` is the value of schema::kTitleWords: both languages, the better one counts.
    double of(std::string_view line) const;

private:
    struct Word {
        std::string folded;
        std::string key;
        std::string beginning;  ///< not empty for a word that may be a beginning: its folded letters as typed
    };
    using Words = std::vector<Word>;

    static Words strong_words(const std::vector<Token>& tokens, bool prefix);
    static double fit(std::string_view line, const Words& words);

    /// The words as typed, and with abbreviations written out or contracted where that makes a difference.
    std::vector<Words> variants_;
};

struct Hit {
    Xapian::docid id = 0;
    double score = 0;
};

/// Hits `offset` … of a search by relevance. The first kReranked of Xapian's order are put in order by title fit together with Xapian's
/// weight, the rest follow as they are. `decider` may be null.
std::vector<Hit> by_relevance(Xapian::Enquire& enquire, const Reading& reading, std::size_t offset, std::size_t limit, const Xapian::MatchDecider* decider);

}  // namespace khomo::search
