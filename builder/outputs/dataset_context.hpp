// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include "builder/outputs/quality_view.hpp"
#include "builder/outputs/site.hpp"
#include "builder/outputs/version_view.hpp"

namespace khomo::builder {

/// Makes what pages/dataset.mustache shows, in one language. `view` is null where nothing is published.
class DatasetContext {
public:
    DatasetContext(const Site& site, const catalog::CatalogSnapshot& snapshot, const catalog::CatalogEntry& entry, const VersionView* view, const catalog::DatasetQuality& quality, Lang lang)
        : site_(site), snapshot_(snapshot), catalogue_(snapshot.catalogue()), entry_(entry), view_(view), quality_(quality), lang_(lang) {}

    /// The page of the dataset.
    nlohmann::json page(const UnitWriter& writer) const;
    /// Turns it into the page of this very version: links that stay, and a note when it is an old one.
    void pin(nlohmann::json& page, const UnitWriter& writer) const;

private:
    std::string t(const std::string& key) const { return site_.text(key, lang_); }
    bool vi() const { return lang_ == Lang::vi; }
    const catalog::VersionInfo& info() const { return view_->version->info(); }

    /// Who gave it, when, and how much of it: what a reader wants to know before anything else.
    nlohmann::json glance() const;
    nlohmann::json facts() const;
    void add_words(nlohmann::json& page) const;
    void add_downloads(nlohmann::json& page, const UnitWriter& writer, bool pinned) const;
    void add_map(nlohmann::json& page, const UnitWriter& writer) const;
    void add_approval(nlohmann::json& page) const;
    void add_versions(nlohmann::json& page) const;
    void add_correction(nlohmann::json& page) const;
    std::string version_url_of(int number) const { return Site::url("/dataset/" + entry_.id + "/v" + std::to_string(number), lang_); }
    // dataset_tables.cpp
    void add_charts(nlohmann::json& page) const;
    void add_preview(nlohmann::json& page) const;
    void add_dictionary(nlohmann::json& page) const;
    void add_units(nlohmann::json& page) const;
    nlohmann::json chart_table(const ChartData& chart) const;
    std::string cell_text(const catalog::Field& field, const catalog::Value& value) const;

    const Site& site_;
    const catalog::CatalogSnapshot& snapshot_;
    const catalog::Catalogue& catalogue_;
    const catalog::CatalogEntry& entry_;
    const VersionView* view_;
    const catalog::DatasetQuality& quality_;
    Lang lang_;
};

}  // namespace khomo::builder
