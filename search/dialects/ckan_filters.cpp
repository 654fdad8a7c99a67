// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <map>

#include "catalog/base/number.hpp"
#include "catalog/base/text.hpp"
#include "search/dialects/ckan_datastore.hpp"
#include "search/dialects/filter_grammar.hpp"
#include "search/dialects/parameter_value.hpp"

namespace khomo::search {
namespace {

using nlohmann::json;

constexpr std::uint64_t kMostRows = 32000;
constexpr std::size_t kMostSortTerms = 6;
constexpr int kDeepest = 6;

std::size_t ckan_field(const std::string& parameter, const std::string& name, const TableSchema& schema) {
    if (name == kCkanRowNumber) {
        return kRowId;
    }
    const auto field = schema.find(name);
    if (!field) {
        const auto near = nearest(shown(name), schema.field_names());
        throw CkanFault::invalid(parameter, "field \"" + shown(name) + "\" not in table" + (near.empty() ? "" : "; nearest: \"" + near + "\""));
    }
    return *field;
}

class FilterReader {
public:
    explicit FilterReader(const TableSchema& schema) : schema_(schema) {}

    Filter object(const json& filters, int depth) {
        if (depth > kDeepest) {
            throw CkanFault::invalid("filters", "Nested too deeply");
        }
        std::vector<Filter> all;
        for (const auto& [name, value] : filters.items()) {
            if (name == "$or" || name == "$and") {
                all.push_back(group(name == "$or" ? Filter::Kind::any : Filter::Kind::all, value, depth));
            } else {
                all.push_back(field(ckan_field("filters", name, schema_), value));
            }
        }
        return Filter::group(Filter::Kind::all, std::move(all));
    }

    Filter group(Filter::Kind kind, const json& list, int depth) {
        if (!list.is_array()) {
            throw CkanFault::invalid("filters", "$or and $and take a list of filters");
        }
        std::vector<Filter> parts;
        for (const auto& item : list) {
            if (!item.is_object()) {
                throw CkanFault::invalid("filters", "$or and $and take a list of filters");
            }
            parts.push_back(object(item, depth + 1));
        }
        return Filter::group(kind, std::move(parts));
    }

private:
    void count() {
        if (++conditions_ > FilterGrammar::kMostConditions) {
            throw CkanFault::invalid("filters", "At most " + std::to_string(FilterGrammar::kMostConditions) + " conditions");
        }
    }

    catalog::Value value_of(std::size_t field, Operator op, const json& value) const {
        if (value.is_structured()) {
            throw CkanFault::invalid("filters", "A value must be a text, a number, true, false or null");
        }
        const auto text = value.is_string() ? value.get<std::string>() : value.dump();
        if (field == kRowId) {
            const auto number = parse_integer(text);
            if (!number) {
                throw CkanFault::invalid("filters", "_id is a whole number");
            }
            return *number;
        }
        return parse_value("filters", schema_.fields[field], op, text);
    }

    Filter compared(std::size_t field, Operator op, const json& value) {
        count();
        if (value.is_null()) {
            return Filter::of(Condition{field, Operator::isnull, {op != Operator::differs}});
        }
        return Filter::of(Condition{field, op, {value_of(field, op, value)}});
    }

    Filter range(std::size_t field, const json& bounds) {
        static const std::map<std::string, Operator> kOperators = {{"eq", Operator::exact}, {"ne", Operator::differs}, {"neq", Operator::differs}, {"gt", Operator::gt}, {"gte", Operator::gte}, {"lt", Operator::lt}, {"lte", Operator::lte}};
        std::vector<Filter> all;
        for (const auto& [name, value] : bounds.items()) {
            const auto known = kOperators.find(name);
            if (name == "in") {
                all.push_back(any(field, value));
                continue;
            }
            if (known == kOperators.end()) {
                throw CkanFault::invalid("filters", "Unknown operator \"" + shown(name) + "\"; there are eq, ne, gt, gte, lt, lte, in");
            }
            all.push_back(compared(field, known->second, value));
        }
        return Filter::group(Filter::Kind::all, std::move(all));
    }

    Filter any(std::size_t field, const json& list) {
        std::vector<Filter> any;
        Condition values{field, Operator::in, {}};
        for (const auto& item : list) {
            if (item.is_object()) {
                any.push_back(range(field, item));
            } else if (item.is_null()) {
                any.push_back(compared(field, Operator::exact, item));
            } else {
                values.values.push_back(value_of(field, Operator::in, item));
            }
        }
        if (values.values.size() > FilterGrammar::kMostValues) {
            throw CkanFault::invalid("filters", "At most " + std::to_string(FilterGrammar::kMostValues) + " values in a list");
        }
        if (!values.values.empty()) {
            count();
            any.push_back(Filter::of(std::move(values)));
        }
        return Filter::group(Filter::Kind::any, std::move(any));
    }

    Filter field(std::size_t field, const json& value) {
        return value.is_array() ? any(field, value) : value.is_object() ? range(field, value) : compared(field, Operator::exact, value);
    }

