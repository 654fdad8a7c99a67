// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/rows/sql_compiler.hpp"

#include <cstring>

#include "catalog/base/error.hpp"
#include "catalog/base/text.hpp"
#include "catalog/base/wkb.hpp"

namespace khomo::search {
namespace {

using catalog::FieldType;
using catalog::quote_identifier;
using catalog::Value;

SqlParameter parameter_of(const Value& value) {
    if (const auto* integer = std::get_if<std::int64_t>(&value)) {
        return *integer;
    }
    if (const auto* real = std::get_if<double>(&value)) {
        return *real;
    }
    if (const auto* flag = std::get_if<bool>(&value)) {
        return std::int64_t{*flag ? 1 : 0};
    }
    if (const auto* text = std::get_if<std::string>(&value)) {
        return *text;
    }
    return std::monostate();
}

/// The least text that is greater than every text beginning with `prefix`; empty if there is none.
std::string after_prefix(std::string prefix) {
    while (!prefix.empty() && static_cast<unsigned char>(prefix.back()) == 0xFF) {
        prefix.pop_back();
    }
    if (!prefix.empty()) {
        prefix.back() = static_cast<char>(static_cast<unsigned char>(prefix.back()) + 1);
    }
    return prefix;
}

const std::string& only_text(const Condition& condition) {
    const auto* text = condition.values.size() == 1 ? std::get_if<std::string>(&condition.values.front()) : nullptr;
    if (text == nullptr) {
        throw Error(ErrorKind::internal, {"Điều kiện văn bản thiếu giá trị văn bản", "A text condition has no text"});
    }
    return *text;
}

/// Whether SQLite might take the text for a number: digits with at most a sign, point and exponent, spaces around. Rather too often than
/// too seldom, but never for a date.
bool looks_like_number(std::string_view text) {
    text = trim(text);
    bool digits = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool digit = c >= '0' && c <= '9';
        const bool sign = (c == '+' || c == '-') && (i == 0 || text[i - 1] == 'e' || text[i - 1] == 'E');
        if (!digit && !sign && c != '.' && c != 'e' && c != 'E') {
            return false;
        }
        digits = digits || digit;
    }
    return digits;
}

Bytes bytes_of(const Box& box) {
    Bytes packed;
    packed.bytes.resize(sizeof(Box));
    std::memcpy(packed.bytes.data(), box.data(), sizeof(Box));
    return packed;
}

/// Writes one statement.
class Writer {
public:
    Writer(const TableSchema& schema, BoxPlan plan) : schema_(schema), plan_(plan) {}

    std::string& sql() { return out_.sql; }
    CompiledQuery take() { return std::move(out_); }

    void put(const SqlParameter& parameter) {
        out_.sql += '?';
        out_.parameters.push_back(parameter);
    }

    std::string column(std::size_t field) const {
        if (field == kRowId) {
            return "fid";
        }
        if (field >= schema_.fields.size()) {
            throw Error(ErrorKind::internal, {"Truy vấn nêu trường không có", "The query names a field that is not there"});
        }
        return quote_identifier(schema_.fields[field].name);
    }

    void filter(const Filter& filter) {
        switch (filter.kind) {
            case Filter::Kind::condition: condition(filter.condition); return;
            case Filter::Kind::box: box(filter.box); return;
            case Filter::Kind::intersects: intersects(filter.wkb); return;
            case Filter::Kind::text: text(filter.words); return;
            case Filter::Kind::negation:
                // Two-valued: what is neither true nor false inside counts as false.
                sql() += "((";
                this->filter(filter.children.at(0));
                sql() += ") IS NOT TRUE)";
                return;
            case Filter::Kind::all: joined(filter.children, 0, filter.children.size(), " AND ", "1"); return;
            case Filter::Kind::any: joined(filter.children, 0, filter.children.size(), " OR ", "0"); return;
        }
    }

