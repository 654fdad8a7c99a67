// SPDX-License-Identifier: GPL-3.0-or-later

#include <nlohmann/json.hpp>

#include "builder/outputs/distribution.hpp"
#include "builder/outputs/tombstone.hpp"
#include "builder/outputs/version_files.hpp"
#include "catalog/base/digest.hpp"

namespace khomo::builder {
namespace {

using nlohmann::json;

json both(const Text& text) { return {{"vi", text.vi}, {"en", text.in(Lang::en)}}; }

json fields_of(const catalog::CatalogEntry& entry) {
    json fields = json::array();
    for (const auto& field : entry.fields) {
        json item = {{"name", field.name}, {"type", to_string(field.type)}, {"title", both(field.title)}, {"description", both(field.description)}, {"unit", field.unit}, {"required", field.required}};
        if (!field.codelist.empty()) {
            item["codelist"] = field.codelist;
        }
        if (!field.codes.empty()) {
            item["codes"] = json::array();
            for (const auto& code : field.codes) {
                item["codes"].push_back({{"code", code.code}, {"title", both(code.title)}});
            }
        }
        fields.push_back(std::move(item));
    }
    return fields;
}

json versions_of(const catalog::CatalogSnapshot& snapshot, const catalog::CatalogEntry& entry) {
    json versions = json::array();
    for (const auto& version : snapshot.versions(entry.id)) {
        const auto& info = version.info();
        const auto path = data_path(info);
        versions.insert(versions.begin(), json{{"number", info.number},
                                               {"approved_at", to_iso_vn(info.delivery.approved_at())},
                                               {"period", info.delivery.period},
                                               {"rows", info.rows},
                                               {"file", path.substr(path.rfind('/') + 1)},
                                               {"table", entry.table_name()},
                                               {"bbox", info.bbox ? json(*info.bbox) : json(nullptr)},
                                               {"content_sha256", info.content_sha256}});
        if (const auto& correction = info.delivery.corrects) {
            versions.front()["corrects"] = {{"version", correction->version}, {"reason", both(correction->reason)}, {"document", correction->document}};
        }
    }
    return versions;
}

/// What is no longer there, and why.
json withdrawals_of(const catalog::CatalogSnapshot& snapshot, const std::string& dataset) {
    json list = json::array();
    const auto& withdrawals = snapshot.withdrawals();
    if (const auto* whole = withdrawals.dataset(dataset)) {
        list.push_back(withdrawal_json(*whole));
    }
    for (const int number : withdrawals.versions(dataset)) {
        list.push_back(withdrawal_json(*withdrawals.single(dataset, number)));
        list.back()["versions"] = json::array({number});
    }
    return list;
}

json document_of(const catalog::CatalogSnapshot& snapshot, const catalog::CatalogEntry& entry, const UnitWriter& writer) {
    const auto& catalogue = snapshot.catalogue();
    const auto* agency = catalogue.agency(entry.agency);
    const auto* theme = catalogue.theme(entry.theme);
    const auto* licence = catalogue.licence(entry.licence);
    const auto* version = snapshot.current(entry.id);
    json document = {{"id", entry.id},
                     {"uuid", uuid5("dataset/" + entry.id)},
                     {"title", both(entry.title)},
                     {"summary", both(entry.summary)},
                     {"agency", {{"id", agency->id}, {"name", both(agency->name)}}},
                     {"theme", {{"id", theme->id}, {"title", both(theme->title)}}},
                     {"class", to_string(entry.open_class)},
                     {"class_reason", both(entry.class_reason)},
                     {"inventory", entry.inventory},
                     {"frequency", to_string(entry.frequency)},
                     {"licence", licence == nullptr ? json(nullptr) : json{{"id", licence->id}, {"title", both(licence->title)}, {"url", licence->url}}},
                     {"keywords", {{"vi", entry.keywords.vi}, {"en", entry.keywords.en}}},
                     {"illustrative", entry.illustrative},
                     {"key", entry.key},
                     {"fields", version == nullptr ? json::array() : fields_of(catalog::entry_at(entry, version->info()))},
                     {"geometry", nullptr},
                     {"version", version == nullptr ? json(nullptr) : json(version->info().number)},
                     {"updated", version == nullptr ? json(nullptr) : json(to_iso_vn(version->info().delivery.approved_at()))},
                     {"state", publication_state(snapshot, entry)},
                     {"withdrawals", withdrawals_of(snapshot, entry.id)},
                     {"versions", versions_of(snapshot, entry)},
                     {"distributions", json::array()}};
    if (version != nullptr) {
        const auto& info = version->info();
        if (!info.geometry_type.empty()) {
            document["geometry"] = {{"type", info.geometry_type}, {"crs", info.crs}};
        }
        for (const auto& distribution : distributions(info)) {
            if (const auto* file = writer.made(version_file(info, distribution))) {
                document["distributions"].push_back({{"format", distribution.format}, {"title", both(distribution.title)}, {"path", version_url(info, distribution)}, {"bytes", file->bytes},
                                                     {"sha256", file->sha256}, {"media_type", distribution.media_type}});
                if (distribution.attachment) {
                    document["distributions"].back()["attachment"] = true;
                    document["distributions"].back()["description"] = both(distribution.description);
                }
            }
        }
    }
    return document;
}

}  // namespace

void write_dataset_document(const catalog::CatalogSnapshot& snapshot, const catalog::CatalogEntry& entry, UnitWriter& writer) {
    const auto document = document_of(snapshot, entry, writer).dump(1) + "\n";
    writer.write("site/api/v1/datasets/" + entry.id + ".json", document);
    const auto* version = snapshot.current(entry.id);
    if (version == nullptr) {
        return;
    }
    writer.write("data/" + entry.id + "/dataset.json", document);
    for (const auto& distribution : distributions(version->info())) {
        writer.adopt("site" + latest_url(version->info(), distribution), writer.in_release(version_file(version->info(), distribution)));
    }
}

std::vector<Unit> WithdrawnDocuments::plan(const catalog::CatalogSnapshot& snapshot) const {
    std::vector<Unit> units;
    for (const auto& entry : snapshot.catalogue().entries) {
        if (snapshot.withdrawal(entry.id) == nullptr) {
            continue;  // dataset_pages.cpp
        }
        Fingerprint inputs("documents 2");
        inputs.add(snapshot.catalogue().context_sha256).add(entry.source_sha256).add(withdrawal_fingerprint(snapshot, entry.id));
        for (const auto& version : snapshot.versions(entry.id)) {
            inputs.add(version_fingerprint(snapshot.catalogue(), entry, version.info()));
        }
        units.push_back({"documents/" + entry.id, inputs.hex(), [&snapshot, &entry](UnitWriter& writer) { write_dataset_document(snapshot, entry, writer); }});
    }
    return units;
}

}  // namespace khomo::builder
