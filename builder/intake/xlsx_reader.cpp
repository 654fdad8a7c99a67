// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <utility>

#include "builder/intake/font_text.hpp"
#include "builder/intake/sax_parser.hpp"
#include "builder/intake/table_reader.hpp"
#include "builder/intake/xlsx_package.hpp"
#include "builder/intake/xlsx_parts.hpp"
#include "catalog/base/number.hpp"
#include "catalog/base/text.hpp"

namespace khomo::builder {
namespace {

using catalog::RawCell;
using catalog::RawRow;

constexpr std::size_t kSlice = 1U << 15;

class XlsxReader : public catalog::RawReader, private SaxHandler {
public:
    XlsxReader(std::unique_ptr<ZipArchive> archive, XlsxWorkbook workbook, const XlsxSheet& sheet, const catalog::TableLayout& layout,
               const std::filesystem::path& scratch, FormNotes& notes)
        : notes_(notes),
          archive_(std::move(archive)),
          workbook_(std::move(workbook)),
          part_(sheet.part),
          strings_(scratch),
          stream_(archive_->stream(part_)),
          parser_(*this),
          header_from_(static_cast<std::uint64_t>(std::max(0, layout.skip_rows)) + 1),
          data_from_(header_from_ + static_cast<std::uint64_t>(std::max(1, layout.header_rows))) {
        header_.file = notes.file();
        header_.sheet = sheet.name.name;
        header_.serial_shift = workbook_.from_1904 ? 1462 : 0;
    }

    /// Reads strings and heading; false after a blocking note.
    bool open() {
        if (!workbook_.strings_part.empty() && archive_->has(workbook_.strings_part) && !read_shared_strings(*archive_, workbook_.strings_part, workbook_.legacy_fonts, strings_, notes_)) {
            return false;
        }
        headings_.resize(data_from_ - header_from_);
        if (headings_.size() > 1) {
            spans_ = find_heading_spans(*archive_, part_, header_from_, data_from_ - 1);
        }
        while (!ended_ && !has_header_) {
            pump();
        }
        return has_header_ && !header_.columns.empty();
    }

    const catalog::RawHeader& header() const override { return header_; }

    bool next(RawRow& row) override {
        while (next_ == ready_) {
            if (ended_) {
                return false;
            }
            std::swap(rows_.front(), rows_[ready_]);
            next_ = ready_ = 0;
            pump();
        }
        std::swap(row, rows_[next_++]);
        return true;
    }

private:
    void pump() {
        slice_.resize(kSlice);
        const auto got = stream_.read(slice_.data(), kSlice);
        const bool fine = got > 0 ? parser_.feed({slice_.data(), got}) : !stream_.failed() && parser_.finish();
        if (!fine && !parser_.error().empty()) {
            notes_.block("form/xlsx", row_, "", {"XLSX hỏng ở " + part_ + ": " + parser_.error(), "The XLSX is damaged at " + part_ + ": " + parser_.error()},
                         {"Mở bằng Excel hoặc LibreOffice rồi lưu lại thành XLSX", "Open it in Excel or LibreOffice and save it as XLSX again"});
        }
        if (got == 0 || !fine) {
            if (!has_header_) {
                make_header();
            }
            tell_counts();
            ended_ = true;
        }
    }

    void start(std::string_view name, const SaxAttributes& attributes) override {
        // Cells stand in rows and rows in nothing of the kind; whatever is written elsewhere is passed over.
        if (name == "c") {
            in_cell_ = in_row_;
            if (in_cell_) {
                start_cell(attributes);
            }
        } else if (name == "row") {
            in_row_ = true;
            in_cell_ = false;
            start_row(attributes);
        } else if (name == "v" || (name == "t" && in_inline_ && hints_ == 0)) {
            in_value_ = true;
        } else if (name == "f") {
            has_formula_ = true;
        } else if (name == "is") {
            in_inline_ = true;
        } else if (name == "rPh") {
            ++hints_;
        } else if (name == "r" && in_inline_) {
            value_ += font_runs::mark(nullptr);
        } else if (name == "rFont" && value_.ends_with(font_runs::mark(nullptr))) {
            const auto font = legacy_font(attributes.find_text("val"));
            value_.replace(value_.size() - 2, 2, font_runs::mark(&font));
        } else if (name == "mergeCell") {
            note_merge(attributes);
        } else if (name == "col" && (attributes.find("hidden") == "1" || attributes.find("hidden") == "true")) {
            note_hidden_column(attributes);
        }
    }

