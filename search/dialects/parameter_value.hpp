// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/model/field.hpp"
#include "catalog/model/value.hpp"
#include "search/rows/dataset_description.hpp"
#include "search/rows/query.hpp"

namespace khomo::search {

/// The text as it may be shown in an answer: at most 60 bytes, "?" for what is not UTF-8.
std::string shown(std::string_view text);

/// A value of a condition, in the field's type. Whole numbers, dot-decimal numbers, true/false/1/0, whole dates, instants with an offset (or a
/// date: its midnight in Vietnam), texts in NFC. For startswith, contains and search any text. Throws RequestFault naming `parameter`.
catalog::Value parse_value(const std::string& parameter, const catalog::Field& field, Operator op, std::string_view text);

/// The field of that name. Throws RequestFault with the valid names and the nearest one.
std::size_t field_of(const std::string& parameter, const std::string& name, const TableSchema& schema);

/// A whole number from 0 to `most`. Throws RequestFault.
std::size_t number_of(const std::string& parameter, const std::string& value, std::int64_t most);

/// "a,\"b,c\",d" in parts: commas part, quotes hold commas, a doubled quote is one. Parts are trimmed unless quoted. Throws RequestFault
/// for a quote that is not closed.
std::vector<std::string> split_list(const std::string& parameter, std::string_view text);

}  // namespace khomo::search
