// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/commands/output_list.hpp"

#include <array>

#include "builder/outputs/charts.hpp"
#include "builder/outputs/pages.hpp"
#include "builder/outputs/pictures.hpp"
#include "builder/outputs/search_index.hpp"
#include "builder/outputs/version_files.hpp"
#include "catalog/base/error.hpp"

namespace khomo::builder {
namespace {

/// The site-templates folder: given, beside the source tree, or where the package installs it.
std::filesystem::path find_templates(const Options& options) {
    const std::array<std::filesystem::path, 4> places = {options.templates, "site-templates", options.portal / "../../site-templates", "/usr/share/khomo/site-templates"};
    for (const auto& place : places) {
        if (!place.empty() && std::filesystem::exists(place / "texts.json")) {
            return place;
        }
    }
    throw Error(ErrorKind::input, {"Không thấy thư mục site-templates. Dùng --templates", "The site-templates folder was not found. Use --templates"});
}

}  // namespace

std::vector<std::unique_ptr<Output>> all_outputs(const Options& options) {
    const auto site = std::make_shared<const Site>(find_templates(options));
    std::vector<std::unique_ptr<Output>> outputs;
    outputs.push_back(std::make_unique<VersionFiles>());
    outputs.push_back(std::make_unique<Pictures>());
    outputs.push_back(std::make_unique<Charts>());
    outputs.push_back(std::make_unique<DatasetDocuments>());
    outputs.push_back(std::make_unique<DatasetPages>(site));
    outputs.push_back(std::make_unique<CollectionPages>(site));
    outputs.push_back(std::make_unique<HomePage>(site));
    outputs.push_back(std::make_unique<InventoryPages>(site));
    outputs.push_back(std::make_unique<PortalPages>(site));
    outputs.push_back(std::make_unique<SiteFiles>(site));
    outputs.push_back(std::make_unique<SearchIndex>());
    return outputs;
}

}  // namespace khomo::builder
