// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <array>
#include <map>

#include "builder/outputs/freshness_pages.hpp"
#include "builder/outputs/quality_view.hpp"
#include "catalog/base/text.hpp"
#include "site-templates/engine/format.hpp"

namespace khomo::builder {
namespace {

using catalog::CatalogEntry;
using catalog::DatasetQuality;
using catalog::Standing;
using nlohmann::json;

/// The page lists what it must show; the whole list is in the CSV.
constexpr std::size_t kShownPerAgency = 100;
constexpr std::array<Standing, 4> kShown = {Standing::late, Standing::due, Standing::on_time, Standing::no_date};

struct Watched {
    const CatalogEntry* entry;
    DatasetQuality quality;
};

/// The datasets that are asked for, by agency in the order of agencies.yaml; late ones first.
struct Freshness {
    std::vector<std::pair<const catalog::Agency*, std::vector<Watched>>> agencies;
    std::map<Standing, std::uint64_t> totals;
    std::uint64_t never = 0;
};

int rank(Standing standing) { return static_cast<int>(std::find(kShown.begin(), kShown.end(), standing) - kShown.begin()); }

std::shared_ptr<const Freshness> gather(const catalog::CatalogSnapshot& snapshot) {
    auto freshness = std::make_shared<Freshness>();
    std::map<std::string, std::vector<Watched>> by_agency;
    for (const auto& entry : snapshot.catalogue().entries) {
        auto quality = quality_of(snapshot, entry);
        const auto standing = quality.timeliness.standing;
        if (standing == Standing::not_asked) {
            continue;
        }
        ++freshness->totals[standing];
        freshness->never += standing == Standing::late && quality.versions.empty() ? 1 : 0;
        by_agency[entry.agency].push_back({&entry, std::move(quality)});
    }
    for (const auto& agency : snapshot.catalogue().agencies) {
        const auto found = by_agency.find(agency.id);
        if (found == by_agency.end()) {
            continue;
        }
        std::stable_sort(found->second.begin(), found->second.end(),
                         [](const auto& a, const auto& b) { return rank(a.quality.timeliness.standing) < rank(b.quality.timeliness.standing); });
        freshness->agencies.emplace_back(&agency, std::move(found->second));
    }
    return freshness;
}

std::string standing_key(Standing standing) {
    auto key = "standing_" + std::string(to_string(standing));
    std::replace(key.begin(), key.end(), '-', '_');
    return key;
}

json agency_json(const Site& site, const catalog::Agency& agency, const std::vector<Watched>& list, Lang lang) {
    std::map<Standing, std::uint64_t> counts;
    std::uint64_t kept = 0;
    std::uint64_t passed = 0;
    for (const auto& each : list) {
        ++counts[each.quality.timeliness.standing];
        for (const auto& record : each.quality.timeliness.passed) {
            ++passed;
            kept += record.outcome == catalog::Outcome::on_time ? 1 : 0;
        }
    }
    json item = {{"name", agency.name.in(lang)},
                 {"anchor", "a-" + agency.id},
                 {"url", Site::url("/agency/" + agency.id, lang)},
                 {"all", show_count(list.size(), lang)},
                 {"kept", passed == 0 ? "–" : show_count(kept, lang) + " / " + show_count(passed, lang)},
                 {"counts", json::array()},
                 {"datasets", json::array()},
                 {"more", list.size() > kShownPerAgency ? show_count(list.size() - kShownPerAgency, lang) : ""}};
    for (const auto standing : kShown) {
        item["counts"].push_back({{"value", show_count(counts[standing], lang)}, {"some", counts[standing] > 0}});
    }
    for (std::size_t i = 0; i < std::min(list.size(), kShownPerAgency); ++i) {
        item["datasets"].push_back(standing_row(site, *list[i].entry, list[i].quality, lang));
    }
    return item;
}

void write_page(const Site& site, const catalog::CatalogSnapshot& snapshot, const Freshness& freshness, UnitWriter& writer, Lang lang) {
    PageHead head;
    head.path = "/freshness";
    head.title = site.text("freshness", lang);
    head.description = site.text("freshness_lead", lang);
    head.breadcrumbs = {{head.title, ""}};
    head.alternates = {{"text/csv", "/freshness.csv"}, {"application/json", "/freshness.json"}};
    const auto& from = snapshot.catalogue().portal.deadlines_from;
    json context = {{"since", from ? show_date(date_vn(*from), lang) : ""}, {"totals", json::array()}, {"heads", json::array()}, {"agencies", json::array()}, {"csv_url", "/freshness.csv"}, {"json_url", "/freshness.json"},
                    {"never", freshness.never == 0 ? "" : show_count(freshness.never, lang)}};
    for (const auto standing : kShown) {
        const auto found = freshness.totals.find(standing);
        context["totals"].push_back({{"value", show_count(found == freshness.totals.end() ? 0 : found->second, lang)}, {"label", site.text(standing_key(standing), lang)}});
        context["heads"].push_back({{"label", site.text(standing_key(standing), lang)}});
    }
    for (const auto& [agency, list] : freshness.agencies) {
        context["agencies"].push_back(agency_json(site, *agency, list, lang));
    }
    site.write(writer, snapshot, "freshness", context, head, lang);
}

void write_files(const Freshness& freshness, UnitWriter& writer) {
    std::string csv = "\xEF\xBB\xBF" "agency,dataset,inventory,frequency,standing,last_period,last_due,last_outcome,last_delay_seconds,next_period,next_due,version\r\n";
    std::string list = "[";
    for (const auto& [agency, watched] : freshness.agencies) {
        for (const auto& each : watched) {
            const auto& timeliness = each.quality.timeliness;
            const auto* last = timeliness.last();
            const int version = each.quality.versions.empty() ? 0 : each.quality.versions.back().version;
            const nlohmann::ordered_json row = {{"agency", agency->id},
                                                {"dataset", each.entry->id},
                                                {"inventory", each.entry->inventory},
                                                {"frequency", to_string(each.entry->frequency)},
                                                {"standing", to_string(timeliness.standing)},
                                                {"last_period", last == nullptr ? "" : last->period},
                                                {"last_due", last == nullptr ? "" : to_iso_vn(last->due)},
                                                {"last_outcome", last == nullptr ? "" : std::string(to_string(last->outcome))},
                                                {"last_delay_seconds", last == nullptr ? "" : std::to_string(last->delay())},
                                                {"next_period", timeliness.next_period.value_or("")},
                                                {"next_due", timeliness.next_due ? to_iso_vn(*timeliness.next_due) : ""},
                                                {"version", version == 0 ? "" : std::to_string(version)}};
            std::string line;
            for (const auto& cell : row) {
                line += (line.empty() ? "" : ",") + cell.get<std::string>();
            }
            csv += line + "\r\n";
            list += (list.size() == 1 ? "\n" : ",\n") + row.dump();
        }
    }
    writer.write("site/freshness.csv", csv);
    writer.write("site/freshness.json", list + "\n]\n");
}

}  // namespace

std::vector<Unit> FreshnessPages::plan(const catalog::CatalogSnapshot& snapshot) const {
    const auto freshness = gather(snapshot);
    auto inputs = site_->fingerprint("pages/freshness 2", snapshot);
    for (const auto& [agency, list] : freshness->agencies) {
        for (const auto& each : list) {
            const auto& entry = *each.entry;
            inputs.add(entry.id).add(entry.inventory).add(entry.title.vi).add(entry.title.en).add(agency->id).add(to_string(entry.frequency)).add(quality_fingerprint(each.quality));
        }
    }
    return {{"pages/freshness", inputs.hex(), [site = site_, &snapshot, freshness](UnitWriter& writer) {
                 for (const auto lang : {Lang::vi, Lang::en}) {
                     write_page(*site, snapshot, *freshness, writer, lang);
                 }
                 write_files(*freshness, writer);
             }}};
}

}  // namespace khomo::builder
