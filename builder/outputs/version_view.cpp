// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/outputs/version_view.hpp"

#include <nlohmann/json.hpp>

#include "builder/outputs/charts.hpp"
#include "catalog/base/file.hpp"
#include "catalog/store/data_file.hpp"

namespace khomo::builder {
namespace {

std::vector<DrawnChart> read_charts(const catalog::CatalogEntry& entry, const catalog::VersionInfo& version, const UnitWriter& writer) {
    std::vector<DrawnChart> charts;
    for (std::size_t number = 1; number <= entry.views.charts.size(); ++number) {
        const auto path = chart_path(version, number);
        if (writer.made(path + ".json") == nullptr) {
            continue;
        }
        const auto document = nlohmann::json::parse(read_file(writer.in_release(path + ".json")));
        DrawnChart chart;
        chart.data = document.get<ChartData>();
        chart.url = path.substr(4);
        for (const auto lang : {Lang::vi, Lang::en}) {
            const auto& sizes = document.at("sizes").at(std::string(code(lang)));
            const auto size = [&](const char* kind) { return ChartSize{sizes.at(kind).at(0).get<int>(), sizes.at(kind).at(1).get<int>()}; };
            chart.wide[static_cast<int>(lang)] = size("wide");
            chart.narrow[static_cast<int>(lang)] = size("narrow");
        }
        charts.push_back(std::move(chart));
    }
    return charts;
}

}  // namespace

VersionView view_version(const catalog::CatalogEntry& entry, const catalog::ApprovedVersion& version, const UnitWriter& writer) {
    VersionView view;
    view.version = &version;
    view.entry = catalog::entry_at(entry, version.info());
    const auto reader = catalog::read_data_file(version.data_path(), view.entry);
    catalog::Row row;
    while (view.first_rows.size() < kPreviewRows && reader->next(row)) {
        row.geometry.clear();
        view.first_rows.push_back(row);
    }
    view.charts = read_charts(view.entry, version.info(), writer);
    view.has_map = writer.made(map_path(version.info(), Lang::vi)) != nullptr;
    return view;
}

std::string map_path(const catalog::VersionInfo& version, Lang lang) {
    return "site/pictures/" + version.dataset + "/v" + std::to_string(version.number) + "/map." + std::string(code(lang)) + ".svg";
}

}  // namespace khomo::builder
