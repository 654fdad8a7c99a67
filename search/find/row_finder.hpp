// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <functional>

#include "search/find/finder.hpp"
#include "search/find/query_words.hpp"
#include "search/find/reading.hpp"

namespace khomo::search {

/// Rows of open tables that hold all the words, grouped by dataset, the best group first. Tries the literal, the folded and the decoded
/// reading in turn. Private to search/find; lets Xapian::Error pass.
RowResults find_rows(const Xapian::Database& rows, const SearchQuery& query, const QueryWords& typed);

}  // namespace khomo::search
