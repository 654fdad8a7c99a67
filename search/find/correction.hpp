// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "search/find/query_words.hpp"

namespace Xapian {
class Database;
}

namespace khomo::search {

/// The folded words of an index, letters only, with the number of documents that hold them. Immutable once made.
class Vocabulary {
public:
    explicit Vocabulary(const Xapian::Database& database);
    /// 0 when the index does not know the word.
    std::uint32_t frequency(const std::string& folded) const;

private:
    std::unordered_map<std::string, std::uint32_t> words_;
};

/// The query with its spelling mended, for when nothing was found as typed. A word that the index does not know becomes one that sounds
/// alike, is one edit away, or is two words written together, provided that it stands together with the other words somewhere; when all
/// words are known, one of them may give way to one that sounds alike. None when nothing fits.
std::optional<QueryWords> corrected(const QueryWords& typed, const Xapian::Database& database, const Vocabulary& vocabulary);

/// For a query that finds nothing: those of its words that the index knows, and for the others the nearest known ones. At most eight.
std::vector<std::string> near_words(const QueryWords& typed, const Xapian::Database& database, const Vocabulary& vocabulary);

}  // namespace khomo::search
