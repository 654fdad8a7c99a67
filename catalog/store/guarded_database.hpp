// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/store/sqlite.hpp"

namespace khomo::catalog {

/// A yes-or-no SQL function of two byte strings, deterministic. NULL in gives NULL out. Must not throw.
struct SqlPredicate {
    const char* name;
    bool (*holds)(std::string_view column, std::string_view argument);
};

/// What an SQL aggregate of one column has gathered of a group. Only numbers reach it: NULL and texts are left out.
class SqlAccumulator {
public:
    virtual ~SqlAccumulator() = default;
    virtual void add(std::int64_t value) = 0;
    virtual void add(double value) = 0;
    virtual std::optional<double> result() = 0;  ///< none: NULL
};
struct SqlAggregate {
    const char* name;
    std::unique_ptr<SqlAccumulator> (*make)();
};

/// What a connection that answers strangers may do.
struct Guard {
    std::vector<std::string> tables;       ///< may be read; everything else is denied
    std::vector<std::string> functions;    ///< may be called, the predicates' own names included
    std::vector<SqlPredicate> predicates;  ///< are defined on the connection
    std::vector<SqlAggregate> aggregates;  ///< likewise
    int longest_value = 1 << 20;           ///< bytes of one cell or geometry
    int longest_sql = 10000;               ///< bytes
    int deepest_expression = 20;
};

/// A read-only connection to a file that never changes, under the limits of SQLite's own advice for hostile queries: no writes, no
/// other file, no pragma, no schema table, only the tables and functions named; bounded lengths, depth and operations. Not thread-safe.
class GuardedDatabase {
public:
    GuardedDatabase(const std::filesystem::path& path, const Guard& guard);
    ~GuardedDatabase();
    GuardedDatabase(GuardedDatabase&&) noexcept;

    /// The prepared statement of this SQL, reset and unbound. The last few dozen are kept for the next time, so a reference stays valid
    /// while one works with a handful. Throws Error(store) where the guard forbids it.
    Statement& statement(const std::string& sql);

    /// `keep_going` is asked about every thousand operations of the virtual machine (some ten microseconds); false interrupts the
    /// statement, which then throws. Empty: nobody is asked.
    void watch(std::function<bool()> keep_going);

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Bounds what SQLite may allocate in this process, all connections together; beyond it statements fail with Error(store).
void limit_sqlite_memory(std::int64_t bytes);

}  // namespace khomo::catalog
