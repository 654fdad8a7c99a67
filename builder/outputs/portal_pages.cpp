// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>

#include "builder/outputs/pages.hpp"
#include "site-templates/engine/format.hpp"

namespace khomo::builder {
namespace {

using catalog::CatalogEntry;
using nlohmann::json;

constexpr std::size_t kLatest = 6;

std::vector<const CatalogEntry*> latest_entries(const catalog::CatalogSnapshot& snapshot) {
    std::vector<const CatalogEntry*> entries;
    for (const auto& entry : snapshot.catalogue().entries) {
        if (snapshot.current(entry.id) != nullptr) {
            entries.push_back(&entry);
        }
    }
    const auto when = [&](const CatalogEntry* entry) { return snapshot.current(entry->id)->info().delivery.approved_at(); };
    std::stable_sort(entries.begin(), entries.end(), [&](const auto* a, const auto* b) { return when(a) > when(b); });
    return entries;
}

std::string state_key(const catalog::CatalogSnapshot& snapshot, const CatalogEntry& entry) {
    if (snapshot.current(entry.id) != nullptr) {
        return "state_published";
    }
    const bool could = entry.open_class == catalog::OpenClass::open || entry.open_class == catalog::OpenClass::aggregated;
    return could ? "state_waiting" : "state_closed";
}

class PortalPage {
public:
    PortalPage(const Site& site, const catalog::CatalogSnapshot& snapshot) : site_(site), snapshot_(snapshot), catalogue_(snapshot.catalogue()) {}

    void write_home(UnitWriter& writer, Lang lang) const {
        const bool vi = lang == Lang::vi;
        PageHead head;
        head.path = "/";
        head.title = catalogue_.portal.title.in(lang);
        head.description = catalogue_.portal.tagline.in(lang);
        auto context = site_.search_form(lang);
        context["portal_title"] = head.title;
        context["tagline"] = catalogue_.portal.tagline.in(lang);
        context["examples"] = json::array();
        for (const auto& [label, query] : {std::pair{"rừng", "r%E1%BB%ABng"}, std::pair{"ho chua", "ho+chua"}, std::pair{"giá cả", "gi%C3%A1+c%E1%BA%A3"}}) {
            context["examples"].push_back({{"label", label}, {"url", Site::url("/search", lang) + "?q=" + query}});
        }
        const auto published = latest_entries(snapshot_);
        std::uint64_t rows = 0;
        std::map<std::string, int> by_theme;
        std::map<std::string, int> by_agency;
        for (const auto* entry : published) {
            rows += snapshot_.current(entry->id)->info().rows;
            ++by_theme[entry->theme];
            ++by_agency[entry->agency];
        }
        context["stats"] = json::array({{{"value", show_count(published.size(), lang)}, {"label", vi ? "bộ dữ liệu đã công bố" : "published datasets"}},
                                        {{"value", show_count(rows, lang)}, {"label", vi ? "dòng dữ liệu" : "rows of data"}},
                                        {{"value", show_count(catalogue_.entries.size(), lang)}, {"label", vi ? "mục trong danh mục" : "inventory entries"}},
                                        {{"value", show_count(by_agency.size(), lang)}, {"label", vi ? "cơ quan cung cấp" : "data providers"}}});
        context["themes"] = json::array();
        for (const auto& theme : catalogue_.themes) {
            context["themes"].push_back({{"url", Site::url("/theme/" + theme.id, lang)}, {"title", theme.title.in(lang)}, {"icon_url", site_.icon_url(theme.icon)}, {"count", std::to_string(by_theme[theme.id])}});
        }
        context["latest"] = json::array();
        for (std::size_t i = 0; i < std::min(kLatest, published.size()); ++i) {
            context["latest"].push_back(site_.card(snapshot_, *published[i], lang));
        }
        context["inventory_url"] = Site::url("/inventory", lang);
        context["agencies"] = json::array();
        for (const auto& agency : catalogue_.agencies) {
            const auto all = std::count_if(catalogue_.entries.begin(), catalogue_.entries.end(), [&](const auto& entry) { return entry.agency == agency.id; });
            if (all > 0) {
                context["agencies"].push_back({{"url", Site::url("/agency/" + agency.id, lang)}, {"title", agency.name.in(lang)}, {"count", std::to_string(by_agency[agency.id]) + "/" + std::to_string(all)}});
            }
        }
        context["api_page_url"] = Site::url("/page/huong-dan-api", lang);
        context["api_example"] = catalogue_.portal.base_url + "/api/v1/datasets" + (published.empty() ? "" : "/" + published.front()->id + "/rows?_limit=10");
        site_.write(writer, snapshot_, "home", context, head, lang);
    }

