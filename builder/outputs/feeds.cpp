// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/outputs/feeds.hpp"

#include <algorithm>
#include <map>

#include "catalog/write/row_writer.hpp"

namespace khomo::builder {
namespace {

using catalog::CatalogSnapshot;
using nlohmann::json;

constexpr std::size_t kMostEntries = 50;

/// One feed: what it is about and what has happened, latest first.
struct Feed {
    std::string name;  ///< "portal", "agency/y-te"
    std::string page;  ///< path of the page that it accompanies
    Text title;
    std::vector<const DataChange*> changes;
};

struct AllFeeds {
    std::vector<DataChange> changes;
    std::vector<Feed> feeds;  ///< portal, agencies, themes, communes, datasets; only those with changes
};

std::string xml_text(const std::string& text) {
    std::string out;
    catalog::append_xml_escaped(out, text);
    return out;
}

void add(std::string& xml, const char* name, const std::string& text) { xml.append("<").append(name).append(">").append(xml_text(text)).append("</").append(name).append(">"); }

std::string entry_title(const DataChange& change, Lang lang) {
    const bool vi = lang == Lang::vi;
    switch (change.kind) {
        case DataChange::Kind::published: return change.title.in(lang);
        case DataChange::Kind::corrected: return change.title.in(lang) + (vi ? " (đính chính)" : " (corrected)");
        case DataChange::Kind::withdrawn: return change.title.in(lang) + (vi ? " (rút)" : " (withdrawn)");
        case DataChange::Kind::suspended: return change.title.in(lang) + (vi ? " (tạm ngừng)" : " (suspended)");
    }
    return "";
}

/// Writes one feed in one language.
class FeedWriter {
public:
    FeedWriter(const CatalogSnapshot& snapshot, const Feed& feed, Lang lang)
        : catalogue_(snapshot.catalogue()), base_(catalogue_.portal.base_url), feed_(feed), lang_(lang), shown_(std::min(feed.changes.size(), kMostEntries)) {}

    std::string atom() const {
        const auto self = base_ + Site::url("/feeds/" + feed_.name, lang_) + ".atom";
        std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"" + std::string(code(lang_)) + "\">\n";
        add(xml, "id", self);
        add(xml, "title", title());
        add(xml, "updated", to_iso_utc(feed_.changes.front()->at));
        xml += "<author>";
        add(xml, "name", catalogue_.agency(catalogue_.portal.publisher)->name.in(lang_));
        xml += "</author>";
        link(xml, "self", "application/atom+xml", self);
        link(xml, "alternate", "text/html", base_ + Site::url(feed_.page, lang_));
        xml += "\n";
        for (std::size_t i = 0; i < shown_; ++i) {
            add_entry(xml, *feed_.changes[i]);
        }
        return xml + "</feed>\n";
    }

    std::string json_feed() const {
        json document = {{"version", "https://jsonfeed.org/version/1.1"},
                         {"title", title()},
                         {"language", code(lang_)},
                         {"home_page_url", base_ + Site::url(feed_.page, lang_)},
                         {"feed_url", base_ + Site::url("/feeds/" + feed_.name, lang_) + ".json"},
                         {"authors", json::array({{{"name", catalogue_.agency(catalogue_.portal.publisher)->name.in(lang_)}}})},
                         {"items", json::array()}};
        for (std::size_t i = 0; i < shown_; ++i) {
            const auto& change = *feed_.changes[i];
            json item = {{"id", change.id},
                         {"url", address(change)},
                         {"title", entry_title(change, lang_)},
                         {"content_text", change.summary.in(lang_)},
                         {"date_published", to_iso_utc(change.at)},
                         {"date_modified", to_iso_utc(change.at)}};
            if (const auto* agency = catalogue_.agency(change.agency)) {
                item["authors"] = json::array({{{"name", agency->name.in(lang_)}}});
            }
            if (const auto* theme = catalogue_.theme(change.theme)) {
                item["tags"] = json::array({theme->title.in(lang_)});
            }
            document["items"].push_back(std::move(item));
        }
        return document.dump(1) + "\n";
    }

private:
    std::string title() const { return feed_.name == "portal" ? catalogue_.portal.title.in(lang_) : feed_.title.in(lang_) + " – " + catalogue_.portal.title.in(lang_); }

    std::string address(const DataChange& change) const {
        return base_ + Site::url("/dataset/" + change.dataset + (change.version == 0 ? "" : "/v" + std::to_string(change.version)), lang_);
    }

    static void link(std::string& xml, const char* rel, const char* type, const std::string& href) {
        xml.append("<link rel=\"").append(rel).append("\" type=\"").append(type).append("\" href=\"").append(xml_text(href)).append("\"/>");
    }

    void add_entry(std::string& xml, const DataChange& change) const {
        xml += "<entry>";
        add(xml, "id", change.id);
        add(xml, "title", entry_title(change, lang_));
        add(xml, "updated", to_iso_utc(change.at));
        add(xml, "published", to_iso_utc(change.at));
        if (const auto* agency = catalogue_.agency(change.agency)) {
            xml += "<author>";
            add(xml, "name", agency->name.in(lang_));
            xml += "</author>";
        }
        if (const auto* theme = catalogue_.theme(change.theme)) {
            xml.append("<category term=\"").append(xml_text(theme->id)).append("\" label=\"").append(xml_text(theme->title.in(lang_))).append("\"/>");
        }
        link(xml, "alternate", "text/html", address(change));
        add(xml, "summary", change.summary.in(lang_));
        xml += "</entry>\n";
    }

