// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/server/portal_words.hpp"

#include "catalog/base/file.hpp"
#include "site-templates/engine/format.hpp"

namespace khomo::search {

using nlohmann::json;

PortalWords::PortalWords(const std::filesystem::path& templates) : engine_(templates), portal_(json::parse(read_file(templates / "portal.json"))), base_url_(portal_.at("base_url").get<std::string>()) {}

std::string PortalWords::portal_title(Lang lang) const { return portal_.at(std::string(code(lang))).at("portal_title").get<std::string>(); }

std::string PortalWords::label(const std::string& facet, const std::string& value, Lang lang) const {
    const auto worded = [&](std::initializer_list<const char*> known, const char* prefix) {
        for (const auto* word : known) {
            if (value == word) {
                return engine_.text(std::string(prefix) + value, lang);
            }
        }
        return value;
    };
    if (facet == "class") {
        return worded({"open", "aggregated", "restricted", "never"}, "class_");
    }
    if (facet == "published") {
        return engine_.text(value == "yes" ? "state_published" : "state_waiting", lang);
    }
    if (facet == "frequency") {
        return show_frequency(value, lang);
    }
    if (facet == "kind") {
        return worded({"map", "table", "none"}, "kind_");
    }
    if (facet == "quality") {
        return worded({"high", "medium", "low"}, "quality_");
    }
    const auto names = portal_.at("labels").find(facet);
    if (names != portal_.at("labels").end() && names->contains(value)) {
        return names->at(value).at(std::string(code(lang))).get<std::string>();
    }
    return value;
}

std::string PortalWords::render(const std::string& page, const json& context, const std::string& title, const std::string& path, const json& alternates, Lang lang) const {
    auto frame = portal_.at(std::string(code(lang)));
    frame["title"] = title + " – " + portal_title(lang);
    frame["description"] = title;
    frame["canonical"] = base_url_ + (lang == Lang::en ? "/en" : "") + path;
    frame["vi_url"] = base_url_ + path;
    frame["en_url"] = base_url_ + "/en" + path;
    frame["other_url"] = (lang == Lang::vi ? "/en" : "") + path;
    frame["alternates"] = alternates;
    return engine_.render(page, context, frame, lang);
}

}  // namespace khomo::search
