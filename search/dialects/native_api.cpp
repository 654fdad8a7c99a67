// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <nlohmann/json.hpp>

#include "catalog/base/digest.hpp"
#include "catalog/base/file.hpp"
#include "catalog/base/number.hpp"
#include "catalog/base/wkb.hpp"
#include "catalog/write/row_writer.hpp"
#include "search/dialects/api.hpp"
#include "search/dialects/problem.hpp"
#include "search/dialects/row_parameters.hpp"
#include "search/find/finder.hpp"
#include "search/rows/row_store.hpp"
#include "search/text/index_schema.hpp"

namespace khomo::search {
namespace {

using nlohmann::json;

constexpr std::string_view kBase = "/api/v1";
constexpr std::size_t kMostResults = 100;
constexpr std::size_t kMostDatasets = 1000;

const std::vector<std::string> kFormats = {"json", "csv", "ndjson", "geojson"};

struct Address {
    std::string dataset;
    std::string rest;    ///< "rows" or ""
    std::string format;  ///< from the ending, or ""
};

/// "/api/v1/datasets/ho-chua/rows.csv" in parts.
Address split_address(std::string_view path) {
    Address address;
    path.remove_prefix(kBase.size() + std::string_view("/datasets/").size());
    const auto slash = path.find('/');
    address.dataset = path.substr(0, slash);
    if (slash != std::string_view::npos) {
        const auto rest = path.substr(slash + 1);
        const auto dot = rest.find('.');
        address.rest = rest.substr(0, dot);
        address.format = dot == std::string_view::npos ? "" : rest.substr(dot + 1);
    }
    return address;
}

std::string format_of(const Address& address, const ApiRequest& request, bool spatial) {
    auto format = address.format;
    if (format.empty()) {
        const auto accept = request.header("Accept");
        format = accept.find("text/csv") != std::string::npos ? "csv" : accept.find("application/geo+json") != std::string::npos && spatial ? "geojson" : "json";
    }
    const bool known = std::find(kFormats.begin(), kFormats.end(), format) != kFormats.end() && (format != "geojson" || spatial);
    if (!known) {
        throw RequestFault("format", {"Không có định dạng «" + format.substr(0, 20) + "» cho bộ dữ liệu này", "There is no format «" + format.substr(0, 20) + "» for this dataset"}, kFormats);
    }
    return format;
}

std::string media_type(const std::string& format) {
    return format == "csv" ? "text/csv; charset=utf-8; header=present" : format == "ndjson" ? "application/x-ndjson; charset=utf-8" : format == "geojson" ? "application/geo+json; charset=utf-8" : "application/json; charset=utf-8";
}

/// Bound to the version and the question, so that a cursor from elsewhere is refused instead of skipping rows.
std::string cursor_mark(const RowTable& table, const Query& query) {
    return sha256_hex(std::to_string(table.version().number) + "|" + table.version().content_sha256 + "|" + canonical_without_page(query)).substr(0, 12);
}

std::optional<std::int64_t> read_cursor(const std::string& cursor, const std::string& mark) {
    if (cursor.empty()) {
        return std::nullopt;
    }
    const auto dash = cursor.find('-');
    const auto row = parse_integer(std::string_view(cursor).substr(0, dash));
    if (!row || dash == std::string::npos || cursor.substr(dash + 1) != mark) {
        throw RequestFault("_cursor", {"Con trỏ không thuộc truy vấn này. Bắt đầu lại không có _cursor", "The cursor does not belong to this query. Start again without _cursor"});
    }
    return *row;
}

std::string encode(std::string_view text) {
    static constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto b = static_cast<unsigned char>(c);
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == ',';
        if (plain) {
            out += c;
        } else {
            out.append("%").append(1, kDigits[b >> 4]).append(1, kDigits[b & 15]);
        }
    }
    return out;
}

std::string next_address(const ApiRequest& request, const std::string& cursor) {
    std::string url = request.path + "?";
    for (const auto& [name, value] : request.query) {
        if (name != "_cursor") {
            url += encode(name) + "=" + encode(value) + "&";
        }
    }
    return url + "_cursor=" + cursor;
}

std::vector<catalog::Field> fields_of(const RowTable& table, const Query& query) {
    if (query.select.empty()) {
        return table.schema().fields;
    }
    std::vector<catalog::Field> fields;
    for (const auto position : query.select) {
        fields.push_back(table.schema().fields[position]);
    }
    return fields;
}

/// Appends the current row as a JSON object straight from SQLite's columns.
void append_row(std::string& out, const RowCursor& rows, const std::vector<catalog::Field>& fields) {
    out += '{';
    for (std::size_t i = 0; i < fields.size(); ++i) {
        out.append(i > 0 ? ",\"" : "\"").append(fields[i].name).append("\":");
        if (rows.is_null(i)) {
            out += "null";
            continue;
        }
        switch (fields[i].type) {
            case catalog::FieldType::integer: append_text(out, rows.integer(i)); break;
            case catalog::FieldType::number: append_text(out, rows.real(i)); break;
            case catalog::FieldType::boolean: out += rows.integer(i) != 0 ? "true" : "false"; break;
            default:
                out += '"';
                catalog::append_json_escaped(out, rows.text(i));
                out += '"';
        }
    }
    out += '}';
}

json meta_of(const RowTable& table, const std::vector<catalog::Field>& fields) {
    json meta = {{"title", {{"vi", table.dataset().title.vi}, {"en", table.dataset().title.en}}}, {"agency", table.dataset().agency.vi}, {"fields", json::array()}};
    for (const auto& field : fields) {
        meta["fields"].push_back({{"name", field.name}, {"type", to_string(field.type)}, {"title", {{"vi", field.title.vi}, {"en", field.title.en}}}, {"unit", field.unit}});
    }
    return meta;
}

json segments_json(const std::vector<Segment>& segments) {
    json list = json::array();
    for (const auto& segment : segments) {
        list.push_back({{"text", segment.text}, {"marked", segment.marked}});
    }
    return list;
}

std::string plain(const std::vector<Segment>& segments) {
    std::string text;
    for (const auto& segment : segments) {
        text += segment.text;
    }
    return text;
}

std::size_t number_parameter(const ApiRequest& request, const std::string& name, std::size_t otherwise, std::size_t most) {
    const auto text = request.parameter(name);
    if (!text) {
        return otherwise;
    }
    const auto number = parse_integer(*text);
    if (!number || *number < 0 || static_cast<std::size_t>(*number) > most) {
        throw RequestFault(name, {name + " phải là số từ 0 đến " + std::to_string(most), name + " must be a number from 0 to " + std::to_string(most)});
    }
    return static_cast<std::size_t>(*number);
}

}  // namespace

