// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "builder/outputs/site.hpp"

namespace khomo::builder {

/// The pages of the portal, in both languages. Each class is one kind of page.
class PageOutput : public Output {
public:
    explicit PageOutput(std::shared_ptr<const Site> site) : site_(std::move(site)) {}
    Stage stage() const override { return Stage::pages; }

protected:
    std::shared_ptr<const Site> site_;
};

/// /dataset/<id> and /dataset/<id>/v<n> for every entry of the inventory, with what programs read of it: its document and quality.json. One unit a
/// dataset.
class DatasetPages : public PageOutput {
public:
    using PageOutput::PageOutput;
    std::vector<Unit> plan(const catalog::CatalogSnapshot& snapshot) const override;
};

/// /agency, /theme, /unit and one page for each of them.
class CollectionPages : public PageOutput {
public:
    using PageOutput::PageOutput;
    std::vector<Unit> plan(const catalog::CatalogSnapshot& snapshot) const override;
};

/// The home page.
class HomePage : public PageOutput {
public:
    using PageOutput::PageOutput;
    std::vector<Unit> plan(const catalog::CatalogSnapshot& snapshot) const override;
};

/// /inventory (in pages where it is long), /inventory.csv and /inventory.json.
class InventoryPages : public PageOutput {
public:
    using PageOutput::PageOutput;
    std::vector<Unit> plan(const catalog::CatalogSnapshot& snapshot) const override;
};

/// Text pages, error pages, /style.
class PortalPages : public PageOutput {
public:
    using PageOutput::PageOutput;
    std::vector<Unit> plan(const catalog::CatalogSnapshot& snapshot) const override;
};

/// Assets, templates for the server, sitemap.xml, robots.txt.
class SiteFiles : public PageOutput {
public:
    using PageOutput::PageOutput;
    std::vector<Unit> plan(const catalog::CatalogSnapshot& snapshot) const override;
};

}  // namespace khomo::builder
