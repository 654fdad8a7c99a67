// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "search/find/finder.hpp"
#include "search/text/index_schema.hpp"

namespace Xapian {
class Database;
}

namespace khomo::search {

/// The facet values of every document, in memory: few datasets differ in all their facets, so a document is one number, that of its
/// line, and counting a search is adding up lines. Read once when an index is opened; immutable and thread-safe after that.
class FacetTable {
public:
    explicit FacetTable(const Xapian::Database& database);

    /// How many documents of each line a search found.
    using Counts = std::vector<std::uint32_t>;
    Counts no_counts() const { return Counts(lines_.size()); }
    std::uint32_t line_of(std::uint32_t document) const { return document < line_of_.size() ? line_of_[document] : 0; }
    bool hidden(std::uint32_t line) const { return lines_[line].hidden; }
    /// Counts of the whole index.
    const Counts& all() const { return all_; }

    /// The documents that fit every choice of the query.
    std::size_t total(const Counts& counts, const SearchQuery& query) const;
    /// Values of each facet with their documents, most first, then by value. A facet's own choice is left out of its own counts.
    std::map<std::string, std::vector<FacetCount>> facets(const Counts& counts, const SearchQuery& query) const;

private:
    static constexpr std::size_t kFacets = schema::kFacets.size();
    struct Line {
        bool hidden = false;
        std::array<std::vector<std::uint32_t>, kFacets> values;  ///< numbers into values_
    };
    /// Which values of a facet are chosen; empty: all.
    using Choices = std::array<std::vector<std::uint32_t>, kFacets>;

    void add_line(const std::string& text);
    std::uint32_t number_of(std::size_t facet, const std::string& value);
    Choices choices_of(const SearchQuery& query) const;
    /// The facets whose choice the line does not fit, as bits.
    static std::uint32_t misses(const Line& line, const Choices& choices);

    std::vector<Line> lines_;
    std::array<std::vector<std::string>, kFacets> values_;
    std::array<std::map<std::string, std::uint32_t>, kFacets> numbers_;
    std::vector<std::uint32_t> line_of_;
    Counts all_;
};

}  // namespace khomo::search
