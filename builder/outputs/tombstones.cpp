// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/outputs/tombstones.hpp"

#include "builder/outputs/tombstone.hpp"

namespace khomo::builder {
namespace {

using catalog::Withdrawal;
using nlohmann::json;

/// A page that says goodbye: `version` 0 is the dataset's own.
class TombstoneWriter {
public:
    TombstoneWriter(const Site& site, const catalog::CatalogSnapshot& snapshot, const Withdrawal& withdrawal, int version)
        : site_(site), snapshot_(snapshot), withdrawal_(withdrawal), entry_(snapshot.catalogue().entry(withdrawal.dataset)), version_(version) {}

    void write(UnitWriter& writer) const {
        writer.write(gone_marker(withdrawal_.dataset, version_), gone_problem(withdrawal_, version_));
        for (const auto lang : {Lang::vi, Lang::en}) {
            const auto page = head(lang);
            const bool lives = version_ != 0 && snapshot_.current(withdrawal_.dataset) != nullptr;
            const bool listed = entry_ != nullptr && !entry_->inventory.empty();
            const auto latest = lives ? Site::url("/dataset/" + withdrawal_.dataset, lang) : "";
            const auto inventory = listed ? Site::url("/inventory", lang) + "#" + entry_->inventory : "";
            auto context = gone_page(site_.engine(), withdrawal_, version_, latest, inventory, lang);
            context["title"] = title(lang);
            site_.write(writer, snapshot_, "gone", context, page, lang);
        }
    }

private:
    /// Today's title where the catalogue still has the dataset.
    std::string title(Lang lang) const { return (entry_ != nullptr ? entry_->title : withdrawal_.title).in(lang); }

    PageHead head(Lang lang) const {
        PageHead head;
        head.path = "/dataset/" + withdrawal_.dataset + (version_ == 0 ? "" : "/v" + std::to_string(version_));
        head.title = title(lang);
        head.description = head.title;
        head.breadcrumbs = {{site_.text("inventory", lang), "/inventory"}, {head.title, version_ == 0 ? "" : "/dataset/" + withdrawal_.dataset}};
        if (version_ != 0) {
            head.breadcrumbs.emplace_back(site_.text("version", lang) + " " + std::to_string(version_), "");
        }
        return head;
    }

    const Site& site_;
    const catalog::CatalogSnapshot& snapshot_;
    const Withdrawal& withdrawal_;
    const catalog::CatalogEntry* entry_;
    int version_;
};

std::string list_of(const catalog::CatalogSnapshot& snapshot, const std::vector<Withdrawal>& standing) {
    json list = json::array();
    for (const auto& withdrawal : standing) {
        const auto* entry = snapshot.catalogue().entry(withdrawal.dataset);
        const auto& title = entry != nullptr ? entry->title : withdrawal.title;
        json item = {{"id", withdrawal.dataset}, {"title", {{"vi", title.vi}, {"en", title.in(Lang::en)}}}, {"url", "/dataset/" + withdrawal.dataset}};
        item.update(withdrawal_json(withdrawal));
        list.push_back(std::move(item));
    }
    return json{{"total", list.size()}, {"withdrawals", std::move(list)}}.dump(1) + "\n";
}

}  // namespace

std::vector<Unit> Tombstones::plan(const catalog::CatalogSnapshot& snapshot) const {
    const auto standing = snapshot.withdrawals().standing();
    std::map<std::string, const Withdrawal*> datasets;
    std::vector<Unit> units;
    Fingerprint list("gone/list 1");
    const auto add = [&](const Withdrawal& withdrawal, int version) {
        const auto* entry = snapshot.catalogue().entry(withdrawal.dataset);
        auto inputs = site_->fingerprint("gone 1", snapshot);
        inputs.add(withdrawal.entry_hash).add(version).add(entry == nullptr ? "" : entry->source_sha256).add(snapshot.current(withdrawal.dataset) != nullptr ? "lives" : "");
        units.push_back({"gone/" + withdrawal.dataset + (version == 0 ? "" : "/v" + std::to_string(version)), inputs.hex(),
                         [site = site_, &snapshot, &withdrawal, version](UnitWriter& writer) { TombstoneWriter(*site, snapshot, withdrawal, version).write(writer); }});
    };
    for (const auto& withdrawal : standing) {
        list.add(withdrawal.entry_hash).add(static_cast<std::int64_t>(withdrawal.versions.size()));
        for (const int number : withdrawal.versions) {
            list.add(number);
            add(*snapshot.withdrawals().single(withdrawal.dataset, number), number);
        }
        if (const auto* whole = snapshot.withdrawal(withdrawal.dataset)) {
            datasets.emplace(withdrawal.dataset, whole);
        }
        const auto* entry = snapshot.catalogue().entry(withdrawal.dataset);
        list.add(entry == nullptr ? "" : entry->source_sha256);
    }
    for (const auto& [dataset, withdrawal] : datasets) {
        add(*withdrawal, 0);
    }
    units.push_back({"gone/list", list.hex(), [&snapshot, standing](UnitWriter& writer) { writer.write("site/api/v1/withdrawals.json", list_of(snapshot, standing)); }});
    return units;
}

}  // namespace khomo::builder
