// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "catalog/model/value.hpp"

namespace khomo::search {

/// One question to the rows of one dataset version, whatever syntax it came in. Fields are positions in the schema of that version, so
/// that a query cannot name what is not there; kRowId is the row's number in canonical order (from 1).
inline constexpr std::size_t kRowId = static_cast<std::size_t>(-1);

enum class Operator {
    exact,       ///< equal; texts byte by byte in NFC
    differs,     ///< not equal; a row without a value differs from every value
    gt,          ///< greater; texts in byte order, as the file sorts them
    gte,
    lt,
    lte,
    in,          ///< equal to one of the values
    contains,    ///< the text holds the value, both folded: case and Vietnamese marks do not count
    startswith,  ///< the text begins with the value, byte by byte: an index serves it
    isnull,      ///< values[0] is true: no value; false: any value
    search,      ///< every word of the value is contained in the text, folded
};

/// Every operator but differs and isnull is false for a row without a value; not(…) is true wherever its inside is false.
struct Condition {
    std::size_t field = 0;
    Operator op = Operator::exact;
    std::vector<catalog::Value> values;  ///< of the field's type: int64, double, bool or string; one, but for `in`
};

/// West, south, east, north in degrees (WGS 84): rows whose geometry's envelope meets the box, its border included.
using Box = std::array<double, 4>;

struct Filter {
    enum class Kind {
        all,        ///< every child holds; without children: always true
        any,        ///< at least one child holds; without children: never true
        negation,   ///< the one child does not hold
        condition,
        box,
        intersects, ///< the geometry and the one in `wkb` have a point in common, a border included
        text,       ///< every word of `words` is contained in some text field of the row, folded
    };
    Kind kind = Kind::all;
    std::vector<Filter> children;
    Condition condition;
    Box box{};
    std::vector<std::string> words;  ///< folded
    std::string wkb;                 ///< WGS 84, x = longitude

    static Filter of(Condition condition);
    static Filter of(const Box& box);
    static Filter of_intersecting(std::string wkb);
    static Filter of_words(std::vector<std::string> words);
    static Filter group(Kind kind, std::vector<Filter> children);
    bool always() const { return kind == Kind::all && children.empty(); }
};

/// A row without a value sorts before all others, or last when descending. Ties are broken by the row number in the direction of the
/// last term, so that an order is always total.
struct SortTerm {
    std::size_t field = 0;
    bool descending = false;
};

/// Groups and aggregates will stand beside `select` when they come.
struct Query {
    Filter filter;
    std::vector<std::size_t> select;  ///< empty: all fields in the order of the contract
    bool geometry = false;            ///< whether rows bring their geometry
    std::vector<SortTerm> sort;       ///< empty: canonical order
    std::optional<std::uint64_t> limit;
    std::uint64_t offset = 0;             ///< for dialects that page by number
    std::optional<std::int64_t> after;    ///< number of the last row of the page before
};

/// The same text for the same filter, whatever order its parts were written in.
std::string canonical(const Filter& filter);
/// The same text for the same answer: filter, order, columns, limit and place.
std::string canonical(const Query& query);
/// Without limit, offset and place: what a cursor is bound to.
std::string canonical_without_page(const Query& query);

/// Folded words of a search text, at most `most`; the same folding as that of the rows.
std::vector<std::string> folded_words(std::string_view text, std::size_t most = 8);

}  // namespace khomo::search
