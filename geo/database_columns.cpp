// SPDX-License-Identifier: GPL-3.0-or-later

#include "geo/database_columns.hpp"

#include <algorithm>
#include <array>

namespace khomo::geo {
namespace {

struct TypeName {
    std::string_view name;
    ColumnKind kind;
};

constexpr std::array kTypes = {
    TypeName{"text", ColumnKind::text},
    TypeName{"character varying", ColumnKind::text},
    TypeName{"character", ColumnKind::text},
    TypeName{"citext", ColumnKind::text},
    TypeName{"name", ColumnKind::text},
    TypeName{"uuid", ColumnKind::text},
    TypeName{"time without time zone", ColumnKind::text},
    TypeName{"smallint", ColumnKind::number},
    TypeName{"integer", ColumnKind::number},
    TypeName{"bigint", ColumnKind::number},
    TypeName{"numeric", ColumnKind::number},
    TypeName{"real", ColumnKind::number},
    TypeName{"double precision", ColumnKind::number},
    TypeName{"boolean", ColumnKind::boolean},
    TypeName{"date", ColumnKind::date},
    TypeName{"timestamp without time zone", ColumnKind::timestamp},
    TypeName{"timestamp with time zone", ColumnKind::timestamp_zone},
};

std::string quoted(std::string_view text, char quote) {
    std::string out(1, quote);
    for (const char c : text) {
        out.append(c == quote ? 2 : 1, c);
    }
    return out += quote;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Whether `text` looks like "0000-00-00": each 0 of the shape is a digit, the rest stands as it is.
bool has_shape(std::string_view text, std::string_view shape) {
    return text.size() == shape.size() && std::equal(text.begin(), text.end(), shape.begin(), [](char c, char s) { return s == '0' ? is_digit(c) : c == s; });
}

}  // namespace

std::optional<ColumnKind> column_kind(std::string_view type, bool enumeration) {
    if (enumeration) {
        return ColumnKind::text;
    }
    const auto found = std::find_if(kTypes.begin(), kTypes.end(), [&](const auto& known) { return known.name == type; });
    return found == kTypes.end() ? std::nullopt : std::optional(found->kind);
}

std::string quote_name(std::string_view name) { return quoted(name, '"'); }

// The server runs with standard_conforming_strings, which the session sets: a backslash means itself.
std::string quote_text(std::string_view text) { return quoted(text, '\''); }

std::string text_expression(const std::string& column, ColumnKind kind) {
    const auto name = quote_name(column);
    switch (kind) {
        case ColumnKind::timestamp: return "to_char(" + name + ", 'YYYY-MM-DD\"T\"HH24:MI:SS.US')";
        case ColumnKind::timestamp_zone: return "to_char(" + name + " AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')";
        default: return name + "::text";
    }
}

std::string order_expression(const std::string& column, ColumnKind kind) {
    // Without the table's name it would be the text that is selected, and 10 would come before 9.
    const auto name = "khomo_rows." + quote_name(column);
    return kind == ColumnKind::text ? name + "::text COLLATE \"C\"" : name;
}

bool is_plain_value(std::string_view text, ColumnKind kind) {
    switch (kind) {
        case ColumnKind::text: return true;
        case ColumnKind::boolean: return text == "true" || text == "false";
        case ColumnKind::number: return !text.empty() && (is_digit(text.front()) || text.front() == '-') && is_digit(text.back());
        case ColumnKind::date: return has_shape(text, "0000-00-00");
        case ColumnKind::timestamp: return has_shape(text, "0000-00-00T00:00:00.000000");
        case ColumnKind::timestamp_zone: return has_shape(text, "0000-00-00T00:00:00.000000Z");
    }
    return false;
}

}  // namespace khomo::geo
