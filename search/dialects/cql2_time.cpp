// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/dialects/cql2_time.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "catalog/base/instant.hpp"
#include "search/dialects/parameter_value.hpp"
#include "search/dialects/problem.hpp"

namespace khomo::search {
namespace {

using catalog::FieldType;
using nlohmann::json;

constexpr std::int64_t kDay = 86400;

/// Without the fraction of a second, which no field has.
std::string whole_seconds(std::string_view text) {
    std::string whole(text);
    if (const auto point = whole.find('.'); point != std::string::npos) {
        whole.erase(point, std::min(whole.find_first_not_of("0123456789", point + 1), whole.size()) - point);
    }
    return whole;
}

TimeSpan read_point(const std::string& parameter, std::string_view text, FieldType type) {
    if (const auto day = parse_iso_date(text)) {
        if (type == FieldType::date) {
            return {to_iso(*day), to_iso(*day)};
        }
        const auto start = instant_vn(*day);
        return {to_iso_utc(start), to_iso_utc(Instant{start.seconds + kDay - 1})};
    }
    const auto instant = parse_instant(whole_seconds(text));
    if (!instant) {
        throw RequestFault(parameter, {"«" + shown(text) + "» không phải thời điểm như 2026-05-13 hay 2026-05-13T08:00:00+07:00", "«" + shown(text) + "» is no moment such as 2026-05-13 or 2026-05-13T08:00:00+07:00"});
    }
    const auto value = type == FieldType::date ? to_iso(date_vn(*instant)) : to_iso_utc(*instant);
    return {value, value};
}

bool is_open(std::string_view text) { return text.empty() || text == ".."; }

TimeSpan read_interval(const std::string& parameter, std::string_view from, std::string_view to, FieldType type) {
    TimeSpan span;
    if (!is_open(from)) {
        span.from = read_point(parameter, from, type).from;
    }
    if (!is_open(to)) {
        span.to = read_point(parameter, to, type).to;
    }
    if (span.from && span.to && *span.to < *span.from) {
        throw RequestFault(parameter, {"Khoảng thời gian kết thúc trước khi bắt đầu", "The interval ends before it begins"});
    }
    return span;
}

Filter of(std::size_t field, Operator op, const std::string& value) { return Filter::of(Condition{field, op, {value}}); }
Filter never() { return Filter::group(Filter::Kind::any, {}); }
Filter any_value(std::size_t field) { return Filter::of(Condition{field, Operator::isnull, {false}}); }

Filter all(std::vector<Filter> parts) { return Filter::group(Filter::Kind::all, std::move(parts)); }

/// The bounds of a span as conditions; strictly inside or not.
Filter within(std::size_t field, const TimeSpan& span, bool strictly) {
    std::vector<Filter> parts;
    parts.push_back(any_value(field));
    if (span.from) {
        parts.push_back(of(field, strictly ? Operator::gt : Operator::gte, *span.from));
    }
    if (span.to) {
        parts.push_back(of(field, strictly ? Operator::lt : Operator::lte, *span.to));
    }
    return all(std::move(parts));
}

Filter outside(std::size_t field, const TimeSpan& span) {
    std::vector<Filter> parts;
    if (span.from) {
        parts.push_back(of(field, Operator::lt, *span.from));
    }
    if (span.to) {
        parts.push_back(of(field, Operator::gt, *span.to));
    }
    return Filter::group(Filter::Kind::any, std::move(parts));
}

}  // namespace

TimeSpan read_cql2_time(const std::string& parameter, const json& value, FieldType type) {
    if (value.is_string()) {
        return read_point(parameter, value.get<std::string>(), type);
    }
    if (value.is_object()) {
        for (const char* key : {"date", "timestamp"}) {
            if (value.contains(key) && value.at(key).is_string()) {
                return read_point(parameter, value.at(key).get<std::string>(), type);
            }
        }
        if (value.contains("interval") && value.at("interval").is_array() && value.at("interval").size() == 2 && value.at("interval")[0].is_string() && value.at("interval")[1].is_string()) {
            return read_interval(parameter, value.at("interval")[0].get<std::string>(), value.at("interval")[1].get<std::string>(), type);
        }
    }
    throw RequestFault(parameter, {"Cần DATE('…'), TIMESTAMP('…') hoặc INTERVAL('…','…')", "DATE('…'), TIMESTAMP('…') or INTERVAL('…','…') is wanted"});
}

TimeSpan read_ogc_datetime(const std::string& parameter, std::string_view text, FieldType type) {
    const auto slash = text.find('/');
    if (slash == std::string_view::npos) {
        return read_point(parameter, text, type);
    }
    const auto from = text.substr(0, slash);
    const auto to = text.substr(slash + 1);
    if (is_open(from) && is_open(to)) {
        throw RequestFault(parameter, {"Một trong hai đầu của khoảng phải có", "One end of the interval must be given"});
    }
    return read_interval(parameter, from, to, type);
}

Filter time_filter(const std::string& parameter, std::size_t field, FieldType, const std::string& function, const TimeSpan& span) {
    if (function == "t_after") {
        return span.to ? of(field, Operator::gt, *span.to) : never();
    }
    if (function == "t_before") {
        return span.from ? of(field, Operator::lt, *span.from) : never();
    }
    if (function == "t_disjoint") {
        return outside(field, span);
    }
    if (function == "t_intersects") {
        return within(field, span, false);
    }
    if (function == "t_equals") {
        return span.instant() ? of(field, Operator::exact, *span.from) : never();
    }
    if (function == "t_during") {
        return span.instant() ? never() : within(field, span, true);
    }
    if (function == "t_starts" || function == "t_meets") {
        return span.from && !span.instant() ? of(field, Operator::exact, *span.from) : never();
    }
    if (function == "t_finishes" || function == "t_metby") {
        return span.to && !span.instant() ? of(field, Operator::exact, *span.to) : never();
    }
    // A moment contains, overlaps, is begun or ended by nothing.
    static constexpr std::array<std::string_view, 5> kNever = {"t_contains", "t_finishedby", "t_startedby", "t_overlaps", "t_overlappedby"};
    if (std::find(kNever.begin(), kNever.end(), function) == kNever.end()) {
        throw RequestFault(parameter, {"Không có hàm «" + shown(function) + "»", "There is no function «" + shown(function) + "»"});
    }
    return never();
}

std::string turned_time_function(const std::string& function) {
    static const std::array<std::pair<std::string, std::string>, 6> kPairs = {
        {{"t_after", "t_before"}, {"t_contains", "t_during"}, {"t_finishedby", "t_finishes"}, {"t_metby", "t_meets"}, {"t_overlappedby", "t_overlaps"}, {"t_startedby", "t_starts"}}};
    for (const auto& [one, other] : kPairs) {
        if (function == one) {
            return other;
        }
        if (function == other) {
            return one;
        }
    }
    return function;
}

}  // namespace khomo::search
