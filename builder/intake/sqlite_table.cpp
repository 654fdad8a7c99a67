// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/intake/sqlite_table.hpp"

#include <algorithm>

#include "builder/intake/file_kind.hpp"
#include "catalog/base/error.hpp"
#include "catalog/base/number.hpp"
#include "catalog/base/text.hpp"
#include "catalog/store/sqlite.hpp"
#include "geo/layer_reader.hpp"

namespace khomo::builder {
namespace {

using catalog::RawCell;

/// The storage classes of SQLite's C interface.
enum StorageClass { kInteger = 1, kReal = 2, kText = 3, kBlob = 4 };

class SqliteTable : public catalog::RawReader {
public:
    SqliteTable(const DatabaseRequest& request, FormNotes& notes) : notes_(notes), database_(request.file, catalog::Database::Mode::read_only) {
        for (const auto* setting : {"PRAGMA trusted_schema=OFF", "PRAGMA query_only=ON", "PRAGMA cell_size_check=ON", "PRAGMA temp_store=FILE", "PRAGMA mmap_size=0"}) {
            database_.execute(setting);
        }
        database_.execute("BEGIN");  // one state of the file for all that follows
        header_.file = notes.file();
        header_.sheet = request.table;
    }

    /// False after a blocking note.
    bool open(const DatabaseRequest& request) {
        if (!is_plain_table(request.table)) {
            notes_.block("feed/table", 0, "",
                         {"Tệp không có bảng thường «" + request.table + "» (khung nhìn và bảng ảo không được đọc)", "The file has no plain table «" + request.table + "» (views and virtual tables are not read)"},
                         {"Sửa source.table, hoặc xuất khung nhìn thành bảng", "Mend source.table, or export the view as a table"});
            return false;
        }
        read_columns(request);
        if (header_.columns.empty()) {
            notes_.block("feed/table", 0, "", {"Bảng không có cột nào đã khai báo", "The table has none of the declared columns"}, {"Sửa fields hoặc source.table", "Mend fields or source.table"});
            return false;
        }
        std::string list;
        for (const auto& name : header_.columns) {
            list += (list.empty() ? "" : ",") + catalog::quote_identifier(name);
        }
        std::string order;
        for (const auto& name : request.order.empty() ? header_.columns : request.order) {
            if (std::find(header_.columns.begin(), header_.columns.end(), name) != header_.columns.end()) {
                order += (order.empty() ? " ORDER BY " : ",") + catalog::quote_identifier(name) + " COLLATE BINARY";
            }
        }
        statement_ = std::make_unique<catalog::Statement>(database_.prepare("SELECT " + list + " FROM " + catalog::quote_identifier(request.table) + order));
        return true;
    }

    const catalog::RawHeader& header() const override { return header_; }

    bool next(catalog::RawRow& row) override {
        if (!statement_->step()) {
            return false;
        }
        row.row = ++count_;
        row.geometry.clear();
        row.cells.resize(header_.columns.size());
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            fill(static_cast<int>(i), row.cells[i]);
        }
        return true;
    }

private:
    bool is_plain_table(const std::string& table) const {
        auto schema = database_.prepare("SELECT upper(substr(ltrim(sql),1,14)) FROM sqlite_schema WHERE type='table' AND name=?");
        schema.bind(1, std::string_view(table));
        return schema.step() && schema.text(0) != "CREATE VIRTUAL";
    }

    void read_columns(const DatabaseRequest& request) {
        std::vector<std::string> there;
        auto columns = database_.prepare("SELECT name FROM pragma_table_xinfo(?) WHERE hidden<>1");
        columns.bind(1, std::string_view(request.table));
        while (columns.step()) {
            there.emplace_back(columns.text(0));
        }
        for (const auto& wanted : request.columns) {
            if (std::find(there.begin(), there.end(), wanted) != there.end()) {
                header_.columns.push_back(wanted);
            }
        }
    }

    void fill(int column, RawCell& cell) {
        cell.text.clear();
        cell.number = 0;
        switch (statement_->type(column)) {
            case kInteger:
                cell.kind = RawCell::Kind::number;
                append_text(cell.text, statement_->integer(column));
                cell.number = static_cast<double>(statement_->integer(column));
                return;
            case kReal:
                cell.kind = RawCell::Kind::number;
                cell.number = statement_->real(column);
                append_text(cell.text, cell.number);
                if (!parse_double(cell.text)) {
                    refuse(column, cell);
                }
                return;
            case kText:
                cell.kind = RawCell::Kind::text;
                cell.text = statement_->text(column);
                if (!is_valid_utf8(cell.text)) {
                    refuse(column, cell);
                } else if (cell.text.empty()) {
                    cell.kind = RawCell::Kind::empty;
                }
                return;
            case kBlob: refuse(column, cell); return;
            default: cell.kind = RawCell::Kind::empty;
        }
    }

    void refuse(int column, RawCell& cell) {
        cell.kind = RawCell::Kind::refused;
        cell.text.clear();
        notes_.block("feed/value", count_, header_.columns[static_cast<std::size_t>(column)], {"Giá trị không ghi được ra tệp (byte thô, vô cực hoặc chữ hỏng)", "A value that no file can hold (raw bytes, infinity or damaged text)"},
                     {"Sửa giá trị trong cơ sở dữ liệu", "Mend the value in the database"});
    }

    FormNotes& notes_;
    catalog::Database database_;
    std::unique_ptr<catalog::Statement> statement_;
    catalog::RawHeader header_;
    std::uint64_t count_ = 0;
};

/// The declared columns of a layer, in the contract's order; the others are never handed on.
class ChosenColumns : public catalog::RawReader {
public:
    ChosenColumns(std::unique_ptr<catalog::RawReader> reader, const std::vector<std::string>& wanted) : reader_(std::move(reader)), header_(reader_->header()) {
        const auto& there = reader_->header().columns;
        header_.columns.clear();
        for (const auto& name : wanted) {
            const auto found = std::find(there.begin(), there.end(), name);
            if (found != there.end()) {
                header_.columns.push_back(name);
                from_.push_back(static_cast<std::size_t>(found - there.begin()));
            }
        }
    }
    const catalog::RawHeader& header() const override { return header_; }
    bool next(catalog::RawRow& row) override {
        if (!reader_->next(whole_)) {
            return false;
        }
        row.row = whole_.row;
        row.geometry.swap(whole_.geometry);
        row.cells.resize(from_.size());
        for (std::size_t i = 0; i < from_.size(); ++i) {
            row.cells[i] = whole_.cells[from_[i]];
        }
        return true;
    }

private:
    std::unique_ptr<catalog::RawReader> reader_;
    catalog::RawHeader header_;
    std::vector<std::size_t> from_;
    catalog::RawRow whole_;
};

}  // namespace

std::unique_ptr<catalog::RawReader> open_sqlite_table(const DatabaseRequest& request, FormNotes& notes) {
    const auto kind = kind_of_file(request.file);
    if (kind != FileKind::sqlite) {
        notes.block("feed/table", 0, "", {"Tệp không phải cơ sở dữ liệu SQLite hay GeoPackage", "The file is no SQLite database and no GeoPackage"},
                    {"Kiểm tra đường dẫn trong biến môi trường", "Check the path in the environment variable"});
        return nullptr;
    }
    if (request.geometry) {
        return std::make_unique<ChosenColumns>(geo::open_layer(request.file, {request.table, "", notes.file()}), request.columns);
    }
    auto table = std::make_unique<SqliteTable>(request, notes);
    return table->open(request) ? std::move(table) : nullptr;
}

}  // namespace khomo::builder
