// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <functional>
#include <map>

#include "builder/outputs/feeds.hpp"
#include "builder/outputs/pages.hpp"
#include "builder/outputs/quality_view.hpp"
#include "catalog/base/number.hpp"
#include "catalog/base/text.hpp"
#include "site-templates/engine/format.hpp"

namespace khomo::builder {
namespace {

using catalog::CatalogEntry;
using nlohmann::json;

constexpr std::size_t kPerPage = 50;

/// One page that lists datasets: an agency, a theme or a commune.
struct Collection {
    std::string path;    ///< "/agency/y-te"
    std::string parent;  ///< "/agency"
    std::string parent_key;
    Text title;
    Text summary;
    std::vector<const CatalogEntry*> entries;
    std::function<json(Lang)> facts;
    std::string extra_fingerprint;
    /// What a card says instead of the dataset's row count.
    std::function<std::string(const CatalogEntry&, Lang)> rows;
    /// What the first page says about quality, for agencies.
    std::function<json(Lang)> quality;
};

/// Published first, then by title in Vietnamese order.
void sort_entries(const catalog::CatalogSnapshot& snapshot, std::vector<const CatalogEntry*>& entries) {
    std::vector<std::pair<std::string, const CatalogEntry*>> keyed;
    for (const auto* entry : entries) {
        keyed.emplace_back((snapshot.current(entry->id) != nullptr ? "0" : "1") + collation_key(entry->title.vi), entry);
    }
    std::sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first != b.first ? a.first < b.first : a.second->id < b.second->id; });
    std::transform(keyed.begin(), keyed.end(), entries.begin(), [](const auto& pair) { return pair.second; });
}

class CollectionPage {
public:
    CollectionPage(const Site& site, const catalog::CatalogSnapshot& snapshot, const Collection& collection) : site_(site), snapshot_(snapshot), collection_(collection) {}

    void write(UnitWriter& writer) const {
        const auto pages = std::max<std::size_t>(1, (collection_.entries.size() + kPerPage - 1) / kPerPage);
        for (const auto lang : {Lang::vi, Lang::en}) {
            for (std::size_t page = 0; page < pages; ++page) {
                write_page(writer, page, pages, lang);
            }
        }
    }

private:
    std::string path(std::size_t page) const { return collection_.path + (page == 0 ? "" : "/p" + std::to_string(page + 1)); }

    void write_page(UnitWriter& writer, std::size_t page, std::size_t pages, Lang lang) const {
        PageHead head;
        head.path = path(page);
        head.title = collection_.title.in(lang);
        head.description = collection_.summary.in(lang).empty() ? head.title : collection_.summary.in(lang);
        head.breadcrumbs = {{site_.text(collection_.parent_key, lang), collection_.parent}, {head.title, ""}};
        if (std::any_of(collection_.entries.begin(), collection_.entries.end(), [&](const auto* entry) { return snapshot_.current(entry->id) != nullptr; })) {
            head.alternates = feed_links(collection_.path.substr(1), lang);
        }
        json context = {{"kind", site_.text(collection_.parent_key, lang)},
                        {"title", head.title},
                        {"summary", collection_.summary.in(lang)},
                        {"facts", collection_.facts ? collection_.facts(lang) : json::array()},
                        {"published", json::array()},
                        {"planned", json::array()},
                        {"has_pager", pages > 1},
                        {"previous_url", page == 0 ? "" : Site::url(path(page - 1), lang)},
                        {"next_url", page + 1 < pages ? Site::url(path(page + 1), lang) : ""},
                        {"page_position", std::to_string(page + 1) + " / " + std::to_string(pages)}};
        context.update(collection_.quality && page == 0 ? collection_.quality(lang) : no_quality());
        const auto last = std::min(collection_.entries.size(), (page + 1) * kPerPage);
        for (auto i = page * kPerPage; i < last; ++i) {
            const auto& entry = *collection_.entries[i];
            auto card = site_.card(snapshot_, entry, lang);
            if (collection_.rows) {
                card["rows"] = collection_.rows(entry, lang);
            }
            context[snapshot_.current(entry.id) != nullptr ? "published" : "planned"].push_back(std::move(card));
        }
        context["has_facts"] = !context["facts"].empty();
        context["has_published"] = !context["published"].empty();
        context["has_planned"] = !context["planned"].empty();
        context["published_title"] = site_.text("published_datasets", lang);
        context["planned_title"] = site_.text("planned_datasets", lang);
        site_.write(writer, snapshot_, "collection", context, head, lang);
    }

