// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "catalog/model/portal.hpp"

namespace khomo::builder {

/// How several rows became one point: the row's own value, the number of rows, their sum or their mean.
enum class Gathering { single, count, sum, mean };

struct ChartSeries {
    Text name;                                  ///< empty when the chart has one series without a name
    std::vector<std::optional<double>> values;  ///< one for each place of the x axis
};

/// What a chart shows, before it is drawn.
struct ChartData {
    bool line = false;        ///< else bars
    bool time_axis = false;   ///< x is a date, period or year, in order; else categories
    Text title;
    Text x_title;
    Text y_title;
    std::string unit;
    Text by_title;
    Gathering gathering = Gathering::single;
    std::vector<Text> places;        ///< labels of the x axis
    std::vector<double> positions;   ///< where the places of a time axis lie; empty for categories
    std::vector<ChartSeries> series;
    std::size_t all_series = 0;  ///< how many there are; at most kMostSeries are shown
    std::size_t all_places = 0;  ///< how many categories there are
};

inline constexpr std::size_t kMostSeries = 8;
inline constexpr std::size_t kMostCategories = 20;

/// Gathers the rows of a version for one chart of the contract (docs/page-data.md says by which rule). None when the version lacks one of the
/// fields or has no row to show. `entry` has the fields of that version.
std::optional<ChartData> read_chart(const catalog::Catalogue& catalogue, const catalog::CatalogEntry& entry, const catalog::ChartView& view, const std::filesystem::path& data_file);

/// What stands under a chart: what was gathered and what was left out.
std::string chart_caption(const ChartData& chart, Lang lang);
/// The chart in words, for those who do not see it.
std::string chart_words(const ChartData& chart, Lang lang);

/// The published form of the data behind a chart.
void to_json(nlohmann::json& json, const ChartData& chart);
void from_json(const nlohmann::json& json, ChartData& chart);

}  // namespace khomo::builder
