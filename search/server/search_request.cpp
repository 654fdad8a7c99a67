// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/server/search_request.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "catalog/base/number.hpp"
#include "catalog/base/text.hpp"
#include "search/text/index_schema.hpp"

namespace khomo::search {
namespace {

constexpr std::size_t kMostPages = 500;

Sort sort_of(const std::string& word) { return word == "newest" ? Sort::newest : word == "title" ? Sort::title : Sort::relevance; }

/// Four numbers in order, within the world; none otherwise.
std::optional<std::array<double, 4>> box_of(const std::string& text) {
    std::array<double, 4> box{};
    std::size_t at = 0;
    for (std::size_t i = 0; i < box.size() && at <= text.size(); ++i) {
        const auto end = std::min(text.find(',', at), text.size());
        const auto number = parse_double(trim(std::string_view(text).substr(at, end - at)));
        if (!number) {
            return std::nullopt;
        }
        box[i] = *number;
        at = end + 1;
    }
    const bool four = std::count(text.begin(), text.end(), ',') == 3;
    const bool ordered = four && box[0] <= box[2] && box[1] <= box[3] && box[0] >= -180 && box[2] <= 180 && box[1] >= -90 && box[3] <= 90;
    return ordered ? std::optional(box) : std::nullopt;
}

/// The box as one parameter, or as the four of a form.
std::optional<std::array<double, 4>> box_of(const ApiRequest& request) {
    if (const auto text = request.parameter("bbox")) {
        return box_of(*text);
    }
    std::string text;
    for (const char* side : {"west", "south", "east", "north"}) {
        text += (text.empty() ? "" : ",") + request.parameter(side).value_or("");
    }
    return box_of(text);
}

}  // namespace

SearchRequest SearchRequest::of(const ApiRequest& request, std::size_t per_page) {
    SearchRequest asked;
    auto& query = asked.query;
    query.text = request.parameter("q").value_or("");
    query.sort = sort_of(request.parameter("sort").value_or(""));
    query.literal = request.parameter("literal").value_or("") == "1";
    query.place = request.parameter("place").value_or("") != "off";
    query.box = box_of(request);
    asked.page = static_cast<std::size_t>(std::clamp<std::int64_t>(parse_integer(request.parameter("page").value_or("1")).value_or(1), 1, kMostPages));
    query.limit = per_page;
    query.offset = (asked.page - 1) * per_page;
    query.rows_of = request.parameter("in").value_or("");
    query.rows = (asked.page == 1 || !query.rows_of.empty()) && !query.text.empty();
    for (const auto& [name, value] : request.query) {
        const bool facet = std::find(schema::kFacets.begin(), schema::kFacets.end(), name) != schema::kFacets.end();
        if (!facet || value.empty() || !is_valid_utf8(value)) {
            continue;
        }
        auto& chosen = query.facets[name];
        if (std::find(chosen.begin(), chosen.end(), value) == chosen.end()) {
            chosen.push_back(value);
        }
    }
    return asked;
}

std::string encode_parameter(std::string_view text) {
    static constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto b = static_cast<unsigned char>(c);
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
        if (plain) {
            out += c;
        } else {
            out.append("%").append(1, kDigits[b >> 4]).append(1, kDigits[b & 15]);
        }
    }
    return out;
}

std::string parameters_of(const SearchQuery& query, std::size_t page) {
    std::string text = "q=" + encode_parameter(query.text);
    for (const auto& [name, values] : query.facets) {
        for (const auto& value : values) {
            text += "&" + name + "=" + encode_parameter(value);
        }
    }
    text += query.sort == Sort::newest ? "&sort=newest" : query.sort == Sort::title ? "&sort=title" : "";
    text += query.literal ? "&literal=1" : "";
    text += query.place ? "" : "&place=off";
    text += query.rows_of.empty() ? "" : "&in=" + encode_parameter(query.rows_of);
    if (query.box) {
        text += fmt::format("&bbox={},{},{},{}", (*query.box)[0], (*query.box)[1], (*query.box)[2], (*query.box)[3]);
    }
    return text + (page > 1 ? "&page=" + std::to_string(page) : "");
}

std::string search_address(Lang lang, const SearchQuery& query, std::size_t page) { return (lang == Lang::vi ? "/search?" : "/en/search?") + parameters_of(query, page); }

}  // namespace khomo::search