    void end(std::string_view name) override {
        if (name == "c") {
            if (std::exchange(in_cell_, false)) {
                end_cell();
            }
        } else if (name == "row") {
            if (std::exchange(in_row_, false)) {
                end_row();
            }
            in_cell_ = false;
        } else if (name == "is") {
            in_inline_ = false;
        } else if (name == "rPh") {
            --hints_;
        } else if (name == "v" || name == "t") {
            in_value_ = false;
        } else if (name == "sheetData" && !has_header_) {
            make_header();
        }
    }

    void text(std::string_view piece) override {
        if (!in_value_) {
            return;
        }
        value_ += piece;
        if (value_.size() > kLongestXlsxString) {
            refuse({"Một ô dài hơn 32.767 ký tự, Excel không ghi như vậy", "A cell is longer than 32,767 characters, which Excel never writes"});
        }
    }

    void refuse(Text message) {
        notes_.block("form/xlsx-limit", row_, column_name(column_), std::move(message),
                     {"Kiểm tra tệp và lưu lại bằng Excel", "Check the file and save it again from Excel"});
        parser_.stop();
    }

    std::string column_name(std::size_t column) const {
        return column < header_.columns.size() && !header_.columns[column].empty() ? header_.columns[column] : column_letters(column);
    }

    void start_row(const SaxAttributes& attributes) {
        const auto number = parse_integer(attributes.find("r"));
        row_ = number && *number > 0 ? static_cast<std::uint64_t>(*number) : row_ + 1;
        next_column_ = 0;
        extra_ = false;
        if (row_ >= data_from_ && !has_header_) {
            make_header();
        }
        if (has_header_) {
            finish_cells(rows_[ready_], 0, header_.columns.size());
        }
        const auto hidden = attributes.find("hidden");
        row_hidden_ = hidden == "1" || hidden == "true";
    }

    void start_cell(const SaxAttributes& attributes) {
        if (++cells_ > kMostXlsxCells) {
            refuse({"Trang tính có hơn 20 triệu ô", "The sheet holds more than 20 million cells"});
            return;
        }
        const auto reference = parse_cell_reference(attributes.find("r"));
        column_ = reference.has_column ? reference.column : next_column_;
        next_column_ = column_ + 1;
        const auto style = parse_integer(attributes.find("s")).value_or(0);
        const bool styled = style >= 0 && static_cast<std::size_t>(style) < workbook_.looks.size();
        look_ = styled ? workbook_.looks[static_cast<std::size_t>(style)] : NumberLook{};
        font_ = workbook_.legacy_fonts && styled ? &workbook_.fonts[static_cast<std::size_t>(style)] : &ordinary_;
        const auto type = attributes.find("t");
        type_ = type.empty() || type == "n" ? 'n' : type == "s" ? 's' : type == "b" ? 'b' : type == "e" ? 'e' : type == "d" ? 'd' : 't';
        value_.clear();
        has_formula_ = false;
    }

    void end_cell() {
        if (has_formula_) {
            note_formula();
        }
        if (value_.empty()) {
            if (has_formula_ && row_ >= data_from_ && column_ < header_.columns.size()) {
                rows_[ready_].cells[column_].kind = RawCell::Kind::refused;
            }
            return;
        }
        if (row_ < data_from_) {
            if (row_ >= header_from_ && column_ < kMostXlsxColumns) {
                auto& heading = headings_[row_ - header_from_];
                heading.resize(std::max(heading.size(), column_ + 1));
                RawCell cell;
                fill(cell);
                heading[column_] = cell.text;
            }
            return;
        }
        if (column_ < header_.columns.size()) {
            fill(rows_[ready_].cells[column_]);
        } else if (!extra_) {
            note_extra();
        }
    }

    void note_extra() {
        RawCell cell;
        fill(cell);
        if (cell.kind != RawCell::Kind::empty) {
            extra_ = true;
            notes_.block("form/extra-cells", row_, column_letters(column_),
                         {"Có dữ liệu ở cột không có tiêu đề: " + excerpt(cell.text), "There is data in a column without a heading: " + excerpt(cell.text)},
                         {"Đặt tiêu đề cho cột và khai báo, hoặc xóa ghi chú ngoài bảng", "Give the column a heading and declare it, or delete notes beside the table"});
        }
    }

