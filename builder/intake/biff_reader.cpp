// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/intake/biff_reader.hpp"

#include <algorithm>
#include <utility>

#include "builder/intake/biff_workbook.hpp"
#include "builder/intake/font_text.hpp"
#include "catalog/base/text.hpp"

namespace khomo::builder {
namespace {

using catalog::RawCell;
using catalog::RawRow;

constexpr std::uint16_t kFormula = 0x0006;
constexpr std::uint16_t kMulRk = 0x00BD;
constexpr std::uint16_t kRString = 0x00D6;
constexpr std::uint16_t kLabelSst = 0x00FD;
constexpr std::uint16_t kNumber = 0x0203;
constexpr std::uint16_t kLabel = 0x0204;
constexpr std::uint16_t kBoolErr = 0x0205;
constexpr std::uint16_t kString = 0x0207;
constexpr std::uint16_t kRk = 0x027E;

std::string error_name(unsigned code) {
    switch (code) {
        case 0x00: return "#NULL!";
        case 0x07: return "#DIV/0!";
        case 0x0F: return "#VALUE!";
        case 0x17: return "#REF!";
        case 0x1D: return "#NAME?";
        case 0x24: return "#NUM!";
        case 0x2A: return "#N/A";
        default: return "#?";
    }
}

Text save_again() {
    return {"Mở bằng Excel rồi lưu lại thành XLSX (không mật khẩu, không macro)", "Open it in Excel and save it as XLSX (no password, no macros)"};
}

class BiffReader : public catalog::RawReader {
public:
    BiffReader(std::string stream, const std::filesystem::path& scratch, FormNotes& notes) : notes_(notes), stream_(std::move(stream)), strings_(scratch) {}

    /// False when the stream is another version; `refused` after a blocking note.
    bool open(const catalog::TableLayout& layout, bool& refused) {
        auto workbook = read_biff_workbook(stream_, strings_);
        if (!workbook) {
            return false;
        }
        refused = true;
        if (workbook->encrypted) {
            notes_.block("form/password", 0, "", {"Bảng tính có mật khẩu", "The workbook has a password"}, save_again());
            return true;
        }
        workbook_ = std::move(*workbook);
        const auto chosen = choose_sheet(workbook_.sheets, layout.sheet, notes_);
        if (!chosen) {
            return true;
        }
        header_.file = notes_.file();
        header_.sheet = workbook_.sheets[*chosen].name;
        header_.serial_shift = workbook_.from_1904 ? 1462 : 0;
        notes_.set_sheet(header_.sheet);
        sheet_ = index_biff_sheet(stream_, workbook_.places[*chosen]);
        if (sheet_.cut) {
            notes_.block("form/xls", 0, "", {"XLS bị cắt cụt", "The XLS is cut off"}, save_again());
        }
        note_what_else();
        read_header(layout);
        refused = header_.columns.empty();
        return true;
    }

    const catalog::RawHeader& header() const override { return header_; }

    bool next(RawRow& row) override {
        const auto width = header_.columns.size();
        while (at_ < sheet_.cells.size()) {
            const auto number = sheet_.cells[at_].row;
            row.row = number + 1;
            finish_cells(row, 0, width);
            bool extra = false;
            for (; at_ < sheet_.cells.size() && sheet_.cells[at_].row == number; ++at_) {
                const auto& cell = sheet_.cells[at_];
                if (cell.column < width) {
                    fill(cell, row.cells[cell.column]);
                } else if (!extra) {
                    extra = note_extra(cell);
                }
            }
            if (finish_cells(row, width, width)) {
                note_row(row.row);
                return true;
            }
        }
        tell_counts();
        return false;
    }

private:
    std::string column_name(std::size_t column) const {
        return column < header_.columns.size() && !header_.columns[column].empty() ? header_.columns[column] : column_letters(column);
    }

    void note_what_else() {
        if (sheet_.comments) {
            notes_.warn_comments();
        }
        if (workbook_.external_links) {
            notes_.warn_external_links();
        }
        for (const auto& [first, last] : sheet_.hidden_columns) {
            if (last < 255) {  // all columns beyond the table are hidden: a way to show a small sheet
                notes_.warn_hidden_columns(0, last > first ? column_letters(first) + ":" + column_letters(last) : column_letters(first));
            }
        }
    }

