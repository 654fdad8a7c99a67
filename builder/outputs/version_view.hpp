// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "builder/outputs/chart_data.hpp"
#include "builder/outputs/output.hpp"
#include "catalog/model/value.hpp"

namespace khomo::builder {

struct ChartSize {
    int width = 0;
    int height = 0;
};

/// A chart that an earlier stage drew.
struct DrawnChart {
    ChartData data;
    std::string url;  ///< without language and ending: "/pictures/ho-chua/v2/chart-1"
    ChartSize wide[2];    ///< by language
    ChartSize narrow[2];  ///< idem
};

/// What the pages of one version show in both languages, read once.
struct VersionView {
    const catalog::ApprovedVersion* version = nullptr;
    catalog::CatalogEntry entry;  ///< with the fields of that version
    std::vector<catalog::Row> first_rows;
    std::vector<DrawnChart> charts;
    bool has_map = false;
};

inline constexpr std::size_t kPreviewRows = 20;

VersionView view_version(const catalog::CatalogEntry& entry, const catalog::ApprovedVersion& version, const UnitWriter& writer);

/// "site/pictures/ho-chua/v2/map.vi.svg".
std::string map_path(const catalog::VersionInfo& version, Lang lang);

}  // namespace khomo::builder
