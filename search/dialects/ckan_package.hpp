// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "search/dialects/published_catalogue.hpp"

namespace khomo::search {

/// CKAN's dictionaries of what is published here, with every key that its clients read. Texts are Vietnamese, as CKAN knows one language;
/// the English title is among the extras.
nlohmann::json ckan_package(const PublishedCatalogue& catalogue, const PublishedDataset& dataset);
/// One of the resources of ckan_package(); null if the dataset has none with this key.
nlohmann::json ckan_resource(const PublishedCatalogue& catalogue, const PublishedDataset& dataset, const std::string& key);

/// An agency, and a theme; `packages`: how many datasets it has.
nlohmann::json ckan_organization(const PublishedCatalogue& catalogue, const std::string& id, const Text& name, std::size_t packages);
nlohmann::json ckan_group(const PublishedCatalogue& catalogue, const std::string& id, const Text& name, std::size_t packages);
nlohmann::json ckan_tag(const std::string& name);
nlohmann::json ckan_licence(const std::string& id, const std::string& title, const std::string& url);

/// The key of the resource whose rows datastore_search reads.
inline constexpr const char* kCkanDatastoreKey = "csv";

}  // namespace khomo::search
