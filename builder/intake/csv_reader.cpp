// SPDX-License-Identifier: GPL-3.0-or-later

#include <csv.h>

#include <algorithm>
#include <cstring>
#include <fstream>

#include "builder/intake/csv_shape.hpp"
#include "builder/intake/encoding.hpp"
#include "builder/intake/table_reader.hpp"
#include "catalog/base/error.hpp"
#include "catalog/base/text.hpp"

namespace khomo::builder {
namespace {

using catalog::RawCell;
using catalog::RawRow;

constexpr std::size_t kSlice = 1U << 15;         ///< bytes given to the parser at once; bounds the rows that wait
constexpr std::size_t kLongestCell = 16U << 20;  ///< a cell that is longer is an unclosed quote or an attack
constexpr std::size_t kMostColumns = 16384;

/// Whether all bytes are ASCII and none is NUL; eight at a time.
bool is_plain(std::string_view bytes) {
    std::size_t i = 0;
    constexpr std::uint64_t kHigh = 0x8080808080808080U;
    constexpr std::uint64_t kOnes = 0x0101010101010101U;
    for (; i + 8 <= bytes.size(); i += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + i, 8);
        if (((word | (word - kOnes)) & kHigh) != 0) {
            break;  // a high byte or (perhaps) a NUL: the slow way tells
        }
    }
    for (; i < bytes.size(); ++i) {
        if (bytes[i] <= 0) {
            return false;
        }
    }
    return true;
}

class CsvReader : public catalog::RawReader {
public:
    CsvReader(const std::filesystem::path& path, const catalog::TableLayout& layout, const CsvShape& shape, FormNotes& notes)
        : notes_(notes),
          decoder_(shape.encoding),
          file_(path, std::ios::binary),
          record_(shape.first_row),
          header_from_(shape.first_row + static_cast<std::uint64_t>(std::max(0, layout.skip_rows))),
          data_from_(header_from_ + static_cast<std::uint64_t>(std::max(1, layout.header_rows))) {
        if (!file_ || csv_init(&parser_, kOptions) != 0) {
            throw io_error("mở", "open", notes.file(), errno);
        }
        file_.seekg(static_cast<std::streamoff>(shape.start));
        csv_set_delim(&parser_, static_cast<unsigned char>(shape.delimiter));
        csv_set_blk_size(&parser_, 1U << 16);
        header_.file = notes.file();
        while (!ended_ && record_ < data_from_) {
            read_slice();
        }
        if (header_.columns.empty()) {
            make_header();
        }
    }
    ~CsvReader() override { csv_free(&parser_); }
    CsvReader(const CsvReader&) = delete;
    CsvReader& operator=(const CsvReader&) = delete;

    const catalog::RawHeader& header() const override { return header_; }

    bool next(RawRow& row) override {
        while (next_ == ready_) {
            if (ended_) {
                return false;
            }
            std::swap(rows_.front(), rows_[ready_]);  // the row that is being filled moves to the front
            next_ = ready_ = 0;
            read_slice();
        }
        std::swap(row, rows_[next_++]);
        return true;
    }

private:
    static constexpr unsigned char kOptions = CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL;

    static void on_field(void* bytes, std::size_t length, void* self) { static_cast<CsvReader*>(self)->field({static_cast<const char*>(bytes), length}); }
    static void on_row(int end, void* self) { static_cast<CsvReader*>(self)->end_row(end); }

    std::string column_name(std::size_t column) const {
        return column < header_.columns.size() && !header_.columns[column].empty() ? header_.columns[column] : column_letters(column);
    }

    void read_slice() {
        slice_.resize(kSlice);
        file_.read(slice_.data(), kSlice);
        const auto got = static_cast<std::size_t>(file_.gcount());
        if (file_.bad()) {
            throw io_error("đọc", "read", notes_.file(), errno);
        }
        for (std::size_t done = 0; done < got && !ended_;) {
            done += csv_parse(&parser_, slice_.data() + done, got - done, on_field, on_row, this);
            if (done < got) {
                stray_quote();
            }
        }
        if (csv_get_buffer_size(&parser_) > kLongestCell && !ended_) {
            stop("form/cell-too-long", {"Ô dài hơn 16 MB, có thể do dấu nháy kép không đóng", "A cell is longer than 16 MB, perhaps a quote is never closed"});
        }
        if (got < kSlice && !ended_) {
            finish();
        }
    }

