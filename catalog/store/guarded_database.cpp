// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/store/guarded_database.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <list>
#include <set>
#include <unordered_map>

#include "catalog/base/error.hpp"

namespace khomo::catalog {
namespace {

constexpr std::size_t kKeptStatements = 48;
constexpr int kOperationsBetweenQuestions = 1000;

std::string_view bytes_of(sqlite3_value* value) {
    // The pointer first, then the length: the other order may convert in between.
    const auto* data = static_cast<const char*>(sqlite3_value_blob(value));
    return {data == nullptr ? "" : data, data == nullptr ? 0 : static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

void call_predicate(sqlite3_context* context, int, sqlite3_value** values) {
    if (sqlite3_value_type(values[0]) == SQLITE_NULL || sqlite3_value_type(values[1]) == SQLITE_NULL) {
        sqlite3_result_null(context);
        return;
    }
    const auto* predicate = static_cast<const SqlPredicate*>(sqlite3_user_data(context));
    sqlite3_result_int(context, predicate->holds(bytes_of(values[0]), bytes_of(values[1])) ? 1 : 0);
}

/// SQLite keeps a pointer to ours for each group, null at first.
SqlAccumulator** kept_for(sqlite3_context* context, bool make) {
    return static_cast<SqlAccumulator**>(sqlite3_aggregate_context(context, make ? sizeof(SqlAccumulator*) : 0));
}

void add_to_aggregate(sqlite3_context* context, int, sqlite3_value** values) {
    const int type = sqlite3_value_type(values[0]);
    if (type != SQLITE_INTEGER && type != SQLITE_FLOAT) {
        return;
    }
    auto** kept = kept_for(context, true);
    try {
        if (kept == nullptr) {
            throw std::bad_alloc();
        }
        if (*kept == nullptr) {
            *kept = static_cast<const SqlAggregate*>(sqlite3_user_data(context))->make().release();
        }
        type == SQLITE_INTEGER ? (*kept)->add(std::int64_t{sqlite3_value_int64(values[0])}) : (*kept)->add(sqlite3_value_double(values[0]));
    } catch (...) {
        sqlite3_result_error_nomem(context);
    }
}

/// Called for every group that was begun, also where the statement was cut off.
void finish_aggregate(sqlite3_context* context) {
    auto** kept = kept_for(context, false);
    const std::unique_ptr<SqlAccumulator> gathered(kept == nullptr ? nullptr : *kept);
    const auto result = gathered ? gathered->result() : std::nullopt;
    result ? sqlite3_result_double(context, *result) : sqlite3_result_null(context);
}

}  // namespace

struct GuardedDatabase::State {
    struct Kept {
        std::string sql;
        Statement statement;
    };

    Database database;
    Guard guard;
    std::set<std::string, std::less<>> tables;
    std::set<std::string, std::less<>> functions;
    std::function<bool()> keep_going;
    std::list<Kept> kept;  // most recently used first
    std::unordered_map<std::string_view, std::list<Kept>::iterator> by_sql;

    State(const std::filesystem::path& path, const Guard& g)
        : database(path, Database::Mode::immutable), guard(g), tables(g.tables.begin(), g.tables.end()), functions(g.functions.begin(), g.functions.end()) {
        set_pragmas();
        define_functions();
        set_limits();
        sqlite3_set_authorizer(database.handle(), &State::authorize, this);
    }

    void set_pragmas() {
        // The file is mapped whole: pages are then the system's, shared by all connections, and no copy of ours. The map is asked for
        // before anything can be forbidden, and the first read opens the tables, R-tree included.
        database.execute("PRAGMA query_only=1; PRAGMA trusted_schema=0; PRAGMA temp_store=2; PRAGMA mmap_size=2147418112; PRAGMA cache_size=-1024");
        sqlite3_db_config(database.handle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
        sqlite3_db_config(database.handle(), SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
        sqlite3_db_config(database.handle(), SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
        sqlite3_db_config(database.handle(), SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
        for (const auto& table : guard.tables) {
            database.prepare("SELECT 1 FROM " + quote_identifier(table) + " LIMIT 1").step();
        }
    }

    void define_functions() {
        for (const auto& aggregate : guard.aggregates) {
            sqlite3_create_function_v2(database.handle(), aggregate.name, 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY,
                                       const_cast<SqlAggregate*>(&aggregate), nullptr, add_to_aggregate, finish_aggregate, nullptr);
        }
        for (const auto& predicate : guard.predicates) {
            sqlite3_create_function_v2(database.handle(), predicate.name, 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY,
                                       const_cast<SqlPredicate*>(&predicate), call_predicate, nullptr, nullptr, nullptr);
        }
    }

    void set_limits() {
        const auto limit = [&](int what, int value) { sqlite3_limit(database.handle(), what, value); };
        limit(SQLITE_LIMIT_LENGTH, guard.longest_value);
        limit(SQLITE_LIMIT_SQL_LENGTH, guard.longest_sql);
        limit(SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50);
        limit(SQLITE_LIMIT_EXPR_DEPTH, guard.deepest_expression);
        limit(SQLITE_LIMIT_COMPOUND_SELECT, 3);
        limit(SQLITE_LIMIT_ATTACHED, 0);
        limit(SQLITE_LIMIT_VDBE_OP, 25000);
        limit(SQLITE_LIMIT_VARIABLE_NUMBER, 1000);
        limit(SQLITE_LIMIT_TRIGGER_DEPTH, 0);
        limit(SQLITE_LIMIT_WORKER_THREADS, 0);
    }

    static int authorize(void* self, int action, const char* first, const char* second, const char*, const char*) {
        const auto& state = *static_cast<const State*>(self);
        switch (action) {
            case SQLITE_SELECT: return SQLITE_OK;
            case SQLITE_READ: return first != nullptr && state.tables.contains(std::string_view(first)) ? SQLITE_OK : SQLITE_DENY;
            case SQLITE_FUNCTION: return second != nullptr && state.functions.contains(std::string_view(second)) ? SQLITE_OK : SQLITE_DENY;
            default: return SQLITE_DENY;
        }
    }

    static int ask(void* self) { return static_cast<const State*>(self)->keep_going() ? 0 : 1; }
};

GuardedDatabase::GuardedDatabase(const std::filesystem::path& path, const Guard& guard) : state_(std::make_unique<State>(path, guard)) {}
GuardedDatabase::~GuardedDatabase() = default;
GuardedDatabase::GuardedDatabase(GuardedDatabase&&) noexcept = default;

Statement& GuardedDatabase::statement(const std::string& sql) {
    auto& s = *state_;
    if (const auto found = s.by_sql.find(sql); found != s.by_sql.end()) {
        s.kept.splice(s.kept.begin(), s.kept, found->second);
    } else {
        if (s.kept.size() >= kKeptStatements) {
            s.by_sql.erase(s.kept.back().sql);
            s.kept.pop_back();
        }
        s.kept.push_front({sql, s.database.prepare(sql)});
        s.by_sql.emplace(s.kept.front().sql, s.kept.begin());
    }
    auto& statement = s.kept.front().statement;
    statement.reset();
    sqlite3_clear_bindings(statement.handle());
    return statement;
}

void GuardedDatabase::watch(std::function<bool()> keep_going) {
    auto& s = *state_;
    s.keep_going = std::move(keep_going);
    if (s.keep_going) {
        sqlite3_progress_handler(s.database.handle(), kOperationsBetweenQuestions, &State::ask, &s);
    } else {
        sqlite3_progress_handler(s.database.handle(), 0, nullptr, nullptr);
    }
}

void limit_sqlite_memory(std::int64_t bytes) { sqlite3_hard_heap_limit64(bytes); }

}  // namespace khomo::catalog
