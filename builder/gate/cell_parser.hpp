// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "catalog/model/field.hpp"
#include "catalog/model/raw.hpp"
#include "catalog/model/value.hpp"

namespace khomo::builder {

/// How the decimal numbers of a column are written.
enum class DecimalStyle {
    unknown,  ///< nothing seen yet that tells
    comma,    ///< 1.234,5
    dot,      ///< 1,234.5 or 1234.5
};

/// What parsing the cells of one column needs to know, and what it remembers from cell to cell.
struct ColumnStyle {
    DecimalStyle declared = DecimalStyle::unknown;  ///< table.decimal
    DecimalStyle seen = DecimalStyle::unknown;      ///< what the column has shown so far (requirements C14)
    bool coordinate = false;                        ///< no thousands here: a single mark is the decimal one
    int serial_shift = 0;                           ///< RawHeader::serial_shift
};

enum class ParseFault {
    none,
    from_serial,  ///< fine, but the date lay in the spreadsheet as a plain number
    not_a_value,  ///< the text is not of the type
    ambiguous,    ///< "3.000": thousands or decimals? the contract must say
    mixed,        ///< the column has shown the other decimal style before
    month_first,  ///< looks like mm/dd
    has_time,     ///< a date with a time of day that the type would lose
};

/// Types one cell as requirements C14 and C15 ask, into `out`, whose string keeps its memory.
/// A null is the caller's business: `text` is not empty and already clean (trimmed, NFC).
ParseFault parse_cell(catalog::FieldType type, const catalog::RawCell& cell, std::string_view text, ColumnStyle& style, catalog::Value& out);

/// Lets the column see how a number is written without typing it; what could be both ways teaches nothing.
void learn_decimal(std::string_view text, ColumnStyle& style);

/// Dates in all forms of C15: dd/mm/yyyy, d/m/yy, dd-mm-yyyy, dd.mm.yyyy, ISO, "ngày 13 tháng 5 năm 2026".
std::optional<std::string> parse_date_text(std::string_view text, bool& month_first);
/// Periods: "2026", "5/2026", "tháng 5/2026", "2026-05", "Quý III/2026", "2026-Q3", "6 tháng đầu năm 2026" → "2026-H1".
std::optional<std::string> parse_period_text(std::string_view text);

}  // namespace khomo::builder