    void read_header(const catalog::TableLayout& layout) {
        const auto first = static_cast<std::uint32_t>(std::max(0, layout.skip_rows));
        const auto count = static_cast<std::uint32_t>(std::max(1, layout.header_rows));
        std::vector<std::vector<std::string>> headings(count);
        for (; at_ < sheet_.cells.size() && sheet_.cells[at_].row < first + count; ++at_) {
            const auto& cell = sheet_.cells[at_];
            if (cell.row >= first) {
                auto& heading = headings[cell.row - first];
                heading.resize(std::max<std::size_t>(heading.size(), cell.column + std::size_t{1}));
                RawCell raw;
                fill(cell, raw);
                heading[cell.column] = raw.text;
            }
        }
        std::vector<HeadingSpan> spans;
        for (const auto& span : sheet_.merged) {
            if (span.first_row >= first && span.first_row < first + count) {
                spans.push_back({span.first_row - first, span.last_row - first, span.first_column, span.last_column});
            } else if (span.first_row >= first + count) {
                data_spans_.push_back(span);
            }
        }
        header_.columns = join_headings(headings, count > 1 ? &spans : nullptr);
        header_.header_row = first + count;
        if (header_.columns.empty()) {
            notes_.block("form/no-heading", first + 1, "",
                         {"Trang «" + header_.sheet + "» không có tiêu đề cột ở hàng " + std::to_string(first + 1),
                          "The sheet «" + header_.sheet + "» has no headings in row " + std::to_string(first + 1)},
                         {"Khai báo table.sheet, table.skip_rows và table.header_rows cho đúng tệp",
                          "Declare table.sheet, table.skip_rows and table.header_rows to fit the file"});
        }
    }

    void fill(const BiffCell& place, RawCell& cell) {
        BiffRecords records(stream_, place.place);
        records.next();
        const auto body = records.body();
        const auto look_of = [&](std::size_t at) {
            const auto format = biff_word(body, at);
            return format < workbook_.looks.size() ? workbook_.looks[format] : NumberLook{};
        };
        switch (records.id()) {
            case kNumber: fill_number_cell(cell, biff_double(body, 6), look_of(4), workbook_.from_1904); return;
            case kRk: fill_number_cell(cell, biff_rk(biff_long(body, 6)), look_of(4), workbook_.from_1904); return;
            case kMulRk:
                fill_number_cell(cell, biff_rk(biff_long(body, 6 + place.index * std::size_t{6})), look_of(4 + place.index * std::size_t{6}), workbook_.from_1904);
                return;
            case kLabelSst:
                fill_shared(place, biff_long(body, 6), cell);
                read_in_font(biff_word(body, 4), cell);
                return;
            case kLabel:
            case kRString:
                put_text(cell, biff_text(body, 8, biff_word(body, 6)));
                read_in_font(biff_word(body, 4), cell);
                return;
            case kBoolErr: put_flag(place, biff_byte(body, 6), biff_byte(body, 7) != 0, cell); return;
            case kFormula: fill_formula(place, records, look_of(4), cell); return;
            default: return;
        }
    }

    void read_in_font(std::size_t format, RawCell& cell) {
        const auto font = format < workbook_.fonts.size() ? workbook_.fonts[format] : LegacyFont{};
        if (cell.kind == RawCell::Kind::text && (font.any() || font_runs::marked(cell.text))) {
            font_text_.read(font, cell.text);
        }
    }

    static void put_text(RawCell& cell, std::string text) {
        cell.kind = text.empty() ? RawCell::Kind::empty : RawCell::Kind::text;
        cell.text = std::move(text);
    }

    void put_flag(const BiffCell& place, unsigned value, bool error, RawCell& cell) {
        if (error) {
            const auto name = error_name(value);
            notes_.block("form/cell-error", place.row + 1, column_name(place.column), {"Ô báo lỗi " + name, "The cell shows the error " + name},
                         {"Sửa công thức hoặc để trống", "Mend the formula, or leave the cell empty"});
            cell.kind = RawCell::Kind::refused;
            return;
        }
        cell.kind = RawCell::Kind::boolean;
        cell.number = value != 0 ? 1 : 0;
        cell.text = value != 0 ? "TRUE" : "FALSE";
    }

    void fill_shared(const BiffCell& place, std::uint32_t index, RawCell& cell) {
        if (index >= strings_.size()) {
            notes_.block("form/xls", place.row + 1, column_name(place.column), {"Ô trỏ tới chuỗi không có", "The cell points at a string that is not there"},
                         save_again());
            cell.kind = RawCell::Kind::refused;
            return;
        }
        strings_.get(index, cell.text);
        cell.kind = cell.text.empty() ? RawCell::Kind::empty : RawCell::Kind::text;
    }