    void where(const Filter& filter, const Query* query, const PageStart* start) {
        if (filter.always() && start == nullptr) {
            return;
        }
        sql() += " WHERE ";
        if (!filter.always()) {
            this->filter(filter);
        }
        if (start != nullptr) {
            sql() += filter.always() ? "" : " AND ";
            comes_after(query->sort, *start);
        }
    }

    void order_and_limit(const Query& query) {
        sql() += " ORDER BY ";
        bool total = false;
        for (const auto& term : query.sort) {
            sql() += column(term.field) + (term.descending ? " DESC," : ",");
            total = total || term.field == kRowId;
        }
        if (total) {
            sql().pop_back();
        } else {
            sql() += last_descends(query.sort) ? "fid DESC" : "fid";
        }
        if (query.limit || query.offset > 0) {
            sql() += " LIMIT ";
            put(query.limit ? static_cast<std::int64_t>(*query.limit) : std::int64_t{-1});
        }
        if (query.offset > 0) {
            sql() += " OFFSET ";
            put(static_cast<std::int64_t>(query.offset));
        }
    }

    void columns(const Query& query) {
        sql() += "SELECT fid";
        if (query.select.empty()) {
            for (std::size_t field = 0; field < schema_.fields.size(); ++field) {
                sql() += ',' + column(field);
            }
        }
        for (const auto field : query.select) {
            sql() += ',' + column(field);
        }
        sql() += query.geometry ? ",geom" : "";
    }

    void from() { sql() += " FROM " + quote_identifier(schema_.table); }

    /// The R-tree's entries whose rows meet the box. Its numbers are rounded outward to 32 bits: what lies inside for it does so really,
    /// and only what touches the border has its geometry looked at.
    void from_tree(const Box& box) {
        const auto& [west, south, east, north] = box;
        sql() += " FROM " + quote_identifier("rtree_" + schema_.table + "_geom") + " r WHERE r.minx<=";
        put(east);
        sql() += " AND r.maxx>=";
        put(west);
        sql() += " AND r.miny<=";
        put(north);
        sql() += " AND r.maxy>=";
        put(south);
        sql() += " AND ((+r.minx>=";
        put(west);
        sql() += " AND +r.maxx<=";
        put(east);
        sql() += " AND +r.miny>=";
        put(south);
        sql() += " AND +r.maxy<=";
        put(north);
        sql() += std::string(") OR ") + kInBoxFunction + "((SELECT t.geom FROM " + quote_identifier(schema_.table) + " t WHERE t.fid=r.id),";
        put(bytes_of(box));
        sql() += "))";
    }

private:
    static bool last_descends(const std::vector<SortTerm>& sort) { return !sort.empty() && sort.back().descending; }

    /// A balanced tree, so that many conditions do not make a deep expression.
    void joined(const std::vector<Filter>& children, std::size_t from, std::size_t to, const char* word, const char* none) {
        if (from == to) {
            sql() += none;
        } else if (to - from == 1) {
            filter(children[from]);
        } else {
            const auto middle = from + (to - from) / 2;
            sql() += '(';
            joined(children, from, middle, word, none);
            sql() += word;
            joined(children, middle, to, word, none);
            sql() += ')';
        }
    }

    void compare(const Condition& condition, const char* sign) {
        sql() += column(condition.field) + sign;
        put_for(condition.field, condition.values.at(0));
    }

    /// SQLite gives columns declared DATE and DATETIME numeric affinity: it would turn a text such as "2026" into a number, which is less
    /// than every text. No date looks like a number, so a byte that sorts before all others changes no comparison and prevents that.
    void put_for(std::size_t field, const Value& value) {
        auto parameter = parameter_of(value);
        const bool dated = field != kRowId && (schema_.fields[field].type == FieldType::date || schema_.fields[field].type == FieldType::datetime);
        if (auto* text = std::get_if<std::string>(&parameter); dated && text != nullptr && looks_like_number(*text)) {
            *text += '\x01';
        }
        put(parameter);
    }

