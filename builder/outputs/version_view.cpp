// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/outputs/version_view.hpp"

#include <nlohmann/json.hpp>

#include "builder/outputs/charts.hpp"
#include "catalog/base/file.hpp"
#include "catalog/store/sqlite.hpp"

namespace khomo::builder {
namespace {

catalog::Value value_of(const catalog::Statement& select, int column, catalog::FieldType type) {
    if (select.is_null(column)) {
        return std::monostate();
    }
    switch (type) {
        case catalog::FieldType::integer: return select.integer(column);
        case catalog::FieldType::number: return select.real(column);
        case catalog::FieldType::boolean: return select.integer(column) != 0;
        default: return std::string(select.text(column));
    }
}

/// The rows a reader sees first, in the order the contract asks for. The data file has an index for it.
std::vector<catalog::Row> first_rows(const catalog::CatalogEntry& entry, const std::filesystem::path& data_file) {
    const catalog::Database database(data_file, catalog::Database::Mode::immutable);
    std::string sql;
    for (const auto& field : entry.fields) {
        sql += (sql.empty() ? "SELECT " : ", ") + catalog::quote_identifier(field.name);
    }
    sql += " FROM " + catalog::quote_identifier(entry.table_name()) + " ORDER BY ";
    const auto& sort = entry.views.table_sort;
    const bool falling = sort.starts_with('-');
    const auto* field = sort.empty() ? nullptr : entry.field(falling ? sort.substr(1) : sort);
    sql += field == nullptr ? "" : catalog::quote_identifier(field->name) + (falling ? " DESC, " : ", ");
    auto select = database.prepare(sql + "fid LIMIT " + std::to_string(kPreviewRows));
    std::vector<catalog::Row> rows;
    while (select.step()) {
        auto& row = rows.emplace_back();
        for (std::size_t i = 0; i < entry.fields.size(); ++i) {
            row.values.push_back(value_of(select, static_cast<int>(i), entry.fields[i].type));
        }
    }
    return rows;
}

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
    view.first_rows = first_rows(view.entry, version.data_path());
    view.charts = read_charts(view.entry, version.info(), writer);
    view.has_map = writer.made(map_path(version.info(), Lang::vi)) != nullptr;
    return view;
}

std::string map_path(const catalog::VersionInfo& version, Lang lang) {
    return "site/pictures/" + version.dataset + "/v" + std::to_string(version.number) + "/map." + std::string(code(lang)) + ".svg";
}

}  // namespace khomo::builder
