// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/outputs/search_places.hpp"

#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "catalog/base/text.hpp"

namespace khomo::builder {
namespace {

using nlohmann::json;

json place(const std::string& vi, const std::string& en, bool former, const std::set<std::string>& units) {
    return {{"name", {{"vi", vi}, {"en", en}}}, {"former", former}, {"units", units}};
}

void write_places(const catalog::Catalogue& catalogue, UnitWriter& writer) {
    json places = json::array();
    std::set<std::string> today;
    for (const auto& unit : catalogue.units) {
        places.push_back(place(unit.name.vi, unit.name.in(Lang::en), false, {unit.code}));
        today.insert(to_lower(unit.name.vi));
    }
    // By name: two old communes of one name stand for all that they went into.
    std::map<std::string, std::set<std::string>> former;
    for (const auto& unit : catalogue.former_units) {
        if (!today.contains(to_lower(unit.name))) {
            former[unit.name].insert(unit.now);
        }
        former[unit.district].insert(unit.now);
    }
    for (const auto& [name, units] : former) {
        if (!name.empty()) {
            places.push_back(place(name, name, true, units));
        }
    }
    writer.write("search/places.json", places.dump() + "\n");
}

}  // namespace

Unit places_unit(const catalog::CatalogSnapshot& snapshot) {
    Fingerprint inputs("search places 2");
    inputs.add(snapshot.catalogue().context_sha256);
    return {"search/places", inputs.hex(), [&snapshot](UnitWriter& writer) { write_places(snapshot.catalogue(), writer); }};
}

}  // namespace khomo::builder
