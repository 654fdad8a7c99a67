// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/gate/cell_parser.hpp"

#include <array>
#include <cmath>

#include "builder/gate/number_text.hpp"
#include "catalog/base/instant.hpp"
#include "catalog/base/number.hpp"
#include "catalog/base/text.hpp"

namespace khomo::builder {
namespace {

using catalog::FieldType;
using catalog::RawCell;
using catalog::Value;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Assigns to the string that `out` holds already, so that its memory is used again.
void put_text(Value& out, std::string_view text) {
    if (auto* held = std::get_if<std::string>(&out)) {
        held->assign(text);
    } else {
        out = std::string(text);
    }
}

ParseFault parse_number(FieldType type, const RawCell& cell, std::string_view text, ColumnStyle& style, Value& out) {
    const bool whole = type == FieldType::integer;
    if (cell.kind == RawCell::Kind::number) {
        if (whole) {
            if (const auto exact = parse_integer(cell.text)) {
                out = *exact;
                return ParseFault::none;
            }
        }
        return put_number(cell.number, whole, out);
    }
    return cell.kind == RawCell::Kind::text ? parse_number_text(text, whole, style, out) : ParseFault::not_a_value;
}

ParseFault parse_boolean(const RawCell& cell, std::string_view text, Value& out) {
    if (cell.kind == RawCell::Kind::boolean || (cell.kind == RawCell::Kind::number && (cell.number == 0 || cell.number == 1))) {
        out = cell.number != 0;
        return ParseFault::none;
    }
    const auto word = text.size() == 1 ? std::string(text) : fold(text);
    if (word == "1" || word == "x" || word == "X" || word == "true" || word == "co" || word == "yes" || word == "dung") {
        out = true;
    } else if (word == "0" || word == "false" || word == "khong" || word == "no" || word == "sai") {
        out = false;
    } else {
        return ParseFault::not_a_value;
    }
    return ParseFault::none;
}

/// Runs of digits in a text, at most four.
struct DigitRuns {
    std::array<std::string_view, 4> run;
    std::size_t count = 0;

