// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/dialects/group_parameters.hpp"

#include <algorithm>
#include <array>

#include "catalog/base/text.hpp"
#include "search/dialects/parameter_value.hpp"
#include "search/dialects/problem.hpp"
#include "search/rows/row_store.hpp"

namespace khomo::search {
namespace {

using catalog::FieldType;

constexpr std::size_t kMostKeys = 4;
constexpr std::size_t kMostAggregates = 12;
constexpr std::array kParts = {DatePart::year, DatePart::quarter, DatePart::month, DatePart::day};
constexpr std::array kMeasures = {Measure::count, Measure::sum, Measure::avg, Measure::min, Measure::max, Measure::median, Measure::distinct};

/// "ngay__month" in field and word; the word is empty where there is none.
struct Term {
    std::size_t field;
    std::string word;
};

Term read_term(const std::string& parameter, const std::string& text, const TableSchema& schema) {
    if (const auto field = schema.find(text)) {
        return {*field, ""};
    }
    const auto cut = text.rfind("__");
    const auto field = field_of(parameter, text.substr(0, cut), schema);
    return {field, text.substr(cut + 2)};
}

template <typename Words>
[[noreturn]] void refuse_word(const std::string& parameter, const std::string& word, const Words& words, const Text& why) {
    std::vector<std::string> valid;
    for (const auto known : words) {
        valid.emplace_back(to_string(known));
    }
    const auto near = nearest(shown(word), valid);
    throw RequestFault(parameter, {"«" + shown(word) + "»: " + why.vi, "«" + shown(word) + "»: " + why.en}, std::move(valid), near);
}

bool has_part(FieldType type, DatePart part) {
    return type == FieldType::date || type == FieldType::datetime || (type == FieldType::period && part == DatePart::year);
}

GroupKey read_key(const std::string& text, const TableSchema& schema) {
    const auto term = read_term("_group", text, schema);
    if (term.word.empty()) {
        return {term.field, DatePart::none};
    }
    const auto part = std::find_if(kParts.begin(), kParts.end(), [&](DatePart known) { return to_string(known) == term.word; });
    if (part == kParts.end() || !has_part(schema.fields[term.field].type, *part)) {
        refuse_word("_group", text, kParts, {"ngày và thời điểm nhóm được theo năm, quý, tháng, ngày; kỳ chỉ theo năm", "dates and instants group by year, quarter, month, day; periods by year alone"});
    }
    return {term.field, *part};
}

bool measurable(FieldType type, Measure measure) {
    const bool number = type == FieldType::integer || type == FieldType::number;
    switch (measure) {
        case Measure::count:
        case Measure::distinct: return true;
        case Measure::min:
        case Measure::max: return type != FieldType::boolean;
        default: return number;
    }
}

Aggregate read_aggregate(const std::string& text, const TableSchema& schema) {
    if (text == "count") {
        return {Measure::count, kRowId};
    }
    const auto term = read_term("_agg", text, schema);
    const auto measure = std::find_if(kMeasures.begin(), kMeasures.end(), [&](Measure known) { return to_string(known) == term.word; });
    if (measure == kMeasures.end()) {
        refuse_word("_agg", text, kMeasures, {"cần phép tính, ví dụ gia__avg, hoặc count", "a measure is needed, as in gia__avg, or count"});
    }
    if (!measurable(schema.fields[term.field].type, *measure)) {
        refuse_word("_agg", text, std::array{Measure::count, Measure::distinct, Measure::min, Measure::max}, {"trường này không phải số", "this field is not a number"});
    }
    return {*measure, term.field};
}

std::string name_of(const GroupKey& key, const TableSchema& schema) {
    const auto& name = schema.fields[key.field].name;
    return key.part == DatePart::none ? name : name + "__" + std::string(to_string(key.part));
}

std::string name_of(const Aggregate& aggregate, const TableSchema& schema) {
    const std::string measure(to_string(aggregate.measure));
    return aggregate.field == kRowId ? measure : schema.fields[aggregate.field].name + "__" + measure;
}

std::vector<std::string> names_of(const Grouping& grouping, const TableSchema& schema) {
    std::vector<std::string> names;
    for (const auto& key : grouping.keys) {
        names.push_back(name_of(key, schema));
    }
    for (const auto& aggregate : grouping.aggregates) {
        names.push_back(name_of(aggregate, schema));
    }
    return names;
}

void check_size(const std::string& parameter, std::size_t size, std::size_t most) {
    if (size > most) {
        throw RequestFault(parameter, {"Nhiều nhất " + std::to_string(most), "At most " + std::to_string(most)});
    }
}

void check_names(const std::vector<std::string>& names) {
    for (auto name = names.begin(); name != names.end(); ++name) {
        if (std::find(names.begin(), name, *name) != name) {
            throw RequestFault("_group", {"«" + *name + "» được nêu hai lần", "«" + *name + "» is named twice"});
        }
    }
}

void read_sort(Grouping& grouping, const std::string& value, const std::vector<std::string>& names) {
    for (const auto& term : split_list("_sort", value)) {
        const bool descending = term.starts_with('-');
        const auto name = descending ? term.substr(1) : term;
        const auto found = std::find(names.begin(), names.end(), name);
        if (found == names.end()) {
            throw RequestFault("_sort", {"Kết quả theo nhóm không có cột «" + shown(name) + "»", "The groups have no column «" + shown(name) + "»"}, names, nearest(shown(name), names));
        }
        grouping.sort.push_back({static_cast<std::size_t>(found - names.begin()), descending});
    }
    check_size("_sort", grouping.sort.size(), names.size());
}

const Text& title_of(Measure measure) {
    static const std::array<Text, 7> titles = {{{"Số dòng", "Rows"}, {"Tổng", "Sum"}, {"Trung bình", "Mean"}, {"Nhỏ nhất", "Least"}, {"Lớn nhất", "Greatest"}, {"Trung vị", "Median"}, {"Số giá trị khác nhau", "Different values"}}};
    return titles[static_cast<std::size_t>(measure)];
}

const Text& title_of(DatePart part) {
    static const std::array<Text, 5> titles = {{{}, {"năm", "year"}, {"quý", "quarter"}, {"tháng", "month"}, {"ngày", "day"}}};
    return titles[static_cast<std::size_t>(part)];
}

}  // namespace

Grouping parse_grouping(const std::optional<std::string>& group, const std::optional<std::string>& agg, const std::optional<std::string>& sort, Filter filter, const TableSchema& schema) {
    Grouping grouping;
    grouping.filter = std::move(filter);
    for (const auto& text : group ? split_list("_group", *group) : std::vector<std::string>()) {
        grouping.keys.push_back(read_key(text, schema));
    }
    for (const auto& text : agg ? split_list("_agg", *agg) : std::vector<std::string>{"count"}) {
        grouping.aggregates.push_back(read_aggregate(text, schema));
    }
    check_size("_group", grouping.keys.size(), kMostKeys);
    check_size("_agg", grouping.aggregates.size(), kMostAggregates);
    const auto names = names_of(grouping, schema);
    check_names(names);
    if (sort) {
        read_sort(grouping, *sort, names);
    }
    return grouping;
}

std::vector<catalog::Field> columns_of(const Grouping& grouping, const TableSchema& schema) {
    const auto names = names_of(grouping, schema);
    const auto types = group_types(grouping, schema);
    std::vector<catalog::Field> columns;
    for (const auto& key : grouping.keys) {
        auto column = schema.fields[key.field];
        if (key.part != DatePart::none) {
            column.title = {column.title.vi + " (" + title_of(key.part).vi + ')', column.title.in(Lang::en) + " (" + title_of(key.part).en + ')'};
        }
        columns.push_back(std::move(column));
    }
    for (const auto& aggregate : grouping.aggregates) {
        catalog::Field column;
        column.title = title_of(aggregate.measure);
        if (aggregate.field != kRowId) {
            const auto& from = schema.fields[aggregate.field];
            column.title = {column.title.vi + ": " + from.title.vi, column.title.en + ": " + from.title.in(Lang::en)};
            column.unit = aggregate.measure == Measure::count || aggregate.measure == Measure::distinct ? "" : from.unit;
        }
        columns.push_back(std::move(column));
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
        columns[i].name = columns[i].column = names[i];
        columns[i].type = types[i];
    }
    return columns;
}

std::vector<std::size_t> parse_facets(const std::string& value, const TableSchema& schema) {
    std::vector<std::size_t> facets;
    for (const auto& name : split_list("_facet", value)) {
        const auto term = read_term("_facet", name, schema);
        if (!term.word.empty() || std::find(facets.begin(), facets.end(), term.field) != facets.end()) {
            throw RequestFault("_facet", {"_facet là tên các trường, mỗi tên một lần", "_facet takes names of fields, each once"}, schema.field_names());
        }
        facets.push_back(term.field);
    }
    check_size("_facet", facets.size(), kMostFacets);
    return facets;
}

Grouping facet_of(std::size_t field, Filter filter) {
    Grouping grouping;
    grouping.filter = std::move(filter);
    grouping.keys = {{field, DatePart::none}};
    grouping.aggregates = {{Measure::count, kRowId}};
    grouping.sort = {{1, true}};
    return grouping;
}

}  // namespace khomo::search
