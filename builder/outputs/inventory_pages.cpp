// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>

#include "builder/outputs/pages.hpp"
#include "builder/outputs/tombstone.hpp"
#include "site-templates/engine/format.hpp"

namespace khomo::builder {
namespace {

using catalog::CatalogEntry;
using nlohmann::json;

/// The province's list fits one page; a national one would not.
constexpr std::size_t kRowsPerPage = 500;

using Entries = std::vector<const CatalogEntry*>;
using Totals = std::map<catalog::OpenClass, int>;

/// By row of the Appendix: daily, monthly, quarterly, yearly, on change, each by number; the rest after.
Entries by_inventory(const catalog::Catalogue& catalogue) {
    Entries entries;
    for (const auto& entry : catalogue.entries) {
        entries.push_back(&entry);
    }
    const auto rank = [](const CatalogEntry* entry) {
        static constexpr std::string_view kOrder = "dmqyc";
        const auto place = entry->inventory.empty() ? std::string_view::npos : kOrder.find(entry->inventory[0]);
        return place == std::string_view::npos ? kOrder.size() : place;
    };
    const auto number = [](const CatalogEntry* entry) -> const std::string& { return entry->inventory.empty() ? entry->id : entry->inventory; };
    std::stable_sort(entries.begin(), entries.end(), [&](const auto* a, const auto* b) { return rank(a) != rank(b) ? rank(a) < rank(b) : number(a) < number(b); });
    return entries;
}

std::string class_key(catalog::OpenClass open_class) { return "class_" + std::string(to_string(open_class)); }

/// One page of the list.
struct InventoryPart {
    std::size_t number;  ///< from 0
    std::size_t parts;
    Entries entries;
    Totals totals;  ///< of the whole list
    std::size_t all;
};

std::string path_of(std::size_t number) { return number == 0 ? "/inventory" : "/inventory/p" + std::to_string(number + 1); }

json row_of(const Site& site, const catalog::CatalogSnapshot& snapshot, const CatalogEntry& entry, Lang lang) {
    const auto* agency = snapshot.catalogue().agency(entry.agency);
    json row = json::object();
    row["anchor"] = entry.inventory.empty() ? entry.id : entry.inventory;
    row["inventory"] = entry.inventory;
    row["url"] = Site::url("/dataset/" + entry.id, lang);
    row["title"] = entry.title.in(lang);
    row["agency"] = (agency->short_name.empty() ? agency->name : agency->short_name).in(lang);
    row["frequency"] = show_frequency(std::string(to_string(entry.frequency)), lang);
    row["class_kind"] = to_string(entry.open_class);
    row["class"] = site.text(class_key(entry.open_class), lang);
    row["state"] = site.text("state_" + publication_state(snapshot, entry), lang);
    return row;
}

void write_part(const Site& site, const catalog::CatalogSnapshot& snapshot, const InventoryPart& part, UnitWriter& writer, Lang lang) {
    PageHead head;
    head.path = path_of(part.number);
    head.title = site.text("inventory", lang);
    head.description = site.text("inventory_about", lang);
    head.breadcrumbs = {{head.title, ""}};
    json context = {{"entries", json::array()}, {"totals", json::array()}, {"csv_url", "/inventory.csv"}, {"json_url", "/inventory.json"}};
    for (const auto* entry : part.entries) {
        context["entries"].push_back(row_of(site, snapshot, *entry, lang));
    }
    for (const auto& [open_class, count] : part.totals) {
        context["totals"].push_back({{"kind", to_string(open_class)}, {"label", site.text(class_key(open_class), lang)}, {"count", std::to_string(count)}});
    }
    context["lead"] = show_count(part.all, lang) + " " + site.text("inventory_lead", lang);
    context["has_pager"] = part.parts > 1;
    context["previous_url"] = part.number == 0 ? "" : Site::url(path_of(part.number - 1), lang);
    context["next_url"] = part.number + 1 < part.parts ? Site::url(path_of(part.number + 1), lang) : "";
    context["page_position"] = std::to_string(part.number + 1) + " / " + std::to_string(part.parts);
    site.write(writer, snapshot, "inventory", context, head, lang);
}

std::string quoted(const std::string& text) {
    std::string cell = "\"";
    for (const char c : text) {
        cell.append(c == '"' ? 2 : 1, c);
    }
    return cell + "\"";
}

void write_files(const catalog::CatalogSnapshot& snapshot, UnitWriter& writer) {
    std::string csv = "\xEF\xBB\xBFinventory,id,title_vi,title_en,agency,theme,class,class_reason_vi,frequency,state\r\n";
    std::string list = "[";
    for (const auto* entry : by_inventory(snapshot.catalogue())) {
        const auto state = publication_state(snapshot, *entry);
        const auto open_class = std::string(to_string(entry->open_class));
        const auto frequency = std::string(to_string(entry->frequency));
        csv += entry->inventory + ',' + entry->id + ',' + quoted(entry->title.vi) + ',' + quoted(entry->title.en) + ',' + entry->agency + ',' + entry->theme + ',' + open_class + ',' +
               quoted(entry->class_reason.vi) + ',' + frequency + ',' + state + "\r\n";
        const json row = {{"inventory", entry->inventory},
                          {"id", entry->id},
                          {"title", {{"vi", entry->title.vi}, {"en", entry->title.en}}},
                          {"agency", entry->agency},
                          {"theme", entry->theme},
                          {"class", open_class},
                          {"class_reason", {{"vi", entry->class_reason.vi}, {"en", entry->class_reason.en}}},
                          {"frequency", frequency},
                          {"state", state}};
        list += (list.size() == 1 ? "\n" : ",\n") + row.dump();
    }
    writer.write("site/inventory.csv", csv);
    writer.write("site/inventory.json", list + "\n]\n");
}

/// What a row of the list shows: a new description must not remake the list of ten thousand.
void add_row(Fingerprint& inputs, const catalog::CatalogSnapshot& snapshot, const CatalogEntry& entry) {
    inputs.add(entry.id).add(entry.inventory).add(entry.title.vi).add(entry.title.en).add(entry.agency).add(entry.theme).add(to_string(entry.open_class));
    inputs.add(entry.class_reason.vi).add(entry.class_reason.en).add(to_string(entry.frequency)).add(publication_state(snapshot, entry));
}

}  // namespace

std::vector<Unit> InventoryPages::plan(const catalog::CatalogSnapshot& snapshot) const {
    const auto entries = by_inventory(snapshot.catalogue());
    Totals totals;
    auto files = Fingerprint("pages/inventory-files 2");
    for (const auto* entry : entries) {
        ++totals[entry->open_class];
        add_row(files, snapshot, *entry);
    }
    const auto parts = std::max<std::size_t>(1, (entries.size() + kRowsPerPage - 1) / kRowsPerPage);
    std::vector<Unit> units;
    units.push_back({"pages/inventory-files", files.hex(), [&snapshot](UnitWriter& writer) { write_files(snapshot, writer); }});
    for (std::size_t number = 0; number < parts; ++number) {
        InventoryPart part{number, parts, {}, totals, entries.size()};
        auto inputs = site_->fingerprint("pages/inventory 3", snapshot);
        inputs.add(static_cast<std::int64_t>(parts)).add(static_cast<std::int64_t>(entries.size()));
        for (const auto& [open_class, count] : totals) {
            inputs.add(to_string(open_class)).add(count);
        }
        for (auto i = number * kRowsPerPage; i < std::min(entries.size(), (number + 1) * kRowsPerPage); ++i) {
            part.entries.push_back(entries[i]);
            add_row(inputs, snapshot, *entries[i]);
        }
        units.push_back({"pages" + path_of(number), inputs.hex(), [site = site_, &snapshot, part](UnitWriter& writer) {
                             for (const auto lang : {Lang::vi, Lang::en}) {
                                 write_part(*site, snapshot, part, writer, lang);
                             }
                         }});
    }
    return units;
}

}  // namespace khomo::builder
