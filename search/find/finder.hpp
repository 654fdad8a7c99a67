// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "catalog/base/bilingual.hpp"

namespace khomo::search {

enum class Sort { relevance, newest, title };

struct SearchQuery {
    std::string text;
    std::map<std::string, std::vector<std::string>> facets;  ///< chosen values: OR inside a facet, AND between facets
    Sort sort = Sort::relevance;
    std::size_t offset = 0;
    std::size_t limit = 20;
    bool all = false;      ///< also documents of class `never`
    bool literal = false;  ///< only what was typed: no other reading is tried
};

/// A piece of text that is to be highlighted or not.
struct Segment {
    std::string text;
    bool marked = false;
};

struct SearchResult {
    std::string id;
    std::string payload;  ///< JSON of the document
    double score = 0;
    std::vector<Segment> title;    ///< in the language asked for, words of the query marked on the author's spelling
    std::vector<Segment> snippet;
};

struct FacetCount {
    std::string value;
    std::size_t count = 0;
};

struct SearchResults {
    std::size_t total = 0;  ///< exact
    /// How the query was read: "all" (no words), "literal", "folded", "typing" (Telex or VNI), "spelling", "prefix", "partial", "none".
    std::string reading;
    std::string read_as;  ///< the words that were searched when they are not those typed
    std::vector<SearchResult> results;
    std::map<std::string, std::vector<FacetCount>> facets;  ///< counts under the query, those of a facet without its own choice
};

/// Answers from the index of one release. Thread-safe: connections are kept in a pool, one per search under way.
class Finder {
public:
    /// `folder` is search/ of a release. Throws Error(store) when the index is missing, damaged, or of another revision.
    explicit Finder(const std::filesystem::path& folder);
    ~Finder();

    SearchResults search(const SearchQuery& query, Lang lang) const;
    /// Titles that fit what is being typed, best first.
    std::vector<SearchResult> suggest(const std::string& typed, std::size_t limit, Lang lang) const;
    std::size_t documents() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace khomo::search