    const catalog::Catalogue& catalogue_;
    const std::string& base_;
    const Feed& feed_;
    Lang lang_;
    std::size_t shown_;
};

std::shared_ptr<const AllFeeds> gather(const CatalogSnapshot& snapshot) {
    auto all = std::make_shared<AllFeeds>();
    all->changes = data_changes(snapshot);
    std::map<std::string, std::vector<const DataChange*>> by_name;
    for (const auto& change : all->changes) {
        by_name["portal"].push_back(&change);
        by_name["dataset/" + change.dataset].push_back(&change);
        by_name["agency/" + change.agency].push_back(&change);
        by_name["theme/" + change.theme].push_back(&change);
        for (const auto& unit : change.units) {
            by_name["unit/" + unit].push_back(&change);
        }
    }
    const auto add = [&](const std::string& name, const std::string& page, const Text& title) {
        if (const auto found = by_name.find(name); found != by_name.end()) {
            all->feeds.push_back({name, page, title, std::move(found->second)});
            by_name.erase(found);
        }
    };
    const auto& catalogue = snapshot.catalogue();
    add("portal", "/", catalogue.portal.title);
    for (const auto& agency : catalogue.agencies) {
        add("agency/" + agency.id, "/agency/" + agency.id, agency.name);
    }
    for (const auto& theme : catalogue.themes) {
        add("theme/" + theme.id, "/theme/" + theme.id, theme.title);
    }
    for (const auto& unit : catalogue.units) {
        add("unit/" + unit.code, "/unit/" + unit.code, unit.name);
    }
    for (const auto& change : all->changes) {
        add("dataset/" + change.dataset, "/dataset/" + change.dataset, change.title);
    }
    return all;
}

json group(const std::string& title, const std::vector<Feed>& feeds, const std::string& kind, Lang lang) {
    json items = json::array();
    for (const auto& feed : feeds) {
        if (feed.name == kind || feed.name.starts_with(kind + "/")) {
            const auto address = Site::url("/feeds/" + feed.name, lang);
            items.push_back({{"label", feed.title.in(lang)}, {"page_url", Site::url(feed.page, lang)}, {"atom_url", address + ".atom"}, {"json_url", address + ".json"}});
        }
    }
    return {{"group_title", title}, {"has_items", !items.empty()}, {"items", items}};
}

void write_page(const Site& site, const CatalogSnapshot& snapshot, const AllFeeds& all, UnitWriter& writer, Lang lang) {
    PageHead head;
    head.path = "/feeds";
    head.title = site.text("feeds", lang);
    head.description = site.text("feeds_lead", lang);
    head.breadcrumbs = {{head.title, ""}};
    head.alternates = feed_links("portal", lang);
    json context = {{"groups", json::array()}};
    for (const auto& [key, kind] : {std::pair{"feeds_portal", "portal"}, std::pair{"agencies", "agency"}, std::pair{"themes", "theme"}, std::pair{"feeds_datasets", "dataset"}, std::pair{"units", "unit"}}) {
        context["groups"].push_back(group(site.text(key, lang), all.feeds, kind, lang));
    }
    site.write(writer, snapshot, "feeds", context, head, lang);
}

}  // namespace

std::vector<std::pair<std::string, std::string>> feed_links(const std::string& name, Lang lang) {
    const auto address = Site::url("/feeds/" + name, lang);
    return {{"application/atom+xml", address + ".atom"}, {"application/feed+json", address + ".json"}};
}

std::vector<Unit> Feeds::plan(const CatalogSnapshot& snapshot) const {
    const auto all = gather(snapshot);
    std::vector<Unit> units;
    auto page = site_->fingerprint("pages/feeds 1", snapshot);
    auto changes = Fingerprint("changes 1").add(snapshot.catalogue().context_sha256);
    const auto told = [](Fingerprint& inputs, const DataChange& change) {
        inputs.add(change.id).add(change.at.seconds).add(change.title.vi).add(change.title.en).add(change.summary.vi).add(change.summary.en).add(change.agency).add(change.theme);
    };
    for (const auto& change : all->changes) {
        told(changes, change);
    }
    for (const auto& feed : all->feeds) {
        Fingerprint inputs("feeds 1");
        inputs.add(snapshot.catalogue().context_sha256).add(feed.title.vi).add(feed.title.en);
        for (std::size_t i = 0; i < std::min(feed.changes.size(), kMostEntries); ++i) {
            told(inputs, *feed.changes[i]);
        }
        page.add(feed.name).add(feed.title.vi).add(feed.title.en);
        units.push_back({"feeds/" + feed.name, inputs.hex(), [&snapshot, all, &feed](UnitWriter& writer) {
                             for (const auto lang : {Lang::vi, Lang::en}) {
                                 const FeedWriter written(snapshot, feed, lang);
                                 writer.write("site" + Site::url("/feeds/" + feed.name, lang) + ".atom", written.atom());
                                 writer.write("site" + Site::url("/feeds/" + feed.name, lang) + ".json", written.json_feed());
                             }
                         }});
    }
    units.push_back({"pages/feeds", page.hex(), [site = site_, &snapshot, all](UnitWriter& writer) {
                         for (const auto lang : {Lang::vi, Lang::en}) {
                             write_page(*site, snapshot, *all, writer, lang);
                         }
                     }});
    units.push_back({"changes", changes.hex(), [all](UnitWriter& writer) { writer.write("site/api/v1/changes.json", changes_json(all->changes).dump(1) + "\n"); }});
    return units;
}

}  // namespace khomo::builder
