// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/dialects/row_parameters.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "catalog/base/number.hpp"
#include "catalog/base/text.hpp"
#include "search/dialects/cql2_text.hpp"
#include "search/dialects/filter_grammar.hpp"
#include "search/dialects/geojson_geometry.hpp"
#include "search/dialects/group_parameters.hpp"
#include "search/dialects/parameter_value.hpp"
#include "search/dialects/problem.hpp"

namespace khomo::search {
namespace {

constexpr std::size_t kMostSortTerms = 6;
constexpr std::string_view kGeometry = "geometry";
const std::vector<std::string> kReserved = {"_agg", "_bbox", "_cursor", "_facet", "_group", "_intersects", "_limit", "_meta", "_select", "_sort", "_version", "and", "not", "or", "q"};

[[noreturn]] void twice(const std::string& parameter, const std::string& name) {
    throw RequestFault(parameter, {"«" + shown(name) + "» được nêu hai lần", "«" + shown(name) + "» is named twice"});
}

void read_select(RowRequest& asked, const std::string& value, const TableSchema& schema) {
    for (const auto& name : split_list("_select", value)) {
        if (name == kGeometry && schema.spatial && !schema.find(name)) {
            asked.query.geometry = true;
            continue;
        }
        const auto field = field_of("_select", name, schema);
        if (std::find(asked.query.select.begin(), asked.query.select.end(), field) != asked.query.select.end()) {
            twice("_select", name);
        }
        asked.query.select.push_back(field);
    }
    if (asked.query.select.empty()) {
        throw RequestFault("_select", {"Cần ít nhất một trường ngoài geometry", "At least one field besides geometry is needed"}, schema.field_names());
    }
}

void read_sort(RowRequest& asked, const std::string& value, const TableSchema& schema) {
    for (const auto& term : split_list("_sort", value)) {
        const bool descending = term.starts_with('-');
        const auto name = descending ? term.substr(1) : term;
        const auto field = field_of("_sort", name, schema);
        if (std::any_of(asked.query.sort.begin(), asked.query.sort.end(), [&](const SortTerm& known) { return known.field == field; })) {
            twice("_sort", name);
        }
        asked.query.sort.push_back({field, descending});
    }
    if (asked.query.sort.size() > kMostSortTerms) {
        throw RequestFault("_sort", {"Nhiều nhất " + std::to_string(kMostSortTerms) + " trường", "At most " + std::to_string(kMostSortTerms) + " fields"});
    }
}

Filter read_box(const std::string& value, const TableSchema& schema) {
    if (!schema.spatial) {
        throw RequestFault("_bbox", {"Bộ dữ liệu này không có hình học", "This dataset has no geometry"});
    }
    const auto parts = split_list("_bbox", value);
    Box box{};
    bool right = parts.size() == 4;
    for (std::size_t i = 0; right && i < 4; ++i) {
        const auto number = parse_double(parts[i]);
        right = number.has_value();
        box[i] = number.value_or(0);
    }
    if (!right || box[0] > box[2] || box[1] > box[3] || box[0] < -180 || box[2] > 180 || box[1] < -90 || box[3] > 90) {
        throw RequestFault("_bbox", {"_bbox là bốn số độ: tây,nam,đông,bắc", "_bbox takes four numbers in degrees: west,south,east,north"});
    }
    return Filter::of(box);
}

std::uint64_t read_limit(const std::string& value) {
    const auto number = parse_integer(value);
    if (!number || *number < 0) {
        throw RequestFault("_limit", {"_limit là số từ 0", "_limit is a number from 0"});
    }
    return static_cast<std::uint64_t>(*number);
}

bool read_flag(const std::string& name, const std::string& value) {
    if (value != "1" && value != "0" && value != "true" && value != "false") {
        throw RequestFault(name, {name + " là 1 hoặc 0", name + " is 1 or 0"}, {"1", "0"});
    }
    return value == "1" || value == "true";
}

std::optional<Filter> read_words(const std::string& value) {
    if (!is_valid_utf8(value)) {
        throw RequestFault("q", {"Giá trị không phải UTF-8", "The value is not UTF-8"});
    }
    auto words = folded_words(value);
    return words.empty() ? std::nullopt : std::optional(Filter::of_words(std::move(words)));
}

/// A geometry as WKT, or as GeoJSON where it begins with a brace; degrees, longitude first.
Filter read_geometry(const std::string& value, const TableSchema& schema) {
    constexpr const char* kName = "_intersects";
    if (!schema.spatial) {
        throw RequestFault(kName, {"Bộ dữ liệu này không có hình học", "This dataset has no geometry"});
    }
    const auto text = trim(value);
    if (text.starts_with('{')) {
        const auto geometry = nlohmann::json::parse(text, nullptr, false);
        return Filter::of_intersecting(wkb_of_geojson(kName, geometry));
    }
    // WKT is part of CQL2, whose parser reads it as GeoJSON; anything more than one geometry makes another tree.
    const auto tree = parse_cql2_text(kName, "S_INTERSECTS(geometry," + std::string(text) + ")");
    if (!tree.is_object() || tree.value("op", "") != "s_intersects" || tree["args"].size() != 2 || !tree["args"][1].is_object() || !tree["args"][1].contains("type")) {
        throw RequestFault(kName, {"_intersects là một hình dạng WKT hoặc GeoJSON", "_intersects takes one geometry as WKT or GeoJSON"});
    }
    return Filter::of_intersecting(wkb_of_geojson(kName, tree["args"][1]));
}

void refuse_beside_groups(const RowRequest& asked) {
    if (!asked.query.select.empty() || !asked.facets.empty()) {
        const std::string name = asked.facets.empty() ? "_select" : "_facet";
        throw RequestFault(name, {name + " không đi cùng _group và _agg", name + " does not go with _group and _agg"});
    }
}

/// A name that is neither a field nor ours: the nearest of both is offered.
void refuse_unknown(const std::string& name, const TableSchema& schema) {
    const auto stem = name.substr(0, name.rfind("__"));
    if (schema.find(name) || schema.find(stem)) {
        return;
    }
    auto names = schema.field_names();
    names.insert(names.end(), kReserved.begin(), kReserved.end());
    const auto near = nearest(shown(stem.empty() ? name : stem), names);
    throw RequestFault(shown(name), {"Không có tham số hay trường «" + shown(name) + "»", "There is no parameter or field «" + shown(name) + "»"}, std::move(names), near);
}

}  // namespace

std::optional<int> parse_version(const ApiRequest& request) {
    const auto text = request.parameter("_version");
    if (!text) {
        return std::nullopt;
    }
    const auto number = parse_integer(*text);
    if (!number || *number < 1 || *number > 1000000) {
        throw RequestFault("_version", {"_version là số phiên bản, từ 1", "_version is a version number, from 1"});
    }
    return static_cast<int>(*number);
}

RowRequest parse_row_request(const ApiRequest& request, const TableSchema& schema) {
    RowRequest asked;
    FilterGrammar grammar(schema);
    std::vector<Filter> filters;
    std::set<std::string> seen;
    const auto group = request.parameter("_group");
    const auto agg = request.parameter("_agg");
    const bool grouped = group || agg;
    for (const auto& [name, value] : request.query) {
        const bool reserved = std::find(kReserved.begin(), kReserved.end(), name) != kReserved.end();
        if (reserved && name != "or" && name != "and" && name != "not" && !seen.insert(name).second) {
            twice(name, name);
        }
        if (!reserved) {
            refuse_unknown(name, schema);
            filters.push_back(grammar.condition(name, value));
        } else if (name == "_limit") {
            asked.query.limit = read_limit(value);
        } else if (name == "_cursor") {
            asked.cursor = value;
        } else if (name == "_meta") {
            asked.meta = read_flag(name, value);
        } else if (name == "_select") {
            read_select(asked, value, schema);
        } else if (name == "_facet") {
            asked.facets = parse_facets(value, schema);
        } else if (name == "_intersects") {
            filters.push_back(read_geometry(value, schema));
        } else if (name == "_sort" && !grouped) {
            read_sort(asked, value, schema);
        } else if (name == "_bbox") {
            filters.push_back(read_box(value, schema));
        } else if (name == "q") {
            if (auto words = read_words(value)) {
                filters.push_back(std::move(*words));
            }
        } else if (name != "_version" && name != "_sort" && name != "_group" && name != "_agg") {
            filters.push_back(grammar.group(name, value));
        }
    }
    asked.query.filter = Filter::group(Filter::Kind::all, std::move(filters));
    if (grouped) {
        refuse_beside_groups(asked);
        asked.grouping = parse_grouping(group, agg, request.parameter("_sort"), asked.query.filter, schema);
    }
    return asked;
}

}  // namespace khomo::search
