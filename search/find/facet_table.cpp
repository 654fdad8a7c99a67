// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/find/facet_table.hpp"

#include <xapian.h>

#include <algorithm>
#include <unordered_map>

namespace khomo::search {
namespace {

constexpr std::size_t kMostDocuments = 50'000'000;  // a larger id is damage, not data
constexpr std::uint32_t kUnknownValue = 0xFFFFFFFF;  // chosen, but no document has it

std::vector<std::string> split(const std::string& text, char separator) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find(separator, at), text.size());
        parts.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return parts;
}

}  // namespace

FacetTable::FacetTable(const Xapian::Database& database) {
    std::unordered_map<std::string, std::uint32_t> known;
    add_line("");
    known[""] = 0;
    const std::size_t last = database.get_lastdocid();
    if (last > kMostDocuments) {
        throw Xapian::DatabaseCorruptError("document id " + std::to_string(last));
    }
    line_of_.resize(last + 1);
    for (auto value = database.valuestream_begin(schema::kFacetLine); value != database.valuestream_end(schema::kFacetLine); ++value) {
        const auto text = *value;
        const auto [line, fresh] = known.emplace(text, static_cast<std::uint32_t>(lines_.size()));
        if (fresh) {
            add_line(text);
        }
        if (value.get_docid() <= last) {
            line_of_[value.get_docid()] = line->second;
        }
    }
    all_ = no_counts();
    for (auto document = database.postlist_begin(""); document != database.postlist_end(""); ++document) {
        ++all_[line_of(*document)];
    }
}

void FacetTable::add_line(const std::string& text) {
    const auto parts = split(text, '\n');
    Line line;
    line.hidden = parts.front() == "h";
    for (std::size_t facet = 0; facet < kFacets && facet + 1 < parts.size(); ++facet) {
        if (!parts[facet + 1].empty()) {
            for (const auto& value : split(parts[facet + 1], '\t')) {
                line.values[facet].push_back(number_of(facet, value));
            }
        }
    }
    lines_.push_back(std::move(line));
}

std::uint32_t FacetTable::number_of(std::size_t facet, const std::string& value) {
    const auto [found, fresh] = numbers_[facet].emplace(value, static_cast<std::uint32_t>(values_[facet].size()));
    if (fresh) {
        values_[facet].push_back(value);
    }
    return found->second;
}

FacetTable::Choices FacetTable::choices_of(const SearchQuery& query) const {
    Choices choices;
    for (std::size_t facet = 0; facet < kFacets; ++facet) {
        const auto chosen = query.facets.find(std::string(schema::kFacets[facet]));
        if (chosen == query.facets.end()) {
            continue;
        }
        for (const auto& value : chosen->second) {
            const auto number = numbers_[facet].find(value);
            choices[facet].push_back(number == numbers_[facet].end() ? kUnknownValue : number->second);
        }
    }
    return choices;
}

std::uint32_t FacetTable::misses(const Line& line, const Choices& choices) {
    std::uint32_t bits = 0;
    for (std::size_t facet = 0; facet < kFacets; ++facet) {
        const auto& chosen = choices[facet];
        const auto& values = line.values[facet];
        const bool fits = chosen.empty() || std::any_of(values.begin(), values.end(), [&](std::uint32_t value) { return std::find(chosen.begin(), chosen.end(), value) != chosen.end(); });
        bits |= fits ? 0U : 1U << facet;
    }
    return bits;
}

std::size_t FacetTable::total(const Counts& counts, const SearchQuery& query) const {
    const auto choices = choices_of(query);
    std::size_t total = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        if (counts[i] > 0 && (query.all || !lines_[i].hidden) && misses(lines_[i], choices) == 0) {
            total += counts[i];
        }
    }
    return total;
}

std::map<std::string, std::vector<FacetCount>> FacetTable::facets(const Counts& counts, const SearchQuery& query) const {
    const auto choices = choices_of(query);
    std::array<std::vector<std::size_t>, kFacets> sums;
    for (std::size_t facet = 0; facet < kFacets; ++facet) {
        sums[facet].resize(values_[facet].size());
    }
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        if (counts[i] == 0 || (lines_[i].hidden && !query.all)) {
            continue;
        }
        const auto missed = misses(lines_[i], choices);
        for (std::size_t facet = 0; facet < kFacets; ++facet) {
            if ((missed & ~(1U << facet)) == 0) {
                for (const auto value : lines_[i].values[facet]) {
                    sums[facet][value] += counts[i];
                }
            }
        }
    }
    std::map<std::string, std::vector<FacetCount>> facets;
    for (std::size_t facet = 0; facet < kFacets; ++facet) {
        auto& list = facets[std::string(schema::kFacets[facet])];
        for (std::size_t value = 0; value < sums[facet].size(); ++value) {
            // A chosen value stays in the list at 0, so that it can be taken back.
            if (sums[facet][value] > 0 || std::find(choices[facet].begin(), choices[facet].end(), value) != choices[facet].end()) {
                list.push_back({values_[facet][value], sums[facet][value]});
            }
        }
        std::sort(list.begin(), list.end(), [](const FacetCount& a, const FacetCount& b) { return a.count != b.count ? a.count > b.count : a.value < b.value; });
    }
    return facets;
}

}  // namespace khomo::search
