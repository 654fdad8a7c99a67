// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <set>

#include "catalog/base/number.hpp"
#include "catalog/base/text.hpp"
#include "search/dialects/ckan_catalogue.hpp"
#include "search/dialects/ckan_package.hpp"
#include "search/dialects/ckan_query.hpp"
#include "search/dialects/parameter_value.hpp"

namespace khomo::search {
namespace {

using nlohmann::json;

constexpr std::uint64_t kMostRows = 1000;
constexpr std::size_t kMostOtherReadings = 200;

struct Hit {
    std::size_t dataset;
    double score;
};

struct Order {
    std::string field;
    bool descending = false;
};

std::vector<Order> read_sort(const CkanCall& call) {
    std::vector<Order> orders;
    for (const auto& part : call.list("sort")) {
        const auto space = part.find_last_of(" \t");
        Order order{part, false};
        if (space != std::string::npos) {
            const auto way = to_lower(trim(part.substr(space)));
            if (way != "asc" && way != "desc") {
                throw CkanFault::bad_search("Invalid \"sort\" parameter: «" + shown(part) + "»");
            }
            order = {std::string(trim(part.substr(0, space))), way == "desc"};
        }
        static const std::vector<std::string> kSorts = {"id", "metadata_created", "metadata_modified", "name", "relevance", "score", "title", "title_string", "views_recent"};
        if (std::find(kSorts.begin(), kSorts.end(), order.field) == kSorts.end()) {
            throw CkanFault::bad_search("Invalid \"sort\" parameter: «" + shown(order.field) + "» is none of id, name, title_string, metadata_created, metadata_modified, score");
        }
        orders.push_back(std::move(order));
    }
    if (orders.empty()) {
        orders = {{"score", true}, {"metadata_modified", true}};
    }
    return orders;
}

void sort_hits(std::vector<Hit>& hits, const std::vector<Order>& orders, const std::vector<PublishedDataset>& datasets) {
    const auto compare = [&](const Hit& a, const Hit& b, const std::string& field) {
        const auto& left = datasets[a.dataset];
        const auto& right = datasets[b.dataset];
        const auto sign = [](const auto& x, const auto& y) { return x < y ? -1 : y < x ? 1 : 0; };
        if (field == "id") {
            return sign(left.uuid, right.uuid);
        }
        if (field == "metadata_modified" || field == "views_recent") {
            return sign(left.modified, right.modified);
        }
        if (field == "metadata_created") {
            return sign(left.created, right.created);
        }
        if (field == "score" || field == "relevance") {
            return sign(a.score, b.score);
        }
        return field == "name" ? sign(left.id, right.id) : sign(left.title_words, right.title_words);
    };
    std::sort(hits.begin(), hits.end(), [&](const Hit& a, const Hit& b) {
        for (const auto& order : orders) {
            if (const int way = compare(a, b, order.field); way != 0) {
                return order.descending ? way > 0 : way < 0;
            }
        }
        return a.dataset < b.dataset;  // by name: an order is always total, so that pages never overlap
    });
}

std::array<double, 4> box_of(const std::string& text) {
    std::array<double, 4> box{};
    std::size_t at = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const auto end = std::min(text.find(',', at), text.size());
        const auto number = at <= text.size() ? parse_double(trim(std::string_view(text).substr(at, end - at))) : std::nullopt;
        if (!number || (i == 3) != (end == text.size())) {
            throw CkanFault::invalid("ext_bbox", "Must be minx,miny,maxx,maxy in degrees");
        }
        box[i] = *number;
        at = end + 1;
    }
    return box;
}

bool meets(const PublishedDataset& dataset, const std::array<double, 4>& box) {
    return dataset.bbox && (*dataset.bbox)[0] <= box[2] && (*dataset.bbox)[2] >= box[0] && (*dataset.bbox)[1] <= box[3] && (*dataset.bbox)[3] >= box[1];
}

/// What the portal's own search makes of words that were found nowhere as they stand: other spellings, Telex and VNI, part of the words.
std::vector<Hit> other_readings(const PublishedCatalogue& catalogue, const Finder& finder, const std::string& words) {
    SearchQuery query;
    query.text = words;
    query.limit = kMostOtherReadings;
    std::vector<Hit> hits;
    for (const auto& result : finder.search(query, Lang::vi).results) {
        if (const auto dataset = catalogue.find(result.id)) {
            hits.push_back({*dataset, result.score});
        }
    }
    return hits;
}

std::vector<std::string> facet_values(const PublishedDataset& dataset, const std::string& field) {
    if (field == "organization") {
        return {dataset.agency.first};
    }
    if (field == "groups") {
        return {dataset.theme.first};
    }
    if (field == "tags") {
        return dataset.keywords;
    }
    if (field == "license_id") {
        return {dataset.licence};
    }
    if (field == "res_format") {
        std::set<std::string> formats;
        for (const auto& form : dataset.forms) {
            formats.insert(form.format);
        }
        return {formats.begin(), formats.end()};
    }
    if (field == "type" || field == "dataset_type") {
        return {"dataset"};
    }
    return {};
}

std::string facet_title(const PublishedCatalogue& catalogue, const PublishedDataset& example, const std::string& field, const std::string& value) {
    static_cast<void>(catalogue);
    return field == "organization" ? example.agency.second.vi : field == "groups" ? example.theme.second.vi : value;
}

void add_facets(json& result, const PublishedCatalogue& catalogue, const std::vector<Hit>& hits, const CkanCall& call) {
    result["facets"] = json::object();
    result["search_facets"] = json::object();
    if (!call.flag("facet", true)) {
        return;
    }
    const auto limit_text = call.text("facet.limit").value_or("50");
    const auto limit = limit_text.starts_with('-') ? std::uint64_t{1} << 32 : call.number("facet.limit", 50);
    const auto least = call.number("facet.mincount", 1);
    for (const auto& field : call.list("facet.field")) {
        const auto& known = ckan_fields();
        if (std::find(known.begin(), known.end(), field) == known.end() && !field.starts_with("vocab_") && !field.starts_with("extras_")) {
            throw CkanFault::bad_search("undefined field " + shown(field));
        }
        std::map<std::string, std::pair<std::size_t, std::size_t>> counts;  // value → count, an example
        for (const auto& hit : hits) {
            for (const auto& value : facet_values(catalogue.datasets()[hit.dataset], field)) {
                auto& count = counts[value];
                ++count.first;
                count.second = hit.dataset;
            }
        }
        std::vector<std::pair<std::string, std::pair<std::size_t, std::size_t>>> ranked(counts.begin(), counts.end());
        std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.second.first > b.second.first; });
        ranked.resize(std::min<std::uint64_t>(ranked.size(), limit));
        auto& plain = result["facets"][field] = json::object();
        auto& titled = result["search_facets"][field] = {{"title", field}, {"items", json::array()}};
        for (const auto& [value, count] : ranked) {
            if (count.first >= least) {
                plain[value] = count.first;
                titled["items"].push_back({{"name", value}, {"display_name", facet_title(catalogue, catalogue.datasets()[count.second], field, value)}, {"count", count.first}});
            }
        }
    }
}