struct NativeApi::State {
    ApiRelease release;
    RowStore store;

    explicit State(ApiRelease opened) : release(std::move(opened)), store(release.root / "data") {}

    const Finder& finder() const {
        if (!release.finder) {
            throw Error(ErrorKind::store, {"Tìm kiếm tạm thời không dùng được", "Search is not available at the moment"});
        }
        return *release.finder;
    }

    std::shared_ptr<const RowTable> table_of(const Address& address, const ApiRequest& request) const {
        std::optional<int> version;
        if (const auto text = request.parameter("_version")) {
            const auto number = parse_integer(*text);
            if (!number || *number < 1 || *number > 1000000) {
                throw RequestFault("_version", {"_version phải là số phiên bản", "_version must be a version number"});
            }
            version = static_cast<int>(*number);
        }
        auto table = store.table(address.dataset, version);
        if (!table) {
            throw Error(ErrorKind::not_found, {"Không có dữ liệu công bố ở địa chỉ này", "No published data is at this address"});
        }
        return table;
    }

    ApiResponse rows(const ApiRequest& request, const Address& address) const;
    ApiResponse json_rows(const ApiRequest& request, const std::shared_ptr<const RowTable>& table, RowRequest asked) const;
    static ApiResponse streamed_rows(const std::shared_ptr<const RowTable>& table, RowRequest asked, const std::string& format, const std::string& dataset);
    ApiResponse datasets(const ApiRequest& request) const;
    ApiResponse search(const ApiRequest& request) const;
    ApiResponse suggest(const ApiRequest& request) const;
    SearchQuery search_query(const ApiRequest& request, std::size_t limit) const;
    std::optional<ApiResponse> route(const ApiRequest& request) const;
};

