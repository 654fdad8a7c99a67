// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "builder/outputs/charts.hpp"
#include "builder/outputs/pages.hpp"
#include "builder/outputs/version_files.hpp"
#include "tests/builder/outputs/sample_portal.hpp"
#include "tests/support/shared_files.hpp"

namespace khomo::tests {

/// A site-templates folder with the real templates and, where the assets are not built, a list of assets that are not there.
inline std::filesystem::path templates_folder() {
    static const TemporaryFolder folder;
    static bool made = false;
    if (!made) {
        for (const char* part : {"layouts", "pages", "partials", "dcat"}) {
            std::filesystem::copy(source(std::string("site-templates/") + part), folder.path() / part, std::filesystem::copy_options::recursive);
        }
        std::filesystem::copy_file(source("site-templates/texts.json"), folder.path() / "texts.json");
        std::filesystem::create_directories(folder.path() / "assets/dist");
        write_file(folder.path() / "assets/dist/assets.json",
                   R"({"css":"/assets/a.css","js":"/assets/a.js","font":"/assets/a.woff2","icons":"/assets/i.svg","icon":"/assets/p.svg"})");
        write_file(folder.path() / "assets/dist/a.css", "body{}");
        made = true;
    }
    return folder.path();
}

struct Outputs {
    std::shared_ptr<const builder::Site> site = std::make_shared<const builder::Site>(templates_folder());
    builder::VersionFiles files;
    builder::VersionPackages packages;
    builder::Charts charts;
    builder::WithdrawnDocuments documents;
    builder::DatasetPages datasets{site};
    builder::CollectionPages collections{site};
    builder::HomePage home{site};
    builder::InventoryPages inventory{site};
    builder::PortalPages portal{site};
    builder::SiteFiles rest{site};
    std::vector<const builder::Output*> all() const { return {&files, &packages, &charts, &documents, &datasets, &collections, &home, &inventory, &portal, &rest}; }
};

inline bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace khomo::tests
