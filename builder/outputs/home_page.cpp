// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>

#include "builder/outputs/feeds.hpp"
#include "builder/outputs/json_ld.hpp"
#include "builder/outputs/pages.hpp"
#include "site-templates/engine/format.hpp"

namespace khomo::builder {
namespace {

using catalog::CatalogEntry;
using nlohmann::json;

constexpr std::size_t kLatest = 6;

/// What the home page counts and shows, gathered once.
struct HomeData {
    std::vector<const CatalogEntry*> latest;
    std::uint64_t published = 0;
    std::uint64_t rows = 0;
    std::map<std::string, int> by_theme;   ///< published
    std::map<std::string, int> by_agency;  ///< published
    std::map<std::string, int> all_by_agency;
};

HomeData gather(const catalog::CatalogSnapshot& snapshot) {
    HomeData data;
    std::vector<std::pair<Instant, const CatalogEntry*>> dated;
    for (const auto& entry : snapshot.catalogue().entries) {
        ++data.all_by_agency[entry.agency];
        if (const auto* version = snapshot.current(entry.id)) {
            ++data.published;
            data.rows += version->info().rows;
            ++data.by_theme[entry.theme];
            ++data.by_agency[entry.agency];
            dated.emplace_back(version->info().delivery.approved_at(), &entry);
        }
    }
    std::stable_sort(dated.begin(), dated.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    for (std::size_t i = 0; i < std::min(kLatest, dated.size()); ++i) {
        data.latest.push_back(dated[i].second);
    }
    return data;
}

std::string hash_of(const catalog::CatalogSnapshot& snapshot, const HomeData& data, Fingerprint inputs) {
    inputs.add(static_cast<std::int64_t>(snapshot.catalogue().entries.size())).add(static_cast<std::int64_t>(data.published)).add(static_cast<std::int64_t>(data.rows));
    for (const auto& counts : {data.by_theme, data.by_agency, data.all_by_agency}) {
        inputs.add(static_cast<std::int64_t>(counts.size()));
        for (const auto& [id, count] : counts) {
            inputs.add(id).add(count);
        }
    }
    for (const auto* entry : data.latest) {
        inputs.add(Site::card_fingerprint(snapshot, *entry));
    }
    return inputs.hex();
}

json stats(const catalog::CatalogSnapshot& snapshot, const HomeData& data, Lang lang) {
    const bool vi = lang == Lang::vi;
    return json::array({{{"value", show_count(data.published, lang)}, {"label", vi ? "bộ dữ liệu đã công bố" : "published datasets"}},
                        {{"value", show_count(data.rows, lang)}, {"label", vi ? "dòng dữ liệu" : "rows of data"}},
                        {{"value", show_count(snapshot.catalogue().entries.size(), lang)}, {"label", vi ? "mục trong danh mục" : "inventory entries"}},
                        {{"value", show_count(data.by_agency.size(), lang)}, {"label", vi ? "cơ quan cung cấp" : "data providers"}}});
}

int count_in(const std::map<std::string, int>& counts, const std::string& id) {
    const auto found = counts.find(id);
    return found == counts.end() ? 0 : found->second;
}

json themes(const Site& site, const catalog::Catalogue& catalogue, const HomeData& data, Lang lang) {
    json list = json::array();
    for (const auto& theme : catalogue.themes) {
        list.push_back({{"url", Site::url("/theme/" + theme.id, lang)},
                        {"title", theme.title.in(lang)},
                        {"icon_url", site.icon_url(theme.icon)},
                        {"count", std::to_string(count_in(data.by_theme, theme.id))}});
    }
    return list;
}

json agencies(const catalog::Catalogue& catalogue, const HomeData& data, Lang lang) {
    json list = json::array();
    for (const auto& agency : catalogue.agencies) {
        if (const int all = count_in(data.all_by_agency, agency.id); all > 0) {
            list.push_back({{"url", Site::url("/agency/" + agency.id, lang)},
                            {"title", agency.name.in(lang)},
                            {"count", std::to_string(count_in(data.by_agency, agency.id)) + "/" + std::to_string(all)}});
        }
    }
    return list;
}

void write_home(const Site& site, const catalog::CatalogSnapshot& snapshot, const HomeData& data, UnitWriter& writer, Lang lang) {
    const auto& catalogue = snapshot.catalogue();
    PageHead head;
    head.path = "/";
    head.title = catalogue.portal.title.in(lang);
    head.description = catalogue.portal.tagline.in(lang);
    head.json_ld = portal_json_ld(catalogue.portal, catalogue.agency(catalogue.portal.publisher)->name.in(lang), lang);
    head.alternates = {{"application/ld+json", "/dcat/catalog.jsonld"}, {"text/turtle", "/dcat/catalog.ttl"}, {"application/rdf+xml", "/dcat/catalog.rdf"}};
    if (!data.latest.empty()) {
        const auto feeds = feed_links("portal", lang);
        head.alternates.insert(head.alternates.end(), feeds.begin(), feeds.end());
    }
    auto context = site.search_form(lang);
    context["portal_title"] = head.title;
    context["tagline"] = head.description;
    context["examples"] = json::array();
    for (const auto& [label, query] : {std::pair{"rừng", "r%E1%BB%ABng"}, std::pair{"ho chua", "ho+chua"}, std::pair{"giá cả", "gi%C3%A1+c%E1%BA%A3"}}) {
        context["examples"].push_back({{"label", label}, {"url", Site::url("/search", lang) + "?q=" + query}});
    }
    context["stats"] = stats(snapshot, data, lang);
    context["themes"] = themes(site, catalogue, data, lang);
    context["latest"] = json::array();
    for (const auto* entry : data.latest) {
        context["latest"].push_back(site.card(snapshot, *entry, lang));
    }
    context["inventory_url"] = Site::url("/inventory", lang);
    context["agencies"] = agencies(catalogue, data, lang);
    context["api_page_url"] = Site::url("/page/huong-dan-api", lang);
    context["api_example"] = catalogue.portal.base_url + "/api/v1/datasets" + (data.latest.empty() ? "" : "/" + data.latest.front()->id + "/rows?_limit=10");
    site.write(writer, snapshot, "home", context, head, lang);
}

}  // namespace

std::vector<Unit> HomePage::plan(const catalog::CatalogSnapshot& snapshot) const {
    const auto data = std::make_shared<const HomeData>(gather(snapshot));
    return {{"pages/home", hash_of(snapshot, *data, site_->fingerprint("pages/home 3", snapshot)), [site = site_, &snapshot, data](UnitWriter& writer) {
                 for (const auto lang : {Lang::vi, Lang::en}) {
                     write_home(*site, snapshot, *data, writer, lang);
                 }
             }}};
}

}  // namespace khomo::builder
