// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "catalog/store/sqlite.hpp"
#include "search/rows/dataset_description.hpp"
#include "search/rows/grouping.hpp"
#include "search/rows/query.hpp"

namespace khomo::search {

struct Bytes {
    std::string bytes;
};
using SqlParameter = std::variant<std::monostate, std::int64_t, double, std::string, Bytes>;

/// SQL of ours with a question mark for everything that came from outside.
struct CompiledQuery {
    std::string sql;
    std::vector<SqlParameter> parameters;

    /// The parameters must outlive the statement's run.
    void bind(catalog::Statement& statement) const;
};

/// Where a page goes on: the sort fields' values of the last row shown, and its number.
struct PageStart {
    std::vector<catalog::Value> values;  ///< one for each sort term
    std::vector<bool> may_be_null;       ///< for each sort term, whether the column has empty cells at all
    std::int64_t row_id = 0;
};

/// How a box is best looked for: by the R-tree, or, where most rows lie in it, row by row in the order asked for.
enum class BoxPlan { tree, scan };

/// Names of the SQL functions that the connection must have.
inline constexpr const char* kContainsFunction = "khomo_contains";
inline constexpr const char* kInBoxFunction = "khomo_in_box";
inline constexpr const char* kSumFunction = "khomo_sum";
inline constexpr const char* kMedianFunction = "khomo_median";
inline constexpr const char* kIntersectsFunction = "khomo_intersects";

/// Turns queries to one table into SQL. Stateless but for the schema it refers to.
class SqlCompiler {
public:
    explicit SqlCompiler(const TableSchema& schema) : schema_(schema) {}

    /// SELECT count(*) of the rows the filter lets through.
    CompiledQuery count(const Filter& filter) const;
    /// Row number, then the selected columns in order, then the geometry if asked for.
    CompiledQuery page(const Query& query, const PageStart* start, BoxPlan plan) const;
    /// Only the row numbers, in order: for streams whose sorting should not hold whole rows.
    CompiledQuery order(const Query& query, const PageStart* start, BoxPlan plan) const;
    /// Keys, then aggregates, a row for each group, in order.
    CompiledQuery groups(const Grouping& grouping) const;
    /// The row of one number, columns as in page().
    std::string one_row(const Query& query) const;
    /// Values of the sort fields of one row number.
    std::string sort_values(const Query& query) const;

private:
    /// " FROM … WHERE …" of the rows the filter lets through.
    CompiledQuery source(const Filter& filter) const;
    const TableSchema& schema_;
};

}  // namespace khomo::search
