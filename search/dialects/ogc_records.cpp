// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/dialects/ogc_records.hpp"

#include <algorithm>

#include "catalog/base/error.hpp"
#include "catalog/base/text.hpp"
#include "search/dialects/cql2_time.hpp"
#include "search/dialects/ogc_documents.hpp"
#include "search/dialects/problem.hpp"

namespace khomo::search {
namespace {

using nlohmann::json;

constexpr std::uint64_t kDefault = 20;
constexpr std::uint64_t kMost = 1000;

std::string vi_of(const json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_object() ? found->value("vi", std::string()) : std::string();
}

json geometry_of(const PublishedDataset& dataset) {
    if (!dataset.bbox) {
        return nullptr;
    }
    const auto& [west, south, east, north] = *dataset.bbox;
    json ring = json::array();
    for (const auto& corner : {std::pair{west, south}, std::pair{east, south}, std::pair{east, north}, std::pair{west, north}, std::pair{west, south}}) {
        ring.push_back(json::array({corner.first, corner.second}));
    }
    json geometry = {{"type", "Polygon"}};
    geometry["coordinates"] = json::array();
    geometry["coordinates"].push_back(ring);
    return geometry;
}

json time_of(const PublishedDataset& dataset) {
    const auto days = days_of_period(dataset.period);
    return days ? json{{"interval", json::array({to_iso(days->first), to_iso(days->second)})}} : json(nullptr);
}

json distribution_links(const OgcRequest& request, const PublishedDataset& dataset, const json& document) {
    json links = json::array();
    for (const auto& distribution : document.at("distributions")) {
        const auto type = distribution.value("media_type", std::string("application/octet-stream"));
        auto link = ogc_link(request.site(distribution.at("path").get<std::string>()), "enclosure", type.c_str(), vi_of(distribution, "title"));
        link["length"] = distribution.value("bytes", json());
        links.push_back(std::move(link));
    }
    links.push_back(ogc_link(request.site("/dataset/" + dataset.id), "describedby", kHtmlType, dataset.title.vi));
    links.push_back(ogc_link(request.site("/dataset/" + dataset.id + ".jsonld"), "describedby", "application/ld+json", "DCAT"));
    links.push_back(ogc_link(request.site("/api/v1/datasets/" + dataset.id + "/rows"), "service", kJsonType, "API"));
    if (dataset.layer) {
        links.push_back(ogc_link(request.url("/collections/" + dataset.id), "item", kJsonType, "OGC API Features"));
    }
    return links;
}

json record_of(const OgcRequest& request, const PublishedCatalogue& catalogue, const PublishedDataset& dataset) {
    const auto document = catalogue.document(dataset);
    const auto licence = document.value("licence", json());
    json formats = json::array();
    for (const auto& distribution : document.at("distributions")) {
        formats.push_back({{"name", distribution.at("format")}, {"mediaType", distribution.value("media_type", std::string())}});
    }
    json properties = {{"type", "dataset"},
                       {"title", dataset.title.vi},
                       {"description", vi_of(document, "summary")},
                       {"keywords", dataset.keywords},
                       {"language", {{"code", "vi"}, {"name", "Tiếng Việt"}}},
                       {"created", to_iso_utc(dataset.created)},
                       {"updated", to_iso_utc(dataset.modified)},
                       {"formats", formats},
                       {"contacts", json::array({{{"organization", dataset.agency.second.vi}, {"roles", json::array({"publisher"})}}})},
                       {"themes", json::array({{{"scheme", request.site("/theme")}, {"concepts", json::array({{{"id", dataset.theme.first}, {"title", dataset.theme.second.vi}}})}}})},
                       {"externalIds", json::array({{{"scheme", "urn:uuid"}, {"value", dataset.uuid}}})}};
    if (!dataset.title.en.empty()) {
        properties["title_en"] = dataset.title.en;
    }
    if (licence.is_object()) {
        properties["license"] = licence.value("url", std::string()).empty() ? licence.value("id", std::string()) : licence.value("url", std::string());
    }
    return {{"id", dataset.id},
            {"type", "Feature"},
            {"conformsTo", json::array({"http://www.opengis.net/spec/ogcapi-records-1/1.0/conf/record-core"})},
            {"geometry", geometry_of(dataset)},
            {"time", time_of(dataset)},
            {"properties", properties},
            {"links", distribution_links(request, dataset, document)}};
}

std::vector<std::string> parts_of(const OgcRequest& request, const char* name) {
    std::vector<std::string> parts;
    const auto text = request.request().parameter(name);
    if (!text) {
        return parts;
    }
    if (!is_valid_utf8(*text)) {
        throw RequestFault(name, {"Giá trị không phải UTF-8", "The value is not UTF-8"});
    }
    for (std::size_t at = 0; at <= text->size();) {
        const auto end = std::min(text->find(',', at), text->size());
        if (const auto part = trim(std::string_view(*text).substr(at, end - at)); !part.empty()) {
            parts.emplace_back(part);
        }
        at = end + 1;
    }
    return parts;
}

bool meets(const PublishedDataset& dataset, const std::array<double, 4>& box) {
    if (!dataset.bbox) {
        return true;  // what has no place matches (Part 1, requirement fc-bbox-response)
    }
    const auto& own = *dataset.bbox;
    const bool across = box[0] > box[2];
    const bool lengthwise = across ? own[2] >= box[0] || own[0] <= box[2] : own[0] <= box[2] && own[2] >= box[0];
    return lengthwise && own[1] <= box[3] && own[3] >= box[1];
}

bool meets(const PublishedDataset& dataset, const TimeSpan& span) {
    const auto days = days_of_period(dataset.period);
    return !days || ((!span.to || to_iso(days->first) <= *span.to) && (!span.from || to_iso(days->second) >= *span.from));
}

std::vector<const PublishedDataset*> find_records(const OgcRequest& request, const PublishedCatalogue& catalogue) {
    const auto box = ogc_box(request);
    const auto time = request.request().parameter("datetime");
    const auto span = time ? std::optional(read_ogc_datetime("datetime", *time, catalog::FieldType::date)) : std::nullopt;
    std::vector<std::string> terms;
    for (const auto& term : parts_of(request, "q")) {
        terms.push_back(searchable(term));
    }
    const auto types = parts_of(request, "type");
    const auto ids = parts_of(request, "ids");
    std::vector<const PublishedDataset*> found;
    for (const auto& dataset : catalogue.datasets()) {
        const bool fits = (!box || meets(dataset, *box)) && (!span || meets(dataset, *span)) && (types.empty() || std::find(types.begin(), types.end(), "dataset") != types.end()) &&
                          (ids.empty() || std::find(ids.begin(), ids.end(), dataset.id) != ids.end() || std::find(ids.begin(), ids.end(), dataset.uuid) != ids.end()) &&
                          (terms.empty() || std::any_of(terms.begin(), terms.end(), [&](const std::string& term) { return dataset.words.find(term) != std::string::npos; }));
        if (fits) {
            found.push_back(&dataset);
        }
    }
    return found;
}

}  // namespace

const std::vector<std::string>& ogc_record_parameters() {
    static const std::vector<std::string> names = {"bbox", "datetime", "ids", "limit", "offset", "q", "type"};
    return names;
}

ApiResponse ogc_records(const OgcRequest& request, const PublishedCatalogue& catalogue) {
    request.check_parameters(ogc_record_parameters());
    const auto limit = ogc_limit(request, kDefault, kMost);
    const auto offset = ogc_offset(request);
    const auto found = find_records(request, catalogue);
    const auto begin = std::min<std::uint64_t>(offset, found.size());
    const auto end = std::min<std::uint64_t>(begin + limit, found.size());
    json features = json::array();
    for (auto i = begin; i < end; ++i) {
        features.push_back(record_of(request, catalogue, *found[i]));
    }
    auto links = request.own_links(kGeoJsonType);
    const char* type = request.html() ? kHtmlType : kGeoJsonType;
    if (end < found.size()) {
        links.push_back(ogc_link(request.same_with({{"offset", std::to_string(end)}}), "next", type, "Trang sau / next page"));
    }
    if (begin > 0) {
        links.push_back(ogc_link(request.same_with({{"offset", begin > limit ? std::optional(std::to_string(begin - limit)) : std::nullopt}}), "prev", type, "Trang trước / previous page"));
    }
    links.push_back(ogc_link(request.url("/collections/" + std::string(kRecordsCollection)), "collection", kJsonType, "Danh mục / catalogue"));
    return ogc_answer(request, {{"type", "FeatureCollection"}, {"numberMatched", found.size()}, {"numberReturned", end - begin}, {"timeStamp", to_iso_utc(now())}, {"links", links}, {"features", features}}, kGeoJsonType,
                      "Danh mục dữ liệu mở");
}

ApiResponse ogc_record(const OgcRequest& request, const PublishedCatalogue& catalogue, const std::string& id) {
    request.check_parameters({});
    const auto found = catalogue.find(id);
    if (!found) {
        throw Error(ErrorKind::not_found, {"Không có bản ghi này", "There is no such record"});
    }
    const auto& dataset = catalogue.datasets()[*found];
    auto record = record_of(request, catalogue, dataset);
    auto links = request.own_links(kGeoJsonType);
    links.push_back(ogc_link(request.url("/collections/" + std::string(kRecordsCollection)), "collection", kJsonType, "Danh mục / catalogue"));
    links.insert(links.end(), record["links"].begin(), record["links"].end());
    record["links"] = links;
    return ogc_answer(request, record, kGeoJsonType, dataset.title.vi);
}

}  // namespace khomo::search
