// SPDX-License-Identifier: GPL-3.0-or-later

#include "site-templates/engine/format.hpp"

#include <array>
#include <map>

#include "catalog/base/number.hpp"

namespace khomo {
namespace {

constexpr std::array kMonths = {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"};

std::string two(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

/// "13/05/2026 08:30" in Vietnam's time.
std::string show_instant(Instant instant, Lang lang) {
    const auto date = date_vn(instant);
    const auto minutes = static_cast<int>((instant.seconds - instant_vn(date).seconds) / 60);
    return show_date(date, lang) + " " + two(minutes / 60) + ":" + two(minutes % 60);
}

/// A cell of a date, instant or period; what does not look like one stays as it is.
std::string show_time(const std::string& text, catalog::FieldType type, Lang lang) {
    if (type == catalog::FieldType::date) {
        const auto date = parse_iso_date(text);
        return date ? show_date(*date, lang) : text;
    }
    if (type == catalog::FieldType::datetime) {
        const auto instant = parse_instant(text);
        return instant ? show_instant(*instant, lang) : text;
    }
    return type == catalog::FieldType::period ? show_period(text, lang) : text;
}

/// Years are numbers but no quantities: 2.026 would be wrong.
bool is_year(const catalog::Field& field, std::int64_t value) {
    const auto& name = field.name;
    const bool named = name == "nam" || name.starts_with("nam_") || name.ends_with("_nam") || name == "year" || name.ends_with("_year");
    return named && field.unit.empty() && value >= 1000 && value <= 2999;
}

}  // namespace

std::string show_date(const Date& date, Lang lang) {
    if (lang == Lang::vi) {
        return two(date.day) + "/" + two(date.month) + "/" + std::to_string(date.year);
    }
    return std::to_string(date.day) + " " + kMonths.at(static_cast<std::size_t>(date.month - 1)) + " " + std::to_string(date.year);
}

std::string show_period(const std::string& period, Lang lang) {
    const auto year = period.substr(0, 4);
    if (period.size() != 7 || period[4] != '-') {
        return period;
    }
    const bool vi = lang == Lang::vi;
    const char kind = period[5];
    const char number = period[6];
    if (kind == 'Q') {
        return vi ? std::string("quý ") + number + "/" + year : std::string("Q") + number + " " + year;
    }
    if (kind == 'H') {
        return vi ? std::string("nửa ") + (number == '1' ? "đầu" : "cuối") + " năm " + year : std::string(number == '1' ? "first" : "second") + " half of " + year;
    }
    const auto month = parse_integer(period.substr(5)).value_or(0);
    if (month < 1 || month > 12) {
        return period;
    }
    return vi ? period.substr(5) + "/" + year : std::string(kMonths.at(static_cast<std::size_t>(month - 1))) + " " + year;
}

std::string show_bytes(std::uint64_t bytes, Lang lang) {
    static constexpr std::array kUnits = {"B", "kB", "MB", "GB", "TB"};
    auto size = static_cast<double>(bytes);
    std::size_t unit = 0;
    while (size >= (unit == 0 ? 1000 : 999.5) && unit + 1 < kUnits.size()) {  // 999.6 kB would read as 1.000 kB
        size /= 1000;
        ++unit;
    }
    return format_number(size, lang == Lang::vi, unit == 0 || size >= 100 ? 0 : 1) + " " + kUnits.at(unit);
}

std::string show_count(std::uint64_t count, Lang lang) { return format_number(static_cast<double>(count), lang == Lang::vi, 0); }

std::string show_value(const catalog::Value& value, const catalog::Field& field, Lang lang) {
    const bool vi = lang == Lang::vi;
    if (const auto* text = std::get_if<std::string>(&value)) {
        return show_time(*text, field.type, lang);
    }
    if (const auto* integer = std::get_if<std::int64_t>(&value)) {
        return is_year(field, *integer) ? std::to_string(*integer) : format_number(static_cast<double>(*integer), vi, 0);
    }
    if (const auto* real = std::get_if<double>(&value)) {
        return format_number(*real, vi);
    }
    if (const auto* flag = std::get_if<bool>(&value)) {
        return *flag ? (vi ? "có" : "yes") : (vi ? "không" : "no");
    }
    return "";
}

std::string show_frequency(const std::string& frequency, Lang lang) {
    static const std::map<std::string, Text> kWords = {{"daily", {"Hằng ngày", "Daily"}},         {"monthly", {"Hằng tháng", "Monthly"}},
                                                       {"quarterly", {"Hằng quý", "Quarterly"}},  {"yearly", {"Hằng năm", "Yearly"}},
                                                       {"on-change", {"Khi có thay đổi", "When it changes"}}, {"on-request", {"Theo yêu cầu", "On request"}}};
    const auto found = kWords.find(frequency);
    return found == kWords.end() ? frequency : found->second.in(lang);
}

}  // namespace khomo
