// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "catalog/base/bilingual.hpp"
#include "search/dialects/api.hpp"
#include "search/find/finder.hpp"

namespace khomo::search {

/// /search as HTML, for people without script as well: rendered with the templates that lie in the release, so that it looks like the
/// built pages. Thread-safe.
class SearchPage {
public:
    /// `templates` is templates/ of a release.
    SearchPage(const std::filesystem::path& templates, std::shared_ptr<const Finder> finder);
    ~SearchPage();

    /// Parameters: q, theme, agency, format, frequency, licence, class, published, year, kind (each repeatable), sort, page, literal.
    /// Unknown ones are left alone: a link from elsewhere must never fail here.
    std::string render(const ApiRequest& request, Lang lang) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace khomo::search
