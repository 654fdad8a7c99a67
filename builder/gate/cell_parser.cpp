// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/gate/cell_parser.hpp"

#include <array>
#include <cmath>
#include <cstdio>
#include <vector>

#include "catalog/base/instant.hpp"
#include "catalog/base/number.hpp"
#include "catalog/base/text.hpp"

namespace khomo::builder {
namespace {

using catalog::FieldType;
using catalog::RawCell;
using catalog::Value;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Whether `text` is 1–3 digits followed by groups of exactly three after `mark`, with at least one mark.
bool is_grouped(std::string_view text, char mark) {
    std::size_t run = 0;
    bool seen = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_digit(text[i])) {
            ++run;
        } else if (text[i] == mark && run > 0 && (seen ? run == 3 : run <= 3)) {
            seen = true;
            run = 0;
        } else {
            return false;
        }
    }
    return seen && run == 3;
}

/// Copies the digits of `text` without `mark` into `out`.
void append_without(std::string& out, std::string_view text, char mark) {
    for (const char c : text) {
        if (c != mark) {
            out += c;
        }
    }
}

/// Splits sign and body and settles which mark is the decimal one; `plain` gets a dot-decimal text.
ParseFault to_plain_number(std::string_view text, DecimalStyle declared, DecimalStyle& style, std::string& plain) {
    plain.clear();
    auto body = text;
    if (!body.empty() && (body[0] == '-' || body[0] == '+')) {
        plain += body[0] == '-' ? "-" : "";
        body.remove_prefix(1);
    }
    const auto commas = body.find(',');
    const auto dots = body.find('.');
    if (commas == std::string_view::npos && dots == std::string_view::npos) {
        plain += body;
        return ParseFault::none;
    }
    DecimalStyle shown = declared;
    if (declared == DecimalStyle::unknown) {
        if (commas != std::string_view::npos && dots != std::string_view::npos) {
            shown = body.rfind(',') > body.rfind('.') ? DecimalStyle::comma : DecimalStyle::dot;
        } else {
            const char mark = commas != std::string_view::npos ? ',' : '.';
            const bool several = body.find(mark) != body.rfind(mark);
            const bool grouped = is_grouped(body, mark);
            if (several) {
                shown = mark == '.' ? DecimalStyle::comma : DecimalStyle::dot;  // a mark that repeats parts thousands
            } else if (grouped && body[0] != '0') {
                if (style == DecimalStyle::unknown) {
                    return ParseFault::ambiguous;
                }
                shown = style;
            } else {
                shown = mark == ',' ? DecimalStyle::comma : DecimalStyle::dot;
            }
        }
        if (style != DecimalStyle::unknown && style != shown) {
            return ParseFault::mixed;
        }
        style = shown;
    }
    const char decimal = shown == DecimalStyle::comma ? ',' : '.';
    const char group = shown == DecimalStyle::comma ? '.' : ',';
    const auto point = body.find(decimal);
    const auto whole = body.substr(0, point);
    if (whole.find(group) != std::string_view::npos && !is_grouped(whole, group)) {
        return ParseFault::not_a_value;
    }
    append_without(plain, whole, group);
    if (point != std::string_view::npos) {
        plain += '.';
        plain += body.substr(point + 1);
    }
    return ParseFault::none;
}

ParseFault parse_number(FieldType type, const RawCell& cell, std::string_view text, DecimalStyle declared, DecimalStyle& style, Value& out) {
    double value = 0;
    if (cell.kind == RawCell::Kind::number) {
        value = cell.number;
        if (type == FieldType::integer) {
            if (const auto exact = parse_integer(cell.text)) {
                out = *exact;
                return ParseFault::none;
            }
        }
    } else if (cell.kind == RawCell::Kind::text) {
        thread_local std::string plain;
        const auto fault = to_plain_number(text, declared, style, plain);
        if (fault != ParseFault::none) {
            return fault;
        }
        if (type == FieldType::integer) {
            if (const auto exact = parse_integer(plain)) {
                out = *exact;
                return ParseFault::none;
            }
        }
        const auto parsed = parse_double(plain);
        if (!parsed || plain.empty() || (!is_digit(plain.back()) && plain.back() != '.')) {
            return ParseFault::not_a_value;
        }
        value = *parsed;
    } else {
        return ParseFault::not_a_value;
    }
    if (type == FieldType::integer) {
        if (value != std::floor(value) || std::fabs(value) > 9e15) {
            return ParseFault::not_a_value;
        }
        out = static_cast<std::int64_t>(value);
    } else {
        out = value;
    }
    return ParseFault::none;
}

