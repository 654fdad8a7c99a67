// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/dialects/native_openapi.hpp"

#include <nlohmann/json.hpp>

#include "catalog/write/row_writer.hpp"
#include "search/dialects/row_parameters.hpp"

namespace khomo::search {
namespace {

using catalog::Field;
using catalog::FieldType;
using nlohmann::json;

json text_schema() { return {{"type", "string"}}; }
json count_schema(std::int64_t most, std::int64_t usual) { return {{"type", "integer"}, {"minimum", 0}, {"maximum", most}, {"default", usual}}; }

json parameter(const std::string& name, const std::string& description, json schema, json example = nullptr) {
    json made = {{"name", name}, {"in", "query"}, {"description", description}, {"schema", std::move(schema)}};
    if (!example.is_null()) {
        made["example"] = std::move(example);
    }
    return made;
}

json path_parameter(const char* name, const char* description) { return {{"name", name}, {"in", "path"}, {"required", true}, {"description", description}, {"schema", text_schema()}}; }

json operation(const std::string& id, const std::string& summary, json parameters, json schema = {{"type", "object"}}, const char* type = "application/json") {
    const json problem = {{"$ref", "#/components/responses/Problem"}};
    return {{"operationId", id}, {"summary", summary}, {"parameters", std::move(parameters)},
            {"responses", {{"200", {{"description", "OK"}, {"content", {{type, {{"schema", std::move(schema)}}}}}}}, {"304", {{"description", "Not modified"}}}, {"400", problem}, {"404", problem}, {"410", problem}, {"503", problem}}}};
}

json array_of(json items) { return {{"type", "array"}, {"items", std::move(items)}}; }

/// The form of a page: total, its rows under `name`, the address of the next.
json page_of(const char* name, json items) {
    return {{"type", "object"}, {"required", {"total", name}}, {"properties", {{"total", {{"type", "integer"}}}, {name, array_of(std::move(items))}, {"next", {{"type", {"string", "null"}}}}}}};
}

json components() {
    return {{"responses",
             {{"Problem",
               {{"description", "RFC 9457: what is wrong, in which parameter, what is valid and what is nearest"},
                {"content",
                 {{"application/problem+json",
                   {{"schema",
                     {{"type", "object"},
                      {"required", {"status", "title"}},
                      {"properties",
                       {{"status", {{"type", "integer"}}}, {"title", text_schema()}, {"detail", text_schema()}, {"detail_vi", text_schema()}, {"parameter", text_schema()}, {"valid", array_of(text_schema())}, {"nearest", text_schema()}}}}}}}}}}}}}};
}

json document(const std::string& title, const std::string& description, json paths) {
    return {{"openapi", "3.1.0"}, {"jsonSchemaDialect", "https://json-schema.org/draft/2020-12/schema"}, {"info", {{"title", title}, {"version", "1"}, {"description", description}}}, {"servers", json::array({{{"url", "/"}}})},
            {"paths", std::move(paths)}, {"components", components()}};
}

/// What every question to rows takes, whatever the dataset.
json row_parameters(bool spatial) {
    json list = json::array({parameter("q", "Words that the texts of a row contain, without marks and case", text_schema()),
                             parameter("or", "At least one of the conditions: (field.value,field__operator.value,and(…))", text_schema()),
                             parameter("and", "All of the conditions", text_schema()),
                             parameter("not", "None of the conditions", text_schema()),
                             parameter("_select", "Fields, parted by commas, in their order", text_schema()),
                             parameter("_sort", "Fields, parted by commas; descending with a minus in front", text_schema()),
                             parameter("_limit", "Rows on a page", count_schema(static_cast<std::int64_t>(kLargestLimit), kDefaultLimit)),
                             parameter("_cursor", "From `next` of the page before", text_schema()),
                             parameter("_group", "Fields, or parts of dates (field__year, __quarter, __month, __day), to count rows by", text_schema()),
                             parameter("_agg", "count, or field__count, __sum, __avg, __min, __max, __median, __distinct", text_schema()),
                             parameter("_facet", "Fields whose values are counted beside the rows", text_schema()),
                             parameter("_version", "An older version", {{"type", "integer"}, {"minimum", 1}}),
                             parameter("_meta", "1: titles, units, codes, licence and approval beside the rows", {{"type", "string"}, {"enum", {"0", "1"}}})});
    if (spatial) {
        list.push_back(parameter("_bbox", "west,south,east,north in degrees, WGS 84", text_schema()));
        list.push_back(parameter("_intersects", "A geometry as WKT or GeoJSON, degrees, longitude first", text_schema()));
    }
    return list;
}

json type_of(const Field& field) {
    switch (field.type) {
        case FieldType::integer: return {{"type", "integer"}};
        case FieldType::number: return {{"type", "number"}};
        case FieldType::boolean: return {{"type", "boolean"}};
        case FieldType::date: return {{"type", "string"}, {"format", "date"}};
        case FieldType::datetime: return {{"type", "string"}, {"format", "date-time"}};
        default: return text_schema();
    }
}

std::string described(const Field& field) {
    auto text = field.title.vi + (field.title.in(Lang::en).empty() || field.title.in(Lang::en) == field.title.vi ? "" : " / " + field.title.in(Lang::en));
    text += field.unit.empty() ? "" : " (" + field.unit + ')';
    return text + (field.description.vi.empty() ? "" : ": " + field.description.vi);
}

json field_schema(const Field& field, bool nullable) {
    auto schema = type_of(field);
    if (!field.codes.empty()) {
        schema["enum"] = json::array();
        for (const auto& code : field.codes) {
            schema["enum"].push_back(code.code);
        }
    }
    if (nullable && !field.required) {
        schema["type"] = {schema["type"], "null"};
        if (schema.contains("enum")) {
            schema["enum"].push_back(nullptr);
        }
    }
    return schema;
}

std::vector<std::string> operators_for(FieldType type) {
    switch (type) {
        case FieldType::boolean: return {"not", "isnull"};
        case FieldType::string: return {"not", "in", "contains", "startswith", "search", "isnull"};
        default: return {"not", "gt", "gte", "lt", "lte", "in", "isnull"};
    }
}

json schema_for(const Field& field, const std::string& word) {
    if (word == "isnull") {
        return {{"type", "boolean"}};
    }
    const bool text = word == "in" || word == "contains" || word == "startswith" || word == "search";
    return text ? text_schema() : type_of(field);
}

void add_field(json& parameters, const Field& field, const json& example) {
    parameters.push_back(parameter(field.name, described(field), field_schema(field, false), example));
    for (const auto& word : operators_for(field.type)) {
        parameters.push_back(parameter(field.name + "__" + word, described(field) + " – " + word, schema_for(field, word), word == "isnull" ? json(false) : word == "in" && !example.is_string() ? json(nullptr) : example));
    }
}

/// The values of the first row, null where a cell is empty.
std::vector<json> first_row(const RowTable& table) {
    Query query;
    query.limit = 1;
    std::vector<json> values(table.schema().fields.size());
    auto rows = table.open(query);
    if (!rows.next()) {
        return values;
    }
    catalog::Row row;
    rows.read(row);
    for (std::size_t i = 0; i < values.size(); ++i) {
        std::string text;
        catalog::append_json(text, row.values[i]);
        values[i] = json::parse(text);
    }
    return values;
}

}  // namespace

json portal_openapi() {
    const json limit = parameter("_limit", "Entries on a page", count_schema(1000, 100));
    const json offset = parameter("_offset", "Entries to pass over", {{"type", "integer"}, {"minimum", 0}});
    const json words = parameter("q", "What is looked for, with or without marks", text_schema());
    const json lang = parameter("_lang", "Language of the answer", {{"type", "string"}, {"enum", {"vi", "en"}}});
    const json dataset = path_parameter("dataset", "Id of a dataset");
    auto rows = row_parameters(true);
    rows.insert(rows.begin(), dataset);
    auto post = operation("queryRows", "The same as a JSON object", json::array({dataset}), page_of("rows", {{"type", "object"}}));
    post["requestBody"] = {{"required", true}, {"content", {{"application/json", {{"schema", {{"type", "object"}}}}}}}};
    auto file = rows;
    auto format = path_parameter("format", "Form of the file");
    format["schema"]["enum"] = {"csv", "ndjson", "geojson", "xlsx"};
    file.insert(file.begin() + 1, format);
    auto values = rows;
    values.insert(values.begin() + 1, path_parameter("field", "Name of a field"));
    json facets = json::array({limit, offset, parameter("_sort", "Order", {{"type", "string"}, {"enum", {"title", "newest", "relevance"}}})});
    for (const char* name : {"theme", "agency", "format", "frequency", "licence", "class", "published", "year", "kind"}) {
        facets.push_back(parameter(name, "One value of this facet; may be given several times", text_schema()));
    }
    auto searched = facets;
    searched.push_back(words);
    searched.push_back(lang);
    json changes = json::array({parameter("since", "A day or an instant", text_schema()), parameter("dataset", "Id of a dataset", text_schema()), parameter("agency", "Id of an agency", text_schema()), parameter("theme", "Id of a theme", text_schema()), limit, offset});
    json paths = {{"/api/v1/datasets", {{"get", operation("listDatasets", "The catalogue", facets, page_of("datasets", {{"type", "object"}}))}}},
                  {"/api/v1/datasets/{dataset}", {{"get", operation("getDataset", "One dataset: fields, versions, distributions", json::array({dataset}))}}},
                  {"/api/v1/datasets/{dataset}/openapi.json", {{"get", operation("describeDataset", "The interface of one dataset", json::array({dataset}), {{"type", "object"}}, "application/vnd.oai.openapi+json;version=3.1")}}},
                  {"/api/v1/datasets/{dataset}/rows", {{"get", operation("listRows", "Rows, or groups of them", rows, page_of("rows", {{"type", "object"}}))}, {"post", post}}},
                  {"/api/v1/datasets/{dataset}/rows.{format}", {{"get", operation("exportRows", "All rows that fit, as a file", file, text_schema(), "text/csv")}}},
                  {"/api/v1/datasets/{dataset}/values/{field}", {{"get", operation("listValues", "The different values of a field with their counts", values, page_of("rows", {{"type", "object"}}))}}},
                  {"/api/v1/search", {{"get", operation("search", "Search", searched, page_of("results", {{"type", "object"}}))}}},
                  {"/api/v1/suggest", {{"get", operation("suggest", "Titles that fit what is being typed", json::array({words, parameter("_limit", "Titles", count_schema(20, 8)), lang}))}}},
                  {"/api/v1/changes", {{"get", operation("listChanges", "What changed, latest first", changes, page_of("changes", {{"type", "object"}}))}}},
                  {"/api/v1/withdrawals", {{"get", operation("listWithdrawals", "What was withdrawn or suspended", json::array(), page_of("withdrawals", {{"type", "object"}}))}}},
                  {"/api/v1/indicators", {{"get", operation("listIndicators", "Figures that somebody watches", json::array())}}}};
    return document("Khomo", "Open data, without a key.", std::move(paths));
}

json dataset_openapi(const RowTable& table) {
    const auto& dataset = table.dataset();
    const auto& schema = table.schema();
    const auto examples = first_row(table);
    json row = {{"type", "object"}, {"properties", json::object()}};
    json example = json::object();
    auto parameters = row_parameters(schema.spatial);
    for (std::size_t i = 0; i < schema.fields.size(); ++i) {
        const auto& field = schema.fields[i];
        row["properties"][field.name] = field_schema(field, true);
        row["properties"][field.name]["description"] = described(field);
        example[field.name] = examples[i];
        add_field(parameters, field, examples[i]);
    }
    row["examples"] = json::array({example});
    const auto base = "/api/v1/datasets/" + dataset.id + "/";
    json paths = {{base + "rows", {{"get", operation("rows", dataset.title.vi, parameters, page_of("rows", row))}}},
                  {base + "rows.csv", {{"get", operation("csv", "CSV", parameters, text_schema(), "text/csv")}}},
                  {base + "rows.ndjson", {{"get", operation("ndjson", "NDJSON", parameters, text_schema(), "application/x-ndjson")}}}};
    if (schema.spatial) {
        paths[base + "rows.geojson"] = {{"get", operation("geojson", "GeoJSON", parameters, {{"type", "object"}}, "application/geo+json")}};
    }
    auto made = document(dataset.title.vi, dataset.title.in(Lang::en) + ". " + dataset.agency.in(Lang::en), std::move(paths));
    made["info"]["version"] = std::to_string(table.version().number);
    made["info"]["license"] = {{"name", dataset.licence.title.in(Lang::en)}};
    if (!dataset.licence.url.empty()) {
        made["info"]["license"]["url"] = dataset.licence.url;
    }
    return made;
}

}  // namespace khomo::search
