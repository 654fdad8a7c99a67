// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "catalog/base/text.hpp"
#include "catalog/base/wkb.hpp"
#include "geo/shape/meeting.hpp"
#include "search/rows/query.hpp"

/// The meaning of a query written down a second time, in the plainest way, row by row: what the engine is held against.
namespace khomo::tests {

using catalog::Row;
using catalog::Value;

inline bool has(const Value& value) { return !std::holds_alternative<std::monostate>(value); }

/// -1, 0, 1; integers and reals compare as numbers.
inline int compare(const Value& a, const Value& b) {
    const auto number = [](const Value& value, double& out) {
        if (const auto* integer = std::get_if<std::int64_t>(&value)) {
            out = static_cast<double>(*integer);
        } else if (const auto* real = std::get_if<double>(&value)) {
            out = *real;
        } else if (const auto* flag = std::get_if<bool>(&value)) {
            out = *flag ? 1 : 0;
        } else {
            return false;
        }
        return true;
    };
    double left = 0;
    double right = 0;
    if (number(a, left) && number(b, right)) {
        return left < right ? -1 : left > right ? 1 : 0;
    }
    const int order = std::get<std::string>(a).compare(std::get<std::string>(b));
    return order < 0 ? -1 : order > 0 ? 1 : 0;
}

inline bool folded_contains(const Value& value, const std::string& part) {
    return has(value) && fold(std::get<std::string>(value)).find(fold(part)) != std::string::npos;
}

inline bool holds(const search::Condition& condition, const Row& row) {
    using search::Operator;
    const auto& value = row.values.at(condition.field);
    const auto& wanted = condition.values.front();
    switch (condition.op) {
        case Operator::exact: return has(value) && compare(value, wanted) == 0;
        case Operator::differs: return !has(value) || compare(value, wanted) != 0;
        case Operator::gt: return has(value) && compare(value, wanted) > 0;
        case Operator::gte: return has(value) && compare(value, wanted) >= 0;
        case Operator::lt: return has(value) && compare(value, wanted) < 0;
        case Operator::lte: return has(value) && compare(value, wanted) <= 0;
        case Operator::in: return has(value) && std::any_of(condition.values.begin(), condition.values.end(), [&](const Value& one) { return compare(value, one) == 0; });
        case Operator::contains: return folded_contains(value, std::get<std::string>(wanted));
        case Operator::startswith: return has(value) && std::get<std::string>(value).starts_with(std::get<std::string>(wanted));
        case Operator::isnull: return has(value) != std::get<bool>(wanted);
        case Operator::search: {
            const auto words = search::folded_words(std::get<std::string>(wanted));
            return std::all_of(words.begin(), words.end(), [&](const std::string& word) { return folded_contains(value, word); });
        }
    }
    return false;
}

inline bool holds(const search::Filter& filter, const Row& row, const std::vector<std::size_t>& text_fields) {
    using Kind = search::Filter::Kind;
    const auto child = [&](const search::Filter& one) { return holds(one, row, text_fields); };
    switch (filter.kind) {
        case Kind::all: return std::all_of(filter.children.begin(), filter.children.end(), child);
        case Kind::any: return std::any_of(filter.children.begin(), filter.children.end(), child);
        case Kind::negation: return !child(filter.children.front());
        case Kind::condition: return holds(filter.condition, row);
        case Kind::box: {
            const auto bounds = row.geometry.empty() ? std::nullopt : wkb_bounds(row.geometry);
            const auto& box = filter.box;
            return bounds && (*bounds)[0] <= box[2] && (*bounds)[2] >= box[0] && (*bounds)[1] <= box[3] && (*bounds)[3] >= box[1];
        }
        case Kind::intersects: return !row.geometry.empty() && geo::geometries_meet(row.geometry, filter.wkb);
        case Kind::text:
            return std::all_of(filter.words.begin(), filter.words.end(), [&](const std::string& word) {
                return std::any_of(text_fields.begin(), text_fields.end(), [&](std::size_t field) { return folded_contains(row.values[field], word); });
            });
    }
    return false;
}

/// Row numbers that a query without limits gives.
inline std::vector<std::int64_t> scan(const std::vector<Row>& rows, const search::Query& query, const std::vector<std::size_t>& text_fields) {
    std::vector<std::int64_t> found;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (holds(query.filter, rows[i], text_fields)) {
            found.push_back(static_cast<std::int64_t>(i) + 1);
        }
    }
    const bool down = !query.sort.empty() && query.sort.back().descending;
    std::sort(found.begin(), found.end(), [&](std::int64_t a, std::int64_t b) {
        for (const auto& term : query.sort) {
            const auto& left = rows[static_cast<std::size_t>(a) - 1].values[term.field];
            const auto& right = rows[static_cast<std::size_t>(b) - 1].values[term.field];
            const int order = has(left) && has(right) ? compare(left, right) : static_cast<int>(has(left)) - static_cast<int>(has(right));
            if (order != 0) {
                return term.descending ? order > 0 : order < 0;
            }
        }
        return down ? a > b : a < b;
    });
    return found;
}

}  // namespace khomo::tests