    void condition(const Condition& condition) {
        switch (condition.op) {
            case Operator::exact: compare(condition, "="); return;
            case Operator::differs: compare(condition, " IS NOT "); return;
            case Operator::gt: compare(condition, ">"); return;
            case Operator::gte: compare(condition, ">="); return;
            case Operator::lt: compare(condition, "<"); return;
            case Operator::lte: compare(condition, "<="); return;
            case Operator::isnull: sql() += column(condition.field) + (std::get<bool>(condition.values.at(0)) ? " IS NULL" : " IS NOT NULL"); return;
            case Operator::startswith: starts_with(condition); return;
            case Operator::contains: contains(condition.field, fold(only_text(condition))); return;
            case Operator::search: words_in({condition.field}, folded_words(only_text(condition))); return;
            case Operator::in:
                sql() += column(condition.field) + " IN (";
                for (std::size_t i = 0; i < condition.values.size(); ++i) {
                    sql() += i > 0 ? "," : "";
                    put_for(condition.field, condition.values[i]);
                }
                sql() += ')';
                return;
        }
    }

    void starts_with(const Condition& condition) {
        const auto& prefix = only_text(condition);
        const auto end = after_prefix(prefix);
        sql() += '(' + column(condition.field) + ">=";
        put_for(condition.field, prefix);
        if (!end.empty()) {
            sql() += " AND " + column(condition.field) + '<';
            put_for(condition.field, end);
        }
        sql() += ')';
    }

    void contains(std::size_t field, const std::string& folded) {
        sql() += std::string(kContainsFunction) + '(' + column(field) + ',';
        put(folded);
        sql() += ')';
    }

    void words_in(const std::vector<std::size_t>& fields, const std::vector<std::string>& words) {
        std::vector<Filter> all;
        for (const auto& word : words) {
            std::vector<Filter> any;
            for (const auto field : fields) {
                any.push_back(Filter::of(Condition{field, Operator::contains, {word}}));
            }
            all.push_back(Filter::group(Filter::Kind::any, std::move(any)));
        }
        joined(all, 0, all.size(), " AND ", "1");
    }

    void text(const std::vector<std::string>& words) {
        std::vector<std::size_t> fields;
        for (std::size_t field = 0; field < schema_.fields.size(); ++field) {
            if (schema_.fields[field].type == FieldType::string) {
                fields.push_back(field);
            }
        }
        words_in(fields, words);
    }

    void box(const Box& box) {
        if (!schema_.spatial) {
            throw Error(ErrorKind::internal, {"Bảng không có hình học", "The table has no geometry"});
        }
        if (plan_ == BoxPlan::scan) {
            sql() += std::string(kInBoxFunction) + "(geom,";
            put(bytes_of(box));
            sql() += ')';
            return;
        }
        sql() += "(fid IN (SELECT r.id";
        from_tree(box);
        sql() += "))";
    }

    /// First the envelopes, by the tree, then the geometries themselves.
    void intersects(const std::string& wkb) {
        const auto bounds = wkb_bounds(wkb);
        if (!bounds) {
            sql() += '0';
            return;
        }
        sql() += '(';
        box({(*bounds)[0], (*bounds)[1], (*bounds)[2], (*bounds)[3]});
        sql() += std::string(" AND ") + kIntersectsFunction + "(geom,";
        put(Bytes{wkb});
        sql() += "))";
    }

    void after_in_term(const SortTerm& term, const Value& value, bool may_be_null) {
        const bool null = std::holds_alternative<std::monostate>(value);
        const auto name = column(term.field);
        if (null) {
            sql() += term.descending ? "0" : name + " IS NOT NULL";
        } else if (term.descending && may_be_null) {
            sql() += '(' + name + '<';
            put_for(term.field, value);
            sql() += " OR " + name + " IS NULL)";
        } else {
            sql() += name + (term.descending ? '<' : '>');
            put_for(term.field, value);
        }
    }

    void same_in_term(const SortTerm& term, const Value& value) {
        sql() += column(term.field) + " IS ";
        put_for(term.field, value);
    }

