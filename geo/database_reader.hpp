// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "catalog/base/error.hpp"
#include "catalog/model/raw.hpp"

namespace khomo::geo {

/// What to read from a PostgreSQL server.
struct DatabaseQuery {
    std::string connection;            ///< libpq's: "postgresql://…" or "host=… dbname=…"
    std::string table;                 ///< "name" or "schema.name" of a table, view or materialised view
    std::vector<std::string> columns;  ///< those that are read, in this order; what is missing is left out of the header
    std::vector<std::string> order;    ///< columns that sort the rows; empty: all of `columns`
    bool geometry = false;             ///< read the table's geometry too
    std::string geometry_column;       ///< empty: the only one
    std::uint64_t seconds = 600;       ///< the server stops a statement after that
};

enum class DatabaseFault {
    unreachable,  ///< no answer at the address
    refused,      ///< the server answers and says no
    table,        ///< the table is not there or may not be read
    column_type,  ///< a column of a type that has no single value
    geometry,     ///< no geometry column, several, or several systems of coordinates
    value,        ///< a value that no format of the portal can hold
    broken,       ///< the connection ended before the rows did
    time,         ///< the server stopped the statement
};

/// Why rows do not come. The message tells what the server said, without the connection's secrets.
class DatabaseError : public Error {
public:
    DatabaseError(DatabaseFault fault, std::string column, std::uint64_t row, Text message)
        : Error(ErrorKind::io, std::move(message)), fault_(fault), column_(std::move(column)), row_(row) {}
    DatabaseFault fault() const { return fault_; }
    const std::string& column() const { return column_; }
    std::uint64_t row() const { return row_; }

private:
    DatabaseFault fault_;
    std::string column_;
    std::uint64_t row_;
};

/// Reads rows through GDAL's PostgreSQL driver, the only one registered, in one read-only transaction that sees one state of the database, sorted, through a
/// cursor: memory does not grow with the rows. Numbers keep the digits of the server (numeric is never turned into a double), instants with a zone
/// come in UTC, those without one as they stand, shapes as 2D ISO WKB with their CRS. `connected` is called as soon as the connection stands: nothing needs the
/// network beyond it. Throws DatabaseError, also from next(). Call in a child process.
std::unique_ptr<catalog::RawReader> open_database(const DatabaseQuery& query, void (*connected)());

}  // namespace khomo::geo
