// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/store/sqlite.hpp"

#include <sqlite3.h>

#include "catalog/base/error.hpp"

namespace khomo::catalog {
namespace {

[[noreturn]] void fail(sqlite3* database, std::string_view doing) {
    const std::string reason = sqlite3_errmsg(database);
    const std::string what(doing.substr(0, 200));
    throw Error(ErrorKind::store, {"SQLite báo lỗi: " + reason + " (" + what + ")", "SQLite failed: " + reason + " (" + what + ")"});
}

}  // namespace

void Statement::Close::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Statement::Statement(sqlite3* database, std::string_view sql) {
    sqlite3_stmt* made = nullptr;
    if (sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &made, nullptr) != SQLITE_OK) {
        fail(database, sql);
    }
    statement_.reset(made);
}

Statement& Statement::bind(int index, std::int64_t value) {
    if (sqlite3_bind_int64(statement_.get(), index, value) != SQLITE_OK) {
        fail(sqlite3_db_handle(statement_.get()), "bind");
    }
    return *this;
}

Statement& Statement::bind(int index, double value) {
    if (sqlite3_bind_double(statement_.get(), index, value) != SQLITE_OK) {
        fail(sqlite3_db_handle(statement_.get()), "bind");
    }
    return *this;
}

Statement& Statement::bind(int index, std::string_view text) {
    // A null pointer would bind NULL; an empty text is not null.
    const char* data = text.data() == nullptr ? "" : text.data();
    if (sqlite3_bind_text64(statement_.get(), index, data, text.size(), SQLITE_STATIC, SQLITE_UTF8) != SQLITE_OK) {
        fail(sqlite3_db_handle(statement_.get()), "bind");
    }
    return *this;
}

Statement& Statement::bind_blob(int index, std::string_view bytes) {
    if (sqlite3_bind_blob64(statement_.get(), index, bytes.data(), bytes.size(), SQLITE_STATIC) != SQLITE_OK) {
        fail(sqlite3_db_handle(statement_.get()), "bind");
    }
    return *this;
}

Statement& Statement::bind_null(int index) {
    sqlite3_bind_null(statement_.get(), index);
    return *this;
}

bool Statement::step() {
    switch (sqlite3_step(statement_.get())) {
        case SQLITE_ROW: return true;
        case SQLITE_DONE: return false;
        default: fail(sqlite3_db_handle(statement_.get()), sqlite3_sql(statement_.get()));
    }
}

void Statement::run() {
    step();
    reset();
}

void Statement::reset() { sqlite3_reset(statement_.get()); }

int Statement::type(int column) const { return sqlite3_column_type(statement_.get(), column); }
int Statement::columns() const { return sqlite3_column_count(statement_.get()); }
bool Statement::is_null(int column) const { return type(column) == SQLITE_NULL; }
std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }
double Statement::real(int column) const { return sqlite3_column_double(statement_.get(), column); }

std::string_view Statement::text(int column) const {
    const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
    return data == nullptr ? std::string_view() : std::string_view(data, static_cast<size_t>(sqlite3_column_bytes(statement_.get(), column)));
}

std::string_view Statement::blob(int column) const {
    const auto* data = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
    return data == nullptr ? std::string_view() : std::string_view(data, static_cast<size_t>(sqlite3_column_bytes(statement_.get(), column)));
}

void Database::Close::operator()(sqlite3* database) const { sqlite3_close_v2(database); }

Database::Database(const std::filesystem::path& path, Mode mode) {
    // A URI needs its special characters escaped; an operator's path may hold any of them.
    std::string uri = "file:";
    for (const char c : path.string()) {
        uri += c == '?' ? "%3f" : c == '#' ? "%23" : c == '%' ? "%25" : std::string(1, c);
    }
    uri += mode == Mode::immutable ? "?immutable=1" : "";
    const int flags = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX |
                      (mode != Mode::create ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    sqlite3* opened = nullptr;
    const int result = sqlite3_open_v2(uri.c_str(), &opened, flags, nullptr);
    handle_.reset(opened);
    if (result != SQLITE_OK) {
        const std::string reason = opened != nullptr ? sqlite3_errmsg(opened) : "out of memory";
        throw Error(ErrorKind::store, {"Không mở được " + path.string() + ": " + reason, "Cannot open " + path.string() + ": " + reason});
    }
    sqlite3_busy_timeout(opened, 5000);
}

void Database::execute(const std::string& sql) {
    if (sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
        fail(handle_.get(), sql);
    }
}

void Database::close() {
    auto* database = handle_.release();
    if (sqlite3_close(database) != SQLITE_OK) {
        handle_.reset(database);
        fail(database, "close");
    }
}

Transaction::Transaction(Database& database) : database_(database) { database_.execute("BEGIN IMMEDIATE"); }

Transaction::~Transaction() {
    if (!done_ && sqlite3_get_autocommit(database_.handle()) == 0) {
        sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
    }
}

void Transaction::commit() {
    database_.execute("COMMIT");
    done_ = true;
}

std::string quote_identifier(std::string_view name) {
    std::string quoted = "\"";
    for (const char c : name) {
        quoted += c == '"' ? "\"\"" : std::string(1, c);
    }
    return quoted + '"';
}

}  // namespace khomo::catalog
