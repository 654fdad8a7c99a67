// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/dialects/find_answers.hpp"

#include <algorithm>
#include <array>
#include <locale>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "catalog/base/number.hpp"
#include "catalog/base/text.hpp"
#include "search/dialects/address.hpp"
#include "search/dialects/parameter_value.hpp"
#include "search/dialects/problem.hpp"
#include "search/text/index_schema.hpp"

namespace khomo::search {
namespace {

using nlohmann::json;

constexpr std::int64_t kMostResults = 100;
constexpr std::int64_t kMostSuggestions = 20;
constexpr std::int64_t kMostDatasets = 1000;
constexpr std::int64_t kDeepest = 100000;

bool is_facet(const std::string& name) { return std::find(schema::kFacets.begin(), schema::kFacets.end(), name) != schema::kFacets.end(); }

/// One of a few words; anything else is refused.
std::string word_of(const std::string& name, const std::string& value, std::vector<std::string> valid) {
    if (std::find(valid.begin(), valid.end(), value) == valid.end()) {
        const auto near = nearest(shown(value), valid);
        throw RequestFault(name, {"«" + shown(value) + "» không hợp lệ", "«" + shown(value) + "» is not valid"}, std::move(valid), near);
    }
    return value;
}

std::array<double, 4> box_of(const std::string& value) {
    std::array<double, 4> box{};
    std::istringstream numbers(value);
    numbers.imbue(std::locale::classic());
    char comma = ',';
    const bool read = (numbers >> box[0] >> comma) && comma == ',' && (numbers >> box[1] >> comma) && comma == ',' && (numbers >> box[2] >> comma) && comma == ',' && (numbers >> box[3]) && numbers.eof();
    if (!read || !(box[0] <= box[2]) || !(box[1] <= box[3])) {
        throw RequestFault("_bbox", {"_bbox là bốn số: tây,nam,đông,bắc (độ)", "_bbox is four numbers: west,south,east,north (degrees)"});
    }
    return box;
}

struct Asked {
    SearchQuery query;
    Lang lang = Lang::vi;
    bool sorted = false;
};

/// Reads the parameters that `valid` names; facets where `facets`.
Asked read(const ApiRequest& request, std::vector<std::string> valid, bool facets, std::size_t limit, std::int64_t most) {
    Asked asked;
    asked.query.limit = limit;
    std::set<std::string> seen;
    for (const auto& [name, value] : request.query) {
        if (facets && is_facet(name)) {
            if (!is_valid_utf8(value)) {
                throw RequestFault(name, {"Giá trị không phải UTF-8", "The value is not UTF-8"});
            }
            asked.query.facets[name].push_back(value);
            continue;
        }
        if (std::find(valid.begin(), valid.end(), name) == valid.end()) {
            if (facets) {
                valid.insert(valid.end(), schema::kFacets.begin(), schema::kFacets.end());
            }
            const auto near = nearest(shown(name), valid);
            throw RequestFault(shown(name), {"Không có tham số «" + shown(name) + "»", "There is no parameter «" + shown(name) + "»"}, std::move(valid), near);
        }
        if (!seen.insert(name).second) {
            throw RequestFault(name, {"«" + name + "» được nêu hai lần", "«" + name + "» is named twice"});
        }
        if (name == "q") {
            if (!is_valid_utf8(value)) {
                throw RequestFault(name, {"Giá trị không phải UTF-8", "The value is not UTF-8"});
            }
            asked.query.text = value;
        } else if (name == "_limit") {
            asked.query.limit = number_of(name, value, most);
        } else if (name == "_offset") {
            asked.query.offset = number_of(name, value, kDeepest);
        } else if (name == "_sort") {
            const auto word = word_of(name, value, {"relevance", "newest", "title"});
            asked.query.sort = word == "newest" ? Sort::newest : word == "title" ? Sort::title : Sort::relevance;
            asked.sorted = true;
        } else if (name == "_lang") {
            asked.lang = word_of(name, value, {"vi", "en"}) == "en" ? Lang::en : Lang::vi;
        } else if (name == "index") {
            asked.query.all = word_of(name, value, {"all", "public"}) == "all";
        } else if (name == "literal") {
            asked.query.literal = word_of(name, value, {"1", "0"}) == "1";
        } else if (name == "place") {
            asked.query.place = word_of(name, value, {"on", "off"}) == "on";
        } else if (name == "rows") {
            asked.query.rows = word_of(name, value, {"1", "0"}) == "1";
        } else if (name == "_bbox") {
            asked.query.box = box_of(value);
        }
    }
    return asked;
}

json segments_json(const std::vector<Segment>& segments) {
    json list = json::array();
    for (const auto& segment : segments) {
        list.push_back({{"text", segment.text}, {"marked", segment.marked}});
    }
    return list;
}

std::string plain(const std::vector<Segment>& segments) {
    std::string text;
    for (const auto& segment : segments) {
        text += segment.text;
    }
    return text;
}

ApiResponse json_answer(const json& body) {
    ApiResponse response;
    response.content_type = "application/json; charset=utf-8";
    response.body = body.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
    response.headers.emplace_back("Cache-Control", "public, max-age=60");
    return response;
}

}  // namespace

namespace {

json result_json(const SearchResult& result) {
    auto item = json::parse(result.payload);
    item["title"] = plain(result.title);
    item["snippet"] = plain(result.snippet);
    item["highlight"] = {{"title", segments_json(result.title)}, {"snippet", segments_json(result.snippet)}};
    item["score"] = result.score;
    return item;
}

std::string row_address(const std::string& dataset, std::uint64_t row) {
    const auto number = std::to_string(row);
    return "/dataset/" + dataset + "/rows?row=" + number + "#r" + number;
}

json row_json(const RowGroup& group, const RowResult& row, const json& dataset) {
    return {{"id", group.dataset + "#" + std::to_string(row.row)},
            {"kind", "row"},
            {"dataset", group.dataset},
            {"inventory", dataset.at("inventory")},
            {"class", dataset.at("class")},
            {"row", row.row},
            {"title", plain(row.title)},
            {"snippet", plain(row.text)},
            {"highlight", {{"title", segments_json(row.title)}, {"snippet", segments_json(row.text)}}},
            {"url", row_address(group.dataset, row.row)},
            {"score", row.score}};
}

/// Rows grouped by dataset; as results too, behind the datasets, while the page has room.
void add_rows(json& body, const RowResults& rows, std::size_t room) {
    body["rows"] = {{"total", rows.total}, {"reading", rows.reading}, {"groups", json::array()}};
    for (const auto& group : rows.groups) {
        const auto dataset = json::parse(group.payload);
        json list = json::array();
        for (const auto& row : group.rows) {
            list.push_back(row_json(group, row, dataset));
            if (room > 0) {
                body["results"].push_back(list.back());
                --room;
            }
        }
        body["rows"]["groups"].push_back({{"dataset", group.dataset}, {"title", dataset.at("title")}, {"total", group.total}, {"url", "/dataset/" + group.dataset + "/rows"}, {"rows", list}});
    }
}

}  // namespace

ApiResponse search_answer(const ApiRequest& request, const Finder& finder) {
    auto asked = read(request, {"q", "_limit", "_offset", "_sort", "_lang", "_bbox", "index", "literal", "place", "rows"}, true, 20, kMostResults);
    asked.query.rows = request.parameter("rows").value_or("1") == "1" && asked.query.offset == 0 && !asked.query.text.empty();
    const auto found = finder.search(asked.query, asked.lang);
    json body = {{"total", found.total}, {"reading", found.reading}, {"read_as", found.read_as}, {"place", nullptr}, {"results", json::array()}, {"facets", json::object()}, {"next", nullptr}};
    for (const auto& result : found.results) {
        body["results"].push_back(result_json(result));
    }
    for (const auto& [name, counts] : found.facets) {
        body["facets"][name] = json::array();
        for (const auto& count : counts) {
            body["facets"][name].push_back({{"value", count.value}, {"count", count.count}});
        }
    }
    if (found.place) {
        body["place"] = {{"names", json::array()}, {"units", found.place->units}};
        for (const auto& name : found.place->names) {
            body["place"]["names"].push_back(name.in(asked.lang));
        }
    }
    add_rows(body, found.rows, asked.query.limit - std::min(asked.query.limit, found.results.size()));
    body["near"] = found.near;
    body["not_open"] = json::array();
    for (const auto& result : found.not_open) {
        body["not_open"].push_back(result_json(result));
    }
    if (const auto end = asked.query.offset + found.results.size(); !found.results.empty() && end < found.total) {
        body["next"] = address_with(request, "_offset", std::to_string(end));
    }
    return json_answer(body);
}

ApiResponse suggest_answer(const ApiRequest& request, const Finder& finder) {
    const auto asked = read(request, {"q", "_limit", "_lang", "_format"}, false, 8, kMostSuggestions);
    const auto found = finder.suggest(asked.query.text, asked.query.limit, asked.lang);
    if (word_of("_format", request.parameter("_format").value_or("json"), {"json", "opensearch"}) == "opensearch") {
        json titles = json::array();
        for (const auto& result : found) {
            titles.push_back(plain(result.title));
        }
        auto response = json_answer(json::array({asked.query.text, titles}));
        response.content_type = "application/x-suggestions+json; charset=utf-8";
        return response;
    }
    json body = {{"suggestions", json::array()}};
    for (const auto& result : found) {
        const auto payload = json::parse(result.payload);
        body["suggestions"].push_back(
            {{"id", payload.at("id")}, {"inventory", payload.at("inventory")}, {"title", plain(result.title)}, {"highlight", segments_json(result.title)}, {"url", payload.at("url")}});
    }
    return json_answer(body);
}

ApiResponse catalogue_answer(const ApiRequest& request, const Finder& finder) {
    auto asked = read(request, {"_limit", "_offset", "_sort"}, true, 100, kMostDatasets);
    asked.query.all = true;
    asked.query.sort = asked.sorted ? asked.query.sort : Sort::title;
    const auto found = finder.search(asked.query, Lang::vi);
    json body = {{"total", found.total}, {"datasets", json::array()}, {"next", nullptr}};
    for (const auto& result : found.results) {
        body["datasets"].push_back(json::parse(result.payload));
    }
    auto response = json_answer(nullptr);
    if (const auto end = asked.query.offset + found.results.size(); !found.results.empty() && end < found.total) {
        body["next"] = address_with(request, "_offset", std::to_string(end));
        response.headers.emplace_back("Link", "<" + body["next"].get<std::string>() + ">; rel=\"next\"");
    }
    response.body = body.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
    return response;
}

}  // namespace khomo::search
