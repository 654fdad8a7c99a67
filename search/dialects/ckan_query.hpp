// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/base/instant.hpp"
#include "search/dialects/published_catalogue.hpp"

namespace khomo::search {

/// A search of the catalogue in the part of Solr's query syntax that clients of CKAN send: `*:*`, words, "phrases", beginnings*, field:value,
/// field:(a OR b), field:[a TO b], {…} for bounds left out, AND OR NOT + - !, brackets. Words are compared without case and marks. What
/// stands side by side must all hold.
class CkanQuery {
public:
    /// Empty text: everything. `now` is what NOW means in dates. Throws CkanFault for a fault in the syntax or an unknown field.
    static CkanQuery parse(std::string_view text, Instant now);

    /// 0: does not fit; else the more the better. What holds no words to look for gives 1.
    double score(const PublishedDataset& dataset) const;
    /// Whether it is nothing but words and phrases: then another reading of them may be tried.
    bool plain() const;

    struct Node;

private:
    std::shared_ptr<const Node> root_;
};

/// Fields that a query, facet.field and sort may name.
const std::vector<std::string>& ckan_fields();

}  // namespace khomo::search
