// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/gate/number_text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>

#include "catalog/base/number.hpp"

namespace khomo::builder {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Whether `text` is 1–3 digits followed by groups of exactly three after `mark`, with at least one mark.
bool is_grouped(std::string_view text, char mark) {
    std::size_t run = 0;
    bool seen = false;
    for (const char c : text) {
        if (is_digit(c)) {
            ++run;
        } else if (c == mark && run > 0 && (seen ? run == 3 : run <= 3)) {
            seen = true;
            run = 0;
        } else {
            return false;
        }
    }
    return seen && run == 3;
}

struct Marks {
    std::size_t commas = 0;
    std::size_t dots = 0;
    bool comma_last = false;
};

Marks count_marks(std::string_view body) {
    Marks marks;
    for (const char c : body) {
        marks.commas += c == ',' ? 1 : 0;
        marks.dots += c == '.' ? 1 : 0;
        if (c == ',' || c == '.') {
            marks.comma_last = c == ',';
        }
    }
    return marks;
}

/// Which style this text alone shows; unknown when it could be both ways.
DecimalStyle shown_style(std::string_view body, const Marks& marks, bool coordinate) {
    if (marks.commas > 0 && marks.dots > 0) {
        return marks.comma_last ? DecimalStyle::comma : DecimalStyle::dot;
    }
    const bool comma = marks.commas > 0;
    if (marks.commas + marks.dots > 1) {
        return comma ? DecimalStyle::dot : DecimalStyle::comma;  // a mark that repeats parts thousands
    }
    if (!coordinate && body[0] != '0' && is_grouped(body, comma ? ',' : '.')) {
        return DecimalStyle::unknown;
    }
    return comma ? DecimalStyle::comma : DecimalStyle::dot;
}

std::string_view body_of(std::string_view text) {
    return text.substr(!text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0);
}

/// Settles the style of a text that holds marks.
ParseFault settle(std::string_view body, const Marks& marks, ColumnStyle& style, DecimalStyle& shown) {
    if (style.declared != DecimalStyle::unknown) {
        shown = style.declared;
        return ParseFault::none;
    }
    shown = shown_style(body, marks, style.coordinate);
    if (shown == DecimalStyle::unknown) {
        shown = style.seen;
        return style.seen == DecimalStyle::unknown ? ParseFault::ambiguous : ParseFault::none;
    }
    if (style.seen != DecimalStyle::unknown && style.seen != shown) {
        return ParseFault::mixed;
    }
    style.seen = shown;
    return ParseFault::none;
}

/// Writes the number with a dot and without group marks to `plain`.
bool to_plain(std::string_view text, DecimalStyle shown, std::string& plain) {
    const char decimal = shown == DecimalStyle::comma ? ',' : '.';
    const char group = shown == DecimalStyle::comma ? '.' : ',';
    const auto body = body_of(text);
    const auto point = body.find(decimal);
    const auto whole = body.substr(0, point);
    if (whole.find(group) != std::string_view::npos && !is_grouped(whole, group)) {
        return false;
    }
    plain.assign(text[0] == '-' ? "-" : "");
    std::copy_if(whole.begin(), whole.end(), std::back_inserter(plain), [&](char c) { return c != group; });
    if (point != std::string_view::npos) {
        plain += '.';
        plain += body.substr(point + 1);
    }
    return true;
}

/// A decimal number of at most 15 digits without an exponent: digits and power of ten are exact doubles then, and their quotient is the nearest
/// one (Clinger 1990). None for anything else.
std::optional<double> parse_short_decimal(std::string_view text) {
    static constexpr std::array kTens = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    const bool negative = text[0] == '-';
    text.remove_prefix(negative ? 1 : 0);
    std::int64_t digits = 0;
    std::size_t count = 0;
    std::size_t decimals = 0;
    bool point = false;
    for (const char c : text) {
        if (is_digit(c)) {
            digits = digits * 10 + (c - '0');
            decimals += point ? 1 : 0;
            if (++count > 15) {
                return std::nullopt;
            }
        } else if (c == '.' && !point) {
            point = true;
        } else {
            return std::nullopt;
        }
    }
    if (count == 0) {
        return std::nullopt;
    }
    const double value = static_cast<double>(digits) / kTens[decimals];
    return negative ? -value : value;
}

bool starts_like_number(std::string_view body) {
    return !body.empty() && (is_digit(body[0]) || ((body[0] == '.' || body[0] == ',') && body.size() > 1));
}

}  // namespace

ParseFault parse_number_text(std::string_view text, bool whole, ColumnStyle& style, catalog::Value& out) {
    std::string dashed;
    if (text.starts_with("\xE2\x88\x92")) {  // the typographic minus
        dashed = "-" + std::string(text.substr(3));
        text = dashed;
    }
    const auto body = body_of(text);
    if (!starts_like_number(body)) {
        return ParseFault::not_a_value;
    }
    const auto marks = count_marks(body);
    thread_local std::string plain;
    std::string_view dotted = text[0] == '+' ? body : text;
    if (marks.commas + marks.dots > 0) {
        auto shown = DecimalStyle::unknown;
        const auto fault = settle(body, marks, style, shown);
        if (fault != ParseFault::none) {
            return fault;
        }
        const bool is_plain = shown == DecimalStyle::dot && marks.commas == 0 && marks.dots == 1;
        if (!is_plain) {
            if (!to_plain(text, shown, plain)) {
                return ParseFault::not_a_value;
            }
            dotted = plain;
        }
    }
    if (whole) {
        if (const auto exact = parse_integer(dotted)) {
            out = *exact;
            return ParseFault::none;
        }
    }
    auto value = parse_short_decimal(dotted);
    if (!value) {
        value = parse_double(dotted);
    }
    if (!value) {
        return ParseFault::not_a_value;
    }
    return put_number(*value, whole, out);
}

ParseFault put_number(double value, bool whole, catalog::Value& out) {
    if (!whole) {
        out = value;
        return ParseFault::none;
    }
    constexpr double kExact = 9007199254740992;  // 2^53: beyond it a double has lost digits already
    if (value != std::floor(value) || std::fabs(value) > kExact) {
        return ParseFault::not_a_value;
    }
    out = static_cast<std::int64_t>(value);
    return ParseFault::none;
}

void learn_decimal(std::string_view text, ColumnStyle& style) {
    if (style.declared != DecimalStyle::unknown || style.seen != DecimalStyle::unknown) {
        return;
    }
    const auto body = body_of(text);
    const auto marks = count_marks(body);
    const bool number = !body.empty() && std::all_of(body.begin(), body.end(), [](char c) { return is_digit(c) || c == ',' || c == '.'; });
    if (number && marks.commas + marks.dots > 0) {
        style.seen = shown_style(body, marks, style.coordinate);
    }
}

}  // namespace khomo::builder
