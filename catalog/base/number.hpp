// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace khomo {

/// The shortest text that reads back as the same double; integers below 1e15 without a point or exponent ("3", "-0", "0.1", "1e21").
std::string to_text(double value);
/// Appends to_text(value) to `out` without an allocation of its own.
void append_text(std::string& out, double value);
void append_text(std::string& out, std::int64_t value);

/// A whole dot-decimal number ("-12.5", "1e3"); nothing else around it. Not finite values are none.
std::optional<double> parse_double(std::string_view text);
std::optional<std::int64_t> parse_integer(std::string_view text);

/// "1.234.567,5" (vi) or "1,234,567.5" (en), for display only.
std::string format_number(double value, bool vietnamese, int max_decimals = 6);

}  // namespace khomo
