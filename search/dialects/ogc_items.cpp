// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/dialects/ogc_items.hpp"

#include <algorithm>

#include "catalog/base/digest.hpp"
#include "catalog/base/number.hpp"
#include "catalog/base/wkb.hpp"
#include "catalog/write/row_writer.hpp"
#include "search/dialects/cql2_filter.hpp"
#include "search/dialects/cql2_text.hpp"
#include "search/dialects/cql2_time.hpp"
#include "search/dialects/ogc_crs.hpp"
#include "search/dialects/ogc_documents.hpp"
#include "search/dialects/ogc_geometry_filter.hpp"
#include "search/dialects/ogc_html.hpp"
#include "search/dialects/parameter_value.hpp"
#include "search/dialects/problem.hpp"
#include "search/dialects/row_answers.hpp"

namespace khomo::search {
namespace {

using catalog::Field;
using catalog::FieldType;
using nlohmann::json;

constexpr std::uint64_t kDefault = 100;
constexpr std::uint64_t kDefaultPage = 20;  ///< of HTML
constexpr std::uint64_t kMost = 10000;

const OgcCrs& crs_named(const OgcRequest& request, const char* parameter) {
    const auto uri = request.request().parameter(parameter);
    return uri ? find_ogc_crs(parameter, *uri) : ogc_crs_list().front();
}

/// The moment of a row: its first field of instants, else of dates.
std::optional<std::size_t> time_field(const TableSchema& schema) {
    for (const auto wanted : {FieldType::datetime, FieldType::date}) {
        for (std::size_t i = 0; i < schema.fields.size(); ++i) {
            if (schema.fields[i].type == wanted) {
                return i;
            }
        }
    }
    return std::nullopt;
}

/// Where a row has a name of its own, its key, that names the feature in every version; else its number in canonical order does.
std::optional<std::size_t> id_field(const PublishedDataset& dataset, const TableSchema& schema) {
    const auto field = dataset.key.empty() ? std::nullopt : schema.find(dataset.key);
    const bool fits = field && (schema.fields[*field].type == FieldType::string || schema.fields[*field].type == FieldType::integer);
    return fits ? field : std::nullopt;
}

Filter either(Filter one, Filter other) {
    std::vector<Filter> parts;
    parts.push_back(std::move(one));
    parts.push_back(std::move(other));
    return Filter::group(Filter::Kind::any, std::move(parts));
}

/// Features that meet the box, and those without a geometry (Part 1, requirement fc-bbox-response).
Filter box_filter(const std::array<double, 4>& box, const OgcCrs& crs, const RowTable& table) {
    const bool degrees = crs.code.empty();
    const std::size_t east = crs.north_first && degrees ? 1 : 0;
    std::optional<Filter> meets;
    if (box[east] > box[east + 2] && degrees) {  // across the antimeridian
        auto west_part = box;
        auto east_part = box;
        west_part[east + 2] = 180;
        east_part[east] = -180;
        meets = either(meets_geometry(box_outline(west_part, crs)), meets_geometry(box_outline(east_part, crs)));
    } else if (box[0] > box[2] || box[1] > box[3]) {
        throw RequestFault("bbox", {"Góc dưới phải đứng trước góc trên", "The lower corner must stand before the upper"});
    } else {
        meets = meets_geometry(box_outline(box, crs));
    }
    return table.count(has_geometry(false)) == 0 ? std::move(*meets) : either(std::move(*meets), has_geometry(false));
}

std::optional<Filter> datetime_filter(const OgcRequest& request, const TableSchema& schema) {
    const auto text = request.request().parameter("datetime");
    if (!text) {
        return std::nullopt;
    }
    const auto field = time_field(schema);
    const auto type = field ? schema.fields[*field].type : FieldType::datetime;
    const auto span = read_ogc_datetime("datetime", *text, type);
    if (!field) {
        return std::nullopt;  // nothing here has a time: all match
    }
    return either(time_filter("datetime", *field, type, "t_intersects", span), Filter::of(Condition{*field, Operator::isnull, {true}}));
}

std::optional<Filter> expression_filter(const OgcRequest& request, const TableSchema& schema) {
    const auto text = request.request().parameter("filter");
    const auto language = request.request().parameter("filter-lang").value_or("cql2-text");
    if (language != "cql2-text" && language != "cql2-json") {
        throw RequestFault("filter-lang", {"filter-lang là cql2-text hoặc cql2-json", "filter-lang is cql2-text or cql2-json"}, {"cql2-text", "cql2-json"});
    }
    const auto& crs = crs_named(request, "filter-crs");
    if (!text) {
        return std::nullopt;
    }
    return cql2_filter("filter", language == "cql2-json" ? parse_cql2_json("filter", *text) : parse_cql2_text("filter", *text), schema, crs);
}

/// What is known of the page, for its links.
struct Page {
    std::uint64_t limit = 0;
    std::uint64_t offset = 0;  ///< rows before this page
    std::optional<std::int64_t> after;
};

/// cursor=<last row>-<rows before>-<mark>: the next page is found by its place, however deep; the count only leads back.
Page read_page(const OgcRequest& request, const std::string& mark) {
    Page page;
    page.limit = ogc_limit(request, request.html() ? kDefaultPage : kDefault, kMost);
    page.offset = ogc_offset(request);
    const auto cursor = request.request().parameter("cursor");
    if (!cursor) {
        return page;
    }
    const auto first = cursor->find('-');
    const auto second = first == std::string::npos ? first : cursor->find('-', first + 1);
    const auto row = parse_integer(std::string_view(*cursor).substr(0, first));
    const auto before = second == std::string::npos ? std::nullopt : parse_integer(std::string_view(*cursor).substr(first + 1, second - first - 1));
    if (!row || !before || *row < 0 || *before < 0 || cursor->substr(second + 1) != mark || request.request().parameter("offset")) {
        throw RequestFault("cursor", {"Con trỏ không thuộc truy vấn này hoặc phiên bản này. Bắt đầu lại không có cursor", "The cursor does not belong to this query or version. Start again without cursor"});
    }
    page.after = *row;
    page.offset = static_cast<std::uint64_t>(*before);
    return page;
}

/// Writes features, each without what only a single one has.
class FeatureWriter {
public:
    FeatureWriter(const TableSchema& schema, std::optional<std::size_t> id, const OgcCrs& crs) : schema_(schema), id_(id), crs_(crs) {
        for (const auto& field : schema.fields) {
            keys_.push_back((keys_.empty() ? "{\"" : ",\"") + field.name + "\":");
        }
    }

