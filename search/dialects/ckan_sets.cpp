// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>

#include "catalog/base/text.hpp"
#include "search/dialects/ckan_catalogue.hpp"
#include "search/dialects/ckan_date.hpp"
#include "search/dialects/ckan_package.hpp"
#include "search/dialects/parameter_value.hpp"

/// Organizations (agencies) and groups (themes): those that have something published.
namespace khomo::search {

using nlohmann::json;

std::map<std::string, CkanCatalogue::Named> CkanCatalogue::sets(SetKind kind) const {
    std::map<std::string, Named> all;
    for (const auto& dataset : catalogue_.datasets()) {
        const auto& [id, name] = kind == SetKind::organization ? dataset.agency : dataset.theme;
        auto& named = all[id];
        named.name = name;
        ++named.packages;
    }
    return all;
}

json CkanCatalogue::set_dict(SetKind kind, const std::string& id, const Named& named) const {
    return kind == SetKind::organization ? ckan_organization(catalogue_, id, named.name, named.packages) : ckan_group(catalogue_, id, named.name, named.packages);
}

json CkanCatalogue::set_list(const CkanCall& call, SetKind kind) const {
    const auto all = sets(kind);
    std::vector<std::string> wanted;
    for (const char* name : {"groups", "organizations"}) {
        for (auto& item : call.list(name)) {
            wanted.push_back(std::move(item));
        }
    }
    std::vector<std::pair<std::string, Named>> list;
    for (const auto& item : all) {
        if (wanted.empty() || std::find(wanted.begin(), wanted.end(), item.first) != wanted.end()) {
            list.emplace_back(item);
        }
    }
    const auto sort = to_lower(call.text("sort").value_or(call.text("order_by").value_or("title asc")));
    if (!sort.starts_with("name") && !sort.starts_with("title") && !sort.starts_with("package")) {
        throw CkanFault::invalid("sort", "Cannot sort by field `" + shown(sort) + "`");
    }
    if (sort.starts_with("title")) {
        std::stable_sort(list.begin(), list.end(), [](const auto& a, const auto& b) { return collation_key(a.second.name.vi) < collation_key(b.second.name.vi); });
    } else if (sort.starts_with("package")) {
        std::stable_sort(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.second.packages < b.second.packages; });
    }
    if (sort.ends_with(" desc")) {
        std::reverse(list.begin(), list.end());
    }
    const auto offset = call.number("offset", 0);
    const auto limit = call.number("limit", list.size());
    json page = json::array();
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (i >= offset && i - offset < limit) {
            page.push_back(call.flag("all_fields", false) ? set_dict(kind, list[i].first, list[i].second) : json(list[i].first));
        }
    }
    return page;
}

json CkanCatalogue::set_show(const CkanCall& call, SetKind kind) const {
    const auto wanted = call.required("id");
    for (const auto& [id, named] : sets(kind)) {
        if (id != wanted && ckan_uuid(kind == SetKind::organization ? "agency" : "theme", id) != wanted) {
            continue;
        }
        auto dict = set_dict(kind, id, named);
        if (call.flag("include_datasets", false)) {
            CkanCall search = call;
            search.parameters = {{"fq", (kind == SetKind::organization ? "organization:\"" : "groups:\"") + id + "\""}, {"rows", 1000}, {"facet", false}};
            dict["packages"] = search_packages(catalogue_, finder_, search).at("results");
        }
        return dict;
    }
    throw CkanFault::not_found(kind == SetKind::organization ? "Organization was not found." : "Group was not found.");
}

json CkanCatalogue::set_autocomplete(const CkanCall& call, SetKind kind) const {
    auto typed = searchable(call.text("q").value_or(""));
    typed.pop_back();
    json list = json::array();
    for (const auto& [id, named] : sets(kind)) {
        if (list.size() < call.number("limit", 20) && searchable(id + ' ' + named.name.vi + ' ' + named.name.en).find(typed) != std::string::npos) {
            list.push_back({{"id", ckan_uuid(kind == SetKind::organization ? "agency" : "theme", id)}, {"name", id}, {"title", named.name.vi}});
        }
    }
    return list;
}

json CkanCatalogue::group_package_show(const CkanCall& call) const {
    const auto group = set_show(call, SetKind::group);
    CkanCall search = call;
    search.parameters = {{"fq", "groups:\"" + group.at("name").get<std::string>() + "\""}, {"rows", call.number("limit", 1000)}, {"facet", false}};
    return search_packages(catalogue_, finder_, search).at("results");
}

}  // namespace khomo::search
