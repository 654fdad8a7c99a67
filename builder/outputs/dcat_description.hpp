// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builder/outputs/dcat_profile.hpp"
#include "builder/outputs/output.hpp"

namespace khomo::builder {

/// Says in DCAT what the snapshot holds. Sizes and hashes of files come from the release that `writer` belongs to.
class DcatDescription {
public:
    DcatDescription(const catalog::CatalogSnapshot& snapshot, const DcatProfile& profile, const UnitWriter& writer)
        : snapshot_(snapshot), catalogue_(snapshot.catalogue()), profile_(profile), writer_(writer), base_(catalogue_.portal.base_url) {}

    /// A published dataset with its versions, files, agencies and licence.
    void add_dataset(RdfGraph& graph, const catalog::CatalogEntry& entry) const;
    /// The catalogue itself, with the names of `listed` datasets but not their descriptions.
    void add_catalogue(RdfGraph& graph, const std::vector<const catalog::CatalogEntry*>& listed) const;
    /// When its first dataset was issued and the last change of any; once in all pages.
    void add_dates(RdfGraph& graph, const std::vector<const catalog::CatalogEntry*>& published) const;
    /// Datasets that are withdrawn or suspended: title, reason, document and state. They stand in no catalogue page, so that harvesters drop them.
    void add_withdrawn(RdfGraph& graph) const;

    std::string catalogue_iri() const { return base_ + "/dcat/catalog#catalog"; }
    std::string dataset_iri(const std::string& id) const { return base_ + "/dataset/" + id + "#dataset"; }

private:
    std::string add_agent(RdfGraph& graph, const std::string& agency) const;
    std::string add_contact(RdfGraph& graph, const std::string& agency) const;
    std::string add_licence(RdfGraph& graph, const std::string& licence) const;
    std::string add_theme(RdfGraph& graph, const std::string& theme) const;
    std::string add_location(RdfGraph& graph, const std::string& iri, const std::array<double, 4>& box, const Text& label) const;
    std::string add_document(RdfGraph& graph, const std::string& iri) const;
    std::string add_standard(RdfGraph& graph, const std::string& iri, const Text& title) const;
    std::string add_checksum(RdfGraph& graph, const std::string& iri, const std::string& sha256) const;
    /// The query interface, serving these among others.
    std::string add_service(RdfGraph& graph, const std::vector<const catalog::CatalogEntry*>& published) const;
    void add_versions(RdfGraph& graph, const catalog::CatalogEntry& entry, DcatSubject& dataset) const;
    void add_provenance(RdfGraph& graph, const catalog::CatalogEntry& entry, const catalog::VersionInfo& version, DcatSubject& dataset) const;
    void add_distributions(RdfGraph& graph, const catalog::CatalogEntry& entry, const catalog::VersionInfo& version, DcatSubject& dataset) const;
    void add_period(RdfGraph& graph, DcatSubject& subject, const std::string& period) const;

    const catalog::CatalogSnapshot& snapshot_;
    const catalog::Catalogue& catalogue_;
    const DcatProfile& profile_;
    const UnitWriter& writer_;
    const std::string& base_;
};

}  // namespace khomo::builder