    void finish() {
        if (csv_fini(&parser_, on_field, on_row, this) != 0) {
            stop("form/csv-unclosed-quote",
                 {"Dấu nháy kép mở ở ô này không được đóng đến hết tệp", "The quote that opens in this cell is not closed before the end of the file"});
        }
        ended_ = true;
        empty_rows_.finish(notes_);
    }

    /// The parser stands before a byte that RFC 4180 does not allow. It goes on leniently to the end of the record.
    void stray_quote() {
        if (csv_error(&parser_) != CSV_EPARSE) {
            stop("form/cell-too-long", {"Không đủ bộ nhớ cho ô này", "There is not enough memory for this cell"});
            return;
        }
        csv_set_opts(&parser_, kOptions & static_cast<unsigned char>(~CSV_STRICT));
        if (parser_.quoted != 0) {
            parser_.quoted = 0;  // the cell ends at the next delimiter, so that one fault does not swallow the rows below
            notes_.block("form/csv-quote", record_, column_name(column_),
                         {"Có chữ ngay sau dấu nháy kép đóng: dấu nháy trong ô không được nhân đôi, hoặc một ô phía trước không đóng",
                          "Text follows a closing quote: a quote inside the cell is not doubled, or an earlier cell is never closed"},
                         {"Nhân đôi dấu nháy kép trong ô (\"\"), hoặc xuất lại tệp từ phần mềm bảng tính",
                          "Double the quotes inside cells (\"\"), or export the file again from the spreadsheet"});
        } else {
            notes_.warn("form/csv-quote-inside", record_, column_name(column_),
                        {"Dấu nháy kép giữa ô không đặt trong nháy; đọc nguyên văn", "A quote inside a cell that is not quoted; it is read as it stands"},
                        {"Đặt cả ô trong dấu nháy kép và nhân đôi dấu nháy bên trong", "Quote the whole cell and double the quote inside"});
        }
    }

    void stop(std::string_view rule, Text message) {
        notes_.block(rule, record_, column_name(column_), std::move(message),
                     {"Tìm dấu nháy kép (\") thừa hoặc thiếu quanh hàng này, hoặc xuất lại tệp",
                      "Look for a missing or extra quote (\") near this row, or export the file again"});
        ended_ = true;
    }

    void field(std::string_view bytes) {
        if (ended_) {
            return;
        }
        if (record_ < data_from_) {
            heading_cell(bytes);
        } else if (column_ < header_.columns.size()) {
            auto& cells = rows_[ready_].cells;
            if (cells.size() <= column_) {
                cells.resize(header_.columns.size());
            }
            auto& cell = cells[column_];
            cell.kind = bytes.empty() ? RawCell::Kind::empty : decode(bytes, cell.text) ? RawCell::Kind::text : RawCell::Kind::refused;
            if (bytes.empty()) {
                cell.text.clear();
            }
        } else if (extra_ == 0 && !bytes.empty()) {
            extra_ = column_ + 1;
        }
        ++column_;
    }

    void heading_cell(std::string_view bytes) {
        if (record_ < header_from_) {
            return;
        }
        if (column_ >= kMostColumns) {
            notes_.block("form/too-many-columns", record_, "", {"Bảng có hơn 16.384 cột", "The table has more than 16,384 columns"},
                         {"Kiểm tra dấu phân cách cột (table.delimiter)", "Check the delimiter (table.delimiter)"});
            ended_ = true;
            return;
        }
        headings_.resize(static_cast<std::size_t>(record_ - header_from_) + 1);
        decode(bytes, headings_.back().emplace_back());
    }

    /// False after a blocking note.
    bool decode(std::string_view bytes, std::string& out) {
        if (is_plain(bytes)) {
            out.assign(bytes);
            return true;
        }
        if (bytes.find('\0') != std::string_view::npos) {
            out.clear();
            notes_.block("form/nul", record_, column_name(column_), {"Ô chứa ký tự NUL", "The cell holds a NUL character"},
                         {"Xuất lại tệp: phần mềm nguồn ghi hỏng ô này", "Export the file again: the source wrote a damaged cell"});
            return false;
        }
        if (!decoder_.decode(bytes, out)) {
            out.clear();
            notes_.block("text/encoding", record_, column_name(column_),
                         {"Ô không đúng mã " + decoder_.name() + ": " + excerpt(bytes), "The cell is not valid " + decoder_.name() + ": " + excerpt(bytes)},
                         {"Lưu cả tệp bằng một bảng mã, tốt nhất là UTF-8", "Save the whole file in one encoding, best UTF-8"});
            return false;
        }
        if (out.find("\xEF\xBB\xBF") != std::string::npos) {
            notes_.warn("text/bom-inside", record_, column_name(column_),
                        {"Dấu BOM nằm giữa tệp (thường do nối nhiều tệp); đã bỏ", "A byte order mark inside the file (often from joining files); it was left out"},
                        {"Nối tệp không kèm BOM, và kiểm tra hàng tiêu đề lặp lại", "Join files without their marks, and look for repeated headings"});
        }
        return true;
    }

