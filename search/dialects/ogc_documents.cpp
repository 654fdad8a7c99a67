// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/dialects/ogc_documents.hpp"

#include <algorithm>
#include <cmath>

#include "search/dialects/cql2_filter.hpp"
#include "search/dialects/ogc_crs.hpp"

namespace khomo::search {
namespace {

using nlohmann::json;

constexpr const char* kQueryablesRel = "http://www.opengis.net/def/rel/ogc/1.0/queryables";

json crs_uris() {
    json list = json::array();
    for (const auto& crs : ogc_crs_list()) {
        list.push_back(crs.uri);
    }
    return list;
}

/// Rounded outward to the decimals of coordinates, so that a feature on the border is inside for whoever compares what was written.
std::array<double, 4> written(const std::array<double, 4>& box) {
    constexpr double kSteps = 1e7;
    return {std::floor(box[0] * kSteps) / kSteps, std::floor(box[1] * kSteps) / kSteps, std::ceil(box[2] * kSteps) / kSteps, std::ceil(box[3] * kSteps) / kSteps};
}

json spatial_extent(const std::array<double, 4>& box) { return {{"bbox", json::array({written(box)})}, {"crs", ogc_crs_list().front().uri}}; }

/// The box of a layer, or, where it has no geometry yet, the whole world.
std::array<double, 4> box_of(const PublishedDataset& dataset) { return dataset.bbox.value_or(std::array<double, 4>{-180, -90, 180, 90}); }

json items_links(const OgcRequest& request, const std::string& id) {
    const auto items = request.url("/collections/" + id + "/items");
    return json::array({ogc_link(items + "?f=json", "items", kGeoJsonType, "GeoJSON"), ogc_link(items + "?f=html", "items", kHtmlType, "HTML")});
}

void add(json& links, const json& more) { links.insert(links.end(), more.begin(), more.end()); }

}  // namespace

json ogc_landing(const OgcRequest& request, const PublishedCatalogue& catalogue) {
    auto links = request.own_links(kJsonType);
    add(links, json::array({ogc_link(request.url("/api"), "service-desc", kOpenApiType, "OpenAPI 3.0"), ogc_link(request.url("/api?f=html"), "service-doc", kHtmlType, "Tài liệu / documentation"),
                            ogc_link(request.url("/conformance?f=json"), "conformance", kJsonType, "Conformance"), ogc_link(request.url("/conformance?f=html"), "conformance", kHtmlType, "Conformance"),
                            ogc_link(request.url("/collections?f=json"), "data", kJsonType, "Các lớp / collections"), ogc_link(request.url("/collections?f=html"), "data", kHtmlType, "Các lớp / collections")}));
    return {{"title", catalogue.title().vi.empty() ? "OGC API" : catalogue.title().vi},
            {"description", "Các lớp bản đồ và danh mục dữ liệu mở, theo OGC API Features và Records / map layers and the catalogue of open data, as OGC API Features and Records"},
            {"links", links}};
}

json ogc_conformance() {
    json list = json::array();
    for (const char* name : {"ogcapi-common-1/1.0/conf/core", "ogcapi-common-2/1.0/conf/collections", "ogcapi-features-1/1.0/conf/core", "ogcapi-features-1/1.0/conf/oas30", "ogcapi-features-1/1.0/conf/geojson", "ogcapi-features-1/1.0/conf/html",
                             "ogcapi-features-2/1.0/conf/crs", "ogcapi-features-3/1.0/conf/queryables", "ogcapi-features-3/1.0/conf/queryables-query-parameters", "ogcapi-features-3/1.0/conf/filter", "ogcapi-features-3/1.0/conf/features-filter",
                             "cql2/1.0/conf/cql2-text", "cql2/1.0/conf/cql2-json", "cql2/1.0/conf/basic-cql2", "cql2/1.0/conf/basic-spatial-functions", "ogcapi-records-1/1.0/conf/record-core",
                             "ogcapi-records-1/1.0/conf/record-core-query-parameters", "ogcapi-records-1/1.0/conf/json"}) {
        list.push_back("http://www.opengis.net/spec/" + std::string(name));
    }
    return {{"conformsTo", list}};
}

json ogc_collection(const OgcRequest& request, const PublishedCatalogue& catalogue, const PublishedDataset& dataset) {
    const auto own = request.url("/collections/" + dataset.id);
    auto links = json::array({ogc_link(own + "?f=json", request.html() ? "alternate" : "self", kJsonType, "JSON"), ogc_link(own + "?f=html", request.html() ? "self" : "alternate", kHtmlType, "HTML")});
    add(links, items_links(request, dataset.id));
    links.push_back(ogc_link(own + "/queryables?f=json", kQueryablesRel, kSchemaType, "Queryables"));
    links.push_back(ogc_link(own + "/queryables?f=html", kQueryablesRel, kHtmlType, "Queryables"));
    links.push_back(ogc_link(request.site("/dataset/" + dataset.id), "describedby", kHtmlType, dataset.title.vi));
    links.push_back(ogc_link(request.site("/files/" + dataset.id + "/latest/" + dataset.id + ".gpkg"), "enclosure", "application/geopackage+sqlite3", "GeoPackage"));
    static_cast<void>(catalogue);
    json extent = {{"spatial", spatial_extent(box_of(dataset))}};
    if (const auto days = days_of_period(dataset.period)) {
        extent["temporal"] = {{"interval", json::array({json::array({to_iso(days->first) + "T00:00:00+07:00", to_iso(days->second) + "T23:59:59+07:00"})})}, {"trs", "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian"}};
    }
    return {{"id", dataset.id}, {"title", dataset.title.vi}, {"description", dataset.title.in(Lang::en) + " – " + dataset.agency.second.vi}, {"itemType", "feature"}, {"extent", extent}, {"crs", crs_uris()}, {"storageCrs", ogc_crs_list().front().uri}, {"links", links}};
}

json ogc_records_collection(const OgcRequest& request, const PublishedCatalogue& catalogue) {
    const auto own = request.url("/collections/" + std::string(kRecordsCollection));
    auto links = json::array({ogc_link(own + "?f=json", request.html() ? "alternate" : "self", kJsonType, "JSON"), ogc_link(own + "?f=html", request.html() ? "self" : "alternate", kHtmlType, "HTML")});
    add(links, items_links(request, kRecordsCollection));
    std::optional<std::array<double, 4>> box;
    for (const auto& dataset : catalogue.datasets()) {
        if (!dataset.bbox) {
            continue;
        }
        const auto& b = *dataset.bbox;
        box = box ? std::array<double, 4>{std::min((*box)[0], b[0]), std::min((*box)[1], b[1]), std::max((*box)[2], b[2]), std::max((*box)[3], b[3])} : b;
    }
    return {{"id", kRecordsCollection},
            {"title", "Danh mục dữ liệu mở"},
            {"description", "The catalogue: one record for each published dataset"},
            {"itemType", "record"},
            {"extent", {{"spatial", spatial_extent(box.value_or(std::array<double, 4>{-180, -90, 180, 90}))}}},
            {"crs", json::array({ogc_crs_list().front().uri})},
            {"links", links}};
}

json ogc_collections(const OgcRequest& request, const PublishedCatalogue& catalogue) {
    json list = json::array();
    for (const auto& dataset : catalogue.datasets()) {
        if (dataset.layer) {
            list.push_back(ogc_collection(request, catalogue, dataset));
        }
    }
    list.push_back(ogc_records_collection(request, catalogue));
    return {{"links", request.own_links(kJsonType)}, {"crs", crs_uris()}, {"collections", list}};
}

const std::vector<std::string>& ogc_item_parameters() {
    static const std::vector<std::string> names = {"bbox", "bbox-crs", "crs", "cursor", "datetime", "filter", "filter-crs", "filter-lang", "limit", "offset"};
    return names;
}

json ogc_field_schema(const catalog::Field& field) {
    using catalog::FieldType;
    json schema = {{"type", field.type == FieldType::integer ? "integer" : field.type == FieldType::number ? "number" : field.type == FieldType::boolean ? "boolean" : "string"}};
    if (field.type == FieldType::date || field.type == FieldType::datetime) {
        schema["format"] = field.type == FieldType::date ? "date" : "date-time";
    }
    if (!field.title.vi.empty()) {
        schema["title"] = field.title.vi;
    }
    if (!field.description.vi.empty()) {
        schema["description"] = field.description.vi;
    }
    if (!field.codes.empty()) {
        schema["enum"] = json::array();
        for (const auto& code : field.codes) {
            schema["enum"].push_back(code.code);
        }
    }
    return schema;
}

json ogc_queryables(const OgcRequest& request, const PublishedDataset& dataset, const TableSchema& schema, const std::string& geometry_type) {
    json properties = json::object();
    for (const auto& field : schema.fields) {
        properties[field.name] = ogc_field_schema(field);
        if (!field.unit.empty()) {
            properties[field.name]["x-ogc-unit"] = field.unit;
        }
    }
    std::string kind = geometry_type;
    std::transform(kind.begin(), kind.end(), kind.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    properties[kOgcGeometry] = {{"title", "Hình học / geometry"}, {"x-ogc-role", "primary-geometry"}, {"format", "geometry-" + (kind.empty() ? std::string("any") : kind)}};
    return {{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"$id", request.url("/collections/" + dataset.id + "/queryables")}, {"type", "object"}, {"title", dataset.title.vi}, {"properties", properties}, {"additionalProperties", false}};
}

}  // namespace khomo::search