    explicit DigitRuns(std::string_view text) {
        for (std::size_t i = 0; i < text.size() && count < run.size();) {
            const auto start = i;
            while (i < text.size() && is_digit(text[i])) {
                ++i;
            }
            if (i > start) {
                run[count++] = text.substr(start, i - start);
            } else {
                ++i;
            }
        }
    }
};

int to_int(std::string_view digits) {
    int value = 0;
    if (digits.size() > 4) {
        return -1;
    }
    for (const char c : digits) {
        value = value * 10 + (c - '0');
    }
    return value;
}

void put_digits(std::string& out, int value, int width) {
    for (int divisor = width == 4 ? 1000 : 10; divisor > 0; divisor /= 10) {
        out += static_cast<char>('0' + value / divisor % 10);
    }
}

std::optional<std::string> checked(int year, int month, int day) {
    if (!is_valid(Date{year, month, day}) || year < 1000) {
        return std::nullopt;
    }
    std::string iso;
    put_digits(iso, year, 4);
    iso += '-';
    put_digits(iso, month, 2);
    iso += '-';
    put_digits(iso, day, 2);
    return iso;
}

/// Whether the text is digits and one kind of separator only: three numbers such as 13/05/2026.
bool is_numeric_date(std::string_view text) {
    char separator = 0;
    int separators = 0;
    for (const char c : text) {
        if (is_digit(c)) {
            continue;
        }
        if ((c != '/' && c != '-' && c != '.') || (separator != 0 && c != separator)) {
            return false;
        }
        separator = c;
        ++separators;
    }
    return separators == 2;
}

bool is_date_in_words(std::string_view text) {
    const auto folded = fold(text);
    const auto day = folded.find("ngay");
    const auto month = folded.find("thang");
    const auto year = folded.find("nam");
    return month != std::string::npos && year != std::string::npos && month < year && (day == std::string::npos || day < month);
}

ParseFault put_serial_date(const RawCell& cell, const ColumnStyle& style, Value& out) {
    // 1920 to 2100: a year or a yyyymmdd that somebody typed as a number is far outside.
    constexpr double kFirst = 7306;
    constexpr double kLast = 73415;
    const double serial = cell.number + style.serial_shift;
    if (cell.number != std::floor(cell.number) || serial < kFirst || serial > kLast) {
        return ParseFault::not_a_value;
    }
    put_text(out, to_iso(date_from_days(days_since_epoch({1899, 12, 30}) + static_cast<std::int64_t>(serial))));
    return ParseFault::from_serial;
}

ParseFault parse_date(const RawCell& cell, std::string_view text, const ColumnStyle& style, Value& out) {
    if (cell.kind == RawCell::Kind::number) {
        return put_serial_date(cell, style, out);
    }
    if (cell.kind == RawCell::Kind::date && text.size() > 10) {
        if (!text.substr(10).starts_with("T00:00:00")) {
            return ParseFault::has_time;
        }
        text = text.substr(0, 10);
    }
    bool month_first = false;
    const auto date = parse_date_text(text, month_first);
    if (!date) {
        return month_first ? ParseFault::month_first : ParseFault::not_a_value;
    }
    put_text(out, *date);
    return ParseFault::none;
}

ParseFault parse_datetime(const RawCell& cell, std::string_view text, Value& out) {
    if (cell.kind == RawCell::Kind::number) {
        return ParseFault::not_a_value;
    }
    std::string form(text);
    if (form.size() >= 16 && (form[10] == ' ' || form[10] == 'T') && form[4] == '-') {
        form += form.size() == 16 ? ":00" : "";
        form += form.size() == 19 ? "+07:00" : "";  // an instant without a zone is Vietnamese time
        form[10] = 'T';
        if (const auto instant = parse_instant(form)) {
            put_text(out, to_iso_utc(*instant));
            return ParseFault::none;
        }
    }
    // A clock may stand before or after the date: "13/05/2026 08:30", "8:30 ngày 13/5/2026".
    const auto space = text.find(' ');
    auto date_part = text.substr(0, space);
    auto clock = space == std::string_view::npos ? std::string_view() : trim(text.substr(space + 1));
    if (date_part.find(':') != std::string_view::npos) {
        std::swap(date_part, clock);
    }
    bool month_first = false;
    const auto date = parse_date_text(date_part, month_first);
    const DigitRuns time(clock);
    const bool odd_clock = clock.find_first_not_of("0123456789:") != std::string_view::npos || time.count > 3 || (time.count < 2 && !clock.empty());
    if (!date || odd_clock) {
        return month_first ? ParseFault::month_first : ParseFault::not_a_value;
    }
    std::string clock_text = "T";
    for (std::size_t i = 0; i < 3; ++i) {
        clock_text += i > 0 ? ":" : "";
        put_digits(clock_text, i < time.count ? to_int(time.run[i]) : 0, 2);
    }
    const auto instant = parse_instant(*date + clock_text + "+07:00");
    if (!instant) {
        return ParseFault::not_a_value;
    }
    put_text(out, to_iso_utc(*instant));
    return ParseFault::none;
}

int quarter_of(std::string_view word) {
    static constexpr std::array<std::string_view, 4> kRoman = {"i", "ii", "iii", "iv"};
    for (std::size_t i = 0; i < kRoman.size(); ++i) {
        if (word == kRoman[i] || (word.size() == 1 && word[0] == static_cast<char>('1' + i))) {
            return static_cast<int>(i) + 1;
        }
    }
    return 0;
}

std::optional<std::string> year_and(std::string_view year, std::string_view part, int value, int most) {
    if (year.size() != 4 || value < 1 || value > most) {
        return std::nullopt;
    }
    std::string period(year);
    if (part.empty()) {
        period += '-';
        put_digits(period, value, 2);
    } else {
        period.append("-").append(part) += static_cast<char>('0' + value);
    }
    return period;
}

/// "quy iii/2026", "quy 3 nam 2026".
std::optional<std::string> parse_quarter(std::string_view folded) {
    const auto rest = trim(folded.substr(3));
    const auto word = rest.substr(0, rest.find_first_of("/ -."));
    const DigitRuns runs(rest.substr(word.size()));
    return runs.count == 1 ? year_and(runs.run[0], "Q", quarter_of(word), 4) : std::nullopt;
}

/// "2026-q3", "2026-h1".
std::optional<std::string> parse_part_of_year(std::string_view folded) {
    const bool quarter = folded[5] == 'q';
    return year_and(folded.substr(0, 4), quarter ? "Q" : "H", folded[6] - '0', quarter ? 4 : 2);
}

std::optional<std::string> parse_numeric_period(std::string_view text) {
    const DigitRuns runs(text);
    if (runs.count == 1) {
        return text.size() == 4 ? std::optional(std::string(text)) : std::nullopt;
    }
    const bool separated = runs.count == 2 && text.size() == runs.run[0].size() + runs.run[1].size() + 1;
    if (!separated) {
        return std::nullopt;
    }
    const bool year_first = runs.run[0].size() == 4;
    const auto month = runs.run[year_first ? 1 : 0];
    return month.size() > 2 ? std::nullopt : year_and(runs.run[year_first ? 0 : 1], "", to_int(month), 12);
}

}  // namespace

std::optional<std::string> parse_date_text(std::string_view text, bool& month_first) {
    month_first = false;
    const DigitRuns runs(text);
    if (runs.count != 3 || (!is_numeric_date(text) && !is_date_in_words(text))) {
        return std::nullopt;
    }
    if (runs.run[0].size() == 4) {
        return runs.run[1].size() > 2 || runs.run[2].size() > 2 ? std::nullopt : checked(to_int(runs.run[0]), to_int(runs.run[1]), to_int(runs.run[2]));
    }
    int year = to_int(runs.run[2]);
    if (runs.run[2].size() == 2) {
        year += year < 70 ? 2000 : 1900;
    } else if (runs.run[2].size() != 4) {
        return std::nullopt;
    }
    if (runs.run[0].size() > 2 || runs.run[1].size() > 2) {
        return std::nullopt;
    }
    const int first = to_int(runs.run[0]);
    const int second = to_int(runs.run[1]);
    month_first = second > 12 && second <= 31 && first <= 12;
    return checked(year, second, first);
}

std::optional<std::string> parse_period_text(std::string_view text) {
    if (!text.empty() && is_digit(text.front()) && text.find_first_not_of("0123456789/-.") == std::string_view::npos) {
        return parse_numeric_period(text);
    }
    const auto folded = fold(text);
    const std::string_view view = folded;
    if (view.starts_with("quy ")) {
        return parse_quarter(view);
    }
    if (view.size() == 7 && is_digit(view[0]) && view[4] == '-' && (view[5] == 'q' || view[5] == 'h')) {
        return DigitRuns(view.substr(0, 4)).run[0].size() == 4 ? parse_part_of_year(view) : std::nullopt;
    }
    const DigitRuns runs(view);
    const auto starts = [&](std::string_view word) { return view.starts_with(word); };
    if (starts("6 thang dau nam") || starts("6 thang cuoi nam") || starts("sau thang dau nam") || starts("sau thang cuoi nam")) {
        const auto year = runs.count > 0 ? runs.run[runs.count - 1] : std::string_view();
        return year_and(year, "H", view.find("dau nam") != std::string_view::npos ? 1 : 2, 2);
    }
    if (starts("thang ") && runs.count == 2) {
        return runs.run[0].size() > 2 ? std::nullopt : year_and(runs.run[1], "", to_int(runs.run[0]), 12);
    }
    if (starts("nam ") && runs.count == 1 && runs.run[0].size() == 4 && view.size() == 8) {
        return std::string(runs.run[0]);
    }
    return std::nullopt;
}

ParseFault parse_cell(FieldType type, const RawCell& cell, std::string_view text, ColumnStyle& style, Value& out) {
    switch (type) {
        case FieldType::string: put_text(out, text); return ParseFault::none;
        case FieldType::integer:
        case FieldType::number: return parse_number(type, cell, text, style, out);
        case FieldType::boolean: return parse_boolean(cell, text, out);
        case FieldType::date: return parse_date(cell, text, style, out);
        case FieldType::datetime: return parse_datetime(cell, text, out);
        case FieldType::period: {
            // A spreadsheet turns "5/2026" into the first day of the month.
            const auto period = parse_period_text(cell.kind == RawCell::Kind::date ? text.substr(0, 7) : text);
            if (!period) {
                return ParseFault::not_a_value;
            }
            put_text(out, *period);
            return ParseFault::none;
        }
    }
    return ParseFault::not_a_value;
}

}  // namespace khomo::builder
