// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>

#include "search/dialects/ogc_crs.hpp"
#include "search/dialects/ogc_documents.hpp"
#include "search/dialects/ogc_records.hpp"

namespace khomo::search {
namespace {

using nlohmann::json;

constexpr std::size_t kMostLayers = 300;

json parameter(const char* name, const char* description, json schema, bool in_path = false) {
    json made = {{"name", name}, {"in", in_path ? "path" : "query"}, {"required", in_path}, {"description", description}, {"schema", std::move(schema)}};
    if (!in_path) {
        made["style"] = "form";
        made["explode"] = false;
    }
    return made;
}

json parameters() {
    json uris = json::array();
    for (const auto& crs : ogc_crs_list()) {
        uris.push_back(crs.uri);
    }
    const json uri = {{"type", "string"}, {"format", "uri"}, {"enum", uris}};
    return {{"f", parameter("f", "json or html; else what Accept asks for", {{"type", "string"}, {"enum", {"json", "html", "geojson"}}})},
            {"limit", parameter("limit", "Features on a page; more than the maximum is the maximum", {{"type", "integer"}, {"minimum", 1}, {"maximum", 10000}, {"default", 100}})},
            {"recordLimit", parameter("limit", "Records on a page; more than the maximum is the maximum", {{"type", "integer"}, {"minimum", 1}, {"maximum", 1000}, {"default", 20}})},
            {"offset", parameter("offset", "Features to pass over", {{"type", "integer"}, {"minimum", 0}, {"default", 0}})},
            {"cursor", parameter("cursor", "From the link next of the page before, as it is", {{"type", "string"}})},
            {"bbox", parameter("bbox", "Features whose geometry meets the box, and those without a geometry", {{"type", "array"}, {"minItems", 4}, {"maxItems", 6}, {"items", {{"type", "number"}}}})},
            {"datetime", parameter("datetime", "A moment, a day, or an interval a/b, ../b, a/..; features without a time match", {{"type", "string"}})},
            {"crs", parameter("crs", "Of the coordinates in the answer", uri)},
            {"bbox-crs", parameter("bbox-crs", "Of bbox", uri)},
            {"filter-crs", parameter("filter-crs", "Of geometries in filter", uri)},
            {"filter", parameter("filter", "A filter in CQL2", {{"type", "string"}})},
            {"filter-lang", parameter("filter-lang", "The form of filter", {{"type", "string"}, {"enum", {"cql2-text", "cql2-json"}}, {"default", "cql2-text"}})},
            {"q", parameter("q", "Words; any of the terms parted by commas", {{"type", "array"}, {"items", {{"type", "string"}}}})},
            {"type", parameter("type", "Kinds of records", {{"type", "array"}, {"items", {{"type", "string"}}}})},
            {"ids", parameter("ids", "Ids of records", {{"type", "array"}, {"items", {{"type", "string"}}}})},
            {"collectionId", parameter("collectionId", "A layer", {{"type", "string"}}, true)},
            {"featureId", parameter("featureId", "A feature", {{"type", "string"}}, true)}};
}

json reference(const std::string& name) { return {{"$ref", "#/components/parameters/" + name}}; }

json operation(const std::string& id, const std::string& summary, const std::vector<std::string>& names, const char* type, const char* tag) {
    json list = json::array({reference("f")});
    for (const auto& name : names) {
        list.push_back(reference(name));
    }
    const json problem = {{"$ref", "#/components/responses/Problem"}};
    return {{"get",
             {{"operationId", id},
              {"summary", summary},
              {"tags", {tag}},
              {"parameters", list},
              {"responses",
               {{"200", {{"description", "OK"}, {"content", {{type, {{"schema", {{"type", "object"}}}}}, {"text/html", {{"schema", {{"type", "string"}}}}}}}}}, {"400", problem}, {"404", problem}, {"500", problem}, {"503", problem}}}}}};
}

std::string identifier(std::string name) {
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

/// A layer's own path, so that clients see its fields as parameters.
json items_of(const PublishedCatalogue& catalogue, const PublishedDataset& dataset) {
    auto path = operation("items_" + identifier(dataset.id), dataset.title.vi, ogc_item_parameters(), kGeoJsonType, "features");
    const auto description = parse_description(catalogue.document(dataset).dump());
    const auto& ours = ogc_item_parameters();
    for (const auto& field : description.fields) {
        if (field.name == "f" || std::find(ours.begin(), ours.end(), field.name) != ours.end()) {
            continue;
        }
        auto schema = ogc_field_schema(field);
        schema.erase("title");
        path["get"]["parameters"].push_back(parameter(field.name.c_str(), field.title.vi.c_str(), std::move(schema)));
    }
    return path;
}

}  // namespace

json ogc_openapi(const OgcRequest& request, const PublishedCatalogue& catalogue) {
    json paths = {{"/", operation("landing", "What there is", {}, kJsonType, "capabilities")},
                  {"/conformance", operation("conformance", "What is conformed to", {}, kJsonType, "capabilities")},
                  {"/api", operation("api", "This document", {}, kOpenApiType, "capabilities")},
                  {"/collections", operation("collections", "Layers, and the catalogue", {}, kJsonType, "capabilities")},
                  {"/collections/{collectionId}", operation("collection", "One of them", {"collectionId"}, kJsonType, "capabilities")},
                  {"/collections/{collectionId}/queryables", operation("queryables", "What a filter may name", {"collectionId"}, kSchemaType, "features")},
                  {"/collections/{collectionId}/items/{featureId}", operation("item", "One feature or record", {"collectionId", "featureId", "crs"}, kGeoJsonType, "features")}};
    std::size_t layers = 0;
    for (const auto& dataset : catalogue.datasets()) {
        if (dataset.layer && layers++ < kMostLayers) {
            paths["/collections/" + dataset.id + "/items"] = items_of(catalogue, dataset);
        }
    }
    auto generic = ogc_item_parameters();
    generic.insert(generic.begin(), "collectionId");
    paths["/collections/{collectionId}/items"] = operation("items", "Features of a layer", generic, kGeoJsonType, "features");
    auto of_records = ogc_record_parameters();
    std::replace(of_records.begin(), of_records.end(), std::string("limit"), std::string("recordLimit"));
    paths["/collections/" + std::string(kRecordsCollection) + "/items"] = operation("records", "The catalogue", of_records, kGeoJsonType, "records");
    json contact = {{"name", catalogue.owner().empty() ? "Khomo" : catalogue.owner()}};
    if (!catalogue.contact_email().empty()) {
        contact["email"] = catalogue.contact_email();
    }
    return {{"openapi", "3.0.3"},
            {"info", {{"title", catalogue.title().vi.empty() ? "OGC API" : catalogue.title().vi}, {"version", "1.0.0"}, {"description", "OGC API Features, OGC API Records"}, {"contact", contact}}},
            {"servers", json::array({{{"url", request.url("")}}})},
            {"tags", json::array({{{"name", "capabilities"}}, {{"name", "features"}}, {{"name", "records"}}})},
            {"paths", paths},
            {"components",
             {{"parameters", parameters()},
              {"responses",
               {{"Problem",
                 {{"description", "A fault, as RFC 9457 has it"},
                  {"content", {{"application/problem+json", {{"schema", {{"type", "object"}, {"properties", {{"status", {{"type", "integer"}}}, {"title", {{"type", "string"}}}, {"detail", {{"type", "string"}}}}}}}}}}}}}}}}}};
}

}  // namespace khomo::search
