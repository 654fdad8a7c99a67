// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "builder/outputs/output.hpp"

namespace khomo::builder {

/// The charts a contract asks for, of every version: site/pictures/<id>/v<n>/chart-<k>.<lang>.svg (and chart-<k>-narrow.… for phones)
/// and chart-<k>.json with the data behind. One unit a version; a chart whose fields the version lacks is left out.
class Charts : public Output {
public:
    Stage stage() const override { return Stage::data; }
    std::vector<Unit> plan(const catalog::CatalogSnapshot& snapshot) const override;
};

/// "site/pictures/ho-chua/v2/chart-1"; `number` counts from 1 as the contract lists the charts.
std::string chart_path(const catalog::VersionInfo& version, std::size_t number);

}  // namespace khomo::builder
