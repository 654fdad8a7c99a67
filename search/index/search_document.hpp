// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "catalog/base/bilingual.hpp"

namespace khomo::search {

/// What the index knows of one dataset.
struct SearchDocument {
    std::string id;
    Text title;
    Text summary;
    Text description;  ///< plain text
    std::vector<std::string> keywords;
    std::vector<Text> fields;          ///< titles of the fields
    std::vector<std::string> names;    ///< agency and theme names, inventory id and other words that lead here
    std::map<std::string, std::vector<std::string>> facets;  ///< by the names of schema::kFacets
    std::map<std::string, std::vector<std::string>> named;   ///< names of facet values, for "co-quan:giáo dục"; by the names of the facets
    std::optional<std::array<double, 4>> box;                ///< west, south, east, north in degrees
    std::string updated;   ///< ISO date, or ""
    bool searchable = true;  ///< false for class `never`: only the scope "all" finds it
    std::string payload;   ///< one JSON object, handed back with a result
};

}  // namespace khomo::search
