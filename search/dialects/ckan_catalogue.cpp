// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/dialects/ckan_catalogue.hpp"

#include <algorithm>
#include <set>

#include "catalog/base/text.hpp"
#include "search/dialects/ckan_date.hpp"
#include "search/dialects/ckan_package.hpp"
#include "search/dialects/parameter_value.hpp"

namespace khomo::search {
namespace {

using nlohmann::json;

constexpr std::uint64_t kMostAtOnce = 1000;
constexpr std::uint64_t kAll = std::uint64_t{1} << 40;

/// The part of a list that limit and offset ask for.
template <typename List>
json page_of(const List& list, const CkanCall& call, std::uint64_t limit) {
    json page = json::array();
    std::uint64_t position = 0;
    const auto offset = call.number("offset", 0);
    for (const auto& item : list) {
        if (position >= offset && position - offset < limit) {
            page.push_back(item);
        }
        ++position;
    }
    return page;
}

/// Whether some word of `text` begins with what was typed, folded.
bool has_beginning(const std::string& words, const std::string& typed) { return typed.empty() || words.find(typed) != std::string::npos; }

std::string beginning_of(const CkanCall& call, const char* name = "q") {
    auto typed = searchable(call.text(name).value_or(""));
    typed.pop_back();
    return typed;
}

}  // namespace

const std::map<std::string, CkanCatalogue::Action, std::less<>>& CkanCatalogue::actions() {
    static const std::map<std::string, Action, std::less<>> known = {{"package_list", &CkanCatalogue::package_list},
                                                                     {"package_show", &CkanCatalogue::package_show},
                                                                     {"dataset_show", &CkanCatalogue::package_show},
                                                                     {"package_search", &CkanCatalogue::package_search},
                                                                     {"package_autocomplete", &CkanCatalogue::package_autocomplete},
                                                                     {"current_package_list_with_resources", &CkanCatalogue::current_packages},
                                                                     {"resource_show", &CkanCatalogue::resource_show},
                                                                     {"resource_search", &CkanCatalogue::resource_search},
                                                                     {"organization_list", &CkanCatalogue::organization_list},
                                                                     {"organization_show", &CkanCatalogue::organization_show},
                                                                     {"organization_autocomplete", &CkanCatalogue::organization_autocomplete},
                                                                     {"group_list", &CkanCatalogue::group_list},
                                                                     {"group_show", &CkanCatalogue::group_show},
                                                                     {"group_autocomplete", &CkanCatalogue::group_autocomplete},
                                                                     {"group_package_show", &CkanCatalogue::group_package_show},
                                                                     {"tag_list", &CkanCatalogue::tag_list},
                                                                     {"tag_show", &CkanCatalogue::tag_show},
                                                                     {"tag_search", &CkanCatalogue::tag_search},
                                                                     {"tag_autocomplete", &CkanCatalogue::tag_autocomplete},
                                                                     {"format_autocomplete", &CkanCatalogue::format_autocomplete},
                                                                     {"license_list", &CkanCatalogue::licence_list},
                                                                     {"status_show", &CkanCatalogue::status_show},
                                                                     {"site_read", &CkanCatalogue::always_true},
                                                                     {"vocabulary_list", &CkanCatalogue::always_empty},
                                                                     {"resource_view_list", &CkanCatalogue::always_empty},
                                                                     {"recently_changed_packages_activity_list", &CkanCatalogue::always_empty},
                                                                     {"package_activity_list", &CkanCatalogue::always_empty},
                                                                     {"package_relationships_list", &CkanCatalogue::always_empty},
                                                                     {"organization_list_for_user", &CkanCatalogue::always_empty},
                                                                     {"group_list_authz", &CkanCatalogue::always_empty}};
    return known;
}

const PublishedDataset& CkanCatalogue::dataset_named(const CkanCall& call) const {
    const auto found = catalogue_.find(call.text("id") ? call.required("id") : call.text("name_or_id").value_or(call.text("id").value_or("")));
    if (!call.text("id") && !call.text("name_or_id")) {
        throw CkanFault::invalid("id", "Missing value");
    }
    if (!found) {
        throw CkanFault::not_found("Dataset");
    }
    return catalogue_.datasets()[*found];
}

json CkanCatalogue::package_list(const CkanCall& call) const {
    std::vector<std::string> names;
    for (const auto& dataset : catalogue_.datasets()) {
        names.push_back(dataset.id);
    }
    return page_of(names, call, call.number("limit", kAll));
}

json CkanCatalogue::package_show(const CkanCall& call) const { return ckan_package(catalogue_, dataset_named(call)); }
json CkanCatalogue::package_search(const CkanCall& call) const { return search_packages(catalogue_, finder_, call); }

json CkanCatalogue::package_autocomplete(const CkanCall& call) const {
    const auto typed = beginning_of(call);
    json list = json::array();
    for (const auto& dataset : catalogue_.datasets()) {
        const bool by_name = has_beginning(searchable(dataset.id), typed);
        if ((by_name || has_beginning(dataset.title_words, typed)) && list.size() < std::min(call.number("limit", 10), kMostAtOnce)) {
            const auto& shown_text = by_name ? dataset.id : dataset.title.vi;
            list.push_back({{"name", dataset.id}, {"title", dataset.title.vi}, {"match_field", by_name ? "name" : "title"}, {"match_displayed", shown_text}});
        }
    }
    return list;
}

json CkanCatalogue::current_packages(const CkanCall& call) const {
    CkanCall search = call;
    search.parameters = {{"rows", std::min(call.number("limit", kMostAtOnce), kMostAtOnce)}, {"start", call.number("offset", 0)}, {"sort", "metadata_modified desc"}, {"facet", false}};
    return search_packages(catalogue_, finder_, search).at("results");
}

json CkanCatalogue::resource_show(const CkanCall& call) const {
    const auto found = catalogue_.find_resource(call.required("id"));
    auto resource = found ? ckan_resource(catalogue_, catalogue_.datasets()[found->dataset], found->key) : json(nullptr);
    if (resource.is_null()) {
        throw CkanFault::not_found("Resource was not found.");
    }
    return resource;
}

json CkanCatalogue::resource_search(const CkanCall& call) const {
    static const std::vector<std::string> kFields = {"description", "format", "hash", "mimetype", "name", "resource_type", "url"};
    std::vector<std::pair<std::string, std::string>> terms;
    const auto query = call.structure("query");
    if (query.is_null()) {
        throw CkanFault::invalid("query", "Missing value");
    }
    for (const auto& item : query.is_array() ? query : json::array({query})) {
        const auto text = item.is_string() ? item.get<std::string>() : std::string();
        const auto colon = text.find(':');
        if (colon == std::string::npos) {
            throw CkanFault::invalid("query", "Must be <field>:<value> pair(s)");
        }
        const auto field = text.substr(0, colon);
        if (std::find(kFields.begin(), kFields.end(), field) == kFields.end()) {
            throw CkanFault::invalid("query", "Field \"" + shown(field) + "\" not recognised in resource_search.");
        }
        terms.emplace_back(field, fold(text.substr(colon + 1)));
    }
    json results = json::array();
    std::size_t count = 0;
    const auto offset = call.number("offset", 0);
    const auto limit = std::min(call.number("limit", kMostAtOnce), kMostAtOnce);
    for (const auto& dataset : catalogue_.datasets()) {
        auto package = ckan_package(catalogue_, dataset);
        for (auto& resource : package.at("resources")) {
            const bool fits = std::all_of(terms.begin(), terms.end(), [&](const auto& term) {
                const auto& value = resource.at(term.first);
                return value.is_string() && fold(value.template get<std::string>()).find(term.second) != std::string::npos;
            });
            if (fits && count++ >= offset && results.size() < limit) {
                results.push_back(std::move(resource));
            }
        }
    }
    return {{"count", count}, {"results", results}};
}

json CkanCatalogue::tag_list(const CkanCall& call) const {
    if (call.text("vocabulary_id")) {
        throw CkanFault::not_found("could not find vocabulary");
    }
    json list = json::array();
    for (const auto& name : tags_like(call)) {
        list.push_back(call.flag("all_fields", false) ? ckan_tag(name) : json(name));
    }
    return list;
}

json CkanCatalogue::tag_show(const CkanCall& call) const {
    const auto wanted = call.required("id");
    for (const auto& [name, packages] : tags()) {
        if (name == wanted || ckan_uuid("tag", name) == wanted) {
            auto tag = ckan_tag(name);
            tag["package_count"] = packages;
            return tag;
        }
    }
    throw CkanFault::not_found("Tag");
}

json CkanCatalogue::tag_search(const CkanCall& call) const {
    const auto names = tags_like(call);
    json page = json::array();
    for (const auto& name : page_of(names, call, call.number("limit", kAll))) {
        page.push_back(ckan_tag(name));
    }
    return {{"count", names.size()}, {"results", page}};
}

json CkanCatalogue::tag_autocomplete(const CkanCall& call) const { return page_of(tags_like(call), call, call.number("limit", 10)); }

std::map<std::string, std::size_t> CkanCatalogue::tags() const {
    std::map<std::string, std::size_t> all;
    for (const auto& dataset : catalogue_.datasets()) {
        for (const auto& keyword : dataset.keywords) {
            ++all[keyword];
        }
    }
    return all;
}

std::vector<std::string> CkanCatalogue::tags_like(const CkanCall& call) const {
    std::vector<std::string> wanted;
    for (const char* name : {"query", "q"}) {
        for (const auto& word : call.list(name)) {
            wanted.push_back(fold(word));
        }
    }
    std::vector<std::string> names;
    for (const auto& [name, packages] : tags()) {
        const auto folded = fold(name);
        if (std::all_of(wanted.begin(), wanted.end(), [&](const std::string& word) { return folded.find(word) != std::string::npos; })) {
            names.push_back(name);
        }
    }
    return names;
}

json CkanCatalogue::format_autocomplete(const CkanCall& call) const {
    const auto typed = fold(call.text("q").value_or(""));
    std::set<std::string> formats;
    for (const auto& dataset : catalogue_.datasets()) {
        for (const auto& form : dataset.forms) {
            if (form.format.find(typed) != std::string::npos) {
                formats.insert(form.format);
            }
        }
    }
    return page_of(formats, call, call.number("limit", 5));
}

json CkanCatalogue::licence_list(const CkanCall&) const {
    std::map<std::string, json> licences;
    for (const auto& dataset : catalogue_.datasets()) {
        if (dataset.licence.empty() || licences.contains(dataset.licence)) {
            continue;
        }
        const auto licence = catalogue_.document(dataset).value("licence", json::object());
        licences[dataset.licence] = ckan_licence(dataset.licence, licence.value("title", json::object()).value("vi", std::string()), licence.value("url", std::string()));
    }
    json list = json::array();
    for (auto& [id, licence] : licences) {
        list.push_back(std::move(licence));
    }
    return list;
}

json CkanCatalogue::status_show(const CkanCall&) const {
    return {{"site_title", catalogue_.title().vi},
            {"site_description", catalogue_.title().in(Lang::en)},
            {"site_url", catalogue_.base_url()},
            {"ckan_version", "2.11.0"},
            {"error_emails_to", nullptr},
            {"locale_default", "vi"},
            {"extensions", {"datastore"}}};
}

json CkanCatalogue::always_true(const CkanCall&) const { return true; }
json CkanCatalogue::always_empty(const CkanCall&) const { return json::array(); }

}  // namespace khomo::search