    const TableSchema& schema_;
    std::size_t conditions_ = 0;
};

/// Words of q, without the signs of a PostgreSQL text query where it is said to be one.
std::vector<std::string> words_of(std::string text, bool plain) {
    if (!plain) {
        std::replace_if(text.begin(), text.end(), [](char c) { return c == '&' || c == '|' || c == '!' || c == ':' || c == '*' || c == '(' || c == ')' || c == '\''; }, ' ');
    }
    return folded_words(text);
}

std::optional<Filter> read_text(const CkanCall& call, const TableSchema& schema) {
    const auto q = call.structure("q").is_null() ? call.structure("full_text") : call.structure("q");
    const bool plain = call.flag("plain", true);
    if (q.is_null()) {
        return std::nullopt;
    }
    if (q.is_array()) {
        throw CkanFault::invalid("q", "Must be a text or an object");
    }
    std::vector<Filter> all;
    if (!q.is_object()) {
        auto words = words_of(q.is_string() ? q.get<std::string>() : q.dump(), plain);
        return words.empty() ? std::nullopt : std::optional(Filter::of_words(std::move(words)));
    }
    for (const auto& [name, value] : q.items()) {
        const auto field = ckan_field("q", name, schema);
        if (field == kRowId || value.is_structured()) {
            throw CkanFault::invalid("q", "Each field takes a text");
        }
        for (auto& word : words_of(value.is_string() ? value.get<std::string>() : value.dump(), plain)) {
            if (schema.fields[field].type != catalog::FieldType::string && schema.fields[field].type != catalog::FieldType::period) {
                throw CkanFault::invalid("q", "The field \"" + name + "\" holds no text; use filters");
            }
            all.push_back(Filter::of(Condition{field, Operator::contains, {std::move(word)}}));
        }
    }
    if (all.size() > FilterGrammar::kMostConditions) {
        throw CkanFault::invalid("q", "Too many words");
    }
    return all.empty() ? std::nullopt : std::optional(Filter::group(Filter::Kind::all, std::move(all)));
}

/// "a, b desc nulls last". A row without a value comes first, or last when descending: other wishes are refused rather than passed over.
std::vector<SortTerm> read_sort(const CkanCall& call, const TableSchema& schema) {
    std::vector<SortTerm> sort;
    for (const auto& part : call.list("sort")) {
        auto text = std::string(part);
        auto lower = to_lower(text);
        const auto cut = [&](std::string_view word) {
            if (lower.size() <= word.size() || !lower.ends_with(word)) {
                return false;
            }
            text = trim(std::string_view(text).substr(0, text.size() - word.size()));
            lower = to_lower(text);
            return true;
        };
        const bool first = cut(" nulls first");
        const bool last = !first && cut(" nulls last");
        const bool descending = cut(" desc");
        if (!descending) {
            cut(" asc");
        }
        if ((first && descending) || (last && !descending)) {
            throw CkanFault::invalid("sort", "Rows without a value come first, or last with desc; nothing else is offered");
        }
        if (text.size() > 1 && text.front() == '"' && text.back() == '"') {
            text = text.substr(1, text.size() - 2);
        }
        sort.push_back({ckan_field("sort", text, schema), descending});
    }
    if (sort.size() > kMostSortTerms) {
        throw CkanFault::invalid("sort", "At most " + std::to_string(kMostSortTerms) + " fields");
    }
    return sort;
}

}  // namespace

Filter read_ckan_filters(const json& filters, const TableSchema& schema) {
    FilterReader reader(schema);
    if (filters.is_array()) {
        return reader.group(Filter::Kind::any, filters, 0);
    }
    if (!filters.is_object()) {
        throw CkanFault::invalid("filters", "Must be an object such as {\"field\": \"value\"}");
    }
    return reader.object(filters, 0);
}

CkanRowRequest read_ckan_rows(const CkanCall& call, const TableSchema& schema) {
    CkanRowRequest asked;
    std::vector<Filter> all;
    if (const auto filters = call.structure("filters"); !filters.is_null() && filters != "") {
        all.push_back(read_ckan_filters(filters, schema));
    }
    if (auto text = read_text(call, schema)) {
        all.push_back(std::move(*text));
    }
    asked.query.filter = Filter::group(Filter::Kind::all, std::move(all));
    asked.query.sort = read_sort(call, schema);
    asked.query.limit = std::min(call.number("limit", 100), kMostRows);
    asked.query.offset = std::min<std::uint64_t>(call.number("offset", 0), std::uint64_t{1} << 40);
    for (const auto& name : call.list("fields")) {
        asked.columns.push_back(ckan_field("fields", name, schema));
    }
    if (asked.columns.empty()) {
        asked.columns.push_back(kRowId);
        for (std::size_t field = 0; field < schema.fields.size(); ++field) {
            asked.columns.push_back(field);
        }
    }
    // The engine gives a row its number by itself; a query of _id alone needs some column all the same.
    for (const auto column : asked.columns) {
        if (column != kRowId && std::find(asked.query.select.begin(), asked.query.select.end(), column) == asked.query.select.end()) {
            asked.query.select.push_back(column);
        }
    }
    if (asked.query.select.empty()) {
        asked.query.select.push_back(0);
    }
    if (call.flag("distinct", false)) {
        throw CkanFault::invalid("distinct", "Distinct rows are not offered here; the values of a field are at /api/v1");
    }
    return asked;
}

std::string ckan_type(catalog::FieldType type) {
    switch (type) {
        case catalog::FieldType::integer:
        case catalog::FieldType::number: return "numeric";
        case catalog::FieldType::boolean: return "bool";
        case catalog::FieldType::date: return "date";
        case catalog::FieldType::datetime: return "timestamp";
        default: return "text";
    }
}

}  // namespace khomo::search
