// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/commands/output_list.hpp"

#include <array>

#include "builder/outputs/charts.hpp"
#include "builder/outputs/data_json.hpp"
#include "builder/outputs/dcat_documents.hpp"
#include "builder/outputs/feeds.hpp"
#include "builder/outputs/freshness_pages.hpp"
#include "builder/outputs/indicators.hpp"
#include "builder/outputs/journal_files.hpp"
#include "builder/outputs/pages.hpp"
#include "builder/outputs/pictures.hpp"
#include "builder/outputs/quality_documents.hpp"
#include "builder/outputs/redirects.hpp"
#include "builder/outputs/search_index.hpp"
#include "builder/outputs/tiles.hpp"
#include "builder/outputs/tombstones.hpp"
#include "builder/outputs/version_files.hpp"
#include "catalog/base/error.hpp"
#include "catalog/store/journal.hpp"

namespace khomo::builder {

std::filesystem::path templates_folder(const Options& options) {
    const auto program = std::filesystem::read_symlink("/proc/self/exe").parent_path();  // <source>/build/<preset>/bin
    const std::array<std::filesystem::path, 4> places = {options.templates, "site-templates", program / "../../../site-templates", "/usr/share/khomo/site-templates"};
    for (const auto& place : places) {
        if (!place.empty() && std::filesystem::exists(place / "texts.json")) {
            return place;
        }
    }
    throw Error(ErrorKind::input, {"Không thấy thư mục site-templates. Dùng --templates", "The site-templates folder was not found. Use --templates"});
}

std::vector<std::unique_ptr<Output>> all_outputs(const Options& options) {
    const auto site = std::make_shared<const Site>(templates_folder(options));
    std::vector<std::unique_ptr<Output>> outputs;
    outputs.push_back(std::make_unique<VersionFiles>());
    outputs.push_back(std::make_unique<VersionPackages>());
    outputs.push_back(std::make_unique<Pictures>());
    outputs.push_back(std::make_unique<Tiles>());
    outputs.push_back(std::make_unique<MapDocuments>());
    outputs.push_back(std::make_unique<MapPage>(site));
    outputs.push_back(std::make_unique<Charts>());
    outputs.push_back(std::make_unique<WithdrawnDocuments>());
    outputs.push_back(std::make_unique<DatasetPages>(site));
    outputs.push_back(std::make_unique<Tombstones>(site));
    outputs.push_back(std::make_unique<CollectionPages>(site));
    outputs.push_back(std::make_unique<HomePage>(site));
    outputs.push_back(std::make_unique<InventoryPages>(site));
    outputs.push_back(std::make_unique<FreshnessPages>(site));
    outputs.push_back(std::make_unique<QualityDocuments>());
    outputs.push_back(std::make_unique<PortalPages>(site));
    outputs.push_back(std::make_unique<DcatDocuments>(site));
    outputs.push_back(std::make_unique<Feeds>(site));
    outputs.push_back(std::make_unique<DataJson>());
    outputs.push_back(std::make_unique<Indicators>());
    outputs.push_back(std::make_unique<Redirects>());
    outputs.push_back(std::make_unique<SiteFiles>(site));
    outputs.push_back(std::make_unique<SearchIndex>());
    outputs.push_back(std::make_unique<JournalFiles>(options.state_folder() / catalog::Journal::kFile));
    return outputs;
}

}  // namespace khomo::builder