    void fill(RawCell& cell) {
        switch (type_) {
            case 's': fill_shared(cell); return;
            case 'n': fill_number(cell); return;
            case 'b':
                cell.kind = RawCell::Kind::boolean;
                cell.number = value_ == "1" || value_ == "true" ? 1 : 0;
                cell.text = cell.number != 0 ? "TRUE" : "FALSE";
                return;
            case 'd':
                cell.kind = RawCell::Kind::date;
                cell.text = value_;
                return;
            case 'e':
                notes_.block("form/cell-error", row_, column_name(column_), {"Ô báo lỗi " + value_, "The cell shows the error " + value_},
                             {"Sửa công thức hoặc để trống", "Mend the formula, or leave the cell empty"});
                cell.kind = RawCell::Kind::refused;
                cell.text.clear();
                return;
            default:
                unescape_xlsx_text(value_);
                cell.kind = RawCell::Kind::text;
                cell.text = value_;
                read_in_font(cell);
        }
    }

    void fill_shared(RawCell& cell) {
        const auto index = parse_integer(value_);
        if (!index || *index < 0 || static_cast<std::uint64_t>(*index) >= strings_.size()) {
            notes_.block("form/xlsx", row_, column_name(column_), {"Ô trỏ tới chuỗi không có", "The cell points at a string that is not there"},
                         {"Mở bằng Excel hoặc LibreOffice rồi lưu lại thành XLSX", "Open it in Excel or LibreOffice and save it as XLSX again"});
            cell.kind = RawCell::Kind::refused;
            return;
        }
        strings_.get(static_cast<std::uint64_t>(*index), cell.text);
        read_in_font(cell);
        cell.kind = cell.text.empty() ? RawCell::Kind::empty : RawCell::Kind::text;
    }

    void read_in_font(RawCell& cell) {
        if (font_->any() || font_runs::marked(cell.text)) {
            font_text_.read(*font_, cell.text);
        }
    }

    void fill_number(RawCell& cell) {
        const auto number = parse_double(value_);
        if (!number) {
            cell.kind = RawCell::Kind::text;  // the contract will say what it thinks of it
            cell.text = value_;
            return;
        }
        fill_number_cell(cell, *number, look_, workbook_.from_1904);
    }

    void end_row() {
        if (row_ < data_from_) {
            return;
        }
        auto& row = rows_[ready_];
        row.row = row_;
        if (!finish_cells(row, header_.columns.size(), header_.columns.size())) {
            empty_rows_.empty(row_);
            return;
        }
        empty_rows_.value();
        if (row_hidden_) {
            first_hidden_ = hidden_rows_ == 0 ? row_ : first_hidden_;
            ++hidden_rows_;
        }
        if (++ready_ == rows_.size()) {
            rows_.emplace_back();
        }
    }

    void make_header() {
        has_header_ = true;
        header_.columns = join_headings(headings_, headings_.size() > 1 ? &spans_ : nullptr);
        header_.header_row = data_from_ - 1;
        if (header_.columns.empty()) {
            notes_.block("form/no-heading", header_from_, "",
                         {"Trang «" + header_.sheet + "» không có tiêu đề cột ở hàng " + std::to_string(header_from_),
                          "The sheet «" + header_.sheet + "» has no headings in row " + std::to_string(header_from_)},
                         {"Khai báo table.sheet, table.skip_rows và table.header_rows cho đúng tệp",
                          "Declare table.sheet, table.skip_rows and table.header_rows to fit the file"});
            parser_.stop();
        }
        finish_cells(rows_[ready_], 0, header_.columns.size());
    }

    void note_formula() {
        ++formulas_;
        if (value_.empty() && row_ >= data_from_) {
            notes_.block("form/formula-empty", row_, column_name(column_), {"Ô là công thức chưa được tính", "The cell is a formula that was never calculated"},
                         {"Mở bằng Excel, để tính lại, rồi lưu", "Open it in Excel, let it calculate, and save"});
        }
    }

