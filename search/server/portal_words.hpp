// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "catalog/base/bilingual.hpp"
#include "site-templates/engine/template_engine.hpp"

namespace khomo::search {

/// Templates, texts and names of a release: what every page that the server renders is made with. Immutable, thread-safe.
class PortalWords {
public:
    /// `templates` is templates/ of a release.
    explicit PortalWords(const std::filesystem::path& templates);

    const std::string& text(const std::string& key, Lang lang) const { return engine_.text(key, lang); }
    /// What a facet's value is called: "Sở Y tế" for agency y-te. The value itself where nothing else is known.
    std::string label(const std::string& facet, const std::string& value, Lang lang) const;
    /// All names of one kind ("theme", "agency", "unit", "licence"): id → {vi, en}.
    const nlohmann::json& labels(const std::string& kind) const { return portal_.at("labels").at(kind); }
    const std::string& base_url() const { return base_url_; }
    std::string portal_title(Lang lang) const;

    /// A page in the layout of the portal. `path` is its address without language and host, for the canonical and language links.
    std::string render(const std::string& page, const nlohmann::json& context, const std::string& title, const std::string& path, const nlohmann::json& alternates, Lang lang) const;

private:
    TemplateEngine engine_;
    nlohmann::json portal_;
    std::string base_url_;
};

}  // namespace khomo::search
