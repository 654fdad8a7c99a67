// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/base/error.hpp"
#include "search/rows/sql_compiler.hpp"

namespace khomo::search {
namespace {

using catalog::FieldType;

std::string column_of(const TableSchema& schema, std::size_t field) {
    if (field == kRowId) {
        return "fid";
    }
    if (field >= schema.fields.size()) {
        throw Error(ErrorKind::internal, {"Truy vấn nêu trường không có", "The query names a field that is not there"});
    }
    return catalog::quote_identifier(schema.fields[field].name);
}

/// Dates are texts "2026-09-30"; an instant's day is that of Vietnam.
std::string key_expression(const TableSchema& schema, const GroupKey& key) {
    const auto column = column_of(schema, key.field);
    if (key.part == DatePart::none) {
        return column;
    }
    const bool instant = key.field != kRowId && schema.fields[key.field].type == FieldType::datetime;
    const auto day = instant ? "date(" + column + ",'+7 hours')" : column;
    switch (key.part) {
        case DatePart::year: return "substr(" + day + ",1,4)";
        case DatePart::quarter: return "(substr(" + day + ",1,4)||'-Q'||((substr(" + day + ",6,2)+2)/3))";
        case DatePart::month: return "substr(" + day + ",1,7)";
        default: return "substr(" + day + ",1,10)";
    }
}

std::string aggregate_expression(const TableSchema& schema, const Aggregate& aggregate) {
    const auto column = column_of(schema, aggregate.field);
    const auto sum = std::string(kSumFunction) + '(' + column + ')';
    switch (aggregate.measure) {
        case Measure::count: return aggregate.field == kRowId ? "count(*)" : "count(" + column + ')';
        case Measure::sum: return sum;
        case Measure::avg: return sum + "/count(" + column + ')';
        case Measure::min: return "min(" + column + ')';
        case Measure::max: return "max(" + column + ')';
        case Measure::median: return std::string(kMedianFunction) + '(' + column + ')';
        case Measure::distinct: return "count(DISTINCT " + column + ')';
    }
    return "NULL";
}

}  // namespace

CompiledQuery SqlCompiler::groups(const Grouping& grouping) const {
    std::string select;
    for (const auto& key : grouping.keys) {
        select += (select.empty() ? "SELECT " : ",") + key_expression(schema_, key);
    }
    for (const auto& aggregate : grouping.aggregates) {
        select += (select.empty() ? "SELECT " : ",") + aggregate_expression(schema_, aggregate);
    }
    std::string places;  // columns by their number, from 1
    for (std::size_t i = 1; i <= grouping.keys.size(); ++i) {
        places += (i > 1 ? "," : "") + std::to_string(i);
    }
    auto compiled = source(grouping.filter);
    compiled.sql = select + compiled.sql;
    if (!places.empty()) {
        compiled.sql += " GROUP BY " + places + " ORDER BY ";
        for (const auto& term : grouping.sort) {
            compiled.sql += std::to_string(term.column + 1) + (term.descending ? " DESC," : ",");
        }
        compiled.sql += places;
    }
    return compiled;
}

}  // namespace khomo::search
