// SPDX-License-Identifier: GPL-3.0-or-later

#include <freexl.h>

#include <algorithm>

#include "builder/intake/biff_reader.hpp"
#include "builder/intake/compound_file.hpp"
#include "builder/intake/file_kind.hpp"
#include "builder/intake/table_reader.hpp"
#include "catalog/base/number.hpp"
#include "catalog/base/text.hpp"

namespace khomo::builder {
namespace {

using catalog::RawCell;
using catalog::RawRow;

struct CloseWorkbook {
    void operator()(const void* handle) const { freexl_close(handle); }
};
using Workbook = std::unique_ptr<const void, CloseWorkbook>;

/// XLS before Excel 97, through freexl: it keeps the whole workbook in memory and says nothing of error cells, hidden sheets and merged cells.
class OldXlsReader : public catalog::RawReader {
public:
    OldXlsReader(Workbook workbook, std::string sheet, const catalog::TableLayout& layout, FormNotes& notes) : notes_(notes), workbook_(std::move(workbook)) {
        freexl_worksheet_dimensions(workbook_.get(), &rows_, &columns_);
        header_.file = notes.file();
        header_.sheet = std::move(sheet);
        unsigned int datemode = 0;
        freexl_get_info(workbook_.get(), FREEXL_BIFF_DATEMODE, &datemode);
        header_.serial_shift = datemode == FREEXL_BIFF_DATEMODE_1904 ? 1462 : 0;
        read_header(layout);
    }

    const catalog::RawHeader& header() const override { return header_; }

    bool next(RawRow& row) override {
        const auto width = header_.columns.size();
        while (at_ < rows_) {
            row.row = at_ + 1;
            finish_cells(row, 0, width);
            bool extra = false;
            for (unsigned short column = 0; column < columns_; ++column) {
                RawCell* cell = column < width ? &row.cells[column] : &spare_;
                fill(at_, column, *cell);
                if (column >= width && !extra && cell->kind != RawCell::Kind::empty) {
                    extra = true;
                    notes_.block(
                        "form/extra-cells", row.row, column_letters(column),
                        {"Có dữ liệu ở cột không có tiêu đề: " + excerpt(cell->text), "There is data in a column without a heading: " + excerpt(cell->text)},
                        {"Đặt tiêu đề cho cột và khai báo, hoặc xóa ghi chú ngoài bảng", "Give the column a heading and declare it, or delete notes beside the table"});
                }
            }
            ++at_;
            if (finish_cells(row, width, width)) {
                empty_rows_.value();
                return true;
            }
            empty_rows_.empty(row.row);
        }
        if (!told_) {
            told_ = true;
            empty_rows_.finish(notes_);
        }
        return false;
    }

private:
    void read_header(const catalog::TableLayout& layout) {
        const auto first = static_cast<unsigned int>(std::max(0, layout.skip_rows));
        const auto count = static_cast<unsigned int>(std::max(1, layout.header_rows));
        std::vector<std::vector<std::string>> headings(count);
        for (unsigned int r = 0; r < count && first + r < rows_; ++r) {
            for (unsigned short column = 0; column < columns_; ++column) {
                RawCell cell;
                fill(first + r, column, cell);
                headings[r].push_back(std::move(cell.text));
            }
        }
        at_ = first + count;
        header_.columns = join_headings(headings);
        header_.header_row = at_;
        if (header_.columns.empty()) {
            notes_.block("form/no-heading", first + 1, "",
                         {"Trang «" + header_.sheet + "» không có tiêu đề cột ở hàng " + std::to_string(first + 1),
                          "The sheet «" + header_.sheet + "» has no headings in row " + std::to_string(first + 1)},
                         {"Khai báo table.sheet, table.skip_rows và table.header_rows cho đúng tệp",
                          "Declare table.sheet, table.skip_rows and table.header_rows to fit the file"});
        }
    }

    void fill(unsigned int row, unsigned short column, RawCell& cell) {
        cell.kind = RawCell::Kind::empty;
        cell.text.clear();
        FreeXL_CellValue value{};
        if (freexl_get_cell_value(workbook_.get(), row, column, &value) != FREEXL_OK) {
            return;
        }
        switch (value.type) {
            case FREEXL_CELL_INT: fill_number(cell, value.value.int_value); return;
            case FREEXL_CELL_DOUBLE: fill_number(cell, value.value.double_value); return;
            case FREEXL_CELL_TEXT:
            case FREEXL_CELL_SST_TEXT:
            case FREEXL_CELL_TIME: fill_text(row, column, cell, value.value.text_value); return;
            case FREEXL_CELL_DATE:
            case FREEXL_CELL_DATETIME:
                cell.kind = RawCell::Kind::date;
                cell.text = value.value.text_value == nullptr ? "" : value.value.text_value;
                std::replace(cell.text.begin(), cell.text.end(), ' ', 'T');
                if (cell.text.ends_with("T00:00:00")) {
                    cell.text.resize(cell.text.size() - 9);
                }
                return;
            default: return;
        }
    }

    static void fill_number(RawCell& cell, double number) {
        cell.kind = RawCell::Kind::number;
        cell.number = number;
        append_text(cell.text, number);
    }

