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
    std::string name;     ///< as in SearchResults::reading
    QueryWords words;     ///< what is searched (corrected where the reading corrects)
    bool folded = false;  ///< marks are ignored
    bool partial = false; ///< some of the words are enough
    bool prefix = false;  ///< the last word is a beginning
    bool changed = false; ///< the words are not those typed
};

/// The readings of a query in the order they are tried (requirements C2.6): literal, folded, Telex/VNI decoded, spelling, prefix,
/// partial. The first with results answers.
std::vector<Reading> readings_of(const QueryWords& typed, const Xapian::Database& database);

/// The Xapian query of a reading, with the boosts that rank exact words and titles first.
Xapian::Query to_xapian(const Reading& reading);

}  // namespace khomo::search
