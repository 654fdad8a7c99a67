// SPDX-License-Identifier: GPL-3.0-or-later

#include <nlohmann/json.hpp>

#include "catalog/base/number.hpp"
#include "catalog/base/wkb.hpp"
#include "catalog/write/row_writer.hpp"
#include "search/dialects/address.hpp"
#include "search/dialects/group_answer.hpp"
#include "search/dialects/row_answers.hpp"

namespace khomo::search {
namespace {

constexpr int kGeometryDigits = 7;  // about 1 cm

using catalog::Field;
using catalog::FieldType;

std::vector<const Field*> columns_of(const TableSchema& schema, const Query& query) {
    std::vector<const Field*> columns;
    if (query.select.empty()) {
        for (const auto& field : schema.fields) {
            columns.push_back(&field);
        }
    }
    for (const auto position : query.select) {
        columns.push_back(&schema.fields[position]);
    }
    return columns;
}

/// Field names are [a-z][a-z0-9_]*: nothing in them needs escaping.
std::vector<std::string> keys_of(const std::vector<const Field*>& columns) {
    std::vector<std::string> keys;
    for (const auto* field : columns) {
        keys.push_back((keys.empty() ? "{\"" : ",\"") + field->name + "\":");
    }
    return keys;
}

void append_row(std::string& out, const RowCursor& rows, const std::vector<const Field*>& columns, const std::vector<std::string>& keys, bool geometry) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        out += keys[i];
        append_cell(out, rows, i, columns[i]->type);
    }
    if (geometry) {
        out += ",\"geometry\":";
        const auto wkb = rows.geometry();
        if (wkb.empty()) {
            out += "null";
        } else {
            append_geojson(out, wkb, kGeometryDigits);
        }
    }
    out += '}';
}

nlohmann::json both(const Text& text) { return {{"vi", text.vi}, {"en", text.in(Lang::en)}}; }

}  // namespace

void append_cell(std::string& out, const RowCursor& rows, std::size_t column, FieldType type) {
    if (rows.is_null(column)) {
        out += "null";
        return;
    }
    switch (type) {
        case FieldType::integer: append_text(out, rows.integer(column)); return;
        case FieldType::number: append_text(out, rows.real(column)); return;
        case FieldType::boolean: out += rows.integer(column) != 0 ? "true" : "false"; return;
        default:
            out += '"';
            catalog::append_json_escaped(out, rows.text(column));
            out += '"';
    }
}

nlohmann::json meta_of(const RowTable& table, const std::vector<const Field*>& columns) {
    const auto& dataset = table.dataset();
    nlohmann::json meta = {{"title", both(dataset.title)},
                           {"agency", both(dataset.agency)},
                           {"licence", {{"id", dataset.licence.id}, {"title", both(dataset.licence.title)}, {"url", dataset.licence.url}}},
                           {"illustrative", dataset.illustrative},
                           {"period", table.version().period},
                           {"approved_at", table.version().approved_at},
                           {"content_sha256", table.version().content_sha256},
                           {"fields", nlohmann::json::array()}};
    for (const auto* field : columns) {
        nlohmann::json item = {{"name", field->name}, {"type", to_string(field->type)}, {"title", both(field->title)}, {"unit", field->unit}};
        for (const auto& code : field->codes) {
            item["codes"][code.code] = both(code.title);
        }
        meta["fields"].push_back(std::move(item));
    }
    return meta;
}

ApiResponse page_answer(const ApiRequest& request, const RowTable& table, const RowRequest& asked, const std::string& mark) {
    auto query = asked.query;
    const auto limit = *query.limit;
    query.limit = limit + 1;  // one more tells whether there is a next page
    const auto columns = columns_of(table.schema(), query);
    const auto keys = keys_of(columns);
    const auto total = table.count(query.filter);
    ApiResponse response;
    response.content_type = media_type(RowFormat::json);
    auto& out = response.body;
    out.reserve(1024 + std::min<std::uint64_t>(limit, total) * (32 * columns.size() + 16));
    out = "{\"total\":" + std::to_string(total) + ",\"version\":" + std::to_string(table.version().number) + ",\"licence\":\"";
    catalog::append_json_escaped(out, table.dataset().licence.id);
    out += "\",\"rows\":[";
    std::uint64_t count = 0;
    std::int64_t last = 0;
    bool more = false;
    auto rows = table.open(query);
    while (rows.next()) {
        if (count == limit) {
            more = count > 0;
            break;
        }
        out += count++ > 0 ? ",\n" : "\n";
        append_row(out, rows, columns, keys, query.geometry);
        last = rows.row_id();
    }
    out += "],\"next\":";
    if (more) {
        const auto next = address_with(request, "_cursor", std::to_string(last) + '-' + mark);
        response.headers.emplace_back("Link", '<' + next + ">; rel=\"next\"");
        out += '"' + next + '"';
    } else {
        out += "null";
    }
    if (!asked.facets.empty()) {
        out += ",\"facets\":" + facet_counts(table, asked).dump();
    }
    if (asked.meta) {
        out += ",\"_meta\":" + meta_of(table, columns).dump();
    }
    out += "}\n";
    return response;
}

}  // namespace khomo::search
