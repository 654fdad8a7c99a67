// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/rows/dataset_description.hpp"

#include <nlohmann/json.hpp>

#include "catalog/base/error.hpp"

namespace khomo::search {
namespace {

using nlohmann::json;

std::string text_at(const json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Text bilingual_at(const json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_object() ? Text{text_at(*found, "vi"), text_at(*found, "en")} : Text{};
}

json object_at(const json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_object() ? *found : json::object();
}

catalog::Field parse_field(const json& object) {
    catalog::Field field;
    field.name = object.at("name").get<std::string>();
    const auto type = catalog::parse_field_type(object.at("type").get<std::string>());
    if (!type) {
        throw Error(ErrorKind::store, {"dataset.json có kiểu trường lạ", "dataset.json has an unknown field type"});
    }
    field.type = *type;
    field.title = bilingual_at(object, "title");
    field.description = bilingual_at(object, "description");
    field.unit = text_at(object, "unit");
    field.required = object.value("required", false);
    field.codelist = text_at(object, "codelist");
    if (const auto codes = object.find("codes"); codes != object.end() && codes->is_array()) {
        for (const auto& code : *codes) {
            field.codes.push_back({text_at(code, "code"), bilingual_at(code, "title")});
        }
    }
    return field;
}

VersionDescription parse_version(const json& object) {
    VersionDescription version;
    version.number = object.at("number").get<int>();
    version.approved_at = text_at(object, "approved_at");
    version.period = text_at(object, "period");
    version.rows = object.at("rows").get<std::uint64_t>();
    version.file = object.at("file").get<std::string>();
    version.table = object.at("table").get<std::string>();
    version.content_sha256 = text_at(object, "content_sha256");
    if (const auto bbox = object.find("bbox"); bbox != object.end() && bbox->is_array() && bbox->size() == 4) {
        version.bbox = bbox->get<std::array<double, 4>>();
    }
    return version;
}

}  // namespace

const VersionDescription* DatasetDescription::find(int number) const {
    for (const auto& candidate : versions) {
        if (candidate.number == number) {
            return &candidate;
        }
    }
    return nullptr;
}

DatasetDescription parse_description(std::string_view text) {
    try {
        const auto document = json::parse(text);
        DatasetDescription dataset;
        dataset.id = document.at("id").get<std::string>();
        dataset.title = bilingual_at(document, "title");
        dataset.agency = bilingual_at(object_at(document, "agency"), "name");
        const auto licence = object_at(document, "licence");
        dataset.licence = {text_at(licence, "id"), bilingual_at(licence, "title"), text_at(licence, "url")};
        dataset.updated = text_at(document, "updated");
        dataset.illustrative = document.value("illustrative", false);
        for (const auto& field : document.at("fields")) {
            dataset.fields.push_back(parse_field(field));
        }
        dataset.geometry_type = text_at(object_at(document, "geometry"), "type");
        dataset.version = document.value("version", 0);
        for (const auto& version : document.at("versions")) {
            dataset.versions.push_back(parse_version(version));
        }
        return dataset;
    } catch (const json::exception& fault) {
        throw Error(ErrorKind::store, {std::string("dataset.json hỏng: ") + fault.what(), std::string("dataset.json is damaged: ") + fault.what()});
    }
}

std::optional<std::size_t> TableSchema::find(std::string_view name) const {
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].name == name) {
            return i;
        }
    }
    return std::nullopt;
}

std::vector<std::string> TableSchema::field_names() const {
    std::vector<std::string> names;
    for (const auto& field : fields) {
        names.push_back(field.name);
    }
    return names;
}

}  // namespace khomo::search
