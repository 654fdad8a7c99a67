// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "catalog/base/error.hpp"
#include "search/find/correction.hpp"
#include "search/find/facet_table.hpp"
#include "search/find/finder.hpp"
#include "search/find/places.hpp"
#include "search/find/ranking.hpp"
#include "search/find/reading.hpp"

namespace khomo::search {

/// The error of a damaged index: Xapian::Error is no std::exception, so every way out of search/find turns it into this.
Error damaged_index(const std::string& why);

/// One search over one connection. Private to search/find; lets Xapian::Error pass.
class Search {
public:
    Search(const Xapian::Database& database, const FacetTable& facets, const Places& places, const SearchQuery& query, Lang lang)
        : database_(database), facets_(facets), places_(places), query_(query), lang_(lang) {}

    using ReadVocabulary = std::function<const Vocabulary&(const Xapian::Database&)>;
    SearchResults run(const ReadVocabulary& vocabulary);
    /// The query as it was read, with its place: what rows are looked for by. After run().
    const QueryWords& words() const { return words_; }

private:
    void find_place(QueryWords& typed);
    void find_field_places(QueryWords& typed) const;
    std::vector<SearchResult> never_open(const QueryWords& typed) const;
    SearchResults nothing(const QueryWords& typed, const ReadVocabulary& vocabulary) const;
    void choose_reading(const QueryWords& typed, const ReadVocabulary& vocabulary);
    bool try_reading(Reading reading);
    bool try_decoded(const QueryWords& typed);
    bool try_beginnings(const QueryWords& typed, bool in_title);
    bool try_beginnings_and_spelling(const QueryWords& typed, const ReadVocabulary& vocabulary);
    bool try_partial(const QueryWords& typed);
    void widen_to_beginnings();
    SearchResults answer() const;
    std::vector<Hit> hits() const;
    void show_corrected_words(SearchResults& results) const;

    const Xapian::Database& database_;
    const FacetTable& facets_;
    const Places& places_;
    const SearchQuery& query_;
    Lang lang_;
    std::optional<Reading> reading_;  ///< the one that answers; none while no words were typed
    FacetTable::Counts counts_;       ///< what it found, by facet line
    std::vector<bool> enough_;        ///< for the partial reading: documents (by id) that hold enough words
    std::optional<PlaceLimit> place_;
    QueryWords words_;
};

/// Titles that hold the words, the last one as a beginning; empty when there are none.
std::vector<SearchResult> titles_with(const Xapian::Database& database, const Reading& reading, std::size_t limit, Lang lang);

}  // namespace khomo::search
