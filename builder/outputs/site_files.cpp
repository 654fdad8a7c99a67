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
    portal["labels"]["unit"] = json::object();
    for (const auto& unit : catalogue.units) {
        portal["labels"]["unit"][unit.code] = {{"vi", unit.name.vi}, {"en", unit.name.in(Lang::en)}};
    }
    portal["base_url"] = catalogue.portal.base_url;
    writer.write("templates/portal.json", portal.dump(1) + "\n");
}

/// What a browser needs to search the portal from its own bar (OpenSearch 1.1).
std::string search_description(const Site& site, const catalog::Portal& portal, Lang lang) {
    const auto root = portal.base_url + (lang == Lang::en ? "/en" : "");
    const auto element = [](const std::string& name, const std::string& text) { return "<" + name + ">" + escape_html(text) + "</" + name + ">\n"; };
    const auto url = [](const std::string& type, const std::string& address) { return "<Url type=\"" + type + "\" template=\"" + escape_html(address) + "\"/>\n"; };
    const std::string name = lang == Lang::vi ? "Dữ liệu mở" : "Open data";  // the standard allows 16 characters
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n" + element("ShortName", name) +
           element("Description", portal.title.in(lang)) + element("Language", std::string(code(lang))) + element("InputEncoding", "UTF-8") +
           "<Image width=\"16\" height=\"16\" type=\"image/svg+xml\">" + escape_html(portal.base_url + site.assets().at("icon").get<std::string>()) + "</Image>\n" +
           url("text/html", root + "/search?q={searchTerms}") + url("application/atom+xml", root + "/search.atom?q={searchTerms}") +
           url("application/x-suggestions+json", portal.base_url + "/api/v1/suggest?_format=opensearch&_lang=" + std::string(code(lang)) + "&q={searchTerms}") + "</OpenSearchDescription>\n";
}

}  // namespace

std::vector<Unit> SiteFiles::plan(const catalog::CatalogSnapshot& snapshot) const {
    std::vector<Unit> units;
    const auto fixed = site_->fingerprint("site-files 3", snapshot).hex();
    units.push_back({"site/assets", Fingerprint("assets 1").add(site_->assets().dump()).hex(), [site = site_](UnitWriter& writer) { write_assets(*site, writer); }});
    units.push_back({"site/templates", fixed, [site = site_, &snapshot](UnitWriter& writer) { write_templates(*site, snapshot, writer); }});
    const auto& base = snapshot.catalogue().portal.base_url;
    units.push_back({"site/robots", Fingerprint("robots 1").add(base).hex(), [base](UnitWriter& writer) {
                         writer.write("site/robots.txt", "User-agent: *\nAllow: /\nDisallow: /search\nDisallow: /en/search\nSitemap: " + base + "/sitemap.xml\n");
                     }});
    units.push_back({"site/opensearch", fixed, [site = site_, &snapshot](UnitWriter& writer) {
                         const auto& portal = snapshot.catalogue().portal;
                         writer.write("site/opensearch.xml", search_description(*site, portal, Lang::vi));
                         writer.write("site/en/opensearch.xml", search_description(*site, portal, Lang::en));
                     }});
    units.push_back(sitemap_unit(snapshot));
    return units;
}

}  // namespace khomo::builder
