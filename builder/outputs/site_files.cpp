// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>

#include "builder/outputs/pages.hpp"
#include "builder/outputs/sitemap.hpp"
#include "catalog/base/digest.hpp"
#include "catalog/base/file.hpp"

namespace khomo::builder {
namespace {

using nlohmann::json;

std::vector<std::filesystem::path> files_below(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& item : std::filesystem::directory_iterator(folder)) {
        if (item.is_regular_file()) {
            files.push_back(item.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

void write_assets(const Site& site, UnitWriter& writer) {
    for (const auto& file : files_below(site.templates() / "assets/dist")) {
        const auto name = file.filename().string();
        if (name != "assets.json") {
            writer.write("site/assets/" + name, read_file(file));
        }
    }
}

/// What the server needs to render its own pages exactly like the built ones.
void write_templates(const Site& site, const catalog::CatalogSnapshot& snapshot, UnitWriter& writer) {
    for (const char* folder : {"layouts", "pages", "partials"}) {
        for (const auto& file : files_below(site.templates() / folder)) {
            writer.write("templates/" + std::string(folder) + "/" + file.filename().string(), read_file(file));
        }
    }
    writer.write("templates/texts.json", read_file(site.templates() / "texts.json"));
    PageHead head;
    head.path = "/search";
    json portal = json::object();
    for (const auto lang : {Lang::vi, Lang::en}) {
        head.title = site.text("search_results", lang);
        head.description = head.title;
        portal[std::string(code(lang))] = site.layout(snapshot, head, lang);
    }
    const auto& catalogue = snapshot.catalogue();
    portal["labels"] = {{"agency", json::object()}, {"theme", json::object()}, {"licence", json::object()}};
    for (const auto& agency : catalogue.agencies) {
        const auto& name = agency.short_name.empty() ? agency.name : agency.short_name;
        portal["labels"]["agency"][agency.id] = {{"vi", name.vi}, {"en", name.in(Lang::en)}};
    }
    for (const auto& theme : catalogue.themes) {
        portal["labels"]["theme"][theme.id] = {{"vi", theme.title.vi}, {"en", theme.title.in(Lang::en)}};
    }
    for (const auto& licence : catalogue.licences) {
        portal["labels"]["licence"][licence.id] = {{"vi", licence.title.vi}, {"en", licence.title.in(Lang::en)}};
    }
    portal["base_url"] = catalogue.portal.base_url;
    writer.write("templates/portal.json", portal.dump(1) + "\n");
}

}  // namespace

std::vector<Unit> SiteFiles::plan(const catalog::CatalogSnapshot& snapshot) const {
    std::vector<Unit> units;
    const auto fixed = site_->fingerprint("site-files 2", snapshot).hex();
    units.push_back({"site/assets", Fingerprint("assets 1").add(site_->assets().dump()).hex(), [site = site_](UnitWriter& writer) { write_assets(*site, writer); }});
    units.push_back({"site/templates", fixed, [site = site_, &snapshot](UnitWriter& writer) { write_templates(*site, snapshot, writer); }});
    const auto& base = snapshot.catalogue().portal.base_url;
    units.push_back({"site/robots", Fingerprint("robots 1").add(base).hex(), [base](UnitWriter& writer) {
                         writer.write("site/robots.txt", "User-agent: *\nAllow: /\nDisallow: /search\nDisallow: /en/search\nSitemap: " + base + "/sitemap.xml\n");
                     }});
    units.push_back(sitemap_unit(snapshot));
    return units;
}

}  // namespace khomo::builder
