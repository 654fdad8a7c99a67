// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/outputs/data_json.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "builder/outputs/distribution.hpp"
#include "builder/outputs/json_ld.hpp"
#include "catalog/base/digest.hpp"
#include "catalog/base/number.hpp"

namespace khomo::builder {
namespace {

using catalog::CatalogEntry;
using nlohmann::json;

/// ISO 8601 repeating intervals, as the schema wants them.
std::string_view interval(catalog::Frequency frequency) {
    switch (frequency) {
        case catalog::Frequency::daily: return "R/P1D";
        case catalog::Frequency::monthly: return "R/P1M";
        case catalog::Frequency::quarterly: return "R/P3M";
        case catalog::Frequency::yearly: return "R/P1Y";
        case catalog::Frequency::on_change:
        case catalog::Frequency::on_request: return "irregular";
    }
    return "irregular";
}

json dataset_json(const catalog::CatalogSnapshot& snapshot, const CatalogEntry& entry) {
    const auto& catalogue = snapshot.catalogue();
    const auto& base = catalogue.portal.base_url;
    const auto* agency = catalogue.agency(entry.agency);
    const auto* licence = catalogue.licence(entry.licence);
    const auto& version = snapshot.current(entry.id)->info();
    const auto& email = agency->contact.email.empty() ? catalogue.portal.contact.email : agency->contact.email;
    json item = {{"@type", "dcat:Dataset"},
                 {"identifier", "urn:uuid:" + uuid5("dataset/" + entry.id)},
                 {"title", entry.title.vi},
                 {"description", dataset_description(catalogue, entry, Lang::vi)},
                 {"keyword", entry.keywords.vi.empty() ? std::vector<std::string>{catalogue.theme(entry.theme)->title.vi} : entry.keywords.vi},
                 {"theme", json::array({catalogue.theme(entry.theme)->title.vi})},
                 {"modified", to_iso_vn(version.delivery.approved_at())},
                 {"issued", to_iso_vn(snapshot.versions(entry.id).front().info().delivery.approved_at())},
                 {"publisher", {{"@type", "org:Organization"}, {"name", agency->name.vi}}},
                 {"contactPoint", {{"@type", "vcard:Contact"}, {"fn", agency->name.vi}, {"hasEmail", "mailto:" + email}}},
                 {"accessLevel", "public"},
                 {"accrualPeriodicity", interval(entry.frequency)},
                 {"language", json::array({"vi"})},
                 {"landingPage", base + "/dataset/" + entry.id},
                 {"distribution", json::array()}};
    if (licence != nullptr && !licence->url.empty()) {
        item["license"] = licence->url;
    }
    if (version.bbox) {
        const auto& box = *version.bbox;
        item["spatial"] = to_text(box[0]) + "," + to_text(box[1]) + "," + to_text(box[2]) + "," + to_text(box[3]);
    }
    if (const auto coverage = temporal_coverage(version.delivery.period); coverage.find('/') != std::string::npos) {
        item["temporal"] = coverage;
    }
    for (const auto& distribution : distributions(version)) {
        item["distribution"].push_back({{"@type", "dcat:Distribution"}, {"downloadURL", base + latest_url(version, distribution)}, {"mediaType", distribution.media_type}, {"format", distribution.format},
                                        {"title", distribution.title.vi}});
    }
    return item;
}

}  // namespace

std::vector<Unit> DataJson::plan(const catalog::CatalogSnapshot& snapshot) const {
    Fingerprint inputs("data.json 1");
    inputs.add(snapshot.catalogue().context_sha256);
    for (const auto& entry : snapshot.catalogue().entries) {
        for (const auto& version : snapshot.versions(entry.id)) {
            inputs.add(version_fingerprint(snapshot.catalogue(), entry, version.info()));
        }
    }
    return {{"data-json", inputs.hex(), [&snapshot](UnitWriter& writer) {
                 json document = {{"@context", "https://project-open-data.cio.gov/v1.1/schema/catalog.jsonld"},
                                  {"@id", snapshot.catalogue().portal.base_url + "/data.json"},
                                  {"@type", "dcat:Catalog"},
                                  {"conformsTo", "https://project-open-data.cio.gov/v1.1/schema"},
                                  {"describedBy", "https://project-open-data.cio.gov/v1.1/schema/catalog.json"},
                                  {"dataset", json::array()}};
                 for (const auto& entry : snapshot.catalogue().entries) {
                     if (snapshot.current(entry.id) != nullptr) {
                         document["dataset"].push_back(dataset_json(snapshot, entry));
                     }
                 }
                 writer.write("site/data.json", document.dump(1) + "\n");
             }}};
}

}  // namespace khomo::builder
