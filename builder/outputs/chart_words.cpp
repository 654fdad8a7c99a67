// SPDX-License-Identifier: GPL-3.0-or-later

#include <nlohmann/json.hpp>

#include "builder/outputs/chart_data.hpp"
#include "catalog/base/number.hpp"

namespace khomo::builder {
namespace {

using nlohmann::json;

constexpr std::size_t kSeriesInWords = 4;
constexpr int kDecimals = 2;

json both(const Text& text) { return {{"vi", text.vi}, {"en", text.en}}; }
Text text_of(const json& both) { return {both.at("vi").get<std::string>(), both.at("en").get<std::string>()}; }

const char* gathering_name(Gathering gathering) {
    switch (gathering) {
        case Gathering::single: return "single";
        case Gathering::count: return "count";
        case Gathering::sum: return "sum";
        case Gathering::mean: return "mean";
    }
    return "single";
}

Gathering gathering_of(const std::string& name) {
    return name == "count" ? Gathering::count : name == "sum" ? Gathering::sum : name == "mean" ? Gathering::mean : Gathering::single;
}

std::string measure(const ChartData& chart, Lang lang) { return chart.y_title.in(lang) + (chart.unit.empty() ? "" : " (" + chart.unit + ")"); }

/// "Gạo: 15.250 (01/2026) → 16.500 (06/2026)".
std::string series_in_words(const ChartData& chart, const ChartSeries& series, Lang lang) {
    std::optional<std::size_t> first;
    std::size_t last = 0;
    for (std::size_t i = 0; i < series.values.size(); ++i) {
        if (series.values[i]) {
            first = first.value_or(i);
            last = i;
        }
    }
    if (!first) {
        return "";
    }
    const auto at = [&](std::size_t i) { return format_number(*series.values[i], lang == Lang::vi, kDecimals) + " (" + chart.places[i].in(lang) + ")"; };
    const auto name = series.name.empty() ? "" : series.name.in(lang) + ": ";
    if (*first == last) {
        return name + at(last);
    }
    return name + (lang == Lang::vi ? "từ " : "from ") + at(*first) + (lang == Lang::vi ? " đến " : " to ") + at(last);
}

}  // namespace

std::string chart_caption(const ChartData& chart, Lang lang) {
    const bool vi = lang == Lang::vi;
    std::string how;
    switch (chart.gathering) {
        case Gathering::single:
        case Gathering::count: break;
        case Gathering::sum: how = vi ? ", cộng các dòng" : ", rows added up"; break;
        case Gathering::mean: how = vi ? ", trung bình các dòng" : ", mean of the rows"; break;
    }
    auto caption = measure(chart, lang) + how + (vi ? ", theo " : ", by ") + chart.x_title.in(lang) + ".";
    if (chart.all_series > chart.series.size()) {
        const auto shown = std::to_string(chart.series.size());
        const auto all = std::to_string(chart.all_series);
        caption += vi ? " Vẽ " + shown + " trong " + all + " giá trị của «" + chart.by_title.vi + "», những giá trị có nhiều dòng nhất."
                      : " Showing " + shown + " of " + all + " values of “" + chart.by_title.in(lang) + "”, those with the most rows.";
    }
    if (chart.all_places > chart.places.size()) {
        const auto shown = std::to_string(chart.places.size());
        const auto all = std::to_string(chart.all_places);
        caption += vi ? " Vẽ " + shown + " trong " + all + " mục." : " Showing " + shown + " of " + all + " categories.";
    }
    return caption;
}

std::string chart_words(const ChartData& chart, Lang lang) {
    const bool vi = lang == Lang::vi;
    std::string words = (chart.line ? (vi ? "Biểu đồ đường: " : "Line chart: ") : (vi ? "Biểu đồ cột: " : "Bar chart: ")) + chart.title.in(lang) + ". " + measure(chart, lang) + ". ";
    for (std::size_t i = 0; i < std::min(kSeriesInWords, chart.series.size()); ++i) {
        const auto told = series_in_words(chart, chart.series[i], lang);
        words += told.empty() ? "" : told + "; ";
    }
    if (chart.series.size() > kSeriesInWords) {
        const auto more = std::to_string(chart.series.size() - kSeriesInWords);
        words += vi ? "và " + more + " loạt nữa. " : "and " + more + " more. ";
    }
    return words + (vi ? "Bảng số ở dưới." : "The figures are in the table below.");
}

void to_json(json& out, const ChartData& chart) {
    out = {{"kind", chart.line ? "line" : "bar"},
           {"time_axis", chart.time_axis},
           {"title", both(chart.title)},
           {"x_title", both(chart.x_title)},
           {"y_title", both(chart.y_title)},
           {"unit", chart.unit},
           {"by_title", both(chart.by_title)},
           {"gathering", gathering_name(chart.gathering)},
           {"places", json::array()},
           {"positions", chart.positions},
           {"series", json::array()},
           {"all_series", chart.all_series},
           {"all_places", chart.all_places}};
    for (const auto& place : chart.places) {
        out["places"].push_back(both(place));
    }
    for (const auto& series : chart.series) {
        json values = json::array();
        for (const auto& value : series.values) {
            values.push_back(value ? json(*value) : json(nullptr));
        }
        out["series"].push_back({{"name", both(series.name)}, {"values", values}});
    }
}

void from_json(const json& in, ChartData& chart) {
    chart.line = in.at("kind") == "line";
    chart.time_axis = in.at("time_axis").get<bool>();
    chart.title = text_of(in.at("title"));
    chart.x_title = text_of(in.at("x_title"));
    chart.y_title = text_of(in.at("y_title"));
    chart.unit = in.at("unit").get<std::string>();
    chart.by_title = text_of(in.at("by_title"));
    chart.gathering = gathering_of(in.at("gathering").get<std::string>());
    chart.all_series = in.at("all_series").get<std::size_t>();
    chart.all_places = in.at("all_places").get<std::size_t>();
    chart.positions = in.at("positions").get<std::vector<double>>();
    chart.places.clear();
    for (const auto& place : in.at("places")) {
        chart.places.push_back(text_of(place));
    }
    chart.series.clear();
    for (const auto& item : in.at("series")) {
        ChartSeries series;
        series.name = text_of(item.at("name"));
        for (const auto& value : item.at("values")) {
            series.values.push_back(value.is_null() ? std::nullopt : std::optional(value.get<double>()));
        }
        chart.series.push_back(std::move(series));
    }
}

}  // namespace khomo::builder
