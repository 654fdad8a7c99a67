// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>

#include "builder/outputs/pages.hpp"

namespace khomo::builder {
namespace {

using catalog::CatalogEntry;
using nlohmann::json;

constexpr std::size_t kStyleCards = 3;

/// Text pages, error pages and the page that shows the design system.
class PortalPage {
public:
    PortalPage(const Site& site, const catalog::CatalogSnapshot& snapshot) : site_(site), snapshot_(snapshot), catalogue_(snapshot.catalogue()) {}

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

    /// /search of the static site: the server answers instead wherever it runs.
    void write_search_away(UnitWriter& writer, Lang lang) const {
        PageHead head;
        head.path = "/search";
        head.title = site_.text("search_results", lang);
        head.description = head.title;
        auto context = site_.search_form(lang);
        context["heading"] = head.title;
        context["inventory_url"] = Site::url("/inventory", lang);
        site_.write(writer, snapshot_, "search_away", context, head, lang);
    }

    void write_style(UnitWriter& writer, const std::vector<const CatalogEntry*>& examples) const {
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
        for (const auto* entry : examples) {
            context["cards"].push_back(site_.card(snapshot_, *entry, Lang::vi));
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
        layout["en_url"] = layout["vi_url"];
        layout["other_url"] = "/en/";
        writer.write(Site::file(head.path, Lang::vi), site_.engine().render("style", context, layout, Lang::vi));
    }

private:
    const Site& site_;
    const catalog::CatalogSnapshot& snapshot_;
    const catalog::Catalogue& catalogue_;
};

std::vector<const CatalogEntry*> first_published(const catalog::CatalogSnapshot& snapshot) {
    std::vector<const CatalogEntry*> entries;
    for (const auto& entry : snapshot.catalogue().entries) {
        if (entries.size() < kStyleCards && snapshot.current(entry.id) != nullptr) {
            entries.push_back(&entry);
        }
    }
    return entries;
}

}  // namespace

std::vector<Unit> PortalPages::plan(const catalog::CatalogSnapshot& snapshot) const {
    const auto fixed = site_->fingerprint("pages/fixed 1", snapshot).hex();
    const auto both = [site = site_, &snapshot](auto write) {
        return [site, &snapshot, write](UnitWriter& writer) {
            for (const auto lang : {Lang::vi, Lang::en}) {
                write(PortalPage(*site, snapshot), writer, lang);
            }
        };
    };
    const auto examples = first_published(snapshot);
    auto style = site_->fingerprint("pages/style 1", snapshot);
    for (const auto* entry : examples) {
        style.add(Site::card_fingerprint(snapshot, *entry));
    }
    std::vector<Unit> units;
    units.push_back({"pages/style", style.hex(), [site = site_, &snapshot, examples](UnitWriter& writer) { PortalPage(*site, snapshot).write_style(writer, examples); }});
    units.push_back({"pages/errors", fixed, both([](const PortalPage& page, UnitWriter& writer, Lang lang) {
                         page.write_error(writer, "404.html", "not_found", lang);
                         page.write_error(writer, "503.html", "server_error", lang);
                     })});
    units.push_back({"pages/search", fixed, both([](const PortalPage& page, UnitWriter& writer, Lang lang) { page.write_search_away(writer, lang); })});
    units.push_back({"pages/text", fixed, both([&snapshot](const PortalPage& page, UnitWriter& writer, Lang lang) {
                         for (const auto& text : snapshot.catalogue().pages) {
                             page.write_text(writer, text, lang);
                         }
                     })});
    return units;
}

}  // namespace khomo::builder
