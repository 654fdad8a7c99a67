// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/outputs/json_ld.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "builder/outputs/distribution.hpp"
#include "catalog/base/digest.hpp"
#include "catalog/base/number.hpp"
#include "catalog/model/period.hpp"

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

std::size_t letters(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

constexpr std::size_t kShortest = 50;  ///< letters that Google's Dataset Search asks of a description

json organization(const catalog::Agency& agency, const std::string& prefix, Lang lang) {
    return {{"@type", "GovernmentOrganization"}, {"name", agency.name.in(lang)}, {"url", agency.website.empty() ? prefix + "/agency/" + agency.id : agency.website}};
}

}  // namespace

std::string dataset_description(const catalog::Catalogue& catalogue, const catalog::CatalogEntry& entry, Lang lang) {
    auto description = entry.summary.in(lang);
    if (letters(description) < kShortest) {
        description += (description.empty() ? "" : " ") + entry.title.in(lang) + " – " + catalogue.agency(entry.agency)->name.in(lang) + ", " + catalogue.portal.title.in(lang) + ".";
    }
    return description;
}

std::string portal_json_ld(const catalog::Portal& portal, const std::string& publisher, Lang lang) {
    const auto prefix = portal.base_url + (lang == Lang::en ? "/en" : "");
    const json catalog_of_data = {{"@type", "DataCatalog"},
                                  {"name", portal.title.in(lang)},
                                  {"description", portal.tagline.in(lang)},
                                  {"url", prefix + "/"},
                                  {"inLanguage", code(lang)},
                                  {"publisher", {{"@type", "GovernmentOrganization"}, {"name", publisher}}}};
    const json site = {{"@type", "WebSite"},
                       {"name", portal.title.in(lang)},
                       {"url", prefix + "/"},
                       {"inLanguage", code(lang)},
                       {"potentialAction",
                        {{"@type", "SearchAction"}, {"target", {{"@type", "EntryPoint"}, {"urlTemplate", prefix + "/search?q={search_term_string}"}}}, {"query-input", "required name=search_term_string"}}}};
    return safe_in_script({{"@context", "https://schema.org/"}, {"@graph", json::array({catalog_of_data, site})}});
}

std::string dataset_json_ld(const catalog::CatalogSnapshot& snapshot, const catalog::CatalogEntry& entry, const catalog::VersionInfo& version, const std::string& path,
                            const UnitWriter& writer, Lang lang) {
    const auto& catalogue = snapshot.catalogue();
    const auto& base = catalogue.portal.base_url;
    const auto* agency = catalogue.agency(entry.agency);
    const auto* licence = catalogue.licence(entry.licence);
    const auto* publisher = catalogue.agency(catalogue.portal.publisher);
    const auto prefix = base + (lang == Lang::en ? "/en" : "");
    json document = {{"@context", "https://schema.org/"},
                     {"@type", "Dataset"},
                     {"name", entry.title.in(lang)},
                     {"description", dataset_description(catalogue, entry, lang)},
                     {"url", prefix + path},
                     {"identifier", "urn:uuid:" + uuid5("dataset/" + entry.id)},
                     {"version", std::to_string(version.number)},
                     {"inLanguage", "vi"},
                     {"isAccessibleForFree", true},
                     {"dateModified", to_iso_vn(version.delivery.approved_at())},
                     {"creator", organization(*agency, prefix, lang)},
                     {"publisher", organization(*publisher, prefix, lang)},
                     {"includedInDataCatalog", {{"@type", "DataCatalog"}, {"name", catalogue.portal.title.in(lang)}, {"url", prefix + "/"}}},
                     {"distribution", json::array()},
                     {"variableMeasured", json::array()}};
    if (licence != nullptr) {
        document["license"] = licence->url.empty() ? licence->title.in(lang) : licence->url;
    }
    const auto& keywords = lang == Lang::vi || entry.keywords.en.empty() ? entry.keywords.vi : entry.keywords.en;
    if (!keywords.empty()) {
        document["keywords"] = keywords;
    }
    if (const auto coverage = temporal_coverage(version.delivery.period); !coverage.empty()) {
        document["temporalCoverage"] = coverage;
    }
    for (const auto& source : entry.sources) {
        if (!source.url.empty()) {
            document["isBasedOn"].push_back(source.url);
        }
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
                                                {"name", distribution.title.in(lang)},
                                                {"contentUrl", base + version_url(version, distribution)},
                                                {"encodingFormat", distribution.media_type},
                                                {"contentSize", std::to_string(file->bytes) + " B"},
                                                {"sha256", file->sha256}});
        }
    }
    return safe_in_script(document);
}

std::string temporal_coverage(const std::string& period) {
    const auto interval = catalog::read_period(period);
    if (!interval) {
        return "";
    }
    return interval->first == interval->last ? interval->first : interval->first + "/" + interval->last;
}

}  // namespace khomo::builder
