// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "search/index/search_document.hpp"

namespace Xapian {
class Document;
}

namespace khomo::search {

/// How often a word of each place counts.
struct Weights {
    static constexpr unsigned kTitle = 8;
    static constexpr unsigned kKeyword = 4;
    static constexpr unsigned kField = 2;
    static constexpr unsigned kText = 1;  ///< summary, description, names, the other side of an abbreviation
};

/// Terms, positions, values and data of one dataset. The same document always gives the same bytes.
Xapian::Document to_xapian(const SearchDocument& document);

}  // namespace khomo::search
