// SPDX-License-Identifier: GPL-3.0-or-later

#include <nlohmann/json.hpp>

#include "search/index/document_terms.hpp"
#include "search/index/index_writer.hpp"
#include "search/text/abbreviations.hpp"
#include "search/text/index_schema.hpp"

namespace khomo::search {

std::string index_revision() { return std::string(schema::kRevision) + "-" + abbreviations_revision(); }

std::string schema_json() {
    const nlohmann::ordered_json described = {
        {"format", "xapian glass"},
        {"revision", schema::kRevision},
        {"abbreviations", abbreviations_revision()},
        {"prefixes",
         {{schema::kId, "id"},
          {schema::kKey, "word with its marks"},
          {schema::kFolded, "word without marks"},
          {schema::kBigram, "two neighbouring words without marks"},
          {schema::kCode, "code or document number"},
          {schema::kStem, "English stem"},
          {schema::kTitle, "word of a title without marks"},
          {schema::kTitleKey, "word of a title with its marks"},
          {schema::kHidden, "only found in scope all"},
          {schema::kFacet, "facet:value"}}},
        {"values", {{"sort by title", schema::kTitleSort}, {"updated", schema::kUpdated}, {"title words", schema::kTitleWords}, {"facets", schema::kFacetLine}}},
        {"facets", schema::kFacets},
        {"weights", {{"title", Weights::kTitle}, {"keywords", Weights::kKeyword}, {"fields", Weights::kField}, {"text", Weights::kText}}}};
    return described.dump(1) + "\n";
}

}  // namespace khomo::search
