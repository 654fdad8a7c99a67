// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/outputs/sitemap.hpp"

#include <algorithm>
#include <map>

#include "builder/outputs/site.hpp"

namespace khomo::builder {
namespace {

struct Address {
    std::string path;
    std::string changed;  ///< ISO 8601, or empty where nothing says so
};

std::vector<Address> addresses(const catalog::CatalogSnapshot& snapshot) {
    const auto& catalogue = snapshot.catalogue();
    std::vector<Address> datasets;
    std::map<std::string, std::string> lists;  ///< path of a list → latest date
    for (const auto& entry : catalogue.entries) {
        if (snapshot.withdrawal(entry.id) != nullptr) {
            continue;  // its address answers 410
        }
        const auto* version = snapshot.current(entry.id);
        datasets.push_back({"/dataset/" + entry.id, version == nullptr ? "" : to_iso_vn(version->info().delivery.approved_at())});
        for (const auto& list : {std::string("/"), std::string("/inventory"), "/theme/" + entry.theme, "/agency/" + entry.agency}) {
            lists[list] = std::max(lists[list], datasets.back().changed);  // one offset in all, so that text compares as time
        }
    }
    std::vector<Address> all;
    const auto add = [&](const std::string& path) {
        const auto list = lists.find(path);
        all.push_back({path, list == lists.end() ? "" : list->second});
    };
    for (const char* path : {"/", "/map", "/inventory", "/freshness", "/feeds", "/agency", "/theme", "/unit"}) {
        add(path);
    }
    for (const auto& page : catalogue.pages) {
        add("/page/" + page.id);
    }
    for (const auto& theme : catalogue.themes) {
        add("/theme/" + theme.id);
    }
    for (const auto& agency : catalogue.agencies) {
        add("/agency/" + agency.id);
    }
    for (const auto& unit : catalogue.units) {
        add("/unit/" + unit.code);
    }
    all.insert(all.end(), datasets.begin(), datasets.end());
    return all;
}

std::string urlset(const std::vector<Address>& all, std::size_t from, std::size_t to, const std::string& base) {
    std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n";
    for (auto i = from; i < to; ++i) {
        const auto vi = base + Site::url(all[i].path, Lang::vi);
        const auto en = base + Site::url(all[i].path, Lang::en);
        const auto rest = (all[i].changed.empty() ? "" : "<lastmod>" + all[i].changed + "</lastmod>") + "<xhtml:link rel=\"alternate\" hreflang=\"vi\" href=\"" + vi +
                          "\"/><xhtml:link rel=\"alternate\" hreflang=\"en\" href=\"" + en + "\"/></url>\n";
        xml.append("<url><loc>").append(vi).append("</loc>").append(rest).append("<url><loc>").append(en).append("</loc>").append(rest);
    }
    return xml + "</urlset>\n";
}

void write_sitemap(const std::vector<Address>& all, const std::string& base, std::size_t per_file, UnitWriter& writer) {
    const auto pages = std::max<std::size_t>(1, per_file / 2);  // each page has two addresses
    if (all.size() <= pages) {
        writer.write("site/sitemap.xml", urlset(all, 0, all.size(), base));
        return;
    }
    std::string index = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
    for (std::size_t from = 0, number = 1; from < all.size(); from += pages, ++number) {
        const auto name = "sitemap-" + std::to_string(number) + ".xml";
        writer.write("site/" + name, urlset(all, from, std::min(all.size(), from + pages), base));
        index += "<sitemap><loc>" + base + "/" + name + "</loc></sitemap>\n";
    }
    writer.write("site/sitemap.xml", index + "</sitemapindex>\n");
}

}  // namespace

Unit sitemap_unit(const catalog::CatalogSnapshot& snapshot, std::size_t per_file) {
    const auto& base = snapshot.catalogue().portal.base_url;
    const auto all = std::make_shared<const std::vector<Address>>(addresses(snapshot));
    Fingerprint inputs("sitemap 3");
    inputs.add(base).add(static_cast<std::int64_t>(per_file));
    for (const auto& address : *all) {
        inputs.add(address.path).add(address.changed);
    }
    return {"site/sitemap", inputs.hex(), [all, base, per_file](UnitWriter& writer) { write_sitemap(*all, base, per_file, writer); }};
}

}  // namespace khomo::builder
