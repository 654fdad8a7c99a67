// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/outputs/dcat_documents.hpp"

#include <algorithm>
#include <tuple>

#include "builder/outputs/dcat_description.hpp"
#include "builder/outputs/distribution.hpp"
#include "builder/outputs/tombstone.hpp"

namespace khomo::builder {
namespace {

using catalog::CatalogEntry;
using Entries = std::vector<const CatalogEntry*>;

constexpr std::string_view kRevision = "dcat 2";

void write_all(UnitWriter& writer, const std::string& path, const RdfGraph& graph) {
    writer.write("site" + path + ".ttl", to_turtle(graph));
    writer.write("site" + path + ".rdf", to_rdf_xml(graph));
    writer.write("site" + path + ".jsonld", to_json_ld(graph));
}

/// One page of the catalogue. A harvester deletes what it does not find, so that every page must name the same whole.
class CataloguePage {
public:
    CataloguePage(const catalog::CatalogSnapshot& snapshot, const DcatProfile& profile, const Entries& published, std::size_t per_page)
        : snapshot_(snapshot), profile_(profile), published_(published), per_page_(per_page) {}

    std::size_t pages() const { return std::max<std::size_t>(1, (published_.size() + per_page_ - 1) / per_page_); }
    Entries entries(std::size_t page) const {
        const auto from = published_.begin() + static_cast<std::ptrdiff_t>((page - 1) * per_page_);
        return {from, from + static_cast<std::ptrdiff_t>(std::min<std::size_t>(per_page_, published_.size() - (page - 1) * per_page_))};
    }

    void write(UnitWriter& writer, std::size_t page) const {
        RdfGraph graph(profile_.prefixes());
        const DcatDescription description(snapshot_, profile_, writer);
        const auto own = entries(page);
        description.add_catalogue(graph, own);
        if (page == 1) {  // alone, so that a change remakes two pages and not all
            description.add_dates(graph, published_);
        }
        for (const auto* entry : own) {
            description.add_dataset(graph, *entry);
        }
        if (pages() == 1) {
            write_all(writer, path(page), graph);
            return;
        }
        // Pages lead to pages of their own syntax: this is all that the three differ in.
        writer.write("site" + path(page) + ".ttl", to_turtle(with_paging(graph, page, ".ttl")));
        writer.write("site" + path(page) + ".rdf", to_rdf_xml(with_paging(graph, page, ".rdf")));
        writer.write("site" + path(page) + ".jsonld", to_json_ld(with_paging(graph, page, ".jsonld")));
    }

    static std::string path(std::size_t page) { return "/dcat/catalog" + (page == 1 ? "" : "-" + std::to_string(page)); }

private:
    RdfGraph with_paging(RdfGraph graph, std::size_t page, const std::string& ending) const {
        const auto address = [&](std::size_t number) { return RdfValue{RdfValue::Kind::iri, snapshot_.catalogue().portal.base_url + path(number) + ending}; };
        const auto count = [](std::size_t number) { return RdfValue{RdfValue::Kind::text, std::to_string(number), "", "xsd:integer"}; };
        auto& node = graph.node(address(page).text);
        node.types = {"hydra:PagedCollection", "hydra:PartialCollectionView"};  // CKAN's harvester knows the first, udata's the second
        node.say("hydra:totalItems", count(published_.size()));
        node.say("hydra:itemsPerPage", count(per_page_));
        for (const auto& [first, second, to] : {std::tuple{"hydra:first", "hydra:firstPage", std::size_t{1}}, std::tuple{"hydra:last", "hydra:lastPage", pages()}}) {
            node.say(first, address(to));
            node.say(second, address(to));
        }
        if (page < pages()) {
            node.say("hydra:next", address(page + 1));
            node.say("hydra:nextPage", address(page + 1));
        }
        if (page > 1) {
            node.say("hydra:previous", address(page - 1));
            node.say("hydra:previousPage", address(page - 1));
        }
        return graph;
    }

