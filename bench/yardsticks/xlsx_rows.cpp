// SPDX-License-Identifier: GPL-3.0-or-later
// All rows of a data file to a workbook: with libxlsxwriter and one statement, nothing else, or with our writer.
//   xlsx_rows bare <data.sqlite> <table> <out.xlsx>
//   xlsx_rows ours <data.sqlite> <portal folder>:<dataset> <out.xlsx>

#include <sqlite3.h>
#include <xlsxwriter.h>

#include <cstdio>
#include <string>

#include "catalog/model/finding.hpp"
#include "catalog/model/portal.hpp"
#include "catalog/read/catalogue_reader.hpp"
#include "catalog/store/data_file.hpp"
#include "catalog/write/row_writer.hpp"

namespace {

int bare(const std::string& file, const std::string& table, const char* out) {
    sqlite3* database = nullptr;
    sqlite3_open_v2(file.c_str(), &database, SQLITE_OPEN_READONLY, nullptr);
    sqlite3_stmt* select = nullptr;
    if (sqlite3_prepare_v2(database, ("SELECT * FROM " + table).c_str(), -1, &select, nullptr) != SQLITE_OK) {
        return 1;
    }
    lxw_workbook_options options = {};
    options.constant_memory = LXW_TRUE;
    auto* book = workbook_new_opt(out, &options);
    auto* sheet = workbook_add_worksheet(book, nullptr);
    const int columns = sqlite3_column_count(select);
    for (int i = 1; i < columns; ++i) {
        worksheet_write_string(sheet, 0, static_cast<lxw_col_t>(i - 1), sqlite3_column_name(select, i), nullptr);
    }
    for (lxw_row_t row = 1; sqlite3_step(select) == SQLITE_ROW; ++row) {
        for (int i = 1; i < columns; ++i) {  // the first is our row number
            const auto column = static_cast<lxw_col_t>(i - 1);
            if (sqlite3_column_type(select, i) == SQLITE_TEXT) {
                worksheet_write_string(sheet, row, column, reinterpret_cast<const char*>(sqlite3_column_text(select, i)), nullptr);
            } else {
                worksheet_write_number(sheet, row, column, sqlite3_column_double(select, i), nullptr);
            }
        }
    }
    sqlite3_finalize(select);
    sqlite3_close(database);
    return workbook_close(book) == LXW_NO_ERROR ? 0 : 1;
}

int ours(const std::string& file, const std::string& where, const char* out) {
    khomo::catalog::Findings findings;
    const auto colon = where.rfind(':');
    const auto catalogue = khomo::catalog::read_catalogue(where.substr(0, colon), findings);
    const auto& entry = *catalogue.entry(where.substr(colon + 1));
    const auto rows = khomo::catalog::read_data_file(file, entry);
    const auto writer = khomo::catalog::make_xlsx_writer(entry, out);
    writer->begin();
    for (khomo::catalog::Row row; rows->next(row);) {
        writer->row(row);
    }
    writer->finish();
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 5) {
        return 2;
    }
    return std::string(argv[1]) == "ours" ? ours(argv[2], argv[3], argv[4]) : bare(argv[2], argv[3], argv[4]);
}
