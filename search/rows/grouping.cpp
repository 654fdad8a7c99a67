// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/rows/grouping.hpp"

namespace khomo::search {
namespace {

void append_number(std::string& out, std::size_t number) { out += std::to_string(static_cast<std::int64_t>(number)) + ','; }

}  // namespace

std::string_view to_string(Measure measure) {
    switch (measure) {
        case Measure::count: return "count";
        case Measure::sum: return "sum";
        case Measure::avg: return "avg";
        case Measure::min: return "min";
        case Measure::max: return "max";
        case Measure::median: return "median";
        case Measure::distinct: return "distinct";
    }
    return "";
}

std::string_view to_string(DatePart part) {
    switch (part) {
        case DatePart::none: return "";
        case DatePart::year: return "year";
        case DatePart::quarter: return "quarter";
        case DatePart::month: return "month";
        case DatePart::day: return "day";
    }
    return "";
}

std::string canonical(const Grouping& grouping) {
    auto out = canonical(grouping.filter) + "|k";
    for (const auto& key : grouping.keys) {
        append_number(out, key.field);
        out += to_string(key.part);
    }
    out += "|a";
    for (const auto& aggregate : grouping.aggregates) {
        out += to_string(aggregate.measure);
        append_number(out, aggregate.field);
    }
    out += "|o";
    for (const auto& term : grouping.sort) {
        out += term.descending ? '-' : '+';
        append_number(out, term.column);
    }
    return out;
}

}  // namespace khomo::search
