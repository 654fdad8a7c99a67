// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "search/find/query_words.hpp"

namespace Xapian {
class Database;
class Query;
}  // namespace Xapian

namespace khomo::search {

/// One way to read a query.
struct Reading {
    std::string name;      ///< as in SearchResults::reading
    QueryWords words;      ///< what is searched (corrected where the reading corrects)
    bool folded = false;   ///< marks are ignored
    bool partial = false;  ///< some of the words are enough
    bool prefix = false;   ///< the last word may be a beginning
    bool changed = false;  ///< the words are not those typed
    std::vector<std::string> endings;  ///< keys that a marked last word may grow into (find_endings); else any word that begins so folded
};

/// Fills `endings` of a prefix reading that respects marks: "thổ như" may become "thổ nhưỡng", "kè" never "kênh".
void find_endings(Reading& reading, const Xapian::Database& database);

/// Whether some title holds all the words as the reading has them; of a folded prefix reading the last word may be a beginning.
bool any_title_holds(const Reading& reading, const Xapian::Database& database);

/// Words with those typed in Telex or VNI decoded; a word is decoded only when the index knows the result with its marks and, unless
/// `known_too`, does not know the word itself. With `open_end` the last word may be a beginning that no index knows.
/// False when nothing was decoded.
bool decode_words(QueryWords& words, const Xapian::Database& database, bool known_too, bool open_end);

/// Which documents a reading finds. For the partial reading: those with at least one of the words that say something.
Xapian::Query matching(const Reading& reading);

/// The same documents, ranked: exact marks, neighbours in order, words of the title, whole codes.
Xapian::Query ranked(const Reading& reading);

/// For suggestions: all words in a title, the last one as a beginning.
Xapian::Query in_titles(const Reading& reading);

}  // namespace khomo::search
