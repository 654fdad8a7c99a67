// SPDX-License-Identifier: GPL-3.0-or-later

#include "site-templates/engine/format.hpp"

#include <array>
#include <map>

#include "catalog/base/number.hpp"

namespace khomo {

std::string show_date(const Date& date, Lang lang) {
    static constexpr std::array kMonths = {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"};
    const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    if (lang == Lang::vi) {
        return two(date.day) + "/" + two(date.month) + "/" + std::to_string(date.year);
    }
    return std::to_string(date.day) + " " + kMonths.at(static_cast<std::size_t>(date.month - 1)) + " " + std::to_string(date.year);
}

std::string show_bytes(std::uint64_t bytes, Lang lang) {
    static constexpr std::array kUnits = {"B", "kB", "MB", "GB"};
    auto size = static_cast<double>(bytes);
    std::size_t unit = 0;
    while (size >= 1000 && unit + 1 < kUnits.size()) {
        size /= 1000;
        ++unit;
    }
    return format_number(size, lang == Lang::vi, unit == 0 || size >= 100 ? 0 : 1) + " " + kUnits.at(unit);
}

std::string show_count(std::uint64_t count, Lang lang) { return format_number(static_cast<double>(count), lang == Lang::vi, 0); }

std::string show_value(const catalog::Value& value, const catalog::Field& field, Lang lang) {
    const bool vi = lang == Lang::vi;
    if (const auto* text = std::get_if<std::string>(&value)) {
        const auto date = field.type == catalog::FieldType::date ? parse_iso_date(*text) : std::nullopt;
        return date ? show_date(*date, lang) : *text;
    }
    if (const auto* integer = std::get_if<std::int64_t>(&value)) {
        // A bare year is no quantity: 2.026 would be wrong.
        const bool year = field.unit.empty() && *integer >= 1800 && *integer <= 2200;
        return year ? std::to_string(*integer) : format_number(static_cast<double>(*integer), vi, 0);
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
