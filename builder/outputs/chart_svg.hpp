// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "builder/outputs/chart_data.hpp"

namespace khomo::builder {

/// Widths a chart is drawn for: beside text, and on a phone. Text keeps its size in both.
inline constexpr int kWideChart = 760;
inline constexpr int kNarrowChart = 360;

struct ChartPicture {
    std::string svg;
    int width = 0;
    int height = 0;
};

/// Draws a chart as an SVG that stands alone: title and description inside, light and dark, no script, no font of its own.
ChartPicture draw_chart(const ChartData& chart, Lang lang, int width);

}  // namespace khomo::builder
