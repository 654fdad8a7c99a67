// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of a dataset's page: preview, dictionary, communes, figures of a chart.

#include <algorithm>

#include "builder/outputs/dataset_context.hpp"
#include "catalog/base/number.hpp"
#include "site-templates/engine/format.hpp"

namespace khomo::builder {
namespace {

using nlohmann::json;

constexpr std::size_t kPreviewColumns = 12;
constexpr std::size_t kCodesShown = 24;
constexpr std::size_t kChartRows = 120;
constexpr int kChartDecimals = 2;

std::vector<std::size_t> preview_columns(const catalog::CatalogEntry& entry) {
    std::vector<std::size_t> columns;
    const auto& wanted = entry.views.table_columns;
    for (std::size_t i = 0; i < entry.fields.size() && columns.size() < kPreviewColumns; ++i) {
        if (wanted.empty() || std::find(wanted.begin(), wanted.end(), entry.fields[i].name) != wanted.end()) {
            columns.push_back(i);
        }
    }
    return columns;
}

bool is_quantity(const catalog::Field& field) { return field.type == catalog::FieldType::number || field.type == catalog::FieldType::integer; }

/// {"value": …, "numeric": …}; built by hand because a page has hundreds of them.
json cell(std::string value, bool numeric) {
    json made = json::object();
    made["value"] = std::move(value);
    made["numeric"] = numeric;
    return made;
}

}  // namespace

/// A code reads better as its title.
std::string DatasetContext::cell_text(const catalog::Field& field, const catalog::Value& value) const {
    if (const auto* text = std::get_if<std::string>(&value)) {
        if (const auto* unit = field.codelist == "units" ? catalogue_.unit(*text) : nullptr) {
            return unit->name.in(lang_);
        }
        if (const auto* agency = field.codelist == "agencies" ? catalogue_.agency(*text) : nullptr) {
            return (agency->short_name.empty() ? agency->name : agency->short_name).in(lang_);
        }
        for (const auto& item : field.codes) {
            if (item.code == *text) {
                return item.title.in(lang_);
            }
        }
    }
    return show_value(value, field, lang_);
}

void DatasetContext::add_preview(json& page) const {
    const auto& fields = view_->entry.fields;
    const auto columns = preview_columns(view_->entry);
    auto& heads = page["columns"] = json::array();
    for (const auto i : columns) {
        heads.push_back({{"title", fields[i].title.in(lang_)}, {"unit", fields[i].unit}, {"numeric", is_quantity(fields[i])}});
    }
    auto& rows = page["rows"] = json::array();
    for (const auto& row : view_->first_rows) {
        auto& cells = rows.emplace_back(json::object())["cells"] = json::array();
        for (const auto i : columns) {
            cells.push_back(cell(cell_text(fields[i], row.values[i]), is_quantity(fields[i])));
        }
    }
    const auto shown = std::to_string(rows.size());
    const auto all = show_count(info().rows, lang_);
    page["preview_note"] = vi() ? shown + " dòng đầu trong " + all + " dòng." : "The first " + shown + " of " + all + " rows.";
}

void DatasetContext::add_dictionary(json& page) const {
    auto& list = page["fields"] = json::array();
    for (const auto& field : view_->entry.fields) {
        auto& item = list.emplace_back(json::object());
        auto& codes = item["codes"] = json::array();
        for (std::size_t i = 0; i < std::min(kCodesShown, field.codes.size()); ++i) {
            codes.push_back({{"code", field.codes[i].code}, {"label", field.codes[i].title.in(lang_)}});
        }
        item["has_codes"] = !codes.empty();
        const auto all = std::to_string(field.codes.size());
        item["codes_summary"] = vi() ? all + " mã" : all + " codes";
        const auto more = std::to_string(field.codes.size() - codes.size());
        item["codes_more"] = more == "0" ? "" : vi() ? "và " + more + " mã khác trong tệp mô tả trường" : "and " + more + " more in the dictionary file";
        item["name"] = field.name;
        item["title"] = field.title.in(lang_);
        item["description"] = field.description.in(lang_);
        item["type"] = t("type_" + std::string(to_string(field.type)));
        item["unit"] = field.unit;
        item["required"] = field.required;
    }
}

void DatasetContext::add_units(json& page) const {
    auto& units = page["units"] = json::array();
    for (const auto& [unit_code, count] : info().rows_by_unit) {
        if (const auto* unit = catalogue_.unit(unit_code)) {
            units.push_back({{"name", unit->name.in(lang_)}, {"url", Site::url("/unit/" + unit_code, lang_)}, {"count", show_count(count, lang_)}});
        }
    }
    const auto count = std::to_string(units.size());
    page["has_units"] = !units.empty();
    page["units_summary"] = vi() ? "Có dữ liệu ở " + count + " xã, phường" : "Data for " + count + " communes and wards";
}

void DatasetContext::add_charts(json& page) const {
    auto& charts = page["charts"] = json::array();
    for (const auto& chart : view_->charts) {
        const auto end = "." + std::string(code(lang_)) + ".svg";
        const auto& wide = chart.wide[static_cast<int>(lang_)];
        const auto& narrow = chart.narrow[static_cast<int>(lang_)];
        auto item = chart_table(chart.data);
        item["anchor"] = "chart-" + std::to_string(charts.size() + 1);
        item["title"] = chart.data.title.empty() ? chart.data.y_title.in(lang_) : chart.data.title.in(lang_);
        item["url"] = chart.url + end;
        item["width"] = wide.width;
        item["height"] = wide.height;
        item["narrow_url"] = chart.url + "-narrow" + end;
        item["narrow_width"] = narrow.width;
        item["narrow_height"] = narrow.height;
        item["alt"] = chart_words(chart.data, lang_);
        item["caption"] = chart_caption(chart.data, lang_);
        item["json_url"] = chart.url + ".json";
        charts.push_back(std::move(item));
    }
}

/// The figures behind a chart: a column for each series, the first so many places.
json DatasetContext::chart_table(const ChartData& chart) const {
    json table = json::object();
    table["place_title"] = chart.x_title.in(lang_);
    table["unit"] = chart.unit;
    auto& heads = table["heads"] = json::array();
    for (const auto& series : chart.series) {
        heads.push_back({{"title", series.name.empty() ? chart.y_title.in(lang_) : series.name.in(lang_)}});
    }
    auto& rows = table["figures"] = json::array();
    for (std::size_t i = 0; i < std::min(kChartRows, chart.places.size()); ++i) {
        auto& row = rows.emplace_back(json::object());
        row["place"] = chart.places[i].in(lang_);
        auto& values = row["values"] = json::array();
        for (const auto& series : chart.series) {
            json value = json::object();
            value["value"] = series.values[i] ? format_number(*series.values[i], vi(), kChartDecimals) : "–";
            values.push_back(std::move(value));
        }
    }
    return table;
}

}  // namespace khomo::builder
