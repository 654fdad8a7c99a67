// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/rows/row_table.hpp"

#include "catalog/base/error.hpp"
#include "search/rows/accumulators.hpp"
#include "search/rows/box_match.hpp"
#include "search/rows/folded_match.hpp"

namespace khomo::search {
namespace {

constexpr std::size_t kIdleConnections = 8;
constexpr std::size_t kRememberedGroups = 500;  // larger answers are made anew each time
constexpr int kLongestCell = 1 << 20;
constexpr int kLongestGeometry = 1 << 26;

catalog::Guard guard_for(const TableSchema& schema) {
    catalog::Guard guard;
    guard.tables = {schema.table};
    if (schema.spatial) {
        const auto tree = "rtree_" + schema.table + "_geom";
        guard.tables.insert(guard.tables.end(), {tree, tree + "_node", tree + "_rowid", tree + "_parent"});
    }
    guard.functions = {"count", "min", "max", "substr", "date", kSumFunction, kMedianFunction, kContainsFunction, kInBoxFunction, kIntersectsFunction};
    guard.aggregates = {{kSumFunction, make_sum}, {kMedianFunction, make_median}};
    guard.predicates = {{kContainsFunction, contains_folded}, {kInBoxFunction, geometry_meets_box}, {kIntersectsFunction, geometry_intersects}};
    guard.longest_value = schema.spatial ? kLongestGeometry : kLongestCell;
    guard.longest_sql = 10000 + 80 * static_cast<int>(schema.fields.size());
    guard.deepest_expression = 60;  // the SQL is ours; the dialects bound how deep a filter may nest
    return guard;
}

/// Runs `work` on a connection under a meter; what the meter stopped is told apart from a fault of the store.
template <typename Work>
auto metered(catalog::GuardedDatabase& connection, StoreShared& shared, const Work& work) {
    WorkMeter meter(shared.gate, shared.limits);
    struct Watch {
        catalog::GuardedDatabase& connection;
        ~Watch() { connection.watch({}); }
    } const watch{connection};
    connection.watch([&meter] { return meter.keep_going(); });
    try {
        return work();
    } catch (const Error&) {
        if (meter.stopped()) {
            throw meter.reason();
        }
        throw;
    }
}

const Box* top_box(const Filter& filter) {
    if (filter.kind == Filter::Kind::box) {
        return &filter.box;
    }
    if (filter.kind == Filter::Kind::all) {
        for (const auto& child : filter.children) {
            if (const auto* box = top_box(child)) {
                return box;
            }
        }
    }
    return nullptr;
}

catalog::Value value_at(const catalog::Statement& statement, int column, catalog::FieldType type) {
    if (statement.is_null(column)) {
        return std::monostate();
    }
    switch (type) {
        case catalog::FieldType::integer: return statement.integer(column);
        case catalog::FieldType::number: return statement.real(column);
        case catalog::FieldType::boolean: return statement.integer(column) != 0;
        default: return std::string(statement.text(column));
    }
}

}  // namespace

RowTable::State::State(std::shared_ptr<const DatasetDescription> d, const VersionDescription& v, const std::filesystem::path& folder, std::shared_ptr<StoreShared> s)
    : dataset(std::move(d)), version(v), path(folder / v.file), shared(std::move(s)), schema(read_schema(path, v, *dataset)), guard(guard_for(schema)), nulls(schema.fields.size()) {}

std::unique_ptr<catalog::GuardedDatabase> RowTable::State::lease() {
    {
        const std::lock_guard lock(mutex);
        if (!idle.empty()) {
            auto connection = std::move(idle.back());
            idle.pop_back();
            return connection;
        }
    }
    return std::make_unique<catalog::GuardedDatabase>(path, guard);
}

void RowTable::State::give_back(std::unique_ptr<catalog::GuardedDatabase> connection) {
    const std::lock_guard lock(mutex);
    if (idle.size() < kIdleConnections) {
        idle.push_back(std::move(connection));
    }
}

bool RowTable::State::has_nulls(std::size_t field) {
    auto& known = nulls.at(field);
    if (known == 0) {
        auto connection = lease();
        const auto name = catalog::quote_identifier(schema.fields[field].name);
        auto& statement = connection->statement("SELECT 1 FROM " + catalog::quote_identifier(schema.table) + " WHERE " + name + " IS NULL LIMIT 1");
        known = metered(*connection, *shared, [&] { return statement.step(); }) ? 2 : 1;
        statement.reset();
        give_back(std::move(connection));
    }
    return known == 2;
}

BoxPlan RowTable::State::plan_for(const Query& query, const RowTable& table) {
    const auto* box = query.limit ? top_box(query.filter) : nullptr;
    // Where at least one row in eight lies in the box, the first page is found sooner row by row.
    return box != nullptr && table.count(Filter::of(*box)) > version.rows / 8 ? BoxPlan::scan : BoxPlan::tree;
}

std::vector<catalog::FieldType> group_types(const Grouping& grouping, const TableSchema& schema) {
    using catalog::FieldType;
    const auto type_of = [&](std::size_t field) { return field == kRowId ? FieldType::integer : schema.fields.at(field).type; };
    std::vector<FieldType> types;
    for (const auto& key : grouping.keys) {
        types.push_back(key.part == DatePart::none ? type_of(key.field) : FieldType::string);
    }
    for (const auto& aggregate : grouping.aggregates) {
        switch (aggregate.measure) {
            case Measure::count:
            case Measure::distinct: types.push_back(FieldType::integer); break;
            case Measure::min:
            case Measure::max: types.push_back(type_of(aggregate.field)); break;
            default: types.push_back(FieldType::number);
        }
    }
    return types;
}

PageStart RowTable::State::start_of(const Query& query, catalog::GuardedDatabase& connection) {
    PageStart start;
    start.row_id = *query.after;
    auto& statement = connection.statement(SqlCompiler(schema).sort_values(query));
    statement.bind(1, start.row_id);
    if (!statement.step()) {
        statement.reset();
        throw Error(ErrorKind::usage, {"Con trỏ trang trỏ tới dòng không có", "The cursor points to a row that is not there"});
    }
    int column = 0;
    for (const auto& term : query.sort) {
        ++column;
        const bool by_row = term.field == kRowId;
        start.values.push_back(value_at(statement, column, by_row ? catalog::FieldType::integer : schema.fields.at(term.field).type));
        start.may_be_null.push_back(!by_row && term.descending && has_nulls(term.field));
    }
    statement.reset();
    return start;
}

RowTable::RowTable(std::unique_ptr<State> state) : state_(std::move(state)) {}
RowTable::~RowTable() = default;
const DatasetDescription& RowTable::dataset() const { return *state_->dataset; }
const VersionDescription& RowTable::version() const { return state_->version; }
const TableSchema& RowTable::schema() const { return state_->schema; }

std::uint64_t RowTable::count(const Filter& filter) const {
    auto& s = *state_;
    if (filter.always()) {
        return s.version.rows;
    }
    const auto key = canonical(filter);
    if (const auto known = s.counts.find(key)) {
        return *known;
    }
    const auto compiled = SqlCompiler(s.schema).count(filter);
    auto connection = s.lease();
    auto& statement = connection->statement(compiled.sql);
    compiled.bind(statement);
    const auto rows = metered(*connection, *s.shared, [&] {
        statement.step();
        return static_cast<std::uint64_t>(statement.integer(0));
    });
    statement.reset();
    s.give_back(std::move(connection));
    s.counts.put(key, rows);
    return rows;
}

std::shared_ptr<const Groups> RowTable::groups(const Grouping& grouping) const {
    auto& s = *state_;
    const auto key = canonical(grouping);
    if (auto known = s.groups.find(key)) {
        return *known;
    }
    const auto compiled = SqlCompiler(s.schema).groups(grouping);
    const auto types = group_types(grouping, s.schema);
    auto connection = s.lease();
    auto& statement = connection->statement(compiled.sql);
    compiled.bind(statement);
    auto found = std::make_shared<Groups>();
    metered(*connection, *s.shared, [&] {
        while (statement.step()) {
            if (found->rows.size() == kMostGroups) {
                statement.reset();
                throw Error(ErrorKind::usage, {"Hơn 100000 nhóm; hãy lọc bớt, nhóm theo ít trường hơn, hoặc lấy các dòng", "More than 100000 groups; filter, group by fewer fields, or take the rows"});
            }
            auto& row = found->rows.emplace_back();
            for (std::size_t column = 0; column < types.size(); ++column) {
                row.push_back(value_at(statement, static_cast<int>(column), types[column]));
            }
        }
        return true;
    });
    statement.reset();
    s.give_back(std::move(connection));
    if (found->rows.size() <= kRememberedGroups) {
        s.groups.put(key, found);
    }
    return found;
}

}  // namespace khomo::search
