// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "builder/outputs/output.hpp"
#include "catalog/model/version.hpp"
#include "site-templates/engine/template_engine.hpp"

namespace khomo::builder {

/// What one page tells the layout.
struct PageHead {
    std::string path;  ///< without language, such as "/dataset/ho-chua"; "/" for the home page
    std::string title;
    std::string description;
    std::vector<std::pair<std::string, std::string>> breadcrumbs;  ///< label, path without language ("" for the page itself)
    std::vector<std::pair<std::string, std::string>> alternates;   ///< media type, URL
    std::string json_ld;                                           ///< already safe inside <script>
};

/// Everything the page outputs share: templates, assets, words, cards. Built once a run; thread-safe.
class Site {
public:
    /// `templates` is site-templates/ with assets/dist made. Throws Error(input) when it is not.
    explicit Site(std::filesystem::path templates);

    const TemplateEngine& engine() const { return engine_; }
    const std::filesystem::path& templates() const { return templates_; }
    const nlohmann::json& assets() const { return assets_; }
    const std::string& text(const std::string& key, Lang lang) const { return engine_.text(key, lang); }

    /// "/en/dataset/x" or "/dataset/x".
    static std::string url(const std::string& path, Lang lang);
    /// The file of a page: "site/en/dataset/x.html".
    static std::string file(const std::string& path, Lang lang);

    /// Renders a page and writes its file.
    void write(UnitWriter& writer, const catalog::CatalogSnapshot& snapshot, const std::string& page, const nlohmann::json& context, const PageHead& head, Lang lang) const;
    std::string render(const catalog::CatalogSnapshot& snapshot, const std::string& page, const nlohmann::json& context, const PageHead& head, Lang lang) const;
    nlohmann::json layout(const catalog::CatalogSnapshot& snapshot, const PageHead& head, Lang lang) const;

    /// A dataset as partials/card.mustache wants it.
    nlohmann::json card(const catalog::CatalogSnapshot& snapshot, const catalog::CatalogEntry& entry, Lang lang) const;
    nlohmann::json badges(const catalog::CatalogSnapshot& snapshot, const catalog::CatalogEntry& entry, Lang lang) const;
    nlohmann::json search_form(Lang lang) const;
    std::string icon_url(const std::string& icon) const;

    /// Starts the fingerprint of a page: templates, assets and the words of the catalogue's lists.
    Fingerprint fingerprint(std::string_view kind, const catalog::CatalogSnapshot& snapshot) const;
    /// What card() shows and nothing else of the entry: a new description must not remake every list that names the dataset.
    static std::string card_fingerprint(const catalog::CatalogSnapshot& snapshot, const catalog::CatalogEntry& entry);

private:
    std::filesystem::path templates_;
    nlohmann::json assets_;  // read first: without them the error says what to run
    std::string assets_hash_;
    TemplateEngine engine_;
};

}  // namespace khomo::builder
