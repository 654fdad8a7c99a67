// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/dialects/ckan_date.hpp"

#include <algorithm>

#include "catalog/base/digest.hpp"
#include "catalog/base/number.hpp"

namespace khomo::search {
namespace {

constexpr std::int64_t kDay = 86400;

struct Unit {
    std::string_view name;  ///< without its S
    std::int64_t seconds;   ///< 0: months
    int months;
};

const Unit* unit_of(std::string_view word) {
    static constexpr Unit kUnits[] = {{"YEAR", 0, 12}, {"MONTH", 0, 1}, {"DAY", kDay, 0}, {"DATE", kDay, 0}, {"HOUR", 3600, 0}, {"MINUTE", 60, 0}, {"SECOND", 1, 0}};
    word.remove_suffix(word.ends_with('S') ? 1 : 0);
    const auto* found = std::find_if(std::begin(kUnits), std::end(kUnits), [&](const Unit& unit) { return unit.name == word; });
    return found == std::end(kUnits) ? nullptr : found;
}

std::int64_t floor_to(std::int64_t value, std::int64_t step) { return value - ((value % step) + step) % step; }

Instant with_months(Instant instant, std::int64_t months, bool round_to_year, bool round) {
    const auto day = floor_to(instant.seconds, kDay);
    auto date = date_from_days(day / kDay);
    if (round) {
        return {days_since_epoch({date.year, round_to_year ? 1 : date.month, 1}) * kDay};
    }
    const auto count = static_cast<std::int64_t>(date.year) * 12 + date.month - 1 + months;
    date.year = static_cast<int>(count / 12);
    date.month = static_cast<int>(count % 12) + 1;
    while (!is_valid(date) && date.day > 28) {
        --date.day;
    }
    return {days_since_epoch(date) * kDay + instant.seconds - day};
}

/// "-7DAYS/HOUR" on top of an instant.
std::optional<Instant> with_math(Instant instant, std::string_view math) {
    while (!math.empty()) {
        const char sign = math.front();
        math.remove_prefix(1);
        const auto digits = std::min(math.find_first_not_of("0123456789"), math.size());
        const auto end = std::min(math.find_first_of("+-/", digits), math.size());
        const auto* unit = unit_of(math.substr(digits, end - digits));
        const auto count = sign == '/' ? std::optional<std::int64_t>(0) : parse_integer(math.substr(0, digits));
        if (unit == nullptr || !count || *count > 10000 || (sign == '/' && digits > 0)) {
            return std::nullopt;
        }
        const auto signed_count = sign == '-' ? -*count : *count;
        if (unit->seconds == 0) {
            instant = with_months(instant, signed_count * unit->months, unit->months == 12, sign == '/');
        } else {
            instant.seconds = sign == '/' ? floor_to(instant.seconds, unit->seconds) : instant.seconds + signed_count * unit->seconds;
        }
        if (instant.seconds < -62135596800 || instant.seconds > 253402300799) {
            return std::nullopt;  // the years 1 to 9999
        }
        math.remove_prefix(end);
    }
    return instant;
}

std::optional<Instant> parse_moment(std::string_view text) {
    if (const auto date = parse_iso_date(text)) {
        return Instant{days_since_epoch(*date) * kDay};
    }
    std::string whole(text);
    if (const auto point = whole.find('.'); point != std::string::npos) {
        whole.erase(point, std::min(whole.find_first_not_of("0123456789", point + 1), whole.size()) - point);
    }
    if (const auto known = parse_instant(whole)) {
        return known;
    }
    return parse_instant(whole + 'Z');
}

}  // namespace

std::string ckan_date(Instant instant) {
    auto text = to_iso_utc(instant);
    text.pop_back();
    return text + ".000000";
}

std::optional<Instant> parse_solr_date(std::string_view text, Instant now) {
    if (text.starts_with("NOW")) {
        return with_math(now, text.substr(3));
    }
    const auto z = text.find('Z');
    if (z == std::string_view::npos || z + 1 == text.size()) {
        return parse_moment(text);
    }
    const auto moment = parse_moment(text.substr(0, z + 1));
    return moment && (text[z + 1] == '+' || text[z + 1] == '-' || text[z + 1] == '/') ? with_math(*moment, text.substr(z + 1)) : std::nullopt;
}

std::string ckan_uuid(const std::string& kind, const std::string& name) { return uuid5(kind + "/" + name); }

}  // namespace khomo::search
