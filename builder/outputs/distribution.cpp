// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/outputs/distribution.hpp"

#include "builder/outputs/output.hpp"
#include "catalog/base/record_codec.hpp"

namespace khomo::builder {
namespace {

const std::string kAttachments = "tai-lieu/";  ///< apart from the forms of the table, whose names they could have

}  // namespace

std::vector<Distribution> distributions(const catalog::VersionInfo& version) {
    const auto& id = version.dataset;
    std::vector<Distribution> list = {
        {"csv", id + ".csv", "text/csv", {"CSV (UTF-8, mở được bằng Excel)", "CSV (UTF-8, opens in Excel)"}},
        {"xlsx", id + ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", {"Bảng tính Excel", "Excel workbook"}},
    };
    if (!version.geometry_type.empty()) {
        list.push_back({"gpkg", id + ".gpkg", "application/geopackage+sqlite3", {"GeoPackage (QGIS, ArcGIS; WGS 84)", "GeoPackage (QGIS, ArcGIS; WGS 84)"}});
        list.push_back({"geojson", id + ".geojson", "application/geo+json", {"GeoJSON (bản đồ web)", "GeoJSON (web maps)"}});
        list.push_back({"shp", id + "-shp.zip", "application/zip", {"Shapefile nén (WGS 84)", "Zipped Shapefile (WGS 84)"}});
    }
    list.push_back({"json", id + ".json", "application/json", {"JSON", "JSON"}});
    list.push_back({"ndjson", id + ".ndjson", "application/x-ndjson", {"NDJSON (mỗi dòng một bản ghi)", "NDJSON (one record a line)"}});
    list.push_back({"xml", id + ".xml", "application/xml", {"XML", "XML"}});
    list.push_back({"xsd", id + ".xsd", "application/xml", {"Lược đồ XML (XSD)", "XML Schema (XSD)"}});
    if (version.geometry_type.empty()) {
        list.push_back({"sqlite", id + ".sqlite", "application/vnd.sqlite3", {"Cơ sở dữ liệu SQLite", "SQLite database"}});
    }
    list.push_back({"zip", id + ".zip", "application/zip", {"Trọn gói: dữ liệu, mô tả trường, giấy phép", "Everything: data, dictionary, licence"}});
    for (const auto& attachment : version.attachments) {
        const auto extension = attachment.file.substr(attachment.file.rfind('.') + 1);
        list.push_back({extension, kAttachments + attachment.file, catalog::media_type_of(extension), attachment.title, true, attachment.description});
    }
    return list;
}

std::filesystem::path attachment_path(const catalog::ApprovedVersion& version, const Distribution& attachment) {
    return version.data_path().parent_path() / "attachments" / attachment.file.substr(kAttachments.size());
}

std::string version_url(const catalog::VersionInfo& version, const Distribution& distribution) {
    return "/files/" + version.dataset + "/v" + std::to_string(version.number) + "/" + distribution.file;
}

std::string version_file(const catalog::VersionInfo& version, const Distribution& distribution) { return "site" + version_url(version, distribution); }

std::string latest_url(const catalog::VersionInfo& version, const Distribution& distribution) { return "/files/" + version.dataset + "/latest/" + distribution.file; }

std::string data_path(const catalog::VersionInfo& version) {
    return "data/" + version.dataset + "/v" + std::to_string(version.number) + (version.geometry_type.empty() ? ".sqlite" : ".gpkg");
}

std::string rows_fingerprint(const catalog::CatalogEntry& entry, const catalog::VersionInfo& version) {
    const auto shown = catalog::entry_at(entry, version);
    RecordWriter words;
    words.put(shown.title);
    words.put(shown.licence);
    words.put(shown.key);
    words.put(shown.fields);
    words.put(shown.views);
    Fingerprint inputs("rows 1");
    // What lets personal data through: without it the rules look at the bytes again.
    for (const auto& flag : entry.personal_data) {
        inputs.add("personal").add(flag.field).add(flag.basis);
    }
    for (const auto& waiver : entry.waivers) {
        inputs.add("waiver").add(waiver.rule).add(waiver.field);
    }
    for (const auto& attachment : version.attachments) {
        inputs.add(attachment.file).add(attachment.sha256);
    }
    return inputs.add(version.dataset).add(version.content_sha256).add(version.number).add(version.crs).add(version.geometry_type).add(words.take()).hex();
}

std::string version_fingerprint(const catalog::Catalogue& catalogue, const catalog::CatalogEntry& entry, const catalog::VersionInfo& version) {
    Fingerprint inputs("version 1");
    inputs.add(version.content_sha256).add(version.number).add(version.delivery.period).add(to_iso_vn(version.delivery.approved_at()));
    for (const auto& attachment : version.attachments) {
        inputs.add(attachment.file).add(attachment.sha256).add(attachment.title.vi).add(attachment.title.en);
        inputs.add(attachment.description.vi).add(attachment.description.en);
    }
    for (const auto& waiver : version.waivers) {
        inputs.add(waiver.rule).add(waiver.field).add(waiver.by).add(waiver.position).add(waiver.document).add(to_iso(waiver.date)).add(waiver.reason.vi).add(waiver.reason.en);
    }
    if (const auto& correction = version.delivery.corrects) {
        inputs.add("corrects").add(correction->version).add(correction->reason.vi).add(correction->reason.en).add(correction->document);
    }
    inputs.add(entry.source_sha256).add(catalogue.context_sha256);
    return inputs.hex();
}

}  // namespace khomo::builder