    const Site& site_;
    const catalog::CatalogSnapshot& snapshot_;
    const Collection& collection_;
};

json fact(const std::string& label, const std::string& value, const std::string& url = "") { return {{"label", label}, {"value", value}, {"url", url}}; }

void add_quality(Collection& collection, const Site& site, const catalog::CatalogSnapshot& snapshot, const std::string& agency) {
    auto entries = std::make_shared<std::vector<const CatalogEntry*>>(collection.entries);
    auto quality = std::make_shared<std::vector<catalog::DatasetQuality>>();
    for (const auto* entry : *entries) {
        quality->push_back(quality_of(snapshot, *entry));
        collection.extra_fingerprint += quality_fingerprint(quality->back());
    }
    collection.quality = [&site, &snapshot, agency, entries, quality](Lang lang) { return agency_quality(site, snapshot, agency, *entries, *quality, lang); };
}

std::vector<Collection> agencies(const Site& site, const catalog::CatalogSnapshot& snapshot) {
    std::vector<Collection> list;
    for (const auto& agency : snapshot.catalogue().agencies) {
        Collection collection{"/agency/" + agency.id, "/agency", "agencies", agency.name, {}, {}, {}, "", {}, {}};
        collection.facts = [&site, &agency](Lang lang) {
            json facts = json::array();
            if (!agency.code.empty()) {
                facts.push_back(fact(site.text("code", lang), agency.code));
            }
            if (!agency.contact.email.empty()) {
                facts.push_back(fact(site.text("contact", lang), agency.contact.email, "mailto:" + agency.contact.email));
            }
            return facts;
        };
        for (const auto& entry : snapshot.catalogue().entries) {
            if (entry.agency == agency.id) {
                collection.entries.push_back(&entry);
            }
        }
        add_quality(collection, site, snapshot, agency.id);
        list.push_back(std::move(collection));
    }
    return list;
}

std::vector<Collection> themes(const catalog::CatalogSnapshot& snapshot) {
    std::vector<Collection> list;
    for (const auto& theme : snapshot.catalogue().themes) {
        Collection collection{"/theme/" + theme.id, "/theme", "themes", theme.title, theme.description, {}, {}, "", {}, {}};
        for (const auto& entry : snapshot.catalogue().entries) {
            if (entry.theme == theme.id) {
                collection.entries.push_back(&entry);
            }
        }
        list.push_back(std::move(collection));
    }
    return list;
}

std::vector<Collection> communes(const Site& site, const catalog::CatalogSnapshot& snapshot) {
    std::vector<Collection> list;
    std::map<std::string, std::size_t> places;
    for (const auto& unit : snapshot.catalogue().units) {
        Collection collection{"/unit/" + unit.code, "/unit", "units", unit.name, {}, {}, {}, "", {}, {}};
        collection.facts = [&site, &unit](Lang lang) {
            return json::array({fact(site.text("code", lang), unit.code), fact(site.text("area", lang), format_number(unit.area_km2, lang == Lang::vi, 1) + " km²")});
        };
        collection.rows = [&snapshot, &unit](const CatalogEntry& entry, Lang lang) { return show_count(snapshot.current(entry.id)->info().rows_by_unit.at(unit.code), lang); };
        places[unit.code] = list.size();
        list.push_back(std::move(collection));
    }
    for (const auto& entry : snapshot.catalogue().entries) {
        const auto* version = snapshot.current(entry.id);
        if (version == nullptr) {
            continue;
        }
        for (const auto& [code, rows] : version->info().rows_by_unit) {
            const auto place = places.find(code);
            if (place != places.end()) {
                list[place->second].entries.push_back(&entry);
                list[place->second].extra_fingerprint += entry.id + "=" + std::to_string(rows) + ";";
            }
        }
    }
    return list;
}

