// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builder/outputs/change_log.hpp"
#include "builder/outputs/pages.hpp"

namespace khomo::builder {

/// Atom (RFC 4287) and JSON Feed 1.1 of the portal, each agency, theme, commune and dataset, in both languages, as far as anything has happened
/// there; /feeds, which lists them; /api/v1/changes.json. Only changes of data are told (change_log.hpp).
class Feeds : public PageOutput {
public:
    using PageOutput::PageOutput;
    std::vector<Unit> plan(const catalog::CatalogSnapshot& snapshot) const override;
};

/// The two feeds of one page as its head names them: media type and address. `name`: "portal", "dataset/ho-chua", "agency/y-te" …
std::vector<std::pair<std::string, std::string>> feed_links(const std::string& name, Lang lang);

}  // namespace khomo::builder
