// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/outputs/data_package.hpp"

#include <nlohmann/json.hpp>

#include "catalog/base/digest.hpp"

namespace khomo::builder {
namespace {

using nlohmann::json;

std::string_view schema_type(catalog::FieldType type) {
    switch (type) {
        case catalog::FieldType::integer: return "integer";
        case catalog::FieldType::number: return "number";
        case catalog::FieldType::boolean: return "boolean";
        case catalog::FieldType::date: return "date";
        case catalog::FieldType::datetime: return "datetime";
        case catalog::FieldType::string:
        case catalog::FieldType::period: return "string";
    }
    return "string";
}

json field_schema(const catalog::Field& field) {
    json schema = {{"name", field.name}, {"type", schema_type(field.type)}, {"title", field.title.vi}};
    if (!field.description.empty()) {
        schema["description"] = field.description.vi;
    }
    if (!field.unit.empty()) {
        schema["unit"] = field.unit;
    }
    json constraints = json::object();
    if (field.required) {
        constraints["required"] = true;
    }
    if (field.unique) {
        constraints["unique"] = true;
    }
    if (!field.pattern.empty()) {
        constraints["pattern"] = field.pattern;
    }
    if (field.min) {
        constraints["minimum"] = *field.min;
    }
    if (field.max) {
        constraints["maximum"] = *field.max;
    }
    if (!field.codes.empty() && field.type == catalog::FieldType::string) {
        schema["categories"] = json::array();
        for (const auto& code : field.codes) {
            schema["categories"].push_back({{"value", code.code}, {"label", code.title.vi}});
        }
    }
    if (!constraints.empty()) {
        schema["constraints"] = constraints;
    }
    return schema;
}

std::string csv_cell(const std::string& text) {
    std::string cell = "\"";
    for (const char c : text) {
        cell.append(c == '"' ? 2 : 1, c);
    }
    return cell + '"';
}

}  // namespace

Text citation(const catalog::Catalogue& catalogue, const catalog::CatalogEntry& entry, const catalog::VersionInfo& version) {
    const auto* agency = catalogue.agency(entry.agency);
    const auto date = to_iso(date_vn(version.delivery.approved_at()));
    const auto tail = std::to_string(version.number) + ", " + date + ", " + catalogue.portal.base_url + "/dataset/" + entry.id + "/v" + std::to_string(version.number);
    return {"Nguồn: " + agency->name.vi + ", «" + entry.title.vi + "», phiên bản " + tail, "Source: " + agency->name.in(Lang::en) + ", «" + entry.title.in(Lang::en) + "», version " + tail};
}

std::string data_package(const catalog::Catalogue& catalogue, const catalog::CatalogEntry& entry, const catalog::VersionInfo& version, const std::string& csv_name,
                         std::uint64_t csv_bytes, const std::string& csv_sha256) {
    const auto* licence = catalogue.licence(entry.licence);
    const auto* agency = catalogue.agency(entry.agency);
    json schema = {{"fields", json::array()}};
    for (const auto& field : entry.fields) {
        schema["fields"].push_back(field_schema(field));
    }
    if (!entry.key.empty()) {
        schema["primaryKey"] = entry.key;
    }
    json package = {{"$schema", "https://datapackage.org/profiles/2.0/datapackage.json"},
                    {"name", entry.id},
                    {"id", uuid5("dataset/" + entry.id)},
                    {"title", entry.title.vi},
                    {"description", entry.summary.vi.empty() ? entry.title.vi : entry.summary.vi},
                    {"version", std::to_string(version.number)},
                    {"created", to_iso_utc(version.delivery.approved_at())},
                    {"homepage", catalogue.portal.base_url + "/dataset/" + entry.id},
                    {"contributors", json::array({{{"title", agency->name.vi}, {"roles", json::array({"publisher"})}}})},
                    {"resources", json::array()}};
    if (!entry.keywords.vi.empty()) {
        package["keywords"] = entry.keywords.vi;
    }
    if (licence != nullptr) {
        json terms = {{"title", licence->title.vi}};
        if (!licence->url.empty()) {
            terms["path"] = licence->url;
        }
        terms["name"] = licence->spdx.empty() ? licence->id : licence->spdx;
        package["licenses"] = json::array({terms});
    }
    if (!entry.sources.empty()) {
        package["sources"] = json::array();
        for (const auto& source : entry.sources) {
            json item = {{"title", source.name.vi}};
            if (!source.url.empty()) {
                item["path"] = source.url;
            }
            package["sources"].push_back(item);
        }
    }
    package["resources"].push_back({{"name", entry.id},
                                    {"type", "table"},
                                    {"path", csv_name},
                                    {"format", "csv"},
                                    {"mediatype", "text/csv"},
                                    {"encoding", "utf-8"},
                                    {"bytes", csv_bytes},
                                    {"hash", "sha256:" + csv_sha256},
                                    {"schema", schema}});
    for (const auto& attachment : version.attachments) {
        const auto extension = attachment.file.substr(attachment.file.rfind('.') + 1);
        package["resources"].push_back({{"name", attachment.file},
                                        {"title", attachment.title.vi},
                                        {"description", attachment.description.vi},
                                        {"path", "tai-lieu/" + attachment.file},
                                        {"format", extension},
                                        {"mediatype", catalog::media_type_of(extension)},
                                        {"bytes", attachment.bytes},
                                        {"hash", "sha256:" + attachment.sha256}});
    }
    return package.dump(2) + "\n";
}

std::string dictionary_csv(const catalog::CatalogEntry& entry) {
    std::string csv = "\xEF\xBB\xBFname,type,unit,title_vi,title_en,description_vi,description_en\r\n";
    for (const auto& field : entry.fields) {
        csv += field.name + ',' + std::string(to_string(field.type)) + ',' + csv_cell(field.unit) + ',' + csv_cell(field.title.vi) + ',' + csv_cell(field.title.en) + ',' +
               csv_cell(field.description.vi) + ',' + csv_cell(field.description.en) + "\r\n";
    }
    return csv;
}

std::string licence_text(const catalog::Catalogue& catalogue, const catalog::CatalogEntry& entry, const catalog::VersionInfo& version) {
    const auto* licence = catalogue.licence(entry.licence);
    const auto cite = citation(catalogue, entry, version);
    std::string text = licence->title.vi + "\n" + licence->title.in(Lang::en) + "\n" + licence->url + "\n\n";
    if (!licence->description.empty()) {
        text += licence->description.vi + "\n\n" + licence->description.in(Lang::en) + "\n\n";
    }
    return text + "Ghi nguồn khi dùng lại / Cite when reusing:\n" + cite.vi + "\n" + cite.en + "\n";
}

std::string readme_text(const catalog::Catalogue& catalogue, const catalog::CatalogEntry& entry, const catalog::VersionInfo& version) {
    const auto* agency = catalogue.agency(entry.agency);
    const auto& delivery = version.delivery;
    std::string text = entry.title.vi + "\n" + entry.title.in(Lang::en) + "\n\n";
    if (entry.illustrative || delivery.illustrative) {
        text += "SỐ LIỆU MINH HỌA: không dùng làm căn cứ. / ILLUSTRATIVE FIGURES: not to be relied on.\n\n";
    }
    text += entry.summary.vi + "\n" + entry.summary.in(Lang::en) + "\n\n";
    text += "Cơ quan chủ quản / Managing agency: " + agency->name.vi + "\n";
    text += "Phiên bản / Version: " + std::to_string(version.number) + "\n";
    text += "Phê duyệt lúc / Approved at: " + to_iso_vn(delivery.approved_at()) + "\n";
    text += "Kỳ dữ liệu / Period: " + delivery.period + "\n";
    text += "Số dòng / Rows: " + std::to_string(version.rows) + "\n";
    text += "Trang / Page: " + catalogue.portal.base_url + "/dataset/" + entry.id + "\n\n";
    return text + "dictionary.csv mô tả từng trường / describes each field; datapackage.json: Data Package v2; LICENSE.txt: giấy phép / licence.\n";
}

}  // namespace khomo::builder
