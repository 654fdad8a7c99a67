// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace khomo::catalog {

/// A prepared statement. Errors throw Error(store) with the SQL. Parameters and columns count from 1 and from 0, as in SQLite.
class Statement {
public:
    Statement(sqlite3* database, std::string_view sql);

    Statement& bind(int index, std::int64_t value);
    Statement& bind(int index, double value);
    /// The bytes must stay alive until the next reset(); text is UTF-8.
    Statement& bind(int index, std::string_view text);
    Statement& bind_blob(int index, std::string_view bytes);
    Statement& bind_null(int index);

    /// Whether there is a row; false at the end.
    bool step();
    /// step() that expects no row, then reset().
    void run();
    void reset();

    bool is_null(int column) const;
    std::int64_t integer(int column) const;
    double real(int column) const;
    std::string_view text(int column) const;  ///< valid until the next step
    std::string_view blob(int column) const;  ///< idem
    int type(int column) const;               ///< SQLITE_INTEGER …
    int columns() const;
    sqlite3_stmt* handle() const { return statement_.get(); }

private:
    struct Close {
        void operator()(sqlite3_stmt* statement) const;
    };
    std::unique_ptr<sqlite3_stmt, Close> statement_;
};

/// One SQLite connection. Not thread-safe: one per thread.
class Database {
public:
    enum class Mode {
        create,     ///< new or existing, read-write
        immutable,  ///< read-only, the file never changes: no locks, no journal
        read_only,  ///< somebody else may be writing it: with locks
    };
    Database(const std::filesystem::path& path, Mode mode);

    void execute(const std::string& sql);
    Statement prepare(std::string_view sql) const { return {handle_.get(), sql}; }
    sqlite3* handle() const { return handle_.get(); }
    /// Closes and reports what a destructor would have to swallow.
    void close();

private:
    struct Close {
        void operator()(sqlite3* database) const;
    };
    std::unique_ptr<sqlite3, Close> handle_;
};

/// Commits at commit(), rolls back otherwise.
class Transaction {
public:
    explicit Transaction(Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

private:
    Database& database_;
    bool done_ = false;
};

/// "name" with the quotes of SQL.
std::string quote_identifier(std::string_view name);

}  // namespace khomo::catalog
