// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "catalog/base/bilingual.hpp"

namespace khomo::search {

enum class Sort { relevance, newest, title };

struct SearchQuery {
    std::string text;  ///< what stands in the search box: words, "phrases", -words to leave out; empty: everything
    std::map<std::string, std::vector<std::string>> facets;  ///< chosen values by the names of schema::kFacets: OR inside a facet, AND between facets
    Sort sort = Sort::relevance;  ///< without words relevance is the newest first
    std::size_t offset = 0;
    std::size_t limit = 20;
    bool all = false;      ///< also documents of class `never`
    bool literal = false;  ///< only what was typed: no other reading is tried
    bool place = true;     ///< whether the name of a commune or district limits the search to it
    bool rows = false;     ///< whether rows of open tables are looked for too
    std::string rows_of;   ///< with `rows`: only those of this dataset, `limit` from `offset`, not the best few of each
    std::optional<std::array<double, 4>> box;  ///< only datasets whose extent meets it: west, south, east, north in degrees
};

/// A piece of text that is to be highlighted or not.
struct Segment {
    std::string text;
    bool marked = false;
    friend bool operator==(const Segment&, const Segment&) = default;
};

struct SearchResult {
    std::string id;
    std::string payload;  ///< JSON of the document
    double score = 0;
    std::vector<Segment> title;    ///< in the language asked for, words of the query marked on the author's spelling
    std::vector<Segment> snippet;  ///< from the summary or the description, whichever shows more of the query
};

/// One row of an open table.
struct RowResult {
    std::uint64_t row = 0;  ///< its number in canonical order, from 1
    double score = 0;
    std::vector<Segment> title;
    std::vector<Segment> text;
};

/// The rows of one dataset that were found, the best few of them.
struct RowGroup {
    std::string dataset;
    std::string payload;  ///< JSON of the dataset
    std::size_t total = 0;
    std::vector<RowResult> rows;
};

struct RowResults {
    std::string reading;  ///< as in SearchResults; empty when there are none
    std::size_t total = 0;
    std::vector<RowGroup> groups;  ///< the best few
};

/// The place that the search was limited to.
struct PlaceLimit {
    std::vector<Text> names;
    std::vector<std::string> units;  ///< codes of today's communes
};

struct FacetCount {
    std::string value;
    std::size_t count = 0;
};

struct SearchResults {
    std::size_t total = 0;  ///< exact
    /// How the query was read: "all" (no words), "literal", "folded", "typing" (Telex or VNI), "spelling", "prefix", "partial", "none".
    /// Decided by the words alone, so that choosing a facet never changes it.
    std::string reading;
    std::string read_as;  ///< the words that were searched when they are not those typed
    std::vector<SearchResult> results;
    std::map<std::string, std::vector<FacetCount>> facets;  ///< exact counts under the query, those of a facet without its own choice
    RowResults rows;                  ///< with SearchQuery::rows
    std::optional<PlaceLimit> place;  ///< set when a name of a place limited the search
    std::vector<std::string> near;    ///< when nothing was found: other words that do find something
    std::vector<SearchResult> not_open;  ///< when nothing was found as typed: what is in the inventory and fits, but is never published
};

/// Answers from the index of one release. Thread-safe: connections are kept in a pool, one per search under way. Every call throws
/// Error(store) when the index turns out to be damaged.
class Finder {
public:
    /// `folder` is search/ of a release. Throws Error(store) when the index is missing, damaged, or of another revision.
    explicit Finder(const std::filesystem::path& folder);
    ~Finder();

    SearchResults search(const SearchQuery& query, Lang lang) const;
    /// Titles that fit what is being typed, best first; marks may be missing, Telex and VNI are read.
    std::vector<SearchResult> suggest(const std::string& typed, std::size_t limit, Lang lang) const;
    std::size_t documents() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace khomo::search
