// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/dialects/row_answers.hpp"

#include <algorithm>
#include <array>

#include "catalog/base/digest.hpp"
#include "catalog/base/error.hpp"
#include "catalog/base/number.hpp"
#include "catalog/base/text.hpp"
#include "search/dialects/group_answer.hpp"
#include "search/dialects/json_query.hpp"
#include "search/dialects/parameter_value.hpp"
#include "search/dialects/problem.hpp"

namespace khomo::search {
namespace {

struct FormatName {
    RowFormat format;
    std::string_view ending;
    std::string_view media_type;
    std::string_view accept;
};

constexpr std::array<FormatName, 5> kFormats = {{{RowFormat::json, "json", "application/json; charset=utf-8", "application/json"},
                                                 {RowFormat::csv, "csv", "text/csv; charset=utf-8; header=present", "text/csv"},
                                                 {RowFormat::ndjson, "ndjson", "application/x-ndjson; charset=utf-8", "application/x-ndjson"},
                                                 {RowFormat::geojson, "geojson", "application/geo+json; charset=utf-8", "application/geo+json"},
                                                 {RowFormat::xlsx, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                                                  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}}};

const FormatName& name_of(RowFormat format) {
    return *std::find_if(kFormats.begin(), kFormats.end(), [&](const FormatName& name) { return name.format == format; });
}

std::shared_ptr<const RowTable> find_table(const RowStore& store, const ApiRequest& request, const std::string& dataset) {
    const auto version = parse_version(request);
    auto table = store.table(dataset, version);
    if (!table && version && store.describe(dataset)) {
        throw Error(ErrorKind::not_found, {"Bộ dữ liệu không có phiên bản này", "The dataset has no such version"});
    }
    if (!table) {
        throw Error(ErrorKind::not_found, {"Không có dữ liệu công bố ở địa chỉ này. Danh mục: /api/v1/datasets", "No published data is at this address. The catalogue: /api/v1/datasets"});
    }
    return table;
}

std::optional<std::int64_t> read_cursor(const std::string& cursor, const std::string& mark) {
    if (cursor.empty()) {
        return std::nullopt;
    }
    const auto dash = cursor.find('-');
    const auto row = parse_integer(std::string_view(cursor).substr(0, dash));
    if (!row || dash == std::string::npos || cursor.substr(dash + 1) != mark) {
        throw RequestFault("_cursor", {"Con trỏ không thuộc truy vấn này hoặc phiên bản này. Bắt đầu lại không có _cursor",
                                       "The cursor does not belong to this query or version. Start again without _cursor"});
    }
    return *row;
}

std::string etag_of(const std::string& release, const RowTable& table, const RowRequest& asked, RowFormat format) {
    std::string key = release + '|' + table.dataset().id + '|' + std::to_string(table.version().number) + '|' + std::string(ending_of(format)) + (asked.meta ? "|meta|" : "|") + canonical(asked.query);
    for (const auto facet : asked.facets) {
        key += "|f" + std::to_string(facet);
    }
    if (asked.grouping) {
        key += "|g" + canonical(*asked.grouping) + '@' + asked.cursor;
    }
    return "W/\"" + sha256_hex(key).substr(0, 24) + '"';
}

bool matches(const std::string& wanted, std::string_view etag) {
    // Compared weakly (RFC 9110 §13.1.2), so that a proxy that compresses may weaken or keep it.
    return trim(wanted) == "*" || wanted.find(etag.substr(2)) != std::string::npos;
}

/// A query written as a JSON body is the same as one in the address; addresses of next pages are then plain ones.
ApiRequest as_get(ApiRequest request) {
    auto query = read_json_query(request.body);
    request.query.insert(request.query.end(), std::make_move_iterator(query.begin()), std::make_move_iterator(query.end()));
    request.method = "GET";
    request.body.clear();
    return request;
}

void add_validators(ApiResponse& response, const std::string& etag) {
    response.headers.emplace_back("ETag", etag);
    response.headers.emplace_back("Cache-Control", "public, max-age=60");
    response.headers.emplace_back("Vary", "Accept");
}

}  // namespace

RowFormat choose_format(std::string_view ending, const ApiRequest& request, bool spatial) {
    const auto fits = [&](const FormatName& name) { return spatial || name.format != RowFormat::geojson; };
    if (ending.empty()) {
        const auto accept = request.header("Accept");
        for (const auto& name : kFormats) {
            if (name.format != RowFormat::json && fits(name) && accept.find(name.accept) != std::string::npos) {
                return name.format;
            }
        }
        return RowFormat::json;
    }
    std::vector<std::string> valid;
    for (const auto& name : kFormats) {
        if (fits(name)) {
            if (name.ending == ending) {
                return name.format;
            }
            valid.emplace_back(name.ending);
        }
    }
    const auto near = nearest(shown(ending), valid);
    throw RequestFault("format", {"Không có định dạng «" + shown(ending) + "» cho bộ dữ liệu này", "There is no format «" + shown(ending) + "» for this dataset"}, std::move(valid), near);
}

std::string_view media_type(RowFormat format) { return name_of(format).media_type; }
std::string_view ending_of(RowFormat format) { return name_of(format).ending; }

std::string cursor_mark(const RowTable& table, const Query& query) {
    return sha256_hex(std::to_string(table.version().number) + '|' + table.version().content_sha256 + '|' + canonical_without_page(query)).substr(0, 12);
}

ApiResponse RowAnswers::answer(const ApiRequest& request, const std::string& dataset, std::string_view ending) const {
    if (request.method == "POST") {
        return answer(as_get(request), dataset, ending);
    }
    const auto table = find_table(store_, request, dataset);
    const auto format = choose_format(ending, request, table->schema().spatial);
    auto asked = parse_row_request(request, table->schema());
    const bool page = format == RowFormat::json;
    if (page) {
        asked.query.limit = asked.query.limit.value_or(kDefaultLimit);
        if (*asked.query.limit > kLargestLimit) {
            throw RequestFault("_limit", {"Mỗi trang nhiều nhất 10000 dòng; mọi dòng một lần: rows.csv hoặc rows.ndjson không có _limit",
                                          "At most 10000 rows a page; all rows at once: rows.csv or rows.ndjson without _limit"});
        }
    }
    if (asked.grouping) {
        const auto etag = etag_of(release_, *table, asked, format);
        ApiResponse response;
        if (matches(request.header("If-None-Match"), etag)) {
            response.status = 304;
        } else {
            response = group_answer(request, *table, asked, format);
        }
        add_validators(response, etag);
        return response;
    }
    const auto mark = page || !asked.cursor.empty() ? cursor_mark(*table, asked.query) : std::string();
    asked.query.after = read_cursor(asked.cursor, mark);
    const auto etag = etag_of(release_, *table, asked, format);
    ApiResponse response;
    if (matches(request.header("If-None-Match"), etag)) {
        response.status = 304;
    } else if (page) {
        response = page_answer(request, *table, asked, mark);
    } else {
        response = file_answer(table, asked, format);
        if (request.method != "HEAD") {
            response.stream = [stream = std::move(response.stream), place = streams_.take()](const StreamSink& sink) { return stream(sink); };
        }
    }
    add_validators(response, etag);
    return response;
}

ApiResponse RowAnswers::values(const ApiRequest& request, const std::string& dataset, const std::string& field) const {
    auto grouped = request;
    for (const char* name : {"_group", "_agg", "_facet", "_select"}) {
        if (request.parameter(name)) {
            throw RequestFault(name, {std::string(name) + " không dùng ở địa chỉ này", std::string(name) + " is not for this address"});
        }
    }
    grouped.query.emplace_back("_group", field);
    return answer(grouped, dataset, "json");
}

}  // namespace khomo::search
