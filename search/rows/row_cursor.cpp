// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/base/error.hpp"
#include "catalog/base/wkb.hpp"
#include "search/rows/row_table.hpp"

namespace khomo::search {

struct RowCursor::State {
    State(std::shared_ptr<const RowTable> t, RowTable::State& s, bool streams)
        : table(std::move(t)), store(s), connection(s.lease()), meter(s.shared->gate, s.shared->limits, streams), stream(streams) {
        connection->watch([this] { return meter.keep_going(); });
    }
    ~State() {
        for (auto* statement : {rows, detail}) {
            if (statement != nullptr) {
                statement->reset();
            }
        }
        connection->watch({});
        if (!broken) {
            store.give_back(std::move(connection));
        }
    }

    /// The statement that has the columns.
    const catalog::Statement& row() const { return detail != nullptr ? *detail : *rows; }

    template <typename Step>
    auto guarded(const Step& step) {
        try {
            return step();
        } catch (const Error&) {
            if (meter.stopped()) {
                throw meter.reason();
            }
            broken = true;
            throw;
        }
    }

    std::shared_ptr<const RowTable> table;
    RowTable::State& store;
    std::unique_ptr<catalog::GuardedDatabase> connection;
    WorkMeter meter;
    CompiledQuery query;  // holds what the statement is bound to
    catalog::Statement* rows = nullptr;
    catalog::Statement* detail = nullptr;  // in a sorted stream: one row by its number
    std::vector<catalog::FieldType> types;
    bool geometry = false;
    const bool stream;
    bool broken = false;
};

RowCursor::RowCursor(std::unique_ptr<State> state) : state_(std::move(state)) {}
RowCursor::~RowCursor() = default;
RowCursor::RowCursor(RowCursor&&) noexcept = default;

bool RowCursor::next() {
    auto& s = *state_;
    if (s.stream) {
        s.meter.restart();
    }
    return s.guarded([&] {
        if (!s.rows->step()) {
            return false;
        }
        if (s.detail == nullptr) {
            return true;
        }
        s.detail->reset();
        s.detail->bind(1, s.rows->integer(0));
        return s.detail->step();
    });
}

std::int64_t RowCursor::row_id() const { return state_->row().integer(0); }
bool RowCursor::is_null(std::size_t column) const { return state_->row().is_null(static_cast<int>(column) + 1); }
std::int64_t RowCursor::integer(std::size_t column) const { return state_->row().integer(static_cast<int>(column) + 1); }
double RowCursor::real(std::size_t column) const { return state_->row().real(static_cast<int>(column) + 1); }
std::string_view RowCursor::text(std::size_t column) const { return state_->row().text(static_cast<int>(column) + 1); }

std::string_view RowCursor::geometry() const {
    const auto& s = *state_;
    return s.geometry ? gpkg_to_wkb(s.row().blob(static_cast<int>(s.types.size()) + 1)) : std::string_view();
}

void RowCursor::read(catalog::Row& row) const {
    const auto& types = state_->types;
    row.values.resize(types.size());
    for (std::size_t i = 0; i < types.size(); ++i) {
        auto& value = row.values[i];
        if (is_null(i)) {
            value = std::monostate();
            continue;
        }
        switch (types[i]) {
            case catalog::FieldType::integer: value = integer(i); break;
            case catalog::FieldType::number: value = real(i); break;
            case catalog::FieldType::boolean: value = integer(i) != 0; break;
            default:
                if (auto* kept = std::get_if<std::string>(&value)) {
                    kept->assign(text(i));
                } else {
                    value = std::string(text(i));
                }
        }
    }
    row.geometry = geometry();
    row.number = static_cast<std::uint64_t>(row_id());
}

void RowCursor::pause() { state_->meter.pause(); }

RowCursor RowTable::open(const Query& query, Delivery delivery) const {
    auto& table = *state_;
    const auto plan = table.plan_for(query, *this);
    auto state = std::make_unique<RowCursor::State>(shared_from_this(), table, delivery == Delivery::stream);
    auto& s = *state;
    s.geometry = query.geometry && table.schema.spatial;
    if (query.select.empty()) {
        for (const auto& field : table.schema.fields) {
            s.types.push_back(field.type);
        }
    }
    for (const auto field : query.select) {
        s.types.push_back(field == kRowId ? catalog::FieldType::integer : table.schema.fields.at(field).type);
    }
    const SqlCompiler compiler(table.schema);
    s.guarded([&] {
        std::optional<PageStart> start;
        if (query.after) {
            start = table.start_of(query, *s.connection);
        }
        const auto* from = start ? &*start : nullptr;
        // A stream that has to be sorted sorts row numbers, not rows.
        const bool by_number = !query.limit && !query.sort.empty();
        s.query = by_number ? compiler.order(query, from, plan) : compiler.page(query, from, plan);
        s.rows = &s.connection->statement(s.query.sql);
        s.query.bind(*s.rows);
        if (by_number) {
            s.detail = &s.connection->statement(compiler.one_row(query));
        }
        return true;
    });
    return RowCursor(std::move(state));
}

}  // namespace khomo::search
