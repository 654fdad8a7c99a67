// SPDX-License-Identifier: GPL-3.0-or-later

#include "geo/database_reader.hpp"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <functional>

#include "catalog/base/number.hpp"
#include "catalog/base/text.hpp"
#include "geo/crs/transformer.hpp"
#include "geo/database_columns.hpp"
#include "geo/gdal_session.hpp"

namespace khomo::geo {
namespace {

using catalog::RawCell;

/// What the server says in quotes (names of users, databases, hosts, values) stays out of reports.
std::string without_names(const std::string& message) {
    auto text = message;
    if (const auto at = text.rfind("FATAL:"); at != std::string::npos) {
        text.erase(0, at + 6);
    } else if (const auto error = text.find("ERROR:"); error != std::string::npos) {
        text.erase(0, error + 6);
    }
    text.erase(std::min(text.find('\n'), text.size()));
    std::string shown;
    bool quoted = false;
    for (const char c : text) {
        if (c == '"') {
            shown += quoted ? "»" : "«…";
            quoted = !quoted;
        } else if (!quoted) {
            shown += c;
        }
    }
    return std::string(trim(shown));
}

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

bool is_failure(const std::string& message) {
    return holds(message, "ERROR") || holds(message, "FATAL") || holds(message, "rror") || holds(message, "server closed") || holds(message, "onnection");
}

DatabaseError fault_of_query(const std::string& message, std::uint64_t row) {
    const auto said = without_names(message);
    if (holds(message, "statement timeout")) {
        return {DatabaseFault::time, "", row, {"Máy chủ dừng câu truy vấn vì quá thời gian", "The server stopped the query: it took too long"}};
    }
    if (holds(message, "permission denied")) {
        return {DatabaseFault::refused, "", row, {"Tài khoản không được đọc bảng này: " + said, "The account may not read this table: " + said}};
    }
    return {DatabaseFault::broken, "", row, {"Cơ sở dữ liệu dừng giữa chừng: " + said, "The database stopped half-way: " + said}};
}

/// The server's connection: all statements go through one read-only transaction.
class Session {
public:
    explicit Session(const DatabaseQuery& query) {
        CPLStringList options;
        // One snapshot for all statements, nothing written, and values spelled the same whatever the server's settings are.
        options.SetNameValue("PRELUDE_STATEMENTS",
                             ("SET default_transaction_read_only = on; SET default_transaction_isolation = 'repeatable read'; SET statement_timeout = " +
                              std::to_string(query.seconds * 1000) +
                              "; SET DateStyle = 'ISO, YMD'; SET extra_float_digits = 1; SET standard_conforming_strings = on; SET row_security = on; SET lock_timeout = '30s'")
                                 .c_str());
        options.SetNameValue("TABLES", "khomo_lists_no_table");  // a warehouse may hold thousands
        const bool uri = query.connection.starts_with("postgresql://") || query.connection.starts_with("postgres://");
        const auto name = uri ? query.connection : "PG:" + query.connection;
        const std::array drivers = {"PostgreSQL", static_cast<const char*>(nullptr)};
        take_gdal_message();
        dataset_.reset(GDALDataset::Open(name.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers.data(), options.List(), nullptr));
        if (!dataset_) {
            const auto message = take_gdal_message();
            const auto said = without_names(message);
            if (holds(message, "FATAL:")) {
                throw DatabaseError(DatabaseFault::refused, "", 0, {"Máy chủ cơ sở dữ liệu từ chối: " + said, "The database server refuses: " + said});
            }
            throw DatabaseError(DatabaseFault::unreachable, "", 0, {"Không kết nối được tới cơ sở dữ liệu", "The database cannot be reached"});
        }
        if (dataset_->StartTransaction() != OGRERR_NONE) {
            throw fault_of_query(take_gdal_message(), 0);
        }
    }

