// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/dialects/ckan_datastore.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "catalog/write/row_writer.hpp"
#include "search/dialects/address.hpp"
#include "search/dialects/ckan_package.hpp"
#include "search/dialects/ckan_records.hpp"

namespace khomo::search {
namespace {

using nlohmann::json;

constexpr const char* kTables = "_table_metadata";
constexpr std::size_t kPiece = 65536;

json field_dict(const TableSchema& schema, std::size_t position) {
    if (position == kRowId) {
        return {{"id", kCkanRowNumber}, {"type", "int"}};
    }
    const auto& field = schema.fields[position];
    json info = {{"label", field.title.vi}, {"label_en", field.title.in(Lang::en)}, {"notes", field.description.vi}, {"type_override", ""}};
    if (!field.unit.empty()) {
        info["unit"] = field.unit;
    }
    for (const auto& code : field.codes) {
        info["codes"][code.code] = code.title.vi;
    }
    return {{"id", field.name}, {"type", ckan_type(field.type)}, {"info", info}};
}

json fields_of(const TableSchema& schema, const CkanRowRequest& asked) {
    json fields = json::array();
    for (const auto column : asked.columns) {
        fields.push_back(field_dict(schema, column));
    }
    return fields;
}

std::string as_text(const json& value) { return value.is_string() ? value.get<std::string>() : value.dump(-1, ' ', false, json::error_handler_t::replace); }

/// The addresses of the first and the next page, as CKAN up to 2.11 gives them.
json links_of(const CkanCall& call, const std::string& address, std::uint64_t limit, std::uint64_t offset) {
    std::string start = address + "?";
    for (const auto& [name, value] : call.parameters.items()) {
        if (name != "offset" && name != "limit") {
            start += encoded(name) + '=' + encoded(as_text(value)) + '&';
        }
    }
    start += "limit=" + std::to_string(limit);
    return {{"start", start}, {"next", start + "&offset=" + std::to_string(offset + limit)}};
}

std::string dump_begin(const std::string& format, const TableSchema& schema, const CkanRowRequest& asked, bool bom) {
    std::string out = bom && format != "json" && format != "xml" ? "\xEF\xBB\xBF" : "";
    const auto names = ckan_column_names(schema, asked);
    if (format == "json") {
        return "{\"fields\":" + fields_of(schema, asked).dump() + ",\"records\":[";
    }
    if (format == "xml") {
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<data xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\n";
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
        out += (i == 0 ? "" : format == "tsv" ? "\t" : ",") + names[i];
    }
    return out + "\r\n";
}

/// Thrown through the loop when the client is gone.
struct ClientGone {};

void write_dump(const RowTable& table, const CkanRowRequest& asked, const std::string& format, bool bom, const StreamSink& sink) {
    auto rows = table.open(asked.query, RowTable::Delivery::stream);
    const auto records = make_ckan_records(format == "json" ? "lists" : format, table.schema(), asked);
    std::string piece = dump_begin(format, table.schema(), asked, bom);
    const auto send = [&] {
        rows.pause();
        if (!piece.empty() && !sink(piece)) {
            throw ClientGone();
        }
        piece.clear();
    };
    while (rows.next()) {
        records->row(piece, rows);
        if (piece.size() >= kPiece) {
            send();
        }
    }
    piece += format == "json" ? "\n]}\n" : format == "xml" ? "</data>\n" : "";
    send();
}

}  // namespace

std::shared_ptr<const RowTable> CkanDatastore::table_of(const std::string& resource) const {
    auto dataset = catalogue_.find(resource);
    if (const auto found = catalogue_.find_resource(resource); found && found->key == kCkanDatastoreKey) {
        dataset = found->dataset;
    }
    auto table = dataset ? rows_.table(catalogue_.datasets()[*dataset].id) : nullptr;
    if (!table) {
        throw CkanFault::not_found("Resource \"" + (resource.size() == 36 ? resource : std::string("?")) + "\" was not found.");
    }
    return table;
}

std::string CkanDatastore::tables(const CkanCall& call) const {
    const auto offset = call.number("offset", 0);
    const auto limit = std::min<std::uint64_t>(call.number("limit", 100), 32000);
    const auto& datasets = catalogue_.datasets();
    json records = json::array();
    for (std::size_t i = 0; i < datasets.size(); ++i) {
        if (i >= offset && i - offset < limit) {
            records.push_back({{"_id", i + 1}, {"name", resource_uuid(datasets[i].id, kCkanDatastoreKey)}, {"oid", i + 1}, {"alias_of", nullptr}});
        }
    }
    return json{{"resource_id", kTables},
                {"fields", {{{"id", "_id"}, {"type", "text"}}, {{"id", "name"}, {"type", "name"}}, {{"id", "oid"}, {"type", "oid"}}, {{"id", "alias_of"}, {"type", "name"}}}},
                {"records", records},
                {"limit", limit},
                {"offset", offset},
                {"include_total", true},
                {"records_format", "objects"},
                {"total_was_estimated", false},
                {"total", datasets.size()}}
        .dump();
}

std::string CkanDatastore::search(const CkanCall& call, const std::string& address) const {
    const auto resource = call.text("resource_id") ? call.required("resource_id") : call.text("id").value_or("");
    if (resource.empty()) {
        throw CkanFault::invalid("resource_id", "Missing value");
    }
    if (resource == kTables) {
        return tables(call);
    }
    const auto table = table_of(resource);
    const auto asked = read_ckan_rows(call, table->schema());
    const auto format = call.text("records_format").value_or("objects");
    const auto records = make_ckan_records(format == "xml" ? "?" : format, table->schema(), asked);
    const bool with_total = call.flag("include_total", true);
    json result = {{"resource_id", resource},
                   {"fields", fields_of(table->schema(), asked)},
                   {"limit", *asked.query.limit},
                   {"offset", asked.query.offset},
                   {"include_total", with_total},
                   {"records_format", format},
                   {"_links", links_of(call, address, *asked.query.limit, asked.query.offset)}};
    if (const auto filters = call.structure("filters"); filters.is_structured()) {
        result["filters"] = filters;
    }
    if (const auto q = call.structure("q"); !q.is_null()) {
        result["q"] = q;
    }
    if (with_total) {
        result["total"] = table->count(asked.query.filter);
        result["total_was_estimated"] = false;
    }
    auto out = result.dump(-1, ' ', false, json::error_handler_t::replace);
    out.pop_back();
    std::string written;
    if (*asked.query.limit > 0) {
        auto rows = table->open(asked.query, RowTable::Delivery::page);
        while (rows.next()) {
            records->row(written, rows);
        }
    }
    out += ",\"records\":";
    if (format == "csv" || format == "tsv") {
        out += '"';
        catalog::append_json_escaped(out, written);
        out += '"';
    } else {
        out += '[' + written + ']';
    }
    return out + '}';
}

json CkanDatastore::info(const CkanCall& call) const {
    const auto resource = call.text("id") ? call.required("id") : call.required("resource_id");
    const auto table = table_of(resource);
    const auto& schema = table->schema();
    json fields = json::array();
    json types = json::object();
    for (std::size_t i = 0; i < schema.fields.size(); ++i) {
        auto field = field_dict(schema, i);
        field["schema"] = {{"native_type", ckan_type(schema.fields[i].type)}, {"notnull", schema.fields[i].required}, {"is_index", static_cast<bool>(schema.indexed[i])}, {"index_name", nullptr}, {"uniquekey", false}};
        types[schema.fields[i].name] = ckan_type(schema.fields[i].type);
        fields.push_back(std::move(field));
    }
    return {{"meta", {{"id", resource}, {"count", table->version().rows}, {"table_type", "BASE TABLE"}, {"aliases", json::array({table->dataset().id})}}}, {"fields", fields}, {"schema", types}};
}

ApiResponse CkanDatastore::dump(const ApiRequest& request, const std::string& resource) const {
    const auto call = read_ckan_call(request, "datastore_dump");
    const auto table = table_of(resource);
    const auto format = call.text("format").value_or("csv");
    if (format != "csv" && format != "tsv" && format != "json" && format != "xml") {
        throw CkanFault::invalid("format", "Value must be one of: csv; tsv; json; xml");
    }
    auto asked = read_ckan_rows(call, table->schema());
    if (!call.text("limit")) {
        asked.query.limit.reset();
    } else {
        asked.query.limit = call.number("limit", 0);
    }
    ApiResponse response;
    response.content_type = format == "csv" ? "text/csv; charset=utf-8" : format == "tsv" ? "text/tab-separated-values; charset=utf-8" : format == "json" ? "application/json; charset=utf-8" : "text/xml; charset=utf-8";
    response.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + table->dataset().id + "." + format + "\"");
    response.headers.emplace_back("Cache-Control", "public, max-age=60");
    auto place = request.method == "HEAD" ? nullptr : streams_.take();
    response.stream = [table, asked, format, bom = call.flag("bom", false), place](const StreamSink& sink) {
        try {
            write_dump(*table, asked, format, bom, sink);
            return true;
        } catch (const ClientGone&) {
        } catch (const std::exception& fault) {
            spdlog::error("a dump of {} broke off: {}", table->dataset().id, fault.what());
        }
        return false;  // the status is sent already: all that can be done is to break off
    };
    return response;
}

}  // namespace khomo::search
