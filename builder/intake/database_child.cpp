// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/intake/database_child.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "builder/intake/sandbox.hpp"
#include "builder/intake/sqlite_table.hpp"
#include "catalog/base/error.hpp"
#include "geo/database_reader.hpp"

namespace khomo::builder {
namespace {

/// The rule, and the way out, of each fault.
struct FaultRule {
    geo::DatabaseFault fault;
    std::string_view rule;
    Text fix;
};

const FaultRule& rule_of(geo::DatabaseFault fault) {
    using Fault = geo::DatabaseFault;
    static const std::array<FaultRule, 8> kRules = {{
        {Fault::unreachable, "feed/unreachable", {"Kiểm tra máy chủ, tường lửa và chuỗi kết nối trong biến môi trường", "Check the server, the firewall and the connection in the environment variable"}},
        {Fault::refused, "feed/refused", {"Kiểm tra tài khoản, mật khẩu, tên cơ sở dữ liệu và quyền SELECT", "Check account, password, name of the database and the right to SELECT"}},
        {Fault::table, "feed/table", {"Sửa source.table, hoặc cấp quyền đọc bảng cho tài khoản", "Mend source.table, or let the account read the table"}},
        {Fault::column_type, "feed/column-type", {"Tạo khung nhìn (view) đổi cột thành kiểu đơn, hoặc bỏ trường khỏi danh mục", "Make a view that turns the column into a plain type, or drop the field"}},
        {Fault::geometry, "feed/geometry", {"Khai báo source.geometry, và đưa mọi hình về một hệ tọa độ", "Declare source.geometry, and bring all shapes to one system of coordinates"}},
        {Fault::value, "feed/value", {"Sửa giá trị trong cơ sở dữ liệu thành giá trị thật hoặc NULL", "Make it a real value or NULL in the database"}},
        {Fault::broken, "feed/broken", {"Dựng lại; nếu lặp lại, kiểm tra nhật ký máy chủ cơ sở dữ liệu", "Build again; if it comes back, look into the server's log"}},
        {Fault::time, "feed/time", {"Thêm chỉ mục, hoặc tăng source.timeout", "Add an index, or raise source.timeout"}},
    }};
    for (const auto& rule : kRules) {
        if (rule.fault == fault) {
            return rule;
        }
    }
    return kRules.front();
}

void note(const geo::DatabaseError& error, FormNotes& notes) {
    const auto& rule = rule_of(error.fault());
    notes.block(rule.rule, error.row(), error.column(), error.message(), rule.fix);
}

/// What libpq would take from its surroundings is none of the portal's declared sources.
void forget_environment(const DatabaseRequest& request) {
    for (const auto* name : {"PGSERVICE", "PGSERVICEFILE", "PGSYSCONFDIR", "PGPASSFILE", "PGOPTIONS", "PGHOST", "PGHOSTADDR", "PGPORT", "PGDATABASE", "PGUSER", "PGPASSWORD", "PGTZ", "PGDATESTYLE"}) {
        ::unsetenv(name);
    }
    ::setenv("PGCONNECT_TIMEOUT", std::to_string(std::min<std::uint64_t>(request.seconds, 20)).c_str(), 1);
    ::setenv("PGGSSENCMODE", "disable", 1);
    ::setenv("PGAPPNAME", "khomo", 1);
}

void read_server(const DatabaseRequest& request, FormNotes& notes, const std::function<void(catalog::RawReader&)>& use) {
    forget_environment(request);
    geo::DatabaseQuery query;
    query.connection = request.connection;
    query.table = request.table;
    query.columns = request.columns;
    query.order = request.order;
    query.geometry = request.geometry;
    query.geometry_column = request.geometry_column;
    query.seconds = request.seconds;
    try {
        const auto reader = geo::open_database(query, seal_network);
        use(*reader);
    } catch (const geo::DatabaseError& error) {
        note(error, notes);
    }
}

void read_file_table(const DatabaseRequest& request, FormNotes& notes, const std::function<void(catalog::RawReader&)>& use) {
    try {
        const auto reader = open_sqlite_table(request, notes);
        if (reader) {
            use(*reader);
        }
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::store && error.kind() != ErrorKind::format) {
            throw;
        }
        notes.block("feed/broken", 0, "", {"Không đọc được tệp cơ sở dữ liệu", "The database file cannot be read"},
                    {"Kiểm tra tệp (PRAGMA integrity_check); nếu đang được ghi, đợi ghi xong", "Check the file (PRAGMA integrity_check); if it is being written, wait for the end"});
    }
}

}  // namespace

void to_json(nlohmann::json& json, const DatabaseRequest& request) {
    json = {{"name", request.name},
            {"connection", request.connection},
            {"file", request.file.string()},
            {"readable", request.readable},
            {"scratch", request.scratch.string()},
            {"table", request.table},
            {"columns", request.columns},
            {"order", request.order},
            {"geometry", request.geometry},
            {"geometry_column", request.geometry_column},
            {"seconds", request.seconds},
            {"memory_mb", request.limits.memory_mb},
            {"file_mb", request.limits.file_mb}};
}

void from_json(const nlohmann::json& json, DatabaseRequest& request) {
    json.at("name").get_to(request.name);
    json.at("connection").get_to(request.connection);
    request.file = json.at("file").get<std::string>();
    json.at("readable").get_to(request.readable);
    request.scratch = json.at("scratch").get<std::string>();
    json.at("table").get_to(request.table);
    json.at("columns").get_to(request.columns);
    json.at("order").get_to(request.order);
    json.at("geometry").get_to(request.geometry);
    json.at("geometry_column").get_to(request.geometry_column);
    json.at("seconds").get_to(request.seconds);
    json.at("memory_mb").get_to(request.limits.memory_mb);
    json.at("file_mb").get_to(request.limits.file_mb);
}

void read_database(const DatabaseRequest& request, FormNotes& notes, const std::function<void(catalog::RawReader&)>& use) {
    std::filesystem::create_directories(request.scratch);
    std::vector<std::filesystem::path> readable(request.readable.begin(), request.readable.end());
    if (!request.file.empty()) {
        for (const auto* part : {"", "-wal", "-shm", "-journal"}) {
            readable.emplace_back(request.file.string() + part);
        }
    }
    enter_sandbox({request.limits.memory_mb, request.seconds, request.limits.file_mb, request.file.empty()}, readable, request.scratch);
    request.file.empty() ? read_server(request, notes, use) : read_file_table(request, notes, use);
}

}  // namespace khomo::builder