/// q, and what it and every fq let through.
std::vector<Hit> find_hits(const PublishedCatalogue& catalogue, const Finder* finder, const CkanCall& call) {
    const auto moment = now();
    const auto words = call.text("q").value_or("*:*");
    const auto query = CkanQuery::parse(words, moment);
    std::vector<CkanQuery> filters;
    for (const char* name : {"fq", "fq_list"}) {
        const auto value = call.structure(name);
        for (const auto& item : value.is_array() ? value : value.is_null() ? json::array() : json::array({value})) {
            if (!item.is_string()) {
                throw CkanFault::bad_search(std::string(name) + " is a text, or a list of texts");
            }
            filters.push_back(CkanQuery::parse(item.get_ref<const std::string&>(), moment));
        }
    }
    const auto box_text = call.text("ext_bbox");
    const auto box = box_text ? std::optional(box_of(*box_text)) : std::nullopt;
    const auto& datasets = catalogue.datasets();
    const auto passes = [&](const PublishedDataset& dataset) {
        return (!box || meets(dataset, *box)) && std::all_of(filters.begin(), filters.end(), [&](const CkanQuery& filter) { return filter.score(dataset) > 0; });
    };
    std::vector<Hit> hits;
    for (std::size_t i = 0; i < datasets.size(); ++i) {
        if (const auto score = query.score(datasets[i]); score > 0) {
            hits.push_back({i, score});
        }
    }
    if (hits.empty() && finder != nullptr && query.plain()) {
        hits = other_readings(catalogue, *finder, words);
    }
    std::erase_if(hits, [&](const Hit& hit) { return !passes(datasets[hit.dataset]); });
    return hits;
}

}  // namespace

json search_packages(const PublishedCatalogue& catalogue, const Finder* finder, const CkanCall& call) {
    const auto orders = read_sort(call);
    const auto rows = std::min(call.number("rows", call.number("limit", 10)), kMostRows);
    const auto start = call.number("start", call.number("offset", 0));
    auto hits = find_hits(catalogue, finder, call);
    sort_hits(hits, orders, catalogue.datasets());
    json result = {{"count", hits.size()}, {"sort", call.text("sort").value_or("score desc, metadata_modified desc")}, {"results", json::array()}};
    const bool names_only = call.text("fl").value_or("") == "name";
    for (auto i = std::min<std::uint64_t>(start, hits.size()); i < hits.size() && i - std::min<std::uint64_t>(start, hits.size()) < rows; ++i) {
        const auto& dataset = catalogue.datasets()[hits[i].dataset];
        result["results"].push_back(names_only ? json{{"name", dataset.id}} : ckan_package(catalogue, dataset));
    }
    add_facets(result, catalogue, hits, call);
    return result;
}

}  // namespace khomo::search
