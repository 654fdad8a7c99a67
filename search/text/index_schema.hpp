// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

/// Names inside the index: term prefixes, value slots, metadata keys. The writer stores the revision, the reader refuses another.
namespace khomo::search::schema {

inline constexpr std::string_view kRevision = "1";

// Term prefixes (docs/search.md has the table).
inline constexpr std::string_view kId = "Q";         ///< unique id of the document
inline constexpr std::string_view kKey = "A";        ///< accented key of a word
inline constexpr std::string_view kFolded = "F";     ///< folded word
inline constexpr std::string_view kBigram = "B";     ///< two folded words that stand together: "thua_dat"
inline constexpr std::string_view kCode = "D";       ///< code or number, whole
inline constexpr std::string_view kTitle = "S";      ///< folded word of the title
inline constexpr std::string_view kTitleKey = "SA";  ///< accented key of a word of the title
inline constexpr std::string_view kScope = "XS";     ///< "public" or "never"
inline constexpr std::string_view kFacet = "X";      ///< "XTHEME:lam-nghiep"

// Value slots.
inline constexpr unsigned kTitleSort = 0;  ///< ICU vi key of the Vietnamese title
inline constexpr unsigned kUpdated = 1;    ///< ISO date, or ""
inline constexpr unsigned kTitleVi = 2;
inline constexpr unsigned kTitleEn = 3;
inline constexpr unsigned kFirstFacet = 10;

/// Facets by name, each in its own slot (several values parted by a tab) and with its own terms.
inline constexpr std::array<std::string_view, 9> kFacets = {"theme", "agency", "format", "frequency", "licence", "class", "published", "year", "kind"};

}  // namespace khomo::search::schema
