// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/find/finder.hpp"

#include <xapian.h>

#include <mutex>

#include "search/find/index_pool.hpp"
#include "search/find/places.hpp"
#include "search/find/row_finder.hpp"
#include "search/find/search.hpp"
#include "search/text/index_schema.hpp"

namespace khomo::search {

struct Finder::State {
    explicit State(const std::filesystem::path& folder) : pool(folder, schema::kShards, false), row_pool(folder, schema::kRowShards, true), places(folder / schema::kPlaces) {}

    mutable IndexPool pool;
    mutable IndexPool row_pool;
    const Places places;
    std::unique_ptr<const FacetTable> facets;
    mutable std::once_flag vocabulary_read;
    mutable std::unique_ptr<const Vocabulary> vocabulary_;

    /// Rows that hold the words as the search read them, or as typed where that finds more.
    void add_rows(SearchResults& results, const SearchQuery& query, const QueryWords& read, const Xapian::Database& datasets) const {
        const IndexPool::Lease rows(row_pool);
        if (rows.database().get_doccount() == 0) {
            return;
        }
        auto typed = parse_query(query.text);
        typed.units = read.units;
        if (!read.place.empty()) {
            typed.words = read.words;
            typed.place = read.place;
        }
        results.rows = find_rows(rows.database(), query, typed);
        for (auto& group : results.rows.groups) {
            const auto found = datasets.postlist_begin(schema::term(schema::kId, group.dataset));
            if (found != datasets.postlist_end(schema::term(schema::kId, group.dataset))) {
                const auto data = datasets.get_document(*found).get_data();
                group.payload = data.substr(0, data.find(schema::kDataSeparator));
            }
        }
        std::erase_if(results.rows.groups, [](const RowGroup& group) { return group.payload.empty(); });
        if (results.reading == "none" && !results.rows.groups.empty()) {
            results.reading = results.rows.reading;
            results.near.clear();
        }
    }

    /// Read when the first query needs mending.
    const Vocabulary& vocabulary(const Xapian::Database& database) const {
        std::call_once(vocabulary_read, [&] { vocabulary_ = std::make_unique<const Vocabulary>(database); });
        return *vocabulary_;
    }
};

Finder::Finder(const std::filesystem::path& folder) : state_(std::make_unique<State>(folder)) {
    try {
        const IndexPool::Lease first(state_->pool);  // opens now, so that a damaged index is told at the start
        state_->facets = std::make_unique<const FacetTable>(first.database());
        const IndexPool::Lease rows(state_->row_pool);
    } catch (const Xapian::Error& error) {
        throw damaged_index(error.get_description());
    }
}

Finder::~Finder() = default;

std::size_t Finder::documents() const {
    try {
        const IndexPool::Lease lease(state_->pool);
        return lease.database().get_doccount();
    } catch (const Xapian::Error& error) {
        throw damaged_index(error.get_description());
    }
}

SearchResults Finder::search(const SearchQuery& query, Lang lang) const {
    try {
        const IndexPool::Lease lease(state_->pool);
        Search search(lease.database(), *state_->facets, state_->places, query, lang);
        auto results = search.run([this](const Xapian::Database& database) -> const Vocabulary& { return state_->vocabulary(database); });
        if (query.rows) {
            state_->add_rows(results, query, search.words(), lease.database());
        }
        return results;
    } catch (const Xapian::Error& error) {
        throw damaged_index(error.get_description());
    }
}

std::vector<SearchResult> Finder::suggest(const std::string& typed, std::size_t limit, Lang lang) const {
    const auto words = parse_query(typed);
    if (words.words.empty()) {
        return {};
    }
    try {
        const IndexPool::Lease lease(state_->pool);
        auto results = titles_with(lease.database(), Reading{"prefix", words, true, false, true, false, {}}, limit, lang);
        auto decoded = words;
        if (results.empty() && decode_words(decoded, lease.database(), false, true)) {
            results = titles_with(lease.database(), Reading{"prefix", decoded, true, false, true, true, {}}, limit, lang);
        }
        if (!results.empty()) {
            return results;
        }
    } catch (const Xapian::Error& error) {
        throw damaged_index(error.get_description());
    }
    // No title begins so: what a search would answer is the next best thing.
    SearchQuery query;
    query.text = typed;
    query.limit = limit;
    return search(query, lang).results;
}

}  // namespace khomo::search