    void end_row(int end) {
        const bool second_of_pair = end == '\n' && last_end_ == '\r' && column_ == 0;
        last_end_ = end;
        if (second_of_pair || ended_) {
            return;
        }
        csv_set_opts(&parser_, kOptions);
        if (record_ + 1 == data_from_) {
            make_header();
        } else if (record_ >= data_from_) {
            end_data_row();
        }
        ++record_;
        column_ = 0;
        extra_ = 0;
    }

    void make_header() {
        header_.columns = join_headings(headings_);
        header_.header_row = data_from_ - 1;
        for (const auto& row : headings_) {
            tail_ = std::max(tail_, row.size());
        }
        if (header_.columns.empty() && !notes_.blocked()) {
            notes_.block("form/no-heading", header_from_, "", {"Không có hàng tiêu đề cột", "There is no row of headings"},
                         {"Hàng đầu phải là tên cột; khai báo table.skip_rows nếu có dòng phía trên",
                          "The first row must hold the headings; declare table.skip_rows where lines stand above"});
        }
        if (header_.columns.empty()) {
            ended_ = true;
        }
        rows_.resize(1);
    }

    void end_data_row() {
        auto& row = rows_[ready_];
        row.row = record_;
        const auto width = header_.columns.size();
        const bool any = finish_cells(row, std::min(column_, width), width);
        if (!any && extra_ == 0) {
            empty_rows_.empty(record_);
            return;
        }
        empty_rows_.value();
        if (extra_ == 0 && column_ > tail_) {
            // Where each row ends in a delimiter that the heading lacks the first one shows it; a later one has been shifted.
            extra_ = first_row_ ? 0 : tail_ + 1;
            tail_ = first_row_ ? column_ : tail_;
        }
        first_row_ = false;
        if (extra_ != 0) {
            notes_.block("form/extra-cells", record_, column_letters(extra_ - 1),
                         {"Hàng có " + std::to_string(column_) + " ô, tiêu đề chỉ có " + std::to_string(width),
                          "The row has " + std::to_string(column_) + " cells, the heading only " + std::to_string(width)},
                         {"Đặt ô chứa dấu phân cách trong dấu nháy kép, hoặc xóa ô thừa", "Quote cells that hold the delimiter, or delete the extra cells"});
        } else if (column_ < width) {
            notes_.block("form/missing-cells", record_, column_name(column_),
                         {"Hàng chỉ có " + std::to_string(column_) + " ô, tiêu đề có " + std::to_string(width),
                          "The row has only " + std::to_string(column_) + " cells, the heading has " + std::to_string(width)},
                         {"Thêm ô trống cho đủ cột, hoặc nối lại hàng bị ngắt", "Add empty cells, or join the broken row"});
        }
        if (++ready_ == rows_.size()) {
            rows_.emplace_back();
        }
    }

    FormNotes& notes_;
    TextDecoder decoder_;
    std::ifstream file_;
    csv_parser parser_{};
    std::string slice_;
    catalog::RawHeader header_;
    std::vector<std::vector<std::string>> headings_;
    std::vector<RawRow> rows_{1};  ///< [next_, ready_) wait for next(); [ready_] is being filled
    std::size_t next_ = 0;
    std::size_t ready_ = 0;
    std::uint64_t record_;  ///< number of the record that is being filled
    std::uint64_t header_from_;
    std::uint64_t data_from_;
    std::size_t column_ = 0;
    std::size_t extra_ = 0;  ///< first column beyond the heading that holds something, from 1
    std::size_t tail_ = 0;   ///< cells that a row may have when those beyond the heading are empty
    bool first_row_ = true;
    int last_end_ = 0;
    bool ended_ = false;
    EmptyRows empty_rows_;
};

}  // namespace

std::unique_ptr<catalog::RawReader> open_csv(const std::filesystem::path& path, const catalog::TableLayout& layout, FormNotes& notes) {
    const auto shape = detect_csv_shape(path, layout, notes);
    if (!shape) {
        return nullptr;
    }
    auto reader = std::make_unique<CsvReader>(path, layout, *shape, notes);
    return reader->header().columns.empty() ? nullptr : std::move(reader);
}

}  // namespace khomo::builder
