// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "builder/outputs/site.hpp"

namespace khomo::builder {

/// /dcat/catalog.{jsonld,ttl,rdf} (and catalog-2 … above 100 datasets, as hydra pages), /dcat/withdrawn.*, /dataset/<id>.* of every published
/// dataset: DCAT in the words of site-templates/dcat/dcat-ap-3.json (docs/dcat.md).
class DcatDocuments : public Output {
public:
    explicit DcatDocuments(std::shared_ptr<const Site> site, std::size_t per_page = 100) : site_(std::move(site)), per_page_(per_page) {}
    Stage stage() const override { return Stage::pages; }
    std::vector<Unit> plan(const catalog::CatalogSnapshot& snapshot) const override;

private:
    std::shared_ptr<const Site> site_;
    std::size_t per_page_;
};

}  // namespace khomo::builder