    /// A range on the first column that an index can use: the OR below hides it from SQLite.
    void range_of_first(const SortTerm& term, const Value& value, bool may_be_null) {
        const bool null = std::holds_alternative<std::monostate>(value);
        if (null && term.descending) {
            sql() += column(term.field) + " IS NULL AND ";
        } else if (!null && (!term.descending || !may_be_null)) {
            sql() += column(term.field) + (term.descending ? "<=" : ">=");
            put_for(term.field, value);
            sql() += " AND ";
        }
    }

    void comes_after(const std::vector<SortTerm>& sort, const PageStart& start) {
        sql() += '(';
        if (!sort.empty() && sort.front().field != kRowId) {
            range_of_first(sort.front(), start.values.at(0), start.may_be_null.at(0));
        }
        sql() += '(';
        std::size_t open = 2;
        bool descends = last_descends(sort);
        for (std::size_t i = 0; i < sort.size(); ++i) {
            if (sort[i].field == kRowId) {
                descends = sort[i].descending;
                break;
            }
            after_in_term(sort[i], start.values.at(i), start.may_be_null.at(i));
            sql() += " OR (";
            same_in_term(sort[i], start.values.at(i));
            sql() += " AND (";
            open += 2;
        }
        sql() += descends ? "fid<" : "fid>";
        put(start.row_id);
        sql().append(open, ')');
    }

    const TableSchema& schema_;
    BoxPlan plan_;
    CompiledQuery out_;
};

}  // namespace

void CompiledQuery::bind(catalog::Statement& statement) const {
    int index = 0;
    for (const auto& parameter : parameters) {
        ++index;
        if (const auto* integer = std::get_if<std::int64_t>(&parameter)) {
            statement.bind(index, *integer);
        } else if (const auto* real = std::get_if<double>(&parameter)) {
            statement.bind(index, *real);
        } else if (const auto* text = std::get_if<std::string>(&parameter)) {
            statement.bind(index, std::string_view(*text));
        } else if (const auto* blob = std::get_if<Bytes>(&parameter)) {
            statement.bind_blob(index, blob->bytes);
        } else {
            statement.bind_null(index);
        }
    }
}

CompiledQuery SqlCompiler::count(const Filter& filter) const {
    Writer writer(schema_, BoxPlan::tree);
    writer.sql() = "SELECT count(*)";
    if (filter.kind == Filter::Kind::box) {
        writer.from_tree(filter.box);  // the table itself is not needed
        return writer.take();
    }
    writer.from();
    writer.where(filter, nullptr, nullptr);
    return writer.take();
}

CompiledQuery SqlCompiler::source(const Filter& filter) const {
    Writer writer(schema_, BoxPlan::tree);
    writer.from();
    writer.where(filter, nullptr, nullptr);
    return writer.take();
}

CompiledQuery SqlCompiler::page(const Query& query, const PageStart* start, BoxPlan plan) const {
    Writer writer(schema_, plan);
    writer.columns(query);
    writer.from();
    writer.where(query.filter, &query, start);
    writer.order_and_limit(query);
    return writer.take();
}

CompiledQuery SqlCompiler::order(const Query& query, const PageStart* start, BoxPlan plan) const {
    Writer writer(schema_, plan);
    writer.sql() = "SELECT fid";
    writer.from();
    writer.where(query.filter, &query, start);
    writer.order_and_limit(query);
    return writer.take();
}

std::string SqlCompiler::one_row(const Query& query) const {
    Writer writer(schema_, BoxPlan::scan);
    writer.columns(query);
    writer.from();
    return writer.take().sql + " WHERE fid=?";
}

std::string SqlCompiler::sort_values(const Query& query) const {
    Writer writer(schema_, BoxPlan::scan);
    writer.sql() = "SELECT fid";
    for (const auto& term : query.sort) {
        writer.sql() += ',' + writer.column(term.field);
    }
    writer.from();
    return writer.take().sql + " WHERE fid=?";
}

}  // namespace khomo::search