    /// Calls `take` with the texts of each row ("" and false for NULL).
    using Texts = std::vector<std::pair<std::string, bool>>;
    void ask(const std::string& sql, const std::function<void(const Texts&)>& take) {
        auto* layer = run(sql);
        Texts texts;
        while (const OGRFeatureUniquePtr feature{layer->GetNextFeature()}) {
            texts.clear();
            for (int i = 0; i < feature->GetFieldCount(); ++i) {
                const bool there = feature->IsFieldSetAndNotNull(i) != FALSE;
                texts.emplace_back(there ? feature->GetFieldAsString(i) : "", there);
            }
            take(texts);
        }
        dataset_->ReleaseResultSet(layer);
        if (const auto message = take_gdal_message(); is_failure(message)) {
            throw fault_of_query(message, 0);
        }
    }

    OGRLayer* run(const std::string& sql) {
        take_gdal_message();
        auto* layer = dataset_->ExecuteSQL(sql.c_str(), nullptr, nullptr);
        if (layer == nullptr) {
            throw fault_of_query(take_gdal_message(), 0);
        }
        return layer;
    }

    void release(OGRLayer* layer) { dataset_->ReleaseResultSet(layer); }

private:
    GDALDatasetUniquePtr dataset_;
};

struct Column {
    std::string name;
    ColumnKind kind = ColumnKind::text;
};

struct Shape {
    std::string column;  ///< empty: none
    std::string schema;  ///< of PostGIS, quoted, with its dot
    std::string crs;
};

/// What the server's catalogue says of the table.
class Table {
public:
    Table(Session& session, const DatabaseQuery& query) : session_(session), query_(query) {
        const auto dot = query.table.find('.');
        name = dot == std::string::npos ? quote_name(query.table) : quote_name(query.table.substr(0, dot)) + "." + quote_name(query.table.substr(dot + 1));
        session.ask("SELECT c.oid::text FROM pg_catalog.pg_class c WHERE c.oid = pg_catalog.to_regclass(" + quote_text(name) + ") AND c.relkind IN ('r','p','v','m','f')",
                    [&](const auto& row) { oid_ = row[0].first; });
        if (oid_.empty()) {
            throw DatabaseError(DatabaseFault::table, "", 0,
                                {"Cơ sở dữ liệu không có bảng «" + query.table + "» (hoặc tài khoản không thấy bảng đó)",
                                 "The database has no table «" + query.table + "» (or the account cannot see it)"});
        }
        read_columns();
        if (query.geometry) {
            read_shape();
        }
    }

    std::string select() const {
        std::string sql = "SELECT ";
        for (const auto& column : columns) {
            sql += text_expression(column.name, column.kind) + " AS " + quote_name(column.name) + ", ";
        }
        if (!shape.column.empty()) {
            const auto geometry = quote_name(shape.column) + "::" + shape.schema + "geometry";
            sql += "pg_catalog.encode(" + shape.schema + "ST_AsBinary(" + shape.schema + "ST_Force2D(" + shape.schema + "ST_CurveToLine(" + geometry + ")), 'NDR'), 'hex') AS khomo_shape, ";
            sql += shape.schema + "ST_SRID(" + geometry + ")::text AS khomo_srid, ";
        }
        sql.erase(sql.size() - 2);
        sql += " FROM " + name + " AS khomo_rows";
        std::string order;
        for (const auto& wanted : query_.order.empty() ? query_.columns : query_.order) {
            const auto found = std::find_if(columns.begin(), columns.end(), [&](const auto& column) { return column.name == wanted; });
            if (found != columns.end()) {
                order += (order.empty() ? " ORDER BY " : ", ") + order_expression(found->name, found->kind);
            }
        }
        return sql + order;
    }

    std::string name;
    std::vector<Column> columns;
    Shape shape;

private:
    void read_columns() {
        std::vector<std::pair<std::string, std::string>> refused;
        std::vector<Column> all;
        session_.ask("SELECT a.attname::text, pg_catalog.format_type(CASE WHEN t.typtype = 'd' THEN t.typbasetype ELSE t.oid END, NULL), (t.typtype = 'e')::text"
                     " FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type t ON t.oid = a.atttypid WHERE a.attrelid = " +
                         oid_ + " AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum",
                     [&](const auto& row) {
                         const auto kind = column_kind(row[1].first, row[2].first == "true");
                         if (kind) {
                             all.push_back({row[0].first, *kind});
                         } else {
                             refused.emplace_back(row[0].first, row[1].first);
                         }
                     });
        for (const auto& wanted : query_.columns) {
            const auto found = std::find_if(all.begin(), all.end(), [&](const auto& column) { return column.name == wanted; });
            if (found != all.end()) {
                columns.push_back(*found);
                continue;
            }
            const auto bad = std::find_if(refused.begin(), refused.end(), [&](const auto& column) { return column.first == wanted; });
            if (bad != refused.end()) {
                throw DatabaseError(DatabaseFault::column_type, wanted, 0,
                                    {"Cột «" + wanted + "» có kiểu " + bad->second + ", không phải một giá trị đơn", "Column «" + wanted + "» is of type " + bad->second + ", which is not one value"});
            }
        }
        if (columns.empty()) {
            throw DatabaseError(DatabaseFault::table, "", 0,
                                {"Bảng «" + query_.table + "» không có cột nào đã khai báo", "The table «" + query_.table + "» has none of the declared columns"});
        }
    }

