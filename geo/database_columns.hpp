// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace khomo::geo {

/// What a column of PostgreSQL becomes.
enum class ColumnKind { text, number, boolean, date, timestamp, timestamp_zone };

/// By the name that format_type() gives; none for arrays, JSON, bytes and whatever else is not one value.
std::optional<ColumnKind> column_kind(std::string_view type, bool enumeration);

/// The SQL that gives the column as text, the same whatever the server's settings are.
std::string text_expression(const std::string& column, ColumnKind kind);
/// The SQL that sorts by it, by bytes and not by the server's language; the table must be called khomo_rows.
std::string order_expression(const std::string& column, ColumnKind kind);

/// "name" and 'text' with the quotes of SQL.
std::string quote_name(std::string_view name);
std::string quote_text(std::string_view text);

/// Whether the text that the server gave is a plain value of its kind: no infinity, no NaN, no year before Christ.
bool is_plain_value(std::string_view text, ColumnKind kind);

}  // namespace khomo::geo