ParseFault parse_boolean(const RawCell& cell, std::string_view text, Value& out) {
    if (cell.kind == RawCell::Kind::boolean || (cell.kind == RawCell::Kind::number && (cell.number == 0 || cell.number == 1))) {
        out = cell.number != 0;
        return ParseFault::none;
    }
    const auto word = fold(text);
    if (word == "true" || word == "1" || word == "x" || word == "co" || word == "yes" || word == "dung") {
        out = true;
    } else if (word == "false" || word == "0" || word == "khong" || word == "no" || word == "sai") {
        out = false;
    } else {
        return ParseFault::not_a_value;
    }
    return ParseFault::none;
}

/// Runs of digits in a text, at most four.
std::vector<std::string_view> digit_runs(std::string_view text) {
    std::vector<std::string_view> runs;
    for (std::size_t i = 0; i < text.size();) {
        if (!is_digit(text[i])) {
            ++i;
            continue;
        }
        const auto start = i;
        while (i < text.size() && is_digit(text[i])) {
            ++i;
        }
        runs.push_back(text.substr(start, i - start));
    }
    return runs;
}

int to_int(std::string_view digits) { return static_cast<int>(parse_integer(digits).value_or(-1)); }

/// Whether the text is digits and one kind of separator only: three numbers such as 13/05/2026.
bool is_numeric_date(std::string_view text, char separator) {
    int separators = 0;
    for (const char c : text) {
        if (c == separator) {
            ++separators;
        } else if (!is_digit(c)) {
            return false;
        }
    }
    return separators == 2;
}

std::optional<std::string> checked(int year, int month, int day) {
    const Date date{year, month, day};
    return is_valid(date) ? std::optional(to_iso(date)) : std::nullopt;
}

ParseFault parse_datetime(const RawCell& cell, std::string_view text, Value& out) {
    if (cell.kind == RawCell::Kind::number) {
        return ParseFault::not_a_value;
    }
    std::string form(text);
    if (form.size() >= 16 && (form[10] == ' ' || form[10] == 'T') && form[4] == '-') {
        if (form.size() == 16) {
            form += ":00";
        }
        if (form.size() == 19) {
            form += "+07:00";  // an instant without a zone is Vietnamese time
        }
        if (const auto instant = parse_instant(form)) {
            out = to_iso_utc(*instant);
            return ParseFault::none;
        }
    }
    bool month_first = false;
    const auto space = form.find(' ');
    const auto date = parse_date_text(space == std::string::npos ? form : form.substr(0, space), month_first);
    if (!date) {
        return month_first ? ParseFault::month_first : ParseFault::not_a_value;
    }
    auto clock = space == std::string::npos ? std::string("00:00:00") : form.substr(space + 1);
    if (clock.size() == 5) {
        clock += ":00";
    }
    const auto instant = parse_instant(*date + "T" + clock + "+07:00");
    if (!instant) {
        return ParseFault::not_a_value;
    }
    out = to_iso_utc(*instant);
    return ParseFault::none;
}

int roman_quarter(std::string_view word) {
    static constexpr std::array<std::string_view, 4> kRoman = {"i", "ii", "iii", "iv"};
    for (std::size_t i = 0; i < kRoman.size(); ++i) {
        if (word == kRoman[i] || word == std::to_string(i + 1)) {
            return static_cast<int>(i) + 1;
        }
    }
    return 0;
}

}  // namespace

