// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/outputs/charts.hpp"

#include <nlohmann/json.hpp>

#include "builder/outputs/chart_svg.hpp"
#include "builder/outputs/distribution.hpp"

namespace khomo::builder {
namespace {

void make_charts(const catalog::CatalogSnapshot& snapshot, const catalog::CatalogEntry& entry, const catalog::ApprovedVersion& version, UnitWriter& writer) {
    const auto then = catalog::entry_at(entry, version.info());
    for (std::size_t i = 0; i < entry.views.charts.size(); ++i) {
        const auto chart = read_chart(snapshot.catalogue(), then, entry.views.charts[i], version.data_path());
        if (!chart) {
            continue;
        }
        const auto path = chart_path(version.info(), i + 1);
        nlohmann::json document = *chart;
        document["sizes"] = nlohmann::json::object();
        for (const auto lang : {Lang::vi, Lang::en}) {
            const auto wide = draw_chart(*chart, lang, kWideChart);
            const auto narrow = draw_chart(*chart, lang, kNarrowChart);
            const auto end = "." + std::string(code(lang)) + ".svg";
            writer.write(path + end, wide.svg);
            writer.write(path + "-narrow" + end, narrow.svg);
            document["sizes"][std::string(code(lang))] = {{"wide", {wide.width, wide.height}}, {"narrow", {narrow.width, narrow.height}}};
        }
        writer.write(path + ".json", document.dump(1) + "\n");
    }
}

}  // namespace

std::string chart_path(const catalog::VersionInfo& version, std::size_t number) {
    return "site/pictures/" + version.dataset + "/v" + std::to_string(version.number) + "/chart-" + std::to_string(number);
}

std::vector<Unit> Charts::plan(const catalog::CatalogSnapshot& snapshot) const {
    std::vector<Unit> units;
    for (const auto& entry : snapshot.catalogue().entries) {
        for (const auto& version : snapshot.versions(entry.id)) {
            if (!entry.views.charts.empty()) {
                const auto inputs = Fingerprint("charts 2").add(version_fingerprint(snapshot.catalogue(), entry, version.info())).hex();
                units.push_back({"charts/" + entry.id + "/v" + std::to_string(version.info().number), inputs,
                                 [&snapshot, &entry, &version](UnitWriter& writer) { make_charts(snapshot, entry, version, writer); }});
            }
        }
    }
    return units;
}

}  // namespace khomo::builder