    void note_merge(const SaxAttributes& attributes) {
        const auto reference = attributes.find("ref");
        const auto first = parse_cell_reference(reference);
        if (first.row >= data_from_ && first.column < header_.columns.size()) {
            notes_.warn("form/merged-cells", first.row, column_name(first.column),
                        {"Ô gộp " + std::string(reference) + " trong phần dữ liệu: chỉ ô đầu có giá trị",
                         "Merged cells " + std::string(reference) + " among the data: only the first holds the value"},
                        {"Bỏ gộp ô và điền đủ từng hàng", "Unmerge the cells and fill in every row"});
        }
    }

    void note_hidden_column(const SaxAttributes& attributes) {
        const auto first = parse_integer(attributes.find("min")).value_or(0);
        const auto last = parse_integer(attributes.find("max")).value_or(first);
        if (first < 1 || first > static_cast<std::int64_t>(kMostXlsxColumns) || last >= static_cast<std::int64_t>(kMostXlsxColumns)) {
            return;  // all columns beyond the table are hidden: a way to show a small sheet
        }
        const auto from = column_letters(static_cast<std::size_t>(first - 1));
        notes_.warn_hidden_columns(0, last > first ? from + ":" + column_letters(static_cast<std::size_t>(last - 1)) : from);
    }

    void tell_counts() {
        empty_rows_.finish(notes_);
        font_text_.tell(notes_);
        if (hidden_rows_ > 0) {
            const auto count = std::to_string(hidden_rows_);
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
    std::unique_ptr<ZipArchive> archive_;
    XlsxWorkbook workbook_;
    std::string part_;
    StringStore strings_;
    ZipStream stream_;
    SaxParser parser_;
    std::string slice_;
    catalog::RawHeader header_;
    std::uint64_t header_from_;
    std::uint64_t data_from_;
    std::vector<std::vector<std::string>> headings_;
    std::vector<HeadingSpan> spans_;
    bool has_header_ = false;
    bool ended_ = false;

    std::vector<RawRow> rows_{1};  ///< [next_, ready_) wait for next(); [ready_] is being filled
    std::size_t next_ = 0;
    std::size_t ready_ = 0;

    std::uint64_t row_ = 0;
    bool row_hidden_ = false;
    bool in_row_ = false;
    bool in_cell_ = false;
    bool extra_ = false;
    std::size_t next_column_ = 0;
    std::size_t column_ = 0;
    char type_ = 'n';
    NumberLook look_;
    const LegacyFont ordinary_;
    const LegacyFont* font_ = &ordinary_;
    FontText font_text_;
    std::string value_;
    bool in_value_ = false;
    bool in_inline_ = false;
    bool has_formula_ = false;
    int hints_ = 0;

    std::uint64_t cells_ = 0;
    std::uint64_t formulas_ = 0;
    std::uint64_t hidden_rows_ = 0;
    std::uint64_t first_hidden_ = 0;
    EmptyRows empty_rows_;
};

}  // namespace

std::unique_ptr<catalog::RawReader> open_xlsx(const std::filesystem::path& path, const catalog::TableLayout& layout, const std::filesystem::path& scratch,
                                              FormNotes& notes) {
    auto archive = ZipArchive::open(path, notes);
    if (!archive) {
        return nullptr;
    }
    auto workbook = read_workbook(*archive, notes);
    if (!workbook) {
        return nullptr;
    }
    std::vector<SheetName> names;
    for (const auto& sheet : workbook->sheets) {
        names.push_back(sheet.name);
    }
    const auto chosen = choose_sheet(names, layout.sheet, notes);
    if (!chosen) {
        return nullptr;
    }
    const auto sheet = workbook->sheets[*chosen];
    notes.set_sheet(sheet.name.name);
    if (!archive->has(sheet.part)) {
        notes.block("form/xlsx", 0, "", {"XLSX thiếu phần " + sheet.part, "The XLSX lacks its part " + sheet.part},
                    {"Mở bằng Excel rồi lưu lại", "Open it in Excel and save it again"});
        return nullptr;
    }
    auto reader = std::make_unique<XlsxReader>(std::move(archive), std::move(*workbook), sheet, layout, scratch, notes);
    return reader->open() ? std::move(reader) : nullptr;
}

}  // namespace khomo::builder