    void fill_text(unsigned int row, unsigned short column, RawCell& cell, const char* text) {
        cell.text = text == nullptr ? "" : text;
        cell.kind = cell.text.empty() ? RawCell::Kind::empty : RawCell::Kind::text;
        if (!is_valid_utf8(cell.text)) {
            notes_.block("text/encoding", row + 1, column_letters(column),
                         {"Ô không đọc được thành chữ: " + excerpt(cell.text), "The cell cannot be read as text: " + excerpt(cell.text)},
                         {"Lưu lại thành XLSX bằng Excel", "Save it as XLSX from Excel"});
            cell.text.clear();
            cell.kind = RawCell::Kind::refused;
        }
    }

    FormNotes& notes_;
    Workbook workbook_;
    catalog::RawHeader header_;
    unsigned int rows_ = 0;
    unsigned short columns_ = 0;
    unsigned int at_ = 0;
    RawCell spare_;
    bool told_ = false;
    EmptyRows empty_rows_;
};

Text save_again() {
    return {"Mở bằng Excel rồi lưu lại thành XLSX (không mật khẩu, không macro)", "Open it in Excel and save it as XLSX (no password, no macros)"};
}

Workbook open_workbook(const std::filesystem::path& path, FormNotes& notes) {
    const void* handle = nullptr;
    const int status = freexl_open(path.c_str(), &handle);
    Workbook workbook(handle);
    if (status != FREEXL_OK || handle == nullptr) {
        const auto code = std::to_string(status);
        notes.block("form/xls", 0, "",
                    {"Không đọc được tệp XLS này (freexl " + code + "): tệp hỏng hoặc thuộc biến thể hiếm",
                     "This XLS cannot be read (freexl " + code + "): it is damaged or of a rare variant"},
                    save_again());
        return nullptr;
    }
    unsigned int password = 0;
    freexl_get_info(handle, FREEXL_BIFF_PASSWORD, &password);
    if (password == FREEXL_BIFF_OBFUSCATED) {
        notes.block("form/password", 0, "", {"Bảng tính có mật khẩu", "The workbook has a password"}, save_again());
        return nullptr;
    }
    return workbook;
}

/// Index of the sheet that the catalogue names or numbers, else of the first one that holds rows.
std::optional<unsigned short> choose_sheet(const void* handle, const std::string& wanted, std::string& name, FormNotes& notes) {
    unsigned int count = 0;
    freexl_get_info(handle, FREEXL_BIFF_SHEET_COUNT, &count);
    const auto number = parse_integer(wanted);
    std::string names;
    for (int pass = 0; pass < 2; ++pass) {  // a name goes before a number
        for (unsigned short i = 0; i < count; ++i) {
            const char* found = nullptr;
            if (freexl_get_worksheet_name(handle, i, &found) != FREEXL_OK || found == nullptr || !is_valid_utf8(found)) {
                continue;
            }
            names += pass == 0 ? (names.empty() ? "" : ", ") + std::string(found) : "";
            const bool chosen = wanted.empty() || (pass == 0 ? clean_text(found) == clean_text(wanted) : number && *number == i + 1);
            if (chosen && freexl_select_active_worksheet(handle, i) == FREEXL_OK) {
                name = found;
                return i;
            }
        }
    }
    notes.block("form/no-sheet", 0, "", {"Không có trang «" + wanted + "»; có: " + names, "There is no sheet «" + wanted + "»; there are: " + names},
                {"Đặt lại tên trang, hoặc sửa table.sheet", "Rename the sheet, or mend table.sheet"});
    return std::nullopt;
}

std::unique_ptr<catalog::RawReader> open_old_xls(const std::filesystem::path& path, const catalog::TableLayout& layout, FormNotes& notes) {
    auto workbook = open_workbook(path, notes);
    std::string name;
    if (!workbook || !choose_sheet(workbook.get(), layout.sheet, name, notes)) {
        return nullptr;
    }
    notes.set_sheet(name);
    auto reader = std::make_unique<OldXlsReader>(std::move(workbook), name, layout, notes);
    return reader->header().columns.empty() ? nullptr : std::move(reader);
}

}  // namespace

std::unique_ptr<catalog::RawReader> open_xls(const std::filesystem::path& path, const catalog::TableLayout& layout, const std::filesystem::path& scratch,
                                             FormNotes& notes) {
    const auto file = CompoundFile::open(path);
    if (file && (file->has("EncryptedPackage") || file->has("EncryptionInfo"))) {
        notes.block("form/password", 0, "", {"Bảng tính có mật khẩu", "The workbook has a password"}, save_again());
        return nullptr;
    }
    if (file && file->has("_VBA_PROJECT_CUR")) {
        notes.block("form/macro", 0, "", {"Bảng tính chứa macro", "The workbook holds macros"}, save_again());
        return nullptr;
    }
    if (file && file->has_storage_like("MBD")) {
        notes.warn_embedded_objects();
    }
    // freexl reads outside its buffers on damaged files: it gets only what looks like a workbook of its time.
    const bool old = file ? file->has("Book") && !file->has("Workbook") : kind_of_file(path) == FileKind::old_excel;
    if (!old) {
        auto stream = file ? file->stream("Workbook") : std::nullopt;
        auto opened = stream ? open_biff8(std::move(*stream), layout, scratch, notes) : BiffOpened{};
        if (!opened.is_biff8) {
            notes.block("form/xls", 0, "", {"Tệp không phải bảng tính XLS, hoặc bị hỏng", "The file is no XLS workbook, or it is damaged"}, save_again());
        }
        return std::move(opened.reader);
    }
    return open_old_xls(path, layout, notes);
}

}  // namespace khomo::builder