    void write_inventory(UnitWriter& writer, Lang lang) const {
        PageHead head;
        head.path = "/inventory";
        head.title = site_.text("inventory", lang);
        head.description = head.title;
        head.breadcrumbs = {{head.title, ""}};
        json context = {{"entries", json::array()}, {"totals", json::array()}, {"csv_url", "/inventory.csv"}, {"json_url", "/inventory.json"}};
        std::map<catalog::OpenClass, int> totals;
        for (const auto* entry : by_inventory()) {
            const auto* agency = catalogue_.agency(entry->agency);
            ++totals[entry->open_class];
            context["entries"].push_back({{"anchor", entry->inventory.empty() ? entry->id : entry->inventory},
                                          {"inventory", entry->inventory},
                                          {"url", Site::url("/dataset/" + entry->id, lang)},
                                          {"title", entry->title.in(lang)},
                                          {"agency", agency->short_name.empty() ? agency->name.in(lang) : agency->short_name.in(lang)},
                                          {"frequency", show_frequency(std::string(to_string(entry->frequency)), lang)},
                                          {"class_kind", to_string(entry->open_class)},
                                          {"class", site_.text("class_" + std::string(to_string(entry->open_class)), lang)},
                                          {"state", site_.text(state_key(snapshot_, *entry), lang)}});
        }
        for (const auto& [open_class, count] : totals) {
            context["totals"].push_back({{"kind", to_string(open_class)}, {"label", site_.text("class_" + std::string(to_string(open_class)), lang)}, {"count", std::to_string(count)}});
        }
        const auto count = std::to_string(catalogue_.entries.size());
        context["lead"] = lang == Lang::vi ? count + " bộ dữ liệu của tỉnh theo Phụ lục II Quyết định 1134/QĐ-UBND: cái gì mở, cái gì không, vì sao."
                                           : count + " datasets of the province after Appendix II of Decision 1134/QĐ-UBND: what is open, what is not, and why.";
        site_.write(writer, snapshot_, "inventory", context, head, lang);
    }

    void write_inventory_files(UnitWriter& writer) const {
        std::string csv = "\xEF\xBB\xBFinventory,id,title_vi,title_en,agency,theme,class,frequency,state\r\n";
        json list = json::array();
        const auto quoted = [](const std::string& text) {
            std::string cell = "\"";
            for (const char c : text) {
                cell.append(c == '"' ? 2 : 1, c);
            }
            return cell + "\"";
        };
        for (const auto* entry : by_inventory()) {
            const auto state = state_key(snapshot_, *entry).substr(6);
            csv += entry->inventory + ',' + entry->id + ',' + quoted(entry->title.vi) + ',' + quoted(entry->title.en) + ',' + entry->agency + ',' + entry->theme + ',' +
                   std::string(to_string(entry->open_class)) + ',' + std::string(to_string(entry->frequency)) + ',' + state + "\r\n";
            list.push_back({{"inventory", entry->inventory}, {"id", entry->id}, {"title", {{"vi", entry->title.vi}, {"en", entry->title.en}}}, {"agency", entry->agency}, {"theme", entry->theme},
                            {"class", to_string(entry->open_class)}, {"class_reason", {{"vi", entry->class_reason.vi}, {"en", entry->class_reason.en}}}, {"frequency", to_string(entry->frequency)}, {"state", state}});
        }
        writer.write("site/inventory.csv", csv);
        writer.write("site/inventory.json", list.dump(1) + "\n");
    }

    void write_text(UnitWriter& writer, const catalog::Page& page, Lang lang) const {
        PageHead head;
        head.path = "/page/" + page.id;
        head.title = page.title.in(lang);
        head.description = head.title;
        head.breadcrumbs = {{head.title, ""}};
        site_.write(writer, snapshot_, "text", {{"title", head.title}, {"body_html", markdown_to_html(page.body.in(lang), 2)}}, head, lang);
    }

    void write_error(UnitWriter& writer, const std::string& file, const std::string& key, Lang lang) const {
        PageHead head;
        head.title = site_.text(key + "_title", lang);
        head.description = head.title;
        auto context = site_.search_form(lang);
        context["title"] = head.title;
        context["text"] = site_.text(key + "_text", lang);
        context["home_url"] = Site::url("/", lang);
        // An error page has no address of its own: its language link leads home.
        auto home = head;
        home.path = "/";
        auto layout = site_.layout(snapshot_, home, lang);
        layout["title"] = head.title + " – " + catalogue_.portal.title.in(lang);
        layout["canonical"] = "";
        writer.write(std::string("site/") + (lang == Lang::en ? "en/" : "") + file, site_.engine().render("error", context, layout, lang));
    }