    const catalog::CatalogSnapshot& snapshot_;
    const DcatProfile& profile_;
    const Entries& published_;
    std::size_t per_page_;
};

Fingerprint start(const char* kind, const catalog::CatalogSnapshot& snapshot, const DcatProfile& profile) {
    Fingerprint inputs(kind);
    inputs.add(kRevision).add(profile.sha256()).add(snapshot.catalogue().context_sha256);
    return inputs;
}

std::string dataset_inputs(const catalog::CatalogSnapshot& snapshot, const CatalogEntry& entry) {
    Fingerprint inputs("dcat/dataset");
    for (const auto& version : snapshot.versions(entry.id)) {
        inputs.add(version_fingerprint(snapshot.catalogue(), entry, version.info()));
    }
    return inputs.hex();
}

}  // namespace

std::vector<Unit> DcatDocuments::plan(const catalog::CatalogSnapshot& snapshot) const {
    const auto profile = std::make_shared<const DcatProfile>(site_->templates() / "dcat/dcat-ap-3.json", snapshot.catalogue().portal.base_url);
    auto published = std::make_shared<Entries>();
    std::vector<std::string> hashes;
    std::string dates;
    std::vector<Unit> units;
    for (const auto& entry : snapshot.catalogue().entries) {
        if (snapshot.current(entry.id) == nullptr) {
            continue;
        }
        published->push_back(&entry);
        hashes.push_back(dataset_inputs(snapshot, entry));
        dates += to_iso_vn(snapshot.versions(entry.id).front().info().delivery.approved_at()) + to_iso_vn(snapshot.current(entry.id)->info().delivery.approved_at());
        units.push_back({"dcat/dataset/" + entry.id, start("dcat/dataset", snapshot, *profile).add(hashes.back()).hex(), [&snapshot, &entry, profile](UnitWriter& writer) {
                             RdfGraph graph(profile->prefixes());
                             DcatDescription(snapshot, *profile, writer).add_dataset(graph, entry);
                             write_all(writer, "/dataset/" + entry.id, graph);
                         }});
    }
    const CataloguePage pages(snapshot, *profile, *published, per_page_);
    Fingerprint gone("dcat/withdrawn");
    for (const auto& withdrawal : snapshot.withdrawals().standing()) {
        const auto* entry = snapshot.catalogue().entry(withdrawal.dataset);
        gone.add(withdrawal.entry_hash).add(entry == nullptr ? "" : entry->source_sha256).add(snapshot.withdrawal(withdrawal.dataset) != nullptr ? "all" : "some");
    }
    const auto gone_hash = gone.hex();
    for (std::size_t page = 1; page <= pages.pages(); ++page) {
        auto inputs = start("dcat/catalog", snapshot, *profile);
        inputs.add(gone_hash).add(static_cast<std::int64_t>(published->size())).add(static_cast<std::int64_t>(per_page_));
        const auto from = (page - 1) * per_page_;
        for (auto i = from; i < std::min(published->size(), from + per_page_); ++i) {
            inputs.add((*published)[i]->id).add(hashes[i]);
        }
        if (page == 1) {
            inputs.add(dates);
        }
        units.push_back({"dcat/catalog-" + std::to_string(page), inputs.hex(),
                         [&snapshot, profile, published, page, per_page = per_page_](UnitWriter& writer) { CataloguePage(snapshot, *profile, *published, per_page).write(writer, page); }});
    }
    units.push_back({"dcat/withdrawn", start("dcat/withdrawn", snapshot, *profile).add(gone_hash).hex(), [&snapshot, profile](UnitWriter& writer) {
                         RdfGraph graph(profile->prefixes());
                         DcatDescription(snapshot, *profile, writer).add_withdrawn(graph);
                         write_all(writer, "/dcat/withdrawn", graph);
                     }});
    return units;
}

}  // namespace khomo::builder
