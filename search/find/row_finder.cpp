// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/find/row_finder.hpp"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "search/find/highlight.hpp"
#include "search/find/search.hpp"
#include "search/text/index_schema.hpp"

namespace khomo::search {
namespace {

constexpr Xapian::doccount kLookedAt = 60;      // rows in order of relevance, at most kPerGroup of a dataset
constexpr Xapian::doccount kCounted = 200'000;  // rows a search counts; beyond it says "more than"
constexpr Xapian::doccount kPerGroup = 3;
constexpr std::size_t kGroups = 5;

class GroupSpy : public Xapian::MatchSpy {
public:
    void operator()(const Xapian::Document& row, double) override { ++counts[row.get_value(schema::kRowDataset)]; }
    std::map<std::string, std::size_t> counts;
};

/// What the page is limited to, as far as rows know it: theme, agency and commune.
Xapian::Query limited(Xapian::Query rows, const SearchQuery& query) {
    std::vector<Xapian::Query> all;
    for (const auto& [facet, values] : query.facets) {
        std::vector<Xapian::Query> any;
        for (const auto& value : values) {
            any.emplace_back(schema::term(schema::kFacet, facet + ":" + value));
        }
        if (!any.empty()) {
            all.emplace_back(Xapian::Query::OP_OR, any.begin(), any.end());
        }
    }
    if (!query.rows_of.empty()) {
        all.emplace_back(schema::term(schema::kGroup, query.rows_of));
    }
    return all.empty() ? rows : Xapian::Query(Xapian::Query::OP_FILTER, rows, Xapian::Query(Xapian::Query::OP_AND, all.begin(), all.end()));
}

bool rows_know(const SearchQuery& query) {
    return std::all_of(query.facets.begin(), query.facets.end(), [](const auto& facet) { return facet.second.empty() || facet.first == "theme" || facet.first == "agency" || facet.first == "unit"; });
}

/// Every word in the row itself or in the title of its dataset, at least one of them in the row, unless a place is named.
Xapian::Query mixed(const Reading& reading) {
    using Xapian::Query;
    std::vector<Query> all;
    std::vector<Query> own;
    const auto weak = weak_words(reading.words.words);
    for (std::size_t i = 0; i < reading.words.words.size(); ++i) {
        const auto& word = reading.words.words[i];
        const Query in_row(word.marked && !reading.folded ? schema::term(schema::kKey, word.key) : schema::term(schema::kFolded, word.folded));
        all.emplace_back(Query::OP_OR, in_row, Query(schema::term(schema::kAbout, word.folded)));
        if (!weak[i]) {
            own.push_back(in_row);
        }
    }
    if (reading.words.units.empty()) {
        all.emplace_back(Query::OP_OR, own.begin(), own.end());
    }
    return {Query::OP_AND, all.begin(), all.end()};
}

RowResult row_of(const Xapian::Document& document, double score, const Highlighter& highlighter) {
    const auto data = nlohmann::json::parse(document.get_data(), nullptr, false);
    if (!data.is_object() || !data.contains("row") || !data.contains("title") || !data.contains("text")) {
        throw damaged_index("row");
    }
    return {data["row"].get<std::uint64_t>(), score, highlighter.whole(data["title"].get<std::string>()), highlighter.whole(data["text"].get<std::string>())};
}

RowResults answer(const Xapian::Database& rows, const SearchQuery& query, const Reading& reading, const Xapian::Query& match, const Xapian::Query& order) {
    RowResults results;
    GroupSpy spy;
    Xapian::Enquire count(rows);
    count.set_query(match);
    count.set_weighting_scheme(Xapian::BoolWeight());
    count.set_docid_order(Xapian::Enquire::DONT_CARE);
    count.add_matchspy(&spy);
    count.get_mset(0, 0, kCounted);
    for (const auto& [dataset, number] : spy.counts) {
        results.total += number;
    }
    if (results.total == 0) {
        return results;
    }
    results.reading = reading.name;
    Xapian::Enquire enquire(rows);
    enquire.set_query(order);
    const bool one_dataset = !query.rows_of.empty();
    if (!one_dataset) {
        enquire.set_collapse_key(schema::kRowDataset, kPerGroup);
    }
    const Highlighter highlighter(reading);
    const auto found = one_dataset ? enquire.get_mset(static_cast<Xapian::doccount>(query.offset), static_cast<Xapian::doccount>(query.limit)) : enquire.get_mset(0, kLookedAt);
    for (auto hit = found.begin(); hit != found.end(); ++hit) {
        const auto document = hit.get_document();
        const auto dataset = document.get_value(schema::kRowDataset);
        auto group = std::find_if(results.groups.begin(), results.groups.end(), [&](const RowGroup& known) { return known.dataset == dataset; });
        if (group == results.groups.end()) {
            if (results.groups.size() == kGroups) {
                continue;
            }
            group = results.groups.insert(group, {dataset, "", spy.counts[dataset], {}});
        }
        group->rows.push_back(row_of(document, hit.get_weight(), highlighter));
    }
    return results;
}

}  // namespace

RowResults find_rows(const Xapian::Database& rows, const SearchQuery& query, const QueryWords& typed) {
    if ((typed.words.empty() && typed.phrases.empty() && typed.units.empty()) || !typed.fields.empty() || query.box || !rows_know(query)) {
        return {};
    }
    std::vector<Reading> readings;
    readings.push_back({"literal", typed, false, false, false, false, {}});
    if (!query.literal) {
        readings.push_back({"folded", typed, true, false, false, false, {}});
        auto decoded = typed;
        if (decode_words(decoded, rows, false, false)) {
            readings.push_back({"typing", decoded, false, false, false, true, {}});
        }
        if (typed.open_end && !typed.words.empty() && (typed.words.size() > 1 || typed.words.back().folded.size() > 2)) {
            readings.push_back({"prefix", typed, true, false, true, false, {}});
        }
    }
    for (const auto& reading : readings) {
        const auto match = matching(reading);
        if (match.empty()) {
            continue;
        }
        auto results = answer(rows, query, reading, limited(match, query), limited(ranked(reading), query));
        if (results.total == 0 && !reading.prefix && !query.literal && typed.phrases.empty() && typed.excluded.empty() && !reading.words.words.empty()) {
            auto with_place = reading;
            with_place.words.words.clear();
            const auto place = matching(with_place);
            const auto words = place.empty() ? mixed(reading) : Xapian::Query(Xapian::Query::OP_FILTER, mixed(reading), place);
            results = answer(rows, query, reading, limited(words, query), limited(words, query));
        }
        if (results.total > 0) {
            return results;
        }
    }
    return {};
}

}  // namespace khomo::search
