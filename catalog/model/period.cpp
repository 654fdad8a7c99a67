// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/model/period.hpp"

#include <array>

#include "catalog/base/instant.hpp"
#include "catalog/base/number.hpp"
#include "catalog/base/text.hpp"

namespace khomo::catalog {
namespace {

using Interval = PeriodInterval;

std::optional<int> year_of(std::string_view text) {
    const auto year = text.size() == 4 ? parse_integer(text) : std::nullopt;
    return year && *year >= 1000 ? std::optional(static_cast<int>(*year)) : std::nullopt;
}

std::string month(int year, int number) { return std::to_string(year) + (number < 10 ? "-0" : "-") + std::to_string(number); }

/// The months of a quarter or half of a year.
Interval part_of_year(int year, int number, int months) { return {month(year, (number - 1) * months + 1), month(year, number * months)}; }

/// "2026-05", "2026-Q3", "2026-H1", "2026-05-13".
std::optional<Interval> iso_period(std::string_view text) {
    if (const auto date = parse_iso_date(text)) {
        return Interval{to_iso(*date), to_iso(*date)};
    }
    const auto year = text.size() == 7 && text[4] == '-' ? year_of(text.substr(0, 4)) : std::nullopt;
    if (!year) {
        return std::nullopt;
    }
    const char kind = text[5];
    const auto number = parse_integer(text.substr(kind == 'Q' || kind == 'H' ? 6 : 5));
    if (number && kind == 'Q' && *number >= 1 && *number <= 4) {
        return part_of_year(*year, static_cast<int>(*number), 3);
    }
    if (number && kind == 'H' && *number >= 1 && *number <= 2) {
        return part_of_year(*year, static_cast<int>(*number), 6);
    }
    return number && *number >= 1 && *number <= 12 ? std::optional(part_of_year(*year, static_cast<int>(*number), 1)) : std::nullopt;
}

/// "9/2026", "Quý III/2026", "quý 3/2026".
std::optional<Interval> vietnamese_period(std::string_view text) {
    const auto slash = text.find('/');
    const auto year = slash == std::string_view::npos ? std::nullopt : year_of(text.substr(slash + 1));
    if (!year) {
        return std::nullopt;
    }
    static constexpr std::array<std::string_view, 4> kRoman = {"i", "ii", "iii", "iv"};
    auto before = fold(text.substr(0, slash));
    const bool quarter = before.starts_with("quy ");
    before = quarter ? before.substr(4) : before;
    auto number = parse_integer(before).value_or(0);
    for (std::size_t i = 0; quarter && i < kRoman.size(); ++i) {
        number = before == kRoman[i] ? static_cast<std::int64_t>(i) + 1 : number;
    }
    if (number < 1 || number > (quarter ? 4 : 12)) {
        return std::nullopt;
    }
    return part_of_year(*year, static_cast<int>(number), quarter ? 3 : 1);
}

std::optional<Interval> one_period(std::string_view text) {
    if (const auto year = year_of(text)) {
        return Interval{std::to_string(*year), std::to_string(*year)};
    }
    const auto iso = iso_period(text);
    return iso ? iso : vietnamese_period(text);
}

}  // namespace

std::optional<PeriodInterval> read_period(const std::string& period) {
    auto interval = one_period(trim(period));
    for (const std::string_view between : {" đến ", " - ", "/", "-", "–"}) {
        const auto at = period.find(between);
        if (!interval && at != std::string::npos) {
            const std::string_view all = period;
            const auto from = one_period(trim(all.substr(0, at)));
            const auto to = one_period(trim(all.substr(at + between.size())));
            interval = from && to ? std::optional(Interval{from->first, to->last}) : std::nullopt;
        }
    }
    return interval;
}

}  // namespace khomo::catalog
