// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <nlohmann/json.hpp>

#include "builder/outputs/distribution.hpp"
#include "builder/outputs/tiles.hpp"
#include "catalog/base/file.hpp"
#include "geo/palette.hpp"

namespace khomo::builder {
namespace {

using nlohmann::json;

json words(const Text& text) { return {{"vi", text.in(Lang::vi)}, {"en", text.in(Lang::en)}}; }

/// Codes of a field with what they mean; empty for plain values.
json codes_of(const catalog::Catalogue& catalogue, const catalog::Field& field) {
    json codes = json::object();
    for (const auto& code : field.codes) {
        codes[code.code] = words(code.title);
    }
    if (field.codelist == "units") {
        for (const auto& unit : catalogue.units) {
            codes[unit.code] = words(unit.name);
        }
    }
    return codes;
}

/// Classes by how many features they have, each with its colour: the order and the colours of the picture.
json classes_of(const json& classes, const catalog::Field* field) {
    json sorted = classes;
    std::stable_sort(sorted.begin(), sorted.end(), [](const json& a, const json& b) {
        const auto name = [](const json& one) { return one.at("value").is_string() ? one.at("value").get<std::string>() : std::string(); };
        const auto many = a.at("features").get<std::uint64_t>();
        const auto others = b.at("features").get<std::uint64_t>();
        return many != others ? many > others : name(a) < name(b);
    });
    for (std::size_t rank = 0; rank < sorted.size(); ++rank) {
        auto& one = sorted[rank];
        one["colour"] = geo::kClassPalette.at(std::min(rank, geo::kMostColours));
        auto label = one.at("value").is_string() ? Text{one.at("value").get<std::string>(), one.at("value").get<std::string>()} : Text{"không rõ", "unknown"};
        if (field != nullptr) {
            const auto code = std::find_if(field->codes.begin(), field->codes.end(), [&](const auto& known) { return known.code == label.vi; });
            label = code == field->codes.end() ? label : code->title;
        }
        one["label"] = words(label);
    }
    return sorted;
}

json describe(const catalog::CatalogSnapshot& snapshot, const catalog::CatalogEntry& entry, const json& fidelity) {
    const auto& info = snapshot.current(entry.id)->info();
    const auto then = catalog::entry_at(entry, info);
    json fields = json::array();
    for (const auto& name : fidelity.at("keys")) {
        const auto* field = then.field(name.get<std::string>());
        fields.push_back({{"name", field->name}, {"title", words(field->title)}, {"type", catalog::to_string(field->type)}, {"unit", field->unit}, {"codes", codes_of(snapshot.catalogue(), *field)}});
    }
    const bool classed = fidelity.at("classed").get<bool>();
    return {{"id", entry.id},
            {"title", words(entry.title)},
            {"agency", words(snapshot.catalogue().agency(entry.agency)->name)},
            {"url", "/dataset/" + entry.id},
            {"tiles", fidelity.at("refused").empty() ? json(tiles_path(entry.id).substr(4)) : json(nullptr)},
            {"layer", entry.id},
            {"geometry", info.geometry_type},
            {"version", info.number},
            {"rows", info.rows},
            {"bbox", *info.bbox},
            {"min_zoom", fidelity.at("min_zoom")},
            {"max_zoom", fidelity.at("max_zoom")},
            {"detail_zoom", fidelity.at("detail_zoom")},
            {"colour", classed ? json(entry.views.map_colour) : json(nullptr)},
            {"colour_title", classed ? words(then.field(entry.views.map_colour)->title) : json(nullptr)},
            {"label", entry.views.map_label.empty() ? json(nullptr) : json(entry.views.map_label)},
            {"key", then.key},
            {"illustrative", entry.illustrative},
            {"fields", fields},
            {"classes", classes_of(fidelity.at("classes"), classed ? then.field(entry.views.map_colour) : nullptr)}};
}

json fidelity_of(const std::string& dataset, const UnitWriter& writer) { return json::parse(read_file(writer.in_release("site/tiles/" + dataset + ".fidelity.json"))); }

/// Where the name of each commune stands: tiles hold its shape in pieces, and each piece would bear the name.
json places_of(const std::vector<catalog::Unit>& units) {
    json features = json::array();
    for (const auto& unit : units) {
        features.push_back({{"type", "Feature"}, {"geometry", {{"type", "Point"}, {"coordinates", {unit.lon, unit.lat}}}}, {"properties", {{"code", unit.code}, {"vi", unit.name.in(Lang::vi)}, {"en", unit.name.in(Lang::en)}}}});
    }
    return {{"type", "FeatureCollection"}, {"features", std::move(features)}};
}

std::string map_fingerprint(const catalog::CatalogSnapshot& snapshot, const catalog::CatalogEntry& entry) {
    return version_fingerprint(snapshot.catalogue(), entry, snapshot.current(entry.id)->info());
}

}  // namespace

std::vector<Unit> MapDocuments::plan(const catalog::CatalogSnapshot& snapshot) const {
    std::vector<Unit> units;
    Fingerprint all("map layers 1");
    for (const auto& entry : snapshot.catalogue().entries) {
        if (!is_layer(snapshot, entry)) {
            continue;
        }
        const auto inputs = map_fingerprint(snapshot, entry);
        all.add(entry.id).add(inputs);
        units.push_back({"map/" + entry.id, Fingerprint("map 2").add(inputs).hex(), [&snapshot, &entry](UnitWriter& writer) {
                             writer.write("site/tiles/" + entry.id + ".json", describe(snapshot, entry, fidelity_of(entry.id, writer)).dump() + "\n");
                         }});
    }
    units.push_back({"map-layers", all.hex(), [&snapshot](UnitWriter& writer) {
                         json layers = json::array();
                         for (const auto& entry : snapshot.catalogue().entries) {
                             if (is_layer(snapshot, entry)) {
                                 layers.push_back({{"id", entry.id}, {"title", words(entry.title)}, {"geometry", snapshot.current(entry.id)->info().geometry_type},
                                                   {"drawn", fidelity_of(entry.id, writer).at("refused").empty()}});
                             }
                         }
                         writer.write("site/tiles/layers.json", json{{"layers", layers}}.dump() + "\n");
                     }});
    auto places = places_of(snapshot.catalogue().units).dump() + "\n";
    const auto inputs = Fingerprint("map places 1").add(places).hex();
    units.push_back({"map-places", inputs, [text = std::move(places)](UnitWriter& writer) { writer.write("site/tiles/places.json", text); }});
    return units;
}

}  // namespace khomo::builder