    void read_shape() {
        session_.ask("SELECT n.nspname::text FROM pg_catalog.pg_extension e JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'postgis'",
                     [&](const auto& row) { shape.schema = quote_name(row[0].first) + "."; });
        std::vector<std::string> found;
        session_.ask("SELECT a.attname::text FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type t ON t.oid = a.atttypid WHERE a.attrelid = " + oid_ +
                         " AND a.attnum > 0 AND NOT a.attisdropped AND t.typname IN ('geometry', 'geography') ORDER BY a.attnum",
                     [&](const auto& row) {
                         if (query_.geometry_column.empty() || row[0].first == query_.geometry_column) {
                             found.push_back(row[0].first);
                         }
                     });
        if (shape.schema.empty() || found.size() != 1) {
            throw DatabaseError(DatabaseFault::geometry, query_.geometry_column, 0,
                                {"Bảng cần đúng một cột hình học, ở đây có " + std::to_string(found.size()), "The table needs exactly one geometry column, here there are " + std::to_string(found.size())});
        }
        shape.column = found.front();
        const auto geometry = quote_name(shape.column) + "::" + shape.schema + "geometry";
        std::string srid;
        session_.ask("SELECT " + shape.schema + "ST_SRID(" + geometry + ")::text FROM " + name + " WHERE " + quote_name(shape.column) + " IS NOT NULL LIMIT 1",
                     [&](const auto& row) { srid = row[0].first; });
        srid_ = srid;
        if (srid.empty() || srid == "0") {
            return;
        }
        session_.ask("SELECT auth_name || ':' || auth_srid, srtext FROM " + shape.schema + "spatial_ref_sys WHERE srid = " + srid, [&](const auto& row) {
            const auto info = identify_crs(row[1].first);
            shape.crs = row[0].first.starts_with("EPSG:") ? row[0].first : info && !info->code.empty() ? info->code : row[1].first;
        });
    }

public:
    const std::string& srid() const { return srid_; }

private:
    Session& session_;
    const DatabaseQuery& query_;
    std::string oid_;
    std::string srid_;
};

class DatabaseRows : public catalog::RawReader {
public:
    DatabaseRows(const DatabaseQuery& query, void (*connected)()) : query_(query), session_(query_), table_((connected(), session_), query_) {
        header_.file = query.table;
        header_.sheet = query.table;
        for (const auto& column : table_.columns) {
            header_.columns.push_back(column.name);
        }
        header_.has_geometry = query.geometry;
        header_.crs = table_.shape.crs;
        layer_ = session_.run(table_.select());
    }
    ~DatabaseRows() override { session_.release(layer_); }
    DatabaseRows(const DatabaseRows&) = delete;
    DatabaseRows& operator=(const DatabaseRows&) = delete;

    const catalog::RawHeader& header() const override { return header_; }

