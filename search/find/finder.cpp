// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/find/finder.hpp"

#include <xapian.h>

#include <mutex>

#include "search/find/index_pool.hpp"
#include "search/find/search.hpp"

namespace khomo::search {

struct Finder::State {
    explicit State(const std::filesystem::path& folder) : pool(folder) {}

    mutable IndexPool pool;
    std::unique_ptr<const FacetTable> facets;
    mutable std::once_flag vocabulary_read;
    mutable std::unique_ptr<const Vocabulary> vocabulary_;

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
        return Search(lease.database(), *state_->facets, query, lang).run([this](const Xapian::Database& database) -> const Vocabulary& { return state_->vocabulary(database); });
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
