// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "catalog/base/bilingual.hpp"
#include "search/dialects/api.hpp"
#include "search/find/finder.hpp"
#include "search/server/portal_words.hpp"

namespace khomo::search {

/// What a request to the search was answered with.
struct SearchAnswer {
    std::string body;
    bool missed = false;  ///< a first page that shows nothing: the operators want to know
};

/// /search as HTML, for people without script as well: rendered with the templates that lie in the release, so that it looks like the
/// built pages. Thread-safe.
class SearchPage {
public:
    SearchPage(std::shared_ptr<const PortalWords> words, std::shared_ptr<const Finder> finder) : words_(std::move(words)), finder_(std::move(finder)) {}

    /// Parameters as in SearchRequest.
    SearchAnswer render(const ApiRequest& request, Lang lang) const;

    enum class Feed { atom, json };
    /// The same search as a feed: what is published and fits, the newest first.
    std::string feed(const ApiRequest& request, Feed kind, Lang lang) const;

private:
    std::shared_ptr<const PortalWords> words_;
    std::shared_ptr<const Finder> finder_;
};

}  // namespace khomo::search
