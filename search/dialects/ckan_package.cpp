// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/dialects/ckan_package.hpp"

#include "catalog/base/text.hpp"
#include "search/dialects/ckan_date.hpp"

namespace khomo::search {
namespace {

using nlohmann::json;

std::string vi_of(const json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_object() ? found->value("vi", std::string()) : std::string();
}

/// "/files/cho/v2/cho.csv" → "/files/cho/latest/cho.csv": an address that outlives the version.
std::string latest(const std::string& path, int version) {
    const auto part = "/v" + std::to_string(version) + "/";
    const auto at = path.find(part);
    return at == std::string::npos ? path : path.substr(0, at) + "/latest/" + path.substr(at + part.size());
}

std::string upper(std::string text) {
    for (auto& c : text) {
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return text;
}

std::string format_name(const std::string& format) { return format == "geojson" ? "GeoJSON" : upper(format); }

json resource_of(const PublishedCatalogue& catalogue, const PublishedDataset& dataset, const json& document, const json& distribution, std::size_t position) {
    const auto key = resource_key(distribution);
    const bool attachment = distribution.value("attachment", false);
    const auto format = distribution.at("format").get<std::string>();
    const auto path = distribution.at("path").get<std::string>();
    const auto version = document.value("version", 0);
    const auto title = vi_of(distribution, "title");
    const auto description = vi_of(distribution, "description");
    const auto hash = distribution.value("sha256", std::string());
    return {{"id", resource_uuid(dataset.id, key)},
            {"package_id", dataset.uuid},
            {"position", position},
            {"name", title.empty() ? format_name(format) : title},
            {"description", description.empty() ? json(nullptr) : json(description)},
            {"format", format_name(format)},
            {"mimetype", distribution.value("media_type", std::string())},
            {"mimetype_inner", nullptr},
            {"size", distribution.contains("bytes") ? distribution.at("bytes") : json(nullptr)},
            {"hash", hash},
            {"hash_algorithm", "http://spdx.org/rdf/terms#checksumAlgorithm_sha256"},
            {"created", ckan_date(dataset.created)},
            {"last_modified", ckan_date(parse_instant(document.value("updated", std::string())).value_or(dataset.modified))},
            {"metadata_modified", ckan_date(dataset.modified)},
            {"url", catalogue.base_url() + latest(path, version)},
            {"resource_type", attachment || format == "xsd" ? "documentation" : "file"},
            {"url_type", nullptr},
            {"datastore_active", key == kCkanDatastoreKey},
            {"cache_last_updated", nullptr},
            {"cache_url", nullptr},
            {"state", "active"}};
}

/// Where the rows can be asked for instead of downloaded.
json service_of(const PublishedCatalogue& catalogue, const PublishedDataset& dataset, std::size_t position, bool features) {
    auto resource = json{{"id", resource_uuid(dataset.id, features ? kFeatureService : kRowsService)},
                         {"package_id", dataset.uuid},
                         {"position", position},
                         {"name", features ? "OGC API Features" : "API"},
                         {"description", features ? "Đọc từng đối tượng bằng QGIS, ArcGIS, GDAL" : "Hỏi, lọc, nhóm từng dòng dữ liệu"},
                         {"format", features ? "OGC API" : "API"},
                         {"mimetype", features ? "application/geo+json" : "application/json"},
                         {"mimetype_inner", nullptr},
                         {"size", nullptr},
                         {"hash", ""},
                         {"created", ckan_date(dataset.created)},
                         {"last_modified", ckan_date(dataset.modified)},
                         {"metadata_modified", ckan_date(dataset.modified)},
                         {"url", catalogue.base_url() + (features ? "/ogc/collections/" + dataset.id : "/api/v1/datasets/" + dataset.id + "/rows")},
                         {"resource_type", "api"},
                         {"url_type", nullptr},
                         {"datastore_active", false},
                         {"cache_last_updated", nullptr},
                         {"cache_url", nullptr},
                         {"state", "active"}};
    return resource;
}

json resources_of(const PublishedCatalogue& catalogue, const PublishedDataset& dataset, const json& document) {
    json list = json::array();
    for (const auto& distribution : document.at("distributions")) {
        list.push_back(resource_of(catalogue, dataset, document, distribution, list.size()));
    }
    list.push_back(service_of(catalogue, dataset, list.size(), false));
    if (dataset.layer) {
        list.push_back(service_of(catalogue, dataset, list.size(), true));
    }
    return list;
}

json extras_of(const PublishedCatalogue& catalogue, const PublishedDataset& dataset, const json& document) {
    json extras = json::array();
    const auto add = [&](const char* key, const std::string& value) {
        if (!value.empty()) {
            extras.push_back({{"key", key}, {"value", value}});
        }
    };
    add("uri", catalogue.base_url() + "/dataset/" + dataset.id);
    add("title_en", dataset.title.en);
    add("inventory", document.value("inventory", std::string()));
    add("frequency", document.value("frequency", std::string()));
    if (const auto days = days_of_period(dataset.period)) {
        add("temporal_start", to_iso(days->first));
        add("temporal_end", to_iso(days->second));
    }
    if (dataset.bbox) {
        const auto& [west, south, east, north] = *dataset.bbox;
        add("spatial", json{{"type", "Polygon"}, {"coordinates", {{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}}}}.dump());
    }
    add("language", "vi");
    add("illustrative", document.value("illustrative", false) ? "true" : "");
    return extras;
}

/// What organizations and groups have in common.
json set_of(const char* type, const std::string& uuid, const std::string& id, const Text& name, std::size_t packages, Instant created) {
    return {{"id", uuid},
            {"name", id},
            {"title", name.vi},
            {"display_name", name.vi},
            {"description", name.en},
            {"type", type},
            {"image_url", ""},
            {"image_display_url", ""},
            {"created", ckan_date(created)},
            {"approval_status", "approved"},
            {"state", "active"},
            {"package_count", packages},
            {"num_followers", 0},
            {"extras", json::array()},
            {"groups", json::array()},
            {"tags", json::array()},
            {"users", json::array()}};
}

}  // namespace

json ckan_organization(const PublishedCatalogue&, const std::string& id, const Text& name, std::size_t packages) {
    auto dict = set_of("organization", ckan_uuid("agency", id), id, name, packages, Instant{});
    dict["is_organization"] = true;
    return dict;
}

json ckan_group(const PublishedCatalogue&, const std::string& id, const Text& name, std::size_t packages) {
    auto dict = set_of("group", ckan_uuid("theme", id), id, name, packages, Instant{});
    dict["is_organization"] = false;
    return dict;
}

json ckan_tag(const std::string& name) { return {{"id", ckan_uuid("tag", name)}, {"name", name}, {"display_name", name}, {"state", "active"}, {"vocabulary_id", nullptr}}; }

json ckan_licence(const std::string& id, const std::string& title, const std::string& url) {
    return {{"id", id},
            {"title", title},
            {"url", url},
            {"family", ""},
            {"maintainer", ""},
            {"status", "active"},
            {"domain_content", true},
            {"domain_data", true},
            {"domain_software", false},
            {"is_generic", false},
            {"od_conformance", "approved"},
            {"osd_conformance", "not reviewed"},
            {"is_okd_compliant", true},
            {"is_osi_compliant", false}};
}

json ckan_package(const PublishedCatalogue& catalogue, const PublishedDataset& dataset) {
    const auto document = catalogue.document(dataset);
    const auto licence = document.value("licence", json());
    const auto resources = resources_of(catalogue, dataset, document);
    json tags = json::array();
    for (const auto& keyword : dataset.keywords) {
        tags.push_back(ckan_tag(keyword));
    }
    const auto organization = json{{"id", ckan_uuid("agency", dataset.agency.first)}, {"name", dataset.agency.first}, {"title", dataset.agency.second.vi}, {"type", "organization"}, {"description", dataset.agency.second.en},
                                   {"image_url", ""}, {"created", ckan_date({})}, {"is_organization", true}, {"approval_status", "approved"}, {"state", "active"}};
    const auto group = json{{"id", ckan_uuid("theme", dataset.theme.first)}, {"name", dataset.theme.first}, {"title", dataset.theme.second.vi}, {"display_name", dataset.theme.second.vi}, {"description", dataset.theme.second.en},
                            {"image_display_url", ""}};
    return {{"id", dataset.uuid},
            {"name", dataset.id},
            {"title", dataset.title.vi},
            {"notes", vi_of(document, "summary")},
            {"license_id", licence.is_object() ? licence.value("id", std::string()) : "notspecified"},
            {"license_title", licence.is_object() ? vi_of(licence, "title") : ""},
            {"license_url", licence.is_object() ? licence.value("url", std::string()) : ""},
            {"isopen", licence.is_object()},
            {"tags", tags},
            {"num_tags", tags.size()},
            {"metadata_created", ckan_date(dataset.created)},
            {"metadata_modified", ckan_date(dataset.modified)},
            {"organization", organization},
            {"owner_org", organization.at("id")},
            {"groups", json::array({group})},
            {"resources", resources},
            {"num_resources", resources.size()},
            {"extras", extras_of(catalogue, dataset, document)},
            {"private", false},
            {"state", "active"},
            {"type", "dataset"},
            {"author", dataset.agency.second.vi},
            {"author_email", nullptr},
            {"maintainer", catalogue.owner().empty() ? json(nullptr) : json(catalogue.owner())},
            {"maintainer_email", catalogue.contact_email().empty() ? json(nullptr) : json(catalogue.contact_email())},
            {"url", catalogue.base_url() + "/dataset/" + dataset.id},
            {"version", std::to_string(document.value("version", 0))},
            {"creator_user_id", nullptr},
            {"relationships_as_object", json::array()},
            {"relationships_as_subject", json::array()}};
}

json ckan_resource(const PublishedCatalogue& catalogue, const PublishedDataset& dataset, const std::string& key) {
    const auto wanted = resource_uuid(dataset.id, key);
    for (auto& resource : resources_of(catalogue, dataset, catalogue.document(dataset))) {
        if (resource.at("id") == wanted) {
            return resource;
        }
    }
    return nullptr;
}

}  // namespace khomo::search