    void write_style(UnitWriter& writer) const {
        PageHead head;
        head.path = "/style";
        head.title = site_.text("style_title", Lang::vi);
        head.description = head.title;
        auto context = site_.search_form(Lang::vi);
        context["swatches"] = json::array();
        for (const char* name : {"paper", "surface", "sunken", "ink", "ink-soft", "green", "green-deep", "green-soft", "clay", "gold", "sky", "focus"}) {
            context["swatches"].push_back({{"name", name}});
        }
        context["cards"] = json::array();
        for (const auto* entry : latest_entries(snapshot_)) {
            if (context["cards"].size() < 3) {
                context["cards"].push_back(site_.card(snapshot_, *entry, Lang::vi));
            }
        }
        context["badges"] = json::array();
        for (const char* kind : {"open", "aggregated", "restricted", "never"}) {
            context["badges"].push_back({{"kind", kind}, {"label", site_.text(std::string("class_") + kind, Lang::vi)}});
        }
        context["badges"].push_back({{"kind", "warm"}, {"label", site_.text("illustrative_badge", Lang::vi)}});
        context["icons"] = json::array();
        for (const auto& theme : catalogue_.themes) {
            context["icons"].push_back({{"name", theme.icon}, {"url", site_.icon_url(theme.icon)}});
        }
        auto layout = site_.layout(snapshot_, head, Lang::vi);
        layout["en_url"] = "/style";
        layout["other_url"] = "/en/";
        writer.write(Site::file(head.path, Lang::vi), site_.engine().render("style", context, layout, Lang::vi));
    }

private:
    /// By row of the Appendix: daily, monthly, quarterly, yearly, on change, each by number; the rest after.
    std::vector<const CatalogEntry*> by_inventory() const {
        std::vector<const CatalogEntry*> entries;
        for (const auto& entry : catalogue_.entries) {
            entries.push_back(&entry);
        }
        const auto rank = [](const CatalogEntry* entry) {
            static constexpr std::string_view kOrder = "dmqyc";
            const auto place = entry->inventory.empty() ? std::string_view::npos : kOrder.find(entry->inventory[0]);
            return std::make_pair(place == std::string_view::npos ? kOrder.size() : place, entry->inventory.empty() ? entry->id : entry->inventory);
        };
        std::stable_sort(entries.begin(), entries.end(), [&](const auto* a, const auto* b) { return rank(a) < rank(b); });
        return entries;
    }

    const Site& site_;
    const catalog::CatalogSnapshot& snapshot_;
    const catalog::Catalogue& catalogue_;
};

}  // namespace

std::vector<Unit> PortalPages::plan(const catalog::CatalogSnapshot& snapshot) const {
    auto all_cards = site_->fingerprint("pages/portal 1", snapshot);
    for (const auto& entry : snapshot.catalogue().entries) {
        all_cards.add(Site::card_fingerprint(snapshot, entry));
    }
    const auto lists = all_cards.hex();
    const auto fixed = site_->fingerprint("pages/fixed 1", snapshot).hex();
    const auto both = [site = site_, &snapshot](auto write) {
        return [site, &snapshot, write](UnitWriter& writer) {
            for (const auto lang : {Lang::vi, Lang::en}) {
                write(PortalPage(*site, snapshot), writer, lang);
            }
        };
    };
    std::vector<Unit> units;
    units.push_back({"pages/home", lists, both([](const PortalPage& page, UnitWriter& writer, Lang lang) { page.write_home(writer, lang); })});
    units.push_back({"pages/inventory", lists, [site = site_, &snapshot](UnitWriter& writer) {
                         const PortalPage page(*site, snapshot);
                         page.write_inventory(writer, Lang::vi);
                         page.write_inventory(writer, Lang::en);
                         page.write_inventory_files(writer);
                     }});
    units.push_back({"pages/style", lists, [site = site_, &snapshot](UnitWriter& writer) { PortalPage(*site, snapshot).write_style(writer); }});
    units.push_back({"pages/errors", fixed, both([](const PortalPage& page, UnitWriter& writer, Lang lang) {
                         page.write_error(writer, "404.html", "not_found", lang);
                         page.write_error(writer, "503.html", "server_error", lang);
                     })});
    units.push_back({"pages/text", fixed, both([&snapshot](const PortalPage& page, UnitWriter& writer, Lang lang) {
                         for (const auto& text : snapshot.catalogue().pages) {
                             page.write_text(writer, text, lang);
                         }
                     })});
    return units;
}

}  // namespace khomo::builder