ApiResponse NativeApi::State::json_rows(const ApiRequest& request, const std::shared_ptr<const RowTable>& table, RowRequest asked) const {
    const auto mark = cursor_mark(*table, asked.query);
    asked.query.after = read_cursor(asked.cursor, mark);
    const auto limit = asked.query.limit.value_or(kDefaultLimit);
    asked.query.limit = limit + 1;  // one more tells whether there is a next page
    const auto fields = fields_of(*table, asked.query);
    const auto total = table->count(asked.query.filter);
    ApiResponse response;
    response.content_type = media_type("json");
    auto& out = response.body;
    out = "{\"total\":" + std::to_string(total) + ",\"version\":" + std::to_string(table->version().number) + ",\"licence\":" + json(table->dataset().licence.id).dump() + ",\"rows\":[";
    auto rows = table->open(asked.query);
    std::uint64_t count = 0;
    std::int64_t last = 0;
    bool more = false;
    while (rows.next()) {
        if (count == limit) {
            more = true;
            break;
        }
        out += count++ > 0 ? ",\n" : "\n";
        append_row(out, rows, fields);
        last = rows.row_id();
    }
    const auto next = more && count > 0 ? next_address(request, std::to_string(last) + "-" + mark) : "";
    out += "],\"next\":" + (next.empty() ? std::string("null") : json(next).dump());
    if (asked.meta) {
        out += ",\"_meta\":" + meta_of(*table, fields).dump();
    }
    out += "}\n";
    if (!next.empty()) {
        response.headers.emplace_back("Link", "<" + next + ">; rel=\"next\"");
    }
    return response;
}

ApiResponse NativeApi::State::streamed_rows(const std::shared_ptr<const RowTable>& table, RowRequest asked, const std::string& format, const std::string& dataset) {
    asked.query.after = read_cursor(asked.cursor, cursor_mark(*table, asked.query));
    if (!asked.limited) {
        asked.query.limit.reset();
    }
    asked.query.geometry = format == "geojson" || (format == "ndjson" && table->schema().spatial);
    ApiResponse response;
    response.content_type = media_type(format);
    response.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + dataset + "." + format + "\"");
    response.stream = [table, query = asked.query, format](const StreamSink& sink) {
        bool taken = true;
        const auto fields = fields_of(*table, query);
        const catalog::ByteSink bytes = [&](std::string_view part) { taken = taken && sink(part); };
        auto writer = format == "csv"      ? catalog::make_csv_writer(fields, false, bytes)
                      : format == "ndjson" ? catalog::make_ndjson_writer(fields, query.geometry, bytes)
                                           : catalog::make_geojson_writer(fields, bytes);
        auto rows = table->open(query);
        catalog::Row row;
        writer->begin();
        while (taken && rows.next()) {
            rows.read(row);
            writer->row(row);
        }
        writer->finish();
        return taken;
    };
    return response;
}

ApiResponse NativeApi::State::rows(const ApiRequest& request, const Address& address) const {
    const auto table = table_of(address, request);
    const auto format = format_of(address, request, table->schema().spatial);
    auto asked = parse_row_request(request, table->schema());
    const auto etag = "\"" + sha256_hex(release.id + "|" + address.dataset + "|" + format + "|" + std::to_string(table->version().number) + "|" + canonical(asked.query) + "|" + asked.cursor +
                                        (asked.meta ? "|meta" : "") + (asked.limited ? "|limited" : "")).substr(0, 32) + "\"";
    if (request.header("If-None-Match").find(etag) != std::string::npos) {
        ApiResponse unchanged;
        unchanged.status = 304;
        unchanged.headers.emplace_back("ETag", etag);
        return unchanged;
    }
    auto response = format == "json" ? json_rows(request, table, std::move(asked)) : streamed_rows(table, std::move(asked), format, address.dataset);
    response.headers.emplace_back("ETag", etag);
    response.headers.emplace_back("Cache-Control", "public, max-age=60");
    return response;
}

SearchQuery NativeApi::State::search_query(const ApiRequest& request, std::size_t limit) const {
    SearchQuery query;
    query.limit = limit;
    std::vector<std::string> valid = {"q", "_limit", "_offset", "_sort", "_lang", "index", "literal"};
    valid.insert(valid.end(), schema::kFacets.begin(), schema::kFacets.end());
    for (const auto& [name, value] : request.query) {
        if (name == "q") {
            query.text = value;
        } else if (std::find(schema::kFacets.begin(), schema::kFacets.end(), name) != schema::kFacets.end()) {
            query.facets[name].push_back(value);
        } else if (name == "_sort") {
            query.sort = value == "newest" ? Sort::newest : value == "title" ? Sort::title : Sort::relevance;
        } else if (name == "index") {
            query.all = value == "all";
        } else if (name == "literal") {
            query.literal = value == "1";
        } else if (std::find(valid.begin(), valid.end(), name) == valid.end()) {
            throw RequestFault(name.substr(0, 60), {"Không có tham số này", "There is no such parameter"}, valid);
        }
    }
    query.limit = number_parameter(request, "_limit", limit, kMostDatasets);
    query.offset = number_parameter(request, "_offset", 0, 100000);
    return query;
}

