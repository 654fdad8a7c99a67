// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/outputs/json_ld.hpp"

#include <nlohmann/json.hpp>

#include "builder/outputs/distribution.hpp"
#include "catalog/base/digest.hpp"
#include "catalog/base/number.hpp"

namespace khomo::builder {
namespace {

using nlohmann::json;

std::string safe_in_script(const json& document) {
    std::string safe;
    for (const char c : document.dump()) {
        if (c == '<') {
            safe += "\\u003c";
        } else {
            safe += c;
        }
    }
    return safe;
}

}  // namespace

std::string dataset_json_ld(const catalog::CatalogSnapshot& snapshot, const catalog::CatalogEntry& entry, const catalog::VersionInfo& version, const UnitWriter& writer, Lang lang) {
    const auto& catalogue = snapshot.catalogue();
    const auto& base = catalogue.portal.base_url;
    const auto* agency = catalogue.agency(entry.agency);
    const auto* licence = catalogue.licence(entry.licence);
    auto description = entry.summary.in(lang);
    if (description.size() < 50) {  // Google asks for 50 to 5,000 characters
        description += (description.empty() ? "" : " ") + entry.title.in(lang) + " – " + agency->name.in(lang) + ", " + catalogue.portal.title.in(lang) + ".";
    }
    json document = {{"@context", "https://schema.org/"},
                     {"@type", "Dataset"},
                     {"name", entry.title.in(lang)},
                     {"description", description},
                     {"url", base + (lang == Lang::en ? "/en" : "") + "/dataset/" + entry.id},
                     {"identifier", uuid5("dataset/" + entry.id)},
                     {"version", std::to_string(version.number)},
                     {"inLanguage", "vi"},
                     {"isAccessibleForFree", true},
                     {"dateModified", to_iso_vn(version.delivery.approved_at())},
                     {"creator", {{"@type", "GovernmentOrganization"}, {"name", agency->name.in(lang)}}},
                     {"publisher", {{"@type", "GovernmentOrganization"}, {"name", catalogue.agency(catalogue.portal.publisher)->name.in(lang)}}},
                     {"includedInDataCatalog", {{"@type", "DataCatalog"}, {"name", catalogue.portal.title.in(lang)}, {"url", base + "/"}}},
                     {"distribution", json::array()},
                     {"variableMeasured", json::array()}};
    if (licence != nullptr) {
        document["license"] = licence->url.empty() ? licence->title.in(lang) : licence->url;
    }
    const auto& keywords = lang == Lang::vi || entry.keywords.en.empty() ? entry.keywords.vi : entry.keywords.en;
    if (!keywords.empty()) {
        document["keywords"] = keywords;
    }
    if (!version.delivery.period.empty()) {
        document["temporalCoverage"] = version.delivery.period;
    }
    if (version.bbox) {
        const auto& box = *version.bbox;
        document["spatialCoverage"] = {{"@type", "Place"}, {"geo", {{"@type", "GeoShape"}, {"box", to_text(box[1]) + " " + to_text(box[0]) + " " + to_text(box[3]) + " " + to_text(box[2])}}}};
    }
    for (const auto& field : entry.fields) {
        json variable = {{"@type", "PropertyValue"}, {"name", field.name}, {"description", field.title.in(lang)}};
        if (!field.unit.empty()) {
            variable["unitText"] = field.unit;
        }
        document["variableMeasured"].push_back(variable);
    }
    for (const auto& distribution : distributions(version)) {
        const auto* file = writer.made(version_file(version, distribution));
        if (file != nullptr) {
            document["distribution"].push_back({{"@type", "DataDownload"},
                                                {"contentUrl", base + version_url(version, distribution)},
                                                {"encodingFormat", distribution.media_type},
                                                {"contentSize", std::to_string(file->bytes) + " B"},
                                                {"sha256", file->sha256}});
        }
    }
    return safe_in_script(document);
}

}  // namespace khomo::builder
