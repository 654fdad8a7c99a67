// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/outputs/search_documents.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "builder/outputs/distribution.hpp"
#include "builder/outputs/output.hpp"
#include "builder/outputs/tombstone.hpp"
#include "catalog/model/quality.hpp"
#include "search/index/index_writer.hpp"
#include "site-templates/engine/template_engine.hpp"

namespace khomo::builder {
namespace {

using catalog::CatalogEntry;
using nlohmann::json;
using search::SearchDocument;

json both(const Text& text) { return {{"vi", text.vi}, {"en", text.in(Lang::en)}}; }

std::vector<std::string> formats_of(const catalog::VersionInfo& version) {
    std::vector<std::string> formats;
    for (const auto& distribution : distributions(version)) {
        const bool known = std::find(formats.begin(), formats.end(), distribution.format) != formats.end();
        if (distribution.format != "xsd" && distribution.format != "zip" && !known) {
            formats.push_back(distribution.format);
        }
    }
    return formats;
}

json payload_of(const catalog::CatalogSnapshot& snapshot, const CatalogEntry& entry) {
    const auto* version = snapshot.current(entry.id);
    json payload = {{"id", entry.id},
                    {"kind", "dataset"},
                    {"inventory", entry.inventory},
                    {"class", to_string(entry.open_class)},
                    {"class_reason", both(entry.class_reason)},
                    {"title", both(entry.title)},
                    {"summary", both(entry.summary)},
                    {"agency", entry.agency},
                    {"theme", entry.theme},
                    {"frequency", to_string(entry.frequency)},
                    {"licence", entry.licence},
                    {"illustrative", entry.illustrative},
                    {"published", version != nullptr},
                    {"state", publication_state(snapshot, entry)},
                    {"url", "/dataset/" + entry.id},
                    {"formats", json::array()},
                    {"updated", nullptr},
                    {"version", nullptr},
                    {"rows", nullptr}};
    if (version != nullptr) {
        payload["formats"] = formats_of(version->info());
        payload["updated"] = to_iso_vn(version->info().delivery.approved_at());
        payload["version"] = version->info().number;
        payload["rows"] = version->info().rows;
    }
    if (const auto* withdrawal = snapshot.withdrawal(entry.id)) {
        payload["withdrawal"] = withdrawal_json(*withdrawal);
    }
    return payload;
}

/// "high", "medium" or "low": the lowest of đúng, đủ, sạch. sống is left out: it changes with the days, the version does not.
std::string quality_level(const catalog::CatalogSnapshot& snapshot, const CatalogEntry& entry, const catalog::VersionInfo& version) {
    constexpr int kHigh = 9900;
    constexpr int kMedium = 9000;
    const auto scores = catalog::scores_of(catalog::quality_inputs(entry, version, snapshot.catalogue().units.size()));
    int lowest = catalog::kFull;
    for (const auto& score : {scores.valid, scores.complete, scores.clean}) {
        lowest = std::min(lowest, score.value_or(catalog::kFull));
    }
    return lowest >= kHigh ? "high" : lowest >= kMedium ? "medium" : "low";
}

void add_version(const catalog::CatalogSnapshot& snapshot, const CatalogEntry& entry, const catalog::VersionInfo& version, SearchDocument& document) {
    document.description = {markdown_to_text(entry.description.vi), markdown_to_text(entry.description.en)};
    for (const auto& field : entry.fields) {
        document.fields.push_back(field.title);
    }
    document.updated = to_iso(date_vn(version.delivery.approved_at()));
    document.facets["format"] = formats_of(version);
    const auto& period = version.delivery.period;
    if (period.size() >= 4) {
        document.facets["year"] = {period.substr(0, 4)};
    }
    for (const auto& [unit, rows] : version.rows_by_unit) {
        document.facets["unit"].push_back(unit);
    }
    document.facets["quality"] = {quality_level(snapshot, entry, version)};
    document.box = version.bbox;
    if (!entry.licence.empty()) {
        document.facets["licence"] = {entry.licence};
    }
}

}  // namespace

SearchDocument search_document(const catalog::CatalogSnapshot& snapshot, const CatalogEntry& entry) {
    const auto& catalogue = snapshot.catalogue();
    const auto* version = snapshot.current(entry.id);
    const auto* agency = catalogue.agency(entry.agency);
    const auto* theme = catalogue.theme(entry.theme);
    SearchDocument document;
    document.id = entry.id;
    document.title = entry.title;
    document.summary = entry.summary;
    document.keywords = entry.keywords.vi;
    document.keywords.insert(document.keywords.end(), entry.keywords.en.begin(), entry.keywords.en.end());
    document.names = {agency->name.vi, agency->name.en, agency->short_name.vi, theme->title.vi, theme->title.en, entry.inventory};
    // A withdrawn dataset is found as a row of the inventory, if it is one.
    document.searchable = entry.open_class != catalog::OpenClass::never && (snapshot.withdrawal(entry.id) == nullptr || !entry.inventory.empty());
    document.named["agency"] = {agency->name.vi, agency->name.en, agency->short_name.vi};
    document.named["theme"] = {theme->title.vi, theme->title.en};
    if (version != nullptr) {
        add_version(snapshot, entry, version->info(), document);
    }
    document.facets["theme"] = {entry.theme};
    document.facets["agency"] = {entry.agency};
    document.facets["frequency"] = {std::string(to_string(entry.frequency))};
    document.facets["class"] = {std::string(to_string(entry.open_class))};
    document.facets["published"] = {version != nullptr ? "yes" : "no"};
    document.facets["kind"] = {version == nullptr ? "none" : version->info().geometry_type.empty() ? "table" : "map"};
    document.payload = payload_of(snapshot, entry).dump();
    return document;
}

std::string search_document_hash(const catalog::CatalogSnapshot& snapshot, const CatalogEntry& entry) {
    Fingerprint inputs("search document 3");
    inputs.add(search::index_revision()).add(entry.source_sha256).add(snapshot.catalogue().context_sha256).add(withdrawal_fingerprint(snapshot, entry.id));
    if (const auto* version = snapshot.current(entry.id)) {
        inputs.add(version_fingerprint(snapshot.catalogue(), entry, version->info()));
    }
    return inputs.hex();
}

}  // namespace khomo::builder