    /// An open object: "{"type":"Feature",…,"properties":{…}" without its last bracket.
    void append(std::string& out, const RowCursor& rows) {
        out += "{\"type\":\"Feature\",\"id\":";
        if (id_ && !rows.is_null(*id_)) {
            append_cell(out, rows, *id_, schema_.fields[*id_].type);
        } else {
            append_text(out, rows.row_id());
        }
        out += ",\"geometry\":";
        const auto wkb = rows.geometry();
        if (wkb.empty()) {
            out += "null";
        } else if (crs_.code.empty() && !crs_.north_first) {
            append_geojson(out, wkb, crs_.decimals);
        } else {
            changed_.assign(wkb);
            to_crs(changed_, crs_);
            append_geojson(out, changed_, crs_.decimals);
        }
        out += ",\"properties\":";
        for (std::size_t i = 0; i < keys_.size(); ++i) {
            out += keys_[i];
            append_cell(out, rows, i, schema_.fields[i].type);
        }
        out += '}';
    }

private:
    const TableSchema& schema_;
    std::optional<std::size_t> id_;
    const OgcCrs& crs_;
    std::vector<std::string> keys_;
    std::string changed_;
};

json page_links(const OgcRequest& request, const PublishedDataset& dataset, const Page& page, std::int64_t last, bool more, const std::string& mark) {
    auto links = request.own_links(kGeoJsonType);
    const char* type = request.html() ? kHtmlType : kGeoJsonType;
    if (more) {
        links.push_back(ogc_link(request.same_with({{"offset", std::nullopt}, {"cursor", std::to_string(last) + '-' + std::to_string(page.offset + page.limit) + '-' + mark}}), "next", type, "Trang sau / next page"));
    }
    if (page.offset > 0) {
        const auto back = page.offset > page.limit ? page.offset - page.limit : 0;
        links.push_back(ogc_link(request.same_with({{"cursor", std::nullopt}, {"offset", back > 0 ? std::optional(std::to_string(back)) : std::nullopt}}), "prev", type, "Trang trước / previous page"));
    }
    links.push_back(ogc_link(request.url("/collections/" + dataset.id), "collection", kJsonType, dataset.title.vi));
    return links;
}

ApiResponse answer_of(const OgcRequest& request, std::string text, const std::string& title) {
    if (request.html()) {
        auto page = ogc_answer(request, nullptr, kGeoJsonType, title);
        page.body = ogc_html(nlohmann::ordered_json::parse(text));  // fields in the order of the contract
        return page;
    }
    auto response = ogc_answer(request, nullptr, kGeoJsonType, title);
    response.body = std::move(text);
    return response;
}

}  // namespace

Filter ogc_filter(const OgcRequest& request, const RowTable& table) {
    const auto& schema = table.schema();
    std::vector<Filter> all;
    const auto& bbox_crs = crs_named(request, "bbox-crs");
    if (const auto box = ogc_box(request)) {
        all.push_back(box_filter(*box, bbox_crs, table));
    }
    if (auto datetime = datetime_filter(request, schema)) {
        all.push_back(std::move(*datetime));
    }
    if (auto expression = expression_filter(request, schema)) {
        all.push_back(std::move(*expression));
    }
    const auto& ours = ogc_item_parameters();
    for (const auto& [name, value] : request.request().query) {
        const auto field = name == "f" || std::find(ours.begin(), ours.end(), name) != ours.end() ? std::nullopt : schema.find(name);
        if (field) {
            all.push_back(Filter::of(Condition{*field, Operator::exact, {parse_value(name, schema.fields[*field], Operator::exact, value)}}));
        }
    }
    return Filter::group(Filter::Kind::all, std::move(all));
}

ApiResponse ogc_items(const OgcRequest& request, const PublishedCatalogue&, const PublishedDataset& dataset, const RowTable& table, const std::string& release) {
    auto known = ogc_item_parameters();
    for (const auto& name : table.schema().field_names()) {
        known.push_back(name);
    }
    request.check_parameters(std::move(known));
    const auto& crs = crs_named(request, "crs");
    Query query;
    query.filter = ogc_filter(request, table);
    query.geometry = true;
    const auto mark = cursor_mark(table, query);
    const auto page = read_page(request, mark);
    query.limit = page.limit + 1;  // one more tells whether there is a next page
    query.after = page.after;
    query.offset = page.after ? 0 : page.offset;
    const auto total = table.count(query.filter);
    std::string features;
    std::uint64_t count = 0;
    std::int64_t last = 0;
    bool more = false;
    FeatureWriter writer(table.schema(), id_field(dataset, table.schema()), crs);
    auto rows = table.open(query, RowTable::Delivery::page);
    while (rows.next()) {
        if (count == page.limit) {
            more = true;
            break;
        }
        features += count++ > 0 ? ",\n" : "\n";
        writer.append(features, rows);
        features += '}';
        last = rows.row_id();
    }
    std::string out = "{\"type\":\"FeatureCollection\",\"numberMatched\":" + std::to_string(total) + ",\"numberReturned\":" + std::to_string(count) + ",\"timeStamp\":\"" + to_iso_utc(now()) +
                      "\",\"links\":" + page_links(request, dataset, page, last, more, mark).dump() + ",\"features\":[" + features + "]}\n";
    auto response = answer_of(request, std::move(out), dataset.title.vi);
    response.headers.emplace_back("Content-Crs", "<" + std::string(crs.uri) + ">");
    response.headers.emplace_back("X-Khomo-Version", std::to_string(table.version().number));
    static_cast<void>(release);
    return response;
}

ApiResponse ogc_item(const OgcRequest& request, const PublishedDataset& dataset, const RowTable& table, const std::string& id) {
    request.check_parameters({"crs"});
    const auto& crs = crs_named(request, "crs");
    const auto& schema = table.schema();
    const auto field = id_field(dataset, schema);
    const auto not_there = [] { return Error(ErrorKind::not_found, {"Không có đối tượng này", "There is no such feature"}); };
    Query query;
    query.geometry = true;
    query.limit = 1;
    if (field && schema.fields[*field].type == FieldType::string) {
        query.filter = Filter::of(Condition{*field, Operator::exact, {id}});
    } else {
        const auto number = parse_integer(id);
        if (!number) {
            throw not_there();
        }
        query.filter = Filter::of(Condition{field.value_or(kRowId), Operator::exact, {*number}});
    }
    auto rows = table.open(query, RowTable::Delivery::page);
    if (!rows.next()) {
        throw not_there();
    }
    std::string out;
    FeatureWriter(schema, field, crs).append(out, rows);
    auto links = request.own_links(kGeoJsonType);
    links.push_back(ogc_link(request.url("/collections/" + dataset.id), "collection", kJsonType, dataset.title.vi));
    out += ",\"links\":" + links.dump() + "}\n";
    auto response = answer_of(request, std::move(out), dataset.title.vi + ": " + id);
    response.headers.emplace_back("Content-Crs", "<" + std::string(crs.uri) + ">");
    return response;
}

}  // namespace khomo::search
