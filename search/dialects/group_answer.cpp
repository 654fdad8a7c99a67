// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/dialects/group_answer.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "catalog/base/digest.hpp"
#include "catalog/base/number.hpp"
#include "catalog/write/row_writer.hpp"
#include "search/dialects/address.hpp"
#include "search/dialects/group_parameters.hpp"
#include "search/dialects/problem.hpp"

namespace khomo::search {
namespace {

/// Groups never change within a version, so that a page may begin at a number; the mark keeps it to its question.
std::string mark_of(const RowTable& table, const Grouping& grouping) {
    return sha256_hex(std::to_string(table.version().number) + '|' + table.version().content_sha256 + '|' + canonical(grouping)).substr(0, 12);
}

std::size_t start_of(const std::string& cursor, const std::string& mark) {
    if (cursor.empty()) {
        return 0;
    }
    const auto dash = cursor.find('-');
    const auto number = parse_integer(std::string_view(cursor).substr(0, dash));
    if (!number || *number < 0 || dash == std::string::npos || cursor.substr(dash + 1) != mark) {
        throw RequestFault("_cursor", {"Con trỏ không thuộc truy vấn này hoặc phiên bản này. Bắt đầu lại không có _cursor",
                                       "The cursor does not belong to this query or version. Start again without _cursor"});
    }
    return static_cast<std::size_t>(*number);
}

ApiResponse page_of_groups(const ApiRequest& request, const RowTable& table, const RowRequest& asked) {
    const auto& grouping = *asked.grouping;
    const auto columns = columns_of(grouping, table.schema());
    const auto groups = table.groups(grouping);
    const auto mark = mark_of(table, grouping);
    const auto from = std::min(start_of(asked.cursor, mark), groups->rows.size());
    const auto to = std::min<std::size_t>(groups->rows.size(), from + asked.query.limit.value_or(kDefaultLimit));
    ApiResponse response;
    response.content_type = media_type(RowFormat::json);
    auto& out = response.body;
    out = "{\"total\":" + std::to_string(groups->rows.size()) + ",\"version\":" + std::to_string(table.version().number) + ",\"licence\":\"";
    catalog::append_json_escaped(out, table.dataset().licence.id);
    out += "\",\"rows\":[";
    for (auto at = from; at < to; ++at) {
        out += at > from ? ",\n" : "\n";
        for (std::size_t i = 0; i < columns.size(); ++i) {
            out += (i == 0 ? "{\"" : ",\"") + columns[i].name + "\":";
            catalog::append_json(out, groups->rows[at][i]);
        }
        out += '}';
    }
    out += "],\"next\":";
    if (to < groups->rows.size() && to > from) {
        const auto next = address_with(request, "_cursor", std::to_string(to) + '-' + mark);
        response.headers.emplace_back("Link", '<' + next + ">; rel=\"next\"");
        out += '"' + next + '"';
    } else {
        out += "null";
    }
    if (asked.meta) {
        std::vector<const catalog::Field*> shown;
        for (const auto& column : columns) {
            shown.push_back(&column);
        }
        out += ",\"_meta\":" + meta_of(table, shown).dump();
    }
    out += "}\n";
    return response;
}

}  // namespace

ApiResponse group_answer(const ApiRequest& request, const RowTable& table, const RowRequest& asked, RowFormat format) {
    if (format == RowFormat::json) {
        return page_of_groups(request, table, asked);
    }
    if (format != RowFormat::csv && format != RowFormat::ndjson) {
        throw RequestFault("format", {"Kết quả theo nhóm có ở dạng json, csv và ndjson", "Groups come as json, csv and ndjson"}, {"json", "csv", "ndjson"});
    }
    const auto columns = columns_of(*asked.grouping, table.schema());
    const auto groups = table.groups(*asked.grouping);
    ApiResponse response;
    response.content_type = media_type(format);
    response.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + table.dataset().id + "-groups." + std::string(ending_of(format)) + '"');
    response.headers.emplace_back("X-Khomo-Version", std::to_string(table.version().number));
    const auto take = [&](std::string_view bytes) { response.body += bytes; };
    const auto writer = format == RowFormat::csv ? catalog::make_csv_writer(columns, false, take) : catalog::make_ndjson_writer(columns, false, take);
    writer->begin();
    catalog::Row row;
    const auto to = std::min<std::size_t>(groups->rows.size(), asked.query.limit.value_or(groups->rows.size()));
    for (std::size_t at = 0; at < to; ++at) {
        row.values = groups->rows[at];
        writer->row(row);
    }
    writer->finish();
    return response;
}

nlohmann::json facet_counts(const RowTable& table, const RowRequest& asked) {
    auto facets = nlohmann::json::object();
    for (const auto position : asked.facets) {
        const auto& field = table.schema().fields[position];
        const auto groups = table.groups(facet_of(position, asked.query.filter));
        auto values = nlohmann::json::array();
        for (const auto& row : groups->rows) {
            if (values.size() == kMostFacetValues) {
                break;
            }
            std::string value;
            catalog::append_json(value, row[0]);
            nlohmann::json item = {{"value", nlohmann::json::parse(value)}, {"count", std::get<std::int64_t>(row[1])}};
            const auto code = std::find_if(field.codes.begin(), field.codes.end(), [&](const auto& known) { return item["value"] == known.code; });
            if (code != field.codes.end()) {
                item["title"] = {{"vi", code->title.vi}, {"en", code->title.in(Lang::en)}};
            }
            values.push_back(std::move(item));
        }
        facets[field.name] = {{"total", groups->rows.size()}, {"values", std::move(values)}};
    }
    return facets;
}

}  // namespace khomo::search
