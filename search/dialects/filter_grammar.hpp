// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "search/rows/dataset_description.hpp"
#include "search/rows/query.hpp"

namespace khomo::search {

/// Reads the filters of the native grammar over one table and counts them: beyond kMostConditions it refuses.
///
///     condition   gia__gte=100            field, two underscores, operator; without an operator: exact
///     group       or=(xa.03646,and(gia__gte.100,not(ten__contains.chợ)))
///
/// In a group a point (or "=") stands between name and value; a value with a comma, bracket or leading quote is put in quotation marks, and
/// the values of `in` in brackets: xa__in.(03646,03650). Every fault is a RequestFault that names the parameter.
class FilterGrammar {
public:
    static constexpr std::size_t kMostConditions = 50;
    static constexpr std::size_t kMostValues = 200;
    static constexpr int kDeepest = 4;

    explicit FilterGrammar(const TableSchema& schema) : schema_(schema) {}

    /// One parameter that is a condition.
    Filter condition(const std::string& parameter, const std::string& value);
    /// The parameters and, or, not.
    Filter group(const std::string& parameter, const std::string& value);

private:
    struct Cursor;
    struct Named {
        std::size_t field;
        Operator op;
    };
    Named resolve(const std::string& parameter, const std::string& name) const;
    Filter make(const std::string& parameter, const Named& named, const std::vector<std::string>& values);
    Filter parse_group(Cursor& at, Filter::Kind kind, int depth);
    Filter parse_item(Cursor& at, int depth);
    std::vector<std::string> parse_values(Cursor& at, bool list) const;

    const TableSchema& schema_;
    std::size_t conditions_ = 0;
};

/// all, any or negation for "and", "or", "not".
std::optional<Filter::Kind> group_kind(std::string_view word);

/// The words of the operators, as problem documents list them.
const std::vector<std::string>& operator_words();

}  // namespace khomo::search
