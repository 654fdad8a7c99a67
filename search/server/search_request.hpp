// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "search/dialects/api.hpp"
#include "search/find/finder.hpp"

namespace khomo::search {

/// A request to /search in its parts. Unknown parameters and values are left alone: a link from elsewhere must never fail here.
struct SearchRequest {
    SearchQuery query;
    std::size_t page = 1;

    /// Parameters: q, every facet (repeatable), sort, page, literal=1, place=off, bbox=west,south,east,north, in=<dataset> (only its rows).
    static SearchRequest of(const ApiRequest& request, std::size_t per_page);
};

/// Percent-encoded for a query string.
std::string encode_parameter(std::string_view text);

/// The parameters of a search as they stand after "?", the page left out where it is the first.
std::string parameters_of(const SearchQuery& query, std::size_t page);

/// "/search?…" or "/en/search?…".
std::string search_address(Lang lang, const SearchQuery& query, std::size_t page);

}  // namespace khomo::search