ApiResponse NativeApi::State::search(const ApiRequest& request) const {
    auto query = search_query(request, 20);
    query.limit = std::min(query.limit, kMostResults);
    const auto lang = request.parameter("_lang").value_or("vi") == "en" ? Lang::en : Lang::vi;
    const auto found = finder().search(query, lang);
    json body = {{"total", found.total}, {"reading", found.reading}, {"read_as", found.read_as}, {"results", json::array()}, {"facets", json::object()}};
    for (const auto& result : found.results) {
        auto item = json::parse(result.payload);
        item["title"] = plain(result.title);
        item["snippet"] = plain(result.snippet);
        item["highlight"] = {{"title", segments_json(result.title)}, {"snippet", segments_json(result.snippet)}};
        item["score"] = result.score;
        body["results"].push_back(std::move(item));
    }
    for (const auto& [name, counts] : found.facets) {
        body["facets"][name] = json::array();
        for (const auto& count : counts) {
            body["facets"][name].push_back({{"value", count.value}, {"count", count.count}});
        }
    }
    ApiResponse response;
    response.content_type = media_type("json");
    response.body = body.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
    response.headers.emplace_back("Cache-Control", "public, max-age=60");
    return response;
}

ApiResponse NativeApi::State::suggest(const ApiRequest& request) const {
    const auto lang = request.parameter("_lang").value_or("vi") == "en" ? Lang::en : Lang::vi;
    json body = {{"suggestions", json::array()}};
    for (const auto& result : finder().suggest(request.parameter("q").value_or(""), number_parameter(request, "_limit", 8, 20), lang)) {
        const auto payload = json::parse(result.payload);
        body["suggestions"].push_back({{"id", payload.at("id")}, {"inventory", payload.at("inventory")}, {"title", plain(result.title)}, {"highlight", segments_json(result.title)}, {"url", payload.at("url")}});
    }
    ApiResponse response;
    response.content_type = media_type("json");
    response.body = body.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
    return response;
}

ApiResponse NativeApi::State::datasets(const ApiRequest& request) const {
    auto query = search_query(request, 100);
    query.text.clear();
    query.all = true;
    query.sort = request.parameter("_sort") ? query.sort : Sort::title;
    const auto found = finder().search(query, Lang::vi);
    json body = {{"total", found.total}, {"datasets", json::array()}, {"next", nullptr}};
    for (const auto& result : found.results) {
        body["datasets"].push_back(json::parse(result.payload));
    }
    if (query.offset + found.results.size() < found.total && !found.results.empty()) {
        std::string next = request.path + "?";
        for (const auto& [name, value] : request.query) {
            if (name != "_offset") {
                next += encode(name) + "=" + encode(value) + "&";
            }
        }
        body["next"] = next + "_offset=" + std::to_string(query.offset + found.results.size());
    }
    ApiResponse response;
    response.content_type = media_type("json");
    response.body = body.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
    response.headers.emplace_back("Cache-Control", "public, max-age=60");
    return response;
}

std::optional<ApiResponse> NativeApi::State::route(const ApiRequest& request) const {
    const auto path = std::string_view(request.path).substr(kBase.size());
    if (path == "/search") {
        return search(request);
    }
    if (path == "/suggest") {
        return suggest(request);
    }
    if (path == "/datasets") {
        return datasets(request);
    }
    if (path.starts_with("/datasets/")) {
        const auto address = split_address(request.path);
        if (address.rest == "rows") {
            return rows(request, address);
        }
        if (!address.rest.empty()) {
            throw Error(ErrorKind::not_found, {"Không có gì ở địa chỉ này", "Nothing is at this address"});
        }
        return std::nullopt;  // the dataset document is a file of the site
    }
    throw Error(ErrorKind::not_found, {"Không có gì ở địa chỉ này", "Nothing is at this address"});
}

NativeApi::NativeApi(ApiRelease release) : state_(std::make_shared<const State>(std::move(release))) {}
NativeApi::~NativeApi() = default;

std::optional<ApiResponse> NativeApi::handle(const ApiRequest& request) const {
    if (!request.path.starts_with(std::string(kBase) + "/")) {
        return std::nullopt;
    }
    try {
        return state_->route(request);
    } catch (const Error& error) {
        return to_problem(error);
    }
}

}  // namespace khomo::search
