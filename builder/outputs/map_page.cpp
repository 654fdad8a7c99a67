// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>

#include "builder/outputs/pictures.hpp"
#include "builder/outputs/tiles.hpp"
#include "site-templates/engine/format.hpp"

namespace khomo::builder {
namespace {

using nlohmann::json;

void write_page(const Site& site, const catalog::CatalogSnapshot& snapshot, UnitWriter& writer, Lang lang) {
    PageHead head;
    head.path = "/map";
    head.title = site.text("map", lang);
    head.description = site.text("map_lead", lang);
    head.breadcrumbs = {{head.title, ""}};
    const auto* land = boundary_layer(snapshot);
    json context = {{"title", head.title}, {"lead", head.description}, {"layers", json::array()}, {"land", land == nullptr ? "" : land->id},
                    {"script", site.assets().value("map", "")}, {"worker", site.assets().value("map_worker", "")}};
    for (const auto& entry : snapshot.catalogue().entries) {
        if (is_layer(snapshot, entry)) {
            const auto* agency = snapshot.catalogue().agency(entry.agency);
            context["layers"].push_back({{"title", entry.title.in(lang)}, {"url", Site::url("/dataset/" + entry.id, lang)}, {"rows", show_count(snapshot.current(entry.id)->info().rows, lang)},
                                         {"agency", (agency->short_name.empty() ? agency->name : agency->short_name).in(lang)}});
        }
    }
    context["has_layers"] = !context["layers"].empty();
    site.write(writer, snapshot, "map", context, head, lang);
}

}  // namespace

std::vector<Unit> MapPage::plan(const catalog::CatalogSnapshot& snapshot) const {
    auto inputs = site_->fingerprint("pages/map 1", snapshot);
    for (const auto& entry : snapshot.catalogue().entries) {
        if (is_layer(snapshot, entry)) {
            inputs.add(entry.id).add(Site::card_fingerprint(snapshot, entry));
        }
    }
    return {{"pages/map", inputs.hex(), [site = site_, &snapshot](UnitWriter& writer) {
                 for (const auto lang : {Lang::vi, Lang::en}) {
                     write_page(*site, snapshot, writer, lang);
                 }
             }}};
}

}  // namespace khomo::builder
