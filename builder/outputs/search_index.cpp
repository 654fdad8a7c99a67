// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/outputs/search_index.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "builder/outputs/distribution.hpp"
#include "builder/outputs/search_places.hpp"
#include "builder/outputs/search_rows.hpp"
#include "builder/outputs/tombstone.hpp"
#include "catalog/base/digest.hpp"
#include "catalog/base/file.hpp"
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

SearchDocument document_of(const catalog::CatalogSnapshot& snapshot, const CatalogEntry& entry) {
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

std::string hash_of(const catalog::CatalogSnapshot& snapshot, const CatalogEntry& entry) {
    Fingerprint inputs("search document 3");
    inputs.add(search::index_revision()).add(entry.source_sha256).add(snapshot.catalogue().context_sha256).add(withdrawal_fingerprint(snapshot, entry.id));
    if (const auto* version = snapshot.current(entry.id)) {
        inputs.add(version_fingerprint(snapshot.catalogue(), entry, version->info()));
    }
    return inputs.hex();
}

std::string shard_name(std::size_t number) { return "shard-" + std::string(number < 10 ? "0" : "") + std::to_string(number); }

/// Makes one shard; `hashes` holds the documents that belong in it.
class ShardMaker {
public:
    ShardMaker(const catalog::CatalogSnapshot& snapshot, std::string name, std::map<std::string, std::string> hashes)
        : snapshot_(snapshot), name_(std::move(name)), hashes_(std::move(hashes)) {}

    void operator()(UnitWriter& writer) const {
        const auto folder = writer.scratch() / name_;
        const auto before = hashes_of_parent(writer);
        {
            search::IndexWriter index(folder, before.empty() ? std::filesystem::path() : writer.parent("search/" + name_));
            for (const auto& [id, hash] : before) {
                if (!hashes_.contains(id)) {
                    index.remove(id);
                }
            }
            for (const auto& [id, hash] : hashes_) {
                const auto old = before.find(id);
                if (old == before.end() || old->second != hash) {
                    index.replace(document_of(snapshot_, *snapshot_.catalogue().entry(id)));
                }
            }
            index.finish();
        }
        for (const auto& item : std::filesystem::directory_iterator(folder)) {
            const auto file = item.path().filename().string();
            if (file != "flintlock") {  // a lock of the writer, no part of the index
                writer.adopt("search/" + name_ + "/" + file, item.path());
            }
        }
        writer.write("search/" + name_ + ".json", json(hashes_).dump(1) + "\n");
    }

private:
    /// Empty when there is no parent shard, or more than half of it changed: then a fresh one is smaller and as quick.
    std::map<std::string, std::string> hashes_of_parent(const UnitWriter& writer) const {
        const auto list = writer.parent("search/" + name_ + ".json");
        if (list.empty() || writer.parent("search/" + name_).empty()) {
            return {};
        }
        const auto before = json::parse(read_file(list)).get<std::map<std::string, std::string>>();
        std::size_t same = 0;
        for (const auto& [id, hash] : hashes_) {
            const auto old = before.find(id);
            same += old != before.end() && old->second == hash ? 1 : 0;
        }
        return same * 2 > hashes_.size() ? before : std::map<std::string, std::string>();
    }

    const catalog::CatalogSnapshot& snapshot_;
    std::string name_;
    std::map<std::string, std::string> hashes_;
};

}  // namespace

std::vector<Unit> SearchIndex::plan(const catalog::CatalogSnapshot& snapshot) const {
    const auto& entries = snapshot.catalogue().entries;
    const auto shards = search::shard_count(entries.size());
    std::vector<std::map<std::string, std::string>> hashes(shards);
    for (const auto& entry : entries) {
        hashes[search::shard_of(entry.id, shards)].emplace(entry.id, hash_of(snapshot, entry));
    }
    std::vector<Unit> units;
    for (std::size_t i = 0; i < shards; ++i) {
        Fingerprint inputs("search 2");
        inputs.add(search::index_revision());
        for (const auto& [id, hash] : hashes[i]) {
            inputs.add(id).add(hash);
        }
        units.push_back({"search/" + shard_name(i), inputs.hex(), ShardMaker(snapshot, shard_name(i), hashes[i])});
    }
    Fingerprint schema("search schema 2");
    units.push_back({"search/schema", schema.add(search::schema_json()).hex(), [](UnitWriter& writer) { writer.write("search/schema.json", search::schema_json()); }});
    units.push_back(places_unit(snapshot));
    for (auto& unit : row_units(snapshot)) {
        units.push_back(std::move(unit));
    }
    return units;
}

}  // namespace khomo::builder