    bool next(catalog::RawRow& row) override {
        const OGRFeatureUniquePtr feature(layer_->GetNextFeature());
        if (!feature) {
            finish();
            return false;
        }
        row.row = ++count_;
        row.geometry.clear();
        row.cells.resize(table_.columns.size());
        for (std::size_t i = 0; i < table_.columns.size(); ++i) {
            fill(*feature, static_cast<int>(i), table_.columns[i], row.cells[i]);
        }
        if (query_.geometry) {
            fill_shape(*feature, row.geometry);
        }
        return true;
    }

private:
    /// The driver ends the rows without a word when the server dies: one more question tells.
    void finish() {
        if (const auto message = take_gdal_message(); is_failure(message)) {
            throw fault_of_query(message, count_);
        }
        session_.release(layer_);
        layer_ = nullptr;
        bool alive = false;
        try {
            session_.ask("SELECT 1 FROM pg_catalog.pg_class LIMIT 1", [&](const auto&) { alive = true; });
        } catch (const DatabaseError& error) {
            throw DatabaseError(error.fault() == DatabaseFault::time ? error.fault() : DatabaseFault::broken, "", count_, error.message());
        }
        if (!alive) {
            throw DatabaseError(DatabaseFault::broken, "", count_, {"Mất kết nối với cơ sở dữ liệu giữa chừng", "The connection to the database was lost half-way"});
        }
    }

    void fill(const OGRFeature& feature, int index, const Column& column, RawCell& cell) const {
        cell.text.clear();
        cell.number = 0;
        if (feature.IsFieldSetAndNotNull(index) == FALSE) {
            cell.kind = RawCell::Kind::empty;
            return;
        }
        cell.text = feature.GetFieldAsString(index);
        if (!is_plain_value(cell.text, column.kind) || !is_valid_utf8(cell.text)) {
            throw DatabaseError(DatabaseFault::value, column.name, count_,
                                {"Giá trị không ghi được ra tệp (NaN, vô cực, trước Công nguyên hoặc chữ hỏng)", "A value that no file can hold (NaN, infinity, before Christ, or damaged text)"});
        }
        switch (column.kind) {
            case ColumnKind::number:
                cell.kind = RawCell::Kind::number;
                cell.number = parse_double(cell.text).value_or(0);
                return;
            case ColumnKind::boolean:
                cell.kind = RawCell::Kind::boolean;
                cell.number = cell.text == "true" ? 1 : 0;
                return;
            case ColumnKind::timestamp:
            case ColumnKind::timestamp_zone: shorten_fraction(cell.text); [[fallthrough]];
            case ColumnKind::date: cell.kind = RawCell::Kind::date; return;
            case ColumnKind::text: cell.kind = cell.text.empty() ? RawCell::Kind::empty : RawCell::Kind::text; return;
        }
    }

    /// "…:00.000000Z" → "…:00Z": microseconds that are there stay.
    static void shorten_fraction(std::string& text) {
        const auto point = text.find('.');
        auto end = text.find('Z') == std::string::npos ? text.size() : text.size() - 1;
        while (end > point + 1 && text[end - 1] == '0') {
            text.erase(--end, 1);
        }
        if (end == point + 1) {
            text.erase(point, 1);
        }
    }

    void fill_shape(const OGRFeature& feature, std::string& wkb) const {
        const int index = static_cast<int>(table_.columns.size());
        if (feature.IsFieldSetAndNotNull(index) == FALSE) {
            return;
        }
        if (table_.srid() != feature.GetFieldAsString(index + 1)) {
            throw DatabaseError(DatabaseFault::geometry, table_.shape.column, count_,
                                {"Các hình dùng nhiều hệ tọa độ khác nhau (SRID)", "The shapes use several systems of coordinates (SRID)"});
        }
        const std::string_view hex = feature.GetFieldAsString(index);
        const auto digit = [](char c) { return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10); };
        for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
            wkb += static_cast<char>(digit(hex[i]) * 16 + digit(hex[i + 1]));
        }
    }

    DatabaseQuery query_;
    Session session_;
    Table table_;
    OGRLayer* layer_ = nullptr;
    catalog::RawHeader header_;
    std::uint64_t count_ = 0;
};

}  // namespace

std::unique_ptr<catalog::RawReader> open_database(const DatabaseQuery& query, void (*connected)()) {
    start_gdal();
    auto* manager = GetGDALDriverManager();
    for (int i = manager->GetDriverCount() - 1; i >= 0; --i) {
        auto* driver = manager->GetDriver(i);
        if (std::string_view(driver->GetDescription()) != "PostgreSQL") {
            manager->DeregisterDriver(driver);
            GDALDestroyDriver(driver);
        }
    }
    return std::make_unique<DatabaseRows>(query, connected);
}

}  // namespace khomo::geo
