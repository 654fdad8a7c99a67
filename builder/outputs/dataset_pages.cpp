// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/outputs/dataset_context.hpp"
#include "builder/outputs/distribution.hpp"
#include "builder/outputs/feeds.hpp"
#include "builder/outputs/json_ld.hpp"
#include "builder/outputs/pages.hpp"
#include "builder/outputs/pictures.hpp"
#include "builder/outputs/quality_documents.hpp"
#include "builder/outputs/tombstone.hpp"
#include "builder/outputs/version_files.hpp"

namespace khomo::builder {
namespace {

using catalog::CatalogEntry;

/// All pages of one entry of the catalogue: the dataset, and each of its versions under an address of its own.
class DatasetWriter {
public:
    DatasetWriter(const Site& site, const catalog::CatalogSnapshot& snapshot, const CatalogEntry& entry, const catalog::DatasetQuality& quality, UnitWriter& writer)
        : site_(site), snapshot_(snapshot), entry_(entry), quality_(quality), writer_(writer) {}

    void write() {
        const auto* current = snapshot_.current(entry_.id);
        if (current == nullptr) {
            for (const auto lang : {Lang::vi, Lang::en}) {
                site_.write(writer_, snapshot_, "dataset", DatasetContext(site_, snapshot_, entry_, nullptr, quality_, lang).page(writer_), head(lang), lang);
            }
        }
        for (const auto& version : snapshot_.versions(entry_.id)) {
            const auto view = view_version(entry_, version, writer_);
            for (const auto lang : {Lang::vi, Lang::en}) {
                write_version(view, &version == current, lang);
            }
        }
    }

private:
    void write_version(const VersionView& view, bool is_current, Lang lang) {
        const auto& info = view.version->info();
        const DatasetContext context(site_, snapshot_, entry_, &view, quality_, lang);
        auto page = context.page(writer_);
        auto top = head(lang);
        if (is_current) {
            top.json_ld = dataset_json_ld(snapshot_, view.entry, info, top.path, writer_, lang);
            site_.write(writer_, snapshot_, "dataset", page, top, lang);
        }
        context.pin(page, writer_);
        top.path += "/v" + std::to_string(info.number);
        top.breadcrumbs.back().second = "/dataset/" + entry_.id;
        top.breadcrumbs.emplace_back(site_.text("version", lang) + " " + std::to_string(info.number), "");
        top.json_ld = dataset_json_ld(snapshot_, view.entry, info, top.path, writer_, lang);
        site_.write(writer_, snapshot_, "dataset", page, top, lang);
    }

    PageHead head(Lang lang) const {
        PageHead head;
        const auto* theme = snapshot_.catalogue().theme(entry_.theme);
        head.path = "/dataset/" + entry_.id;
        head.title = entry_.title.in(lang);
        head.description = entry_.summary.in(lang).empty() ? entry_.title.in(lang) : entry_.summary.in(lang);
        head.breadcrumbs = {{site_.text("themes", lang), "/theme"}, {theme->title.in(lang), "/theme/" + theme->id}, {entry_.title.in(lang), ""}};
        head.alternates = {{"application/json", "/api/v1/datasets/" + entry_.id}};
        if (snapshot_.current(entry_.id) != nullptr) {
            for (const auto& [type, ending] : {std::pair{"application/ld+json", ".jsonld"}, std::pair{"text/turtle", ".ttl"}, std::pair{"application/rdf+xml", ".rdf"}}) {
                head.alternates.emplace_back(type, head.path + ending);
            }
            const auto feeds = feed_links("dataset/" + entry_.id, lang);
            head.alternates.insert(head.alternates.end(), feeds.begin(), feeds.end());
        }
        return head;
    }

    const Site& site_;
    const catalog::CatalogSnapshot& snapshot_;
    const CatalogEntry& entry_;
    const catalog::DatasetQuality& quality_;
    UnitWriter& writer_;
};

}  // namespace

std::vector<Unit> DatasetPages::plan(const catalog::CatalogSnapshot& snapshot) const {
    std::vector<Unit> units;
    units.reserve(snapshot.catalogue().entries.size());
    const auto* land = boundary_layer(snapshot);
    for (const auto& entry : snapshot.catalogue().entries) {
        if (snapshot.withdrawal(entry.id) != nullptr) {
            continue;  // tombstones.cpp
        }
        auto inputs = site_->fingerprint("pages/dataset 9", snapshot);
        auto quality = quality_of(snapshot, entry);
        inputs.add(land == nullptr ? "" : land->id);
        inputs.add(entry.source_sha256).add(quality_fingerprint(quality)).add(withdrawal_fingerprint(snapshot, entry.id));
        for (const auto& version : snapshot.versions(entry.id)) {
            inputs.add(version_fingerprint(snapshot.catalogue(), entry, version.info()));
        }
        units.push_back({"pages/dataset/" + entry.id, inputs.hex(), [site = site_, &snapshot, &entry, quality = std::move(quality)](UnitWriter& writer) {
                             DatasetWriter(*site, snapshot, entry, quality, writer).write();
                             write_dataset_document(snapshot, entry, writer);
                             if (quality.timeliness.standing != catalog::Standing::not_asked) {
                                 write_dataset_quality(snapshot, entry, quality, writer);
                             }
                         }});
    }
    return units;
}

}  // namespace khomo::builder
