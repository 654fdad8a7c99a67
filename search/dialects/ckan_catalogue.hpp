// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "search/dialects/ckan_call.hpp"
#include "search/dialects/published_catalogue.hpp"
#include "search/find/finder.hpp"

namespace khomo::search {

/// The actions that read the catalogue; each gives the `result` of its answer. Throws CkanFault.
class CkanCatalogue {
public:
    /// `finder` may be null: then words are not read any other way than typed.
    CkanCatalogue(const PublishedCatalogue& catalogue, const Finder* finder) : catalogue_(catalogue), finder_(finder) {}

    using Action = nlohmann::json (CkanCatalogue::*)(const CkanCall&) const;
    /// By the name of the action.
    static const std::map<std::string, Action, std::less<>>& actions();

private:
    struct Named {
        Text name;
        std::size_t packages = 0;
    };
    enum class SetKind { organization, group };

    nlohmann::json package_list(const CkanCall& call) const;
    nlohmann::json package_show(const CkanCall& call) const;
    nlohmann::json package_search(const CkanCall& call) const;
    nlohmann::json package_autocomplete(const CkanCall& call) const;
    nlohmann::json current_packages(const CkanCall& call) const;
    nlohmann::json resource_show(const CkanCall& call) const;
    nlohmann::json resource_search(const CkanCall& call) const;
    nlohmann::json organization_list(const CkanCall& call) const { return set_list(call, SetKind::organization); }
    nlohmann::json organization_show(const CkanCall& call) const { return set_show(call, SetKind::organization); }
    nlohmann::json organization_autocomplete(const CkanCall& call) const { return set_autocomplete(call, SetKind::organization); }
    nlohmann::json group_list(const CkanCall& call) const { return set_list(call, SetKind::group); }
    nlohmann::json group_show(const CkanCall& call) const { return set_show(call, SetKind::group); }
    nlohmann::json group_autocomplete(const CkanCall& call) const { return set_autocomplete(call, SetKind::group); }
    nlohmann::json group_package_show(const CkanCall& call) const;
    nlohmann::json tag_list(const CkanCall& call) const;
    nlohmann::json tag_show(const CkanCall& call) const;
    nlohmann::json tag_search(const CkanCall& call) const;
    nlohmann::json tag_autocomplete(const CkanCall& call) const;
    nlohmann::json format_autocomplete(const CkanCall& call) const;
    nlohmann::json licence_list(const CkanCall& call) const;
    nlohmann::json status_show(const CkanCall& call) const;
    nlohmann::json always_true(const CkanCall& call) const;
    nlohmann::json always_empty(const CkanCall& call) const;

    nlohmann::json set_list(const CkanCall& call, SetKind kind) const;
    nlohmann::json set_show(const CkanCall& call, SetKind kind) const;
    nlohmann::json set_autocomplete(const CkanCall& call, SetKind kind) const;
    std::map<std::string, Named> sets(SetKind kind) const;
    nlohmann::json set_dict(SetKind kind, const std::string& id, const Named& named) const;
    std::map<std::string, std::size_t> tags() const;
    std::vector<std::string> tags_like(const CkanCall& call) const;
    const PublishedDataset& dataset_named(const CkanCall& call) const;

    const PublishedCatalogue& catalogue_;
    const Finder* finder_;
};

/// package_search over the catalogue.
nlohmann::json search_packages(const PublishedCatalogue& catalogue, const Finder* finder, const CkanCall& call);

}  // namespace khomo::search
