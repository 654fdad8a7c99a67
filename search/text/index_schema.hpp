// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string>
#include <string_view>

/// Names inside the index: term prefixes, value slots, metadata keys (docs/search.md has the table). The writer stores the revision,
/// the reader refuses another: raise it with every change of this file or of the analysis.
namespace khomo::search::schema {

inline constexpr std::string_view kRevision = "3";

// Metadata keys.
inline constexpr std::string_view kMetaRevision = "revision";
inline constexpr std::string_view kMetaDescription = "schema";  ///< schema_json()

// Term prefixes.
inline constexpr std::string_view kId = "Q";         ///< unique id of the document
inline constexpr std::string_view kKey = "A";        ///< key of a word with its marks; with positions where it has marks
inline constexpr std::string_view kFolded = "F";     ///< folded word, with positions
inline constexpr std::string_view kBigram = "B";     ///< two folded words that stand together: "thua_dat"
inline constexpr std::string_view kCode = "D";       ///< code or document number, whole
inline constexpr std::string_view kStem = "Z";       ///< English stem
inline constexpr std::string_view kTitle = "S";      ///< folded word of the title
inline constexpr std::string_view kTitleKey = "SA";  ///< key of a word of the title
inline constexpr std::string_view kHidden = "XH";    ///< on documents of class `never` alone
inline constexpr std::string_view kFacet = "X";      ///< "Xtheme:lam-nghiep"
inline constexpr std::string_view kNamed = "N";      ///< folded word of the name of a facet's value: "Nagency:cong"
inline constexpr std::string_view kGroup = "G";      ///< of a row: the id of its dataset
inline constexpr std::string_view kAbout = "W";      ///< of a row: folded word of its dataset's titles

// Value slots.
inline constexpr unsigned kTitleSort = 0;   ///< ICU vi key of the Vietnamese title, then the id
inline constexpr unsigned kUpdated = 1;     ///< ISO date, or ""
inline constexpr unsigned kTitleWords = 2;  ///< words of both titles, as search/text/title_words.hpp writes them
inline constexpr unsigned kFacetLine = 3;   ///< values of kFacets in order, facets parted by a line end, values by a tab; "h" first for hidden ones
inline constexpr unsigned kBox = 4;         ///< "west south east north" in degrees, or ""
// Of a row.
inline constexpr unsigned kRowDataset = 0;  ///< id of its dataset

/// What parts the texts in the data of a document: payload, then the description in Vietnamese and in English.
inline constexpr char kDataSeparator = '\x1E';

/// Facets by name, in the order of the facet line, each with its own terms.
inline constexpr std::array<std::string_view, 11> kFacets = {"theme", "agency", "format", "frequency", "licence", "class", "published", "year", "kind", "unit", "quality"};

/// Folders of the index in search/ of a release: shards of datasets and of rows; and the names of places.
inline constexpr std::string_view kShards = "shard-";
inline constexpr std::string_view kRowShards = "rows-";
inline constexpr std::string_view kPlaces = "places.json";

/// Longest term that is stored; Xapian's limit is 245 bytes.
inline constexpr std::size_t kLongestTerm = 200;

inline std::string term(std::string_view prefix, std::string_view text) { return (std::string(prefix) += text).substr(0, kLongestTerm); }

}  // namespace khomo::search::schema