/// /agency, /theme, /unit: a page of links to the pages of that kind.
void write_overview(UnitWriter& writer, const Site& site, const catalog::CatalogSnapshot& snapshot, const std::vector<Collection>& collections) {
    const auto& first = collections.front();
    for (const auto lang : {Lang::vi, Lang::en}) {
        PageHead head;
        head.path = first.parent;
        head.title = site.text(first.parent_key, lang);
        head.description = head.title;
        head.breadcrumbs = {{head.title, ""}};
        json context = {{"kind", snapshot.catalogue().portal.title.in(lang)}, {"title", head.title}, {"summary", ""}, {"facts", json::array()}, {"has_facts", false},
                        {"published", json::array()}, {"has_published", true}, {"planned", json::array()}, {"has_planned", false}, {"planned_title", ""},
                        {"published_title", std::to_string(collections.size()) + " " + head.title}, {"has_pager", false}, {"previous_url", ""}, {"next_url", ""}, {"page_position", ""}};
        context.update(no_quality());
        std::vector<std::pair<std::string, json>> cards;
        for (const auto& collection : collections) {
            const auto published = std::count_if(collection.entries.begin(), collection.entries.end(), [&](const auto* entry) { return snapshot.current(entry->id) != nullptr; });
            const auto counted = lang == Lang::vi ? std::to_string(published) + " bộ dữ liệu đã công bố" : std::to_string(published) + " published datasets";
            cards.emplace_back(collation_key(collection.title.vi), json{{"url", Site::url(collection.path, lang)}, {"title", collection.title.in(lang)}, {"summary", collection.summary.in(lang)},
                                                                        {"agency", counted}, {"updated", ""}, {"rows", ""}, {"badges", json::array()}, {"formats", json::array()}});
        }
        std::sort(cards.begin(), cards.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        for (auto& [key, card] : cards) {
            context["published"].push_back(std::move(card));
        }
        site.write(writer, snapshot, "collection", context, head, lang);
    }
}

}  // namespace

std::vector<Unit> CollectionPages::plan(const catalog::CatalogSnapshot& snapshot) const {
    std::vector<Unit> units;
    for (auto collections : {agencies(*site_, snapshot), themes(snapshot), communes(*site_, snapshot)}) {
        auto overview = site_->fingerprint("pages/collections 2", snapshot);
        for (auto& collection : collections) {
            auto inputs = site_->fingerprint("pages/collection 3", snapshot);
            inputs.add(collection.extra_fingerprint);
            for (const auto* entry : collection.entries) {
                inputs.add(Site::card_fingerprint(snapshot, *entry));
                overview.add(snapshot.current(entry->id) != nullptr ? entry->id : "");
            }
            units.push_back({"pages" + collection.path, inputs.hex(), [site = site_, &snapshot, collection](UnitWriter& writer) {
                                 auto sorted = collection;
                                 sort_entries(snapshot, sorted.entries);  // here, not above: most builds make few of these pages
                                 CollectionPage(*site, snapshot, sorted).write(writer);
                             }});
        }
        if (!collections.empty()) {
            const auto name = "pages" + collections.front().parent;
            units.push_back({name, overview.hex(), [site = site_, &snapshot, collections](UnitWriter& writer) { write_overview(writer, *site, snapshot, collections); }});
        }
    }
    return units;
}

}  // namespace khomo::builder