    /// A formula carries its last result; a text stands in the STRING record that follows, perhaps behind that of a shared formula.
    void fill_formula(const BiffCell& place, BiffRecords& records, NumberLook look, RawCell& cell) {
        ++formulas_;
        const auto body = records.body();
        if (biff_word(body, 12) != 0xFFFF) {
            fill_number_cell(cell, biff_double(body, 6), look, workbook_.from_1904);
            return;
        }
        const auto kind = biff_byte(body, 6);
        if (kind == 1 || kind == 2) {
            put_flag(place, biff_byte(body, 8), kind == 2, cell);
            return;
        }
        for (int i = 0; kind == 0 && i < 3 && records.next(); ++i) {
            if (records.id() == kString) {
                put_text(cell, biff_text(records.body(), 2, biff_word(records.body(), 0)));
                read_in_font(biff_word(body, 4), cell);
                return;
            }
        }
    }

    bool note_extra(const BiffCell& place) {
        RawCell cell;
        fill(place, cell);
        if (cell.kind == RawCell::Kind::empty) {
            return false;
        }
        notes_.block("form/extra-cells", place.row + 1, column_letters(place.column),
                     {"Có dữ liệu ở cột không có tiêu đề: " + excerpt(cell.text), "There is data in a column without a heading: " + excerpt(cell.text)},
                     {"Đặt tiêu đề cho cột và khai báo, hoặc xóa ghi chú ngoài bảng", "Give the column a heading and declare it, or delete notes beside the table"});
        return true;
    }

    void note_row(std::uint64_t number) {
        if (last_row_ != 0 && number > last_row_ + 1) {
            empty_ += number - last_row_ - 1;
            first_empty_ = first_empty_ == 0 ? last_row_ + 1 : first_empty_;
        }
        last_row_ = number;
        if (std::binary_search(sheet_.hidden_rows.begin(), sheet_.hidden_rows.end(), static_cast<std::uint32_t>(number - 1))) {
            first_hidden_ = hidden_ == 0 ? number : first_hidden_;
            ++hidden_;
        }
    }

    void tell_counts() {
        if (std::exchange(told_, true)) {
            return;
        }
        font_text_.tell(notes_);
        for (const auto& span : data_spans_) {
            if (span.first_column < header_.columns.size()) {
                const auto place =
                    column_letters(span.first_column) + std::to_string(span.first_row + 1) + ":" + column_letters(span.last_column) + std::to_string(span.last_row + 1);
                notes_.warn("form/merged-cells", span.first_row + 1, column_name(span.first_column),
                            {"Ô gộp " + place + " trong phần dữ liệu: chỉ ô đầu có giá trị", "Merged cells " + place + " among the data: only the first holds the value"},
                            {"Bỏ gộp ô và điền đủ từng hàng", "Unmerge the cells and fill in every row"});
            }
        }
        if (empty_ > 0) {
            const auto count = std::to_string(empty_);
            notes_.info("form/empty-rows", first_empty_, "", {"Có " + count + " hàng trống giữa bảng, đã bỏ qua", count + " empty rows inside the table were left out"},
                        {"Xóa hàng trống để bảng liền mạch", "Delete the empty rows"});
        }
        if (hidden_ > 0) {
            const auto count = std::to_string(hidden_);
            notes_.warn("form/hidden-rows", first_hidden_, "",
                        {"Có " + count + " hàng đang ẩn; chúng vẫn được đọc và công bố", count + " rows are hidden; they are read and published all the same"},
                        {"Hiện các hàng ẩn, xóa hàng không cần rồi giao lại", "Show the hidden rows, delete what does not belong, deliver again"});
        }
        if (formulas_ > 0) {
            const auto count = std::to_string(formulas_);
            notes_.info("form/formulas", 0, "", {"Có " + count + " ô là công thức; lấy giá trị đã lưu", count + " cells are formulas; their saved values are taken"},
                        {"Dán giá trị thay cho công thức trước khi giao", "Paste values in the place of formulas before delivering"});
        }
    }

    FormNotes& notes_;
    std::string stream_;
    StringStore strings_;
    BiffWorkbook workbook_;
    BiffSheet sheet_;
    catalog::RawHeader header_;
    std::vector<HeadingSpan> data_spans_;
    FontText font_text_;
    std::size_t at_ = 0;
    std::uint64_t last_row_ = 0;
    std::uint64_t empty_ = 0;
    std::uint64_t first_empty_ = 0;
    std::uint64_t hidden_ = 0;
    std::uint64_t first_hidden_ = 0;
    std::uint64_t formulas_ = 0;
    bool told_ = false;
};

}  // namespace

BiffOpened open_biff8(std::string stream, const catalog::TableLayout& layout, const std::filesystem::path& scratch, FormNotes& notes) {
    auto reader = std::make_unique<BiffReader>(std::move(stream), scratch, notes);
    bool refused = false;
    if (!reader->open(layout, refused)) {
        return {false, nullptr};
    }
    return {true, refused ? nullptr : std::move(reader)};
}

}  // namespace khomo::builder