std::optional<std::string> parse_date_text(std::string_view text, bool& month_first) {
    month_first = false;
    if (const auto iso = parse_iso_date(text)) {
        return to_iso(*iso);
    }
    const auto runs = digit_runs(text);
    if (runs.size() != 3) {
        return std::nullopt;
    }
    const bool numeric = is_numeric_date(text, '/') || is_numeric_date(text, '-') || is_numeric_date(text, '.');
    if (!numeric) {
        const auto folded = fold(text);
        if (folded.find("ngay") == std::string::npos || folded.find("thang") == std::string::npos || folded.find("nam") == std::string::npos) {
            return std::nullopt;
        }
    }
    if (runs[0].size() == 4) {
        return checked(to_int(runs[0]), to_int(runs[1]), to_int(runs[2]));
    }
    int year = to_int(runs[2]);
    if (runs[2].size() == 2) {
        year += year < 70 ? 2000 : 1900;
    } else if (runs[2].size() != 4) {
        return std::nullopt;
    }
    const int first = to_int(runs[0]);
    const int second = to_int(runs[1]);
    month_first = second > 12 && first <= 12;
    return checked(year, second, first);
}

std::optional<std::string> parse_period_text(std::string_view text) {
    const auto folded = fold(text);
    const auto runs = digit_runs(folded);
    std::array<char, 16> out{};
    const auto month = [&](std::string_view year, std::string_view m) -> std::optional<std::string> {
        const int value = to_int(m);
        if (year.size() != 4 || m.size() > 2 || value < 1 || value > 12) {
            return std::nullopt;
        }
        std::snprintf(out.data(), out.size(), "%.4s-%02d", year.data(), value);
        return out.data();
    };
    if (runs.size() == 1 && runs[0].size() == 4) {
        const auto rest = folded.substr(0, static_cast<std::size_t>(runs[0].data() - folded.data()));
        if (rest.empty() || rest == "nam ") {
            return std::string(runs[0]);
        }
        if (rest.starts_with("quy ")) {
            const auto word = rest.substr(4, rest.find_first_of("/ -", 4) - 4);
            const int quarter = roman_quarter(word);
            return quarter == 0 ? std::nullopt : std::optional(std::string(runs[0]) + "-Q" + std::to_string(quarter));
        }
        return std::nullopt;
    }
    if (runs.size() != 2) {
        return std::nullopt;
    }
    if (folded.starts_with("6 thang dau nam") || folded.starts_with("6 thang cuoi nam")) {
        return std::string(runs[1]) + (folded.find("dau") != std::string::npos ? "-H1" : "-H2");
    }
    if (runs[0].size() == 4 && folded.size() == 7 && (folded[5] == 'q' || folded[5] == 'h')) {
        const int part = to_int(runs[1]);
        const bool fine = part >= 1 && part <= (folded[5] == 'q' ? 4 : 2);
        return fine ? std::optional(std::string(runs[0]) + (folded[5] == 'q' ? "-Q" : "-H") + std::to_string(part)) : std::nullopt;
    }
    if (folded.starts_with("quy ")) {
        const int quarter = roman_quarter(runs[0]);
        return quarter == 0 || runs[1].size() != 4 ? std::nullopt : std::optional(std::string(runs[1]) + "-Q" + std::to_string(quarter));
    }
    return runs[0].size() == 4 ? month(runs[0], runs[1]) : month(runs[1], runs[0]);
}

ParseFault parse_cell(FieldType type, const RawCell& cell, std::string_view text, DecimalStyle declared, DecimalStyle& style, Value& out) {
    switch (type) {
        case FieldType::string:
            if (auto* held = std::get_if<std::string>(&out)) {
                held->assign(text);
            } else {
                out = std::string(text);
            }
            return ParseFault::none;
        case FieldType::integer:
        case FieldType::number: return parse_number(type, cell, text, declared, style, out);
        case FieldType::boolean: return parse_boolean(cell, text, out);
        case FieldType::date: {
            bool month_first = false;
            auto date = parse_date_text(cell.kind == RawCell::Kind::date ? text.substr(0, 10) : text, month_first);
            if (!date) {
                return month_first ? ParseFault::month_first : ParseFault::not_a_value;
            }
            out = std::move(*date);
            return ParseFault::none;
        }
        case FieldType::datetime: return parse_datetime(cell, text, out);
        case FieldType::period: {
            auto period = parse_period_text(cell.kind == RawCell::Kind::date ? text.substr(0, 7) : text);
            if (!period) {
                return ParseFault::not_a_value;
            }
            out = std::move(*period);
            return ParseFault::none;
        }
    }
    return ParseFault::not_a_value;
}

}  // namespace khomo::builder
