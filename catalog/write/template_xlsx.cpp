// SPDX-License-Identifier: GPL-3.0-or-later

#include <xlsxwriter.h>

#include <algorithm>

#include "catalog/base/error.hpp"
#include "catalog/base/number.hpp"
#include "catalog/model/template_sheets.hpp"
#include "catalog/write/template_files.hpp"

namespace khomo::catalog {
namespace {

constexpr lxw_row_t kRows = 20000;  // that carry drop-downs and hints; more may be filled
constexpr double kWidth = 18;

lxw_col_t column_of(std::size_t index) { return static_cast<lxw_col_t>(index); }

/// "=‘Danh sách mã’!$C$2:$C$76" with the quotes of a sheet name.
std::string range_of(lxw_col_t column, std::size_t count) {
    char first[LXW_MAX_CELL_NAME_LENGTH];
    char last[LXW_MAX_CELL_NAME_LENGTH];
    lxw_rowcol_to_cell_abs(first, 1, column, 1, 1);
    lxw_rowcol_to_cell_abs(last, static_cast<lxw_row_t>(count), column, 1, 1);
    return "='" + std::string(kCodesSheet) + "'!" + first + ":" + last;
}

/// `text` cut to what Excel takes in a box of at most `most` UTF-16 units.
std::string box_text(const std::string& text, std::size_t most) {
    std::size_t units = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if ((byte & 0xC0) != 0x80) {
            units += byte >= 0xF0 ? 2 : 1;
            if (units > most) {
                return text.substr(0, i);
            }
        }
    }
    return text;
}

class TemplateBook {
public:
    TemplateBook(const CatalogEntry& entry, const FieldCodes& codes, const std::filesystem::path& path) : entry_(entry), codes_(codes), path_(path.string()) {
        book_ = workbook_new(path_.c_str());
        if (book_ == nullptr) {
            throw Error(ErrorKind::io, {"Không tạo được " + path_, "Cannot create " + path_});
        }
        std::string title = entry.title.vi;
        lxw_doc_properties properties = {};
        properties.title = title.data();
        properties.created = 1;  // fixed: the same contract must give the same bytes
        workbook_set_properties(book_, &properties);
        make_formats();
    }
    ~TemplateBook() {
        if (book_ != nullptr) {
            workbook_close(book_);
        }
    }
    TemplateBook(const TemplateBook&) = delete;
    TemplateBook& operator=(const TemplateBook&) = delete;

    void write() {
        const auto data_at = sheet_number();
        lxw_worksheet* guide = nullptr;
        if (data_at == 2) {
            guide = sheet(kGuideSheet);
        }
        const auto named = entry_.table.sheet.empty() || parse_integer(entry_.table.sheet) ? std::string("Dữ liệu") : entry_.table.sheet;
        auto* data = sheet(named);
        guide = guide == nullptr ? sheet(kGuideSheet) : guide;
        auto* codes = codes_.empty() ? nullptr : sheet(kCodesSheet);
        write_headings(data);
        write_columns(data, codes);
        write_guide(guide);
        worksheet_activate(data);
        const auto error = workbook_close(book_);
        book_ = nullptr;
        if (error != LXW_NO_ERROR) {
            throw Error(ErrorKind::io, {"Không ghi xong " + path_ + ": " + lxw_strerror(error), "Cannot finish " + path_ + ": " + lxw_strerror(error)});
        }
    }

private:
    /// Where the contract wants the data: the first or the second sheet.
    std::int64_t sheet_number() const {
        const auto number = parse_integer(entry_.table.sheet).value_or(1);
        if (number > 2) {
            throw Error(ErrorKind::refused, {"Hợp đồng đọc trang tính thứ " + entry_.table.sheet + ", tệp mẫu chỉ làm được trang 1 hoặc 2", "The contract reads sheet " + entry_.table.sheet + ", a template can only have it first or second"});
        }
        return number;
    }

    lxw_worksheet* sheet(std::string_view name) { return workbook_add_worksheet(book_, std::string(name).c_str()); }

    void make_formats() {
        const auto heading = [&](std::uint32_t colour) {
            auto* format = workbook_add_format(book_);
            format_set_bold(format);
            format_set_text_wrap(format);
            format_set_bg_color(format, colour);
            format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
            format_set_border(format, LXW_BORDER_THIN);
            format_set_border_color(format, 0x8FB39B);
            return format;
        };
        heading_ = heading(0xE3EFE7);
        required_ = heading(0xFBE9D0);
        text_ = workbook_add_format(book_);
        format_set_num_format(text_, "@");
        date_ = workbook_add_format(book_);
        format_set_num_format(date_, "dd/mm/yyyy");
        wrap_ = workbook_add_format(book_);
        format_set_text_wrap(wrap_);
        format_set_align(wrap_, LXW_ALIGN_VERTICAL_TOP);
    }

    void write_headings(lxw_worksheet* data) {
        const auto skip = static_cast<lxw_row_t>(std::max(0, entry_.table.skip_rows));
        if (skip > 0) {
            worksheet_write_string(data, 0, 0, entry_.title.vi.c_str(), nullptr);
        }
        const auto headings = template_headings(entry_);
        for (std::size_t line = 0; line < headings.size(); ++line) {
            std::size_t column = 0;
            for (const auto& field : entry_.fields) {
                if (!field.made) {
                    worksheet_write_string(data, skip + static_cast<lxw_row_t>(line), column_of(column), headings[line][column].c_str(), field.required ? required_ : heading_);
                    ++column;
                }
            }
        }
        first_row_ = skip + static_cast<lxw_row_t>(headings.size());
        worksheet_freeze_panes(data, first_row_, 0);
    }

    void write_columns(lxw_worksheet* data, lxw_worksheet* codes) {
        std::size_t column = 0;
        lxw_col_t code_column = 0;
        for (const auto& field : entry_.fields) {
            if (field.made) {
                continue;
            }
            // Text stays text: a code keeps its leading zeros.
            auto* format = field.type == FieldType::date ? date_ : field.type == FieldType::integer || field.type == FieldType::number || field.type == FieldType::boolean ? nullptr : text_;
            worksheet_set_column(data, column_of(column), column_of(column), kWidth, format);
            std::string range;
            if (const auto found = codes_.find(field.name); found != codes_.end() && codes != nullptr && !found->second.empty()) {
                range = write_codes(codes, code_column, field, found->second);
                code_column = static_cast<lxw_col_t>(code_column + 3);
            }
            add_validation(data, column_of(column), field, range);
            ++column;
        }
    }

    std::string write_codes(lxw_worksheet* codes, lxw_col_t at, const Field& field, const std::vector<CodeTitle>& list) {
        worksheet_set_column(codes, at, at, 14, text_);
        worksheet_set_column(codes, static_cast<lxw_col_t>(at + 1), static_cast<lxw_col_t>(at + 1), 32, nullptr);
        worksheet_write_string(codes, 0, at, field.column.c_str(), heading_);
        worksheet_write_string(codes, 0, static_cast<lxw_col_t>(at + 1), "Nghĩa", heading_);
        for (std::size_t i = 0; i < list.size(); ++i) {
            worksheet_write_string(codes, static_cast<lxw_row_t>(i + 1), at, list[i].code.c_str(), text_);
            worksheet_write_string(codes, static_cast<lxw_row_t>(i + 1), static_cast<lxw_col_t>(at + 1), list[i].title.vi.c_str(), nullptr);
        }
        return range_of(at, list.size());
    }

    void add_validation(lxw_worksheet* data, lxw_col_t column, const Field& field, const std::string& range) {
        auto title = box_text(field.title.vi.empty() ? field.column : field.title.vi, 32);
        auto hint = box_text(column_hint(field), 255);
        auto refusal = box_text("Ô này nhận: " + column_hint(field), 225);
        auto source = range;
        lxw_data_validation rule = {};
        rule.validate = LXW_VALIDATION_TYPE_ANY;
        rule.ignore_blank = field.required ? LXW_VALIDATION_OFF : LXW_VALIDATION_ON;
        rule.input_title = title.data();
        rule.input_message = hint.data();
        rule.error_title = title.data();
        rule.error_message = refusal.data();
        if (!source.empty()) {
            rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
            rule.value_formula = source.data();
        } else if (field.type == FieldType::integer || field.type == FieldType::number) {
            constexpr double kMost = 1e15;
            rule.validate = field.type == FieldType::integer ? LXW_VALIDATION_TYPE_INTEGER : LXW_VALIDATION_TYPE_DECIMAL;
            rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
            rule.minimum_number = field.min.value_or(-kMost);
            rule.maximum_number = field.max.value_or(kMost);
        }
        worksheet_data_validation_range(data, first_row_, column, first_row_ + kRows - 1, column, &rule);
    }

    void write_guide(lxw_worksheet* guide) {
        worksheet_set_column(guide, 0, 0, 26, wrap_);
        worksheet_set_column(guide, 1, 1, 90, wrap_);
        lxw_row_t line = 0;
        const auto put = [&](const std::string& left, const std::string& right, lxw_format* format) {
            worksheet_write_string(guide, line, 0, left.c_str(), format);
            worksheet_write_string(guide, line, 1, right.c_str(), format);
            ++line;
        };
        put("Bộ dữ liệu", entry_.title.vi, wrap_);
        put("Cách điền", "Điền vào trang dữ liệu, mỗi dòng một bản ghi, từ dòng ngay dưới tiêu đề. Không đổi tiêu đề, không gộp ô, không thêm cột hay dòng cộng. Cột nền cam là bắt buộc.", wrap_);
        put("Cột", "Điền gì", heading_);
        for (const auto& field : entry_.fields) {
            if (!field.made) {
                put(field.column, column_hint(field, 2000), wrap_);
            }
        }
    }

    const CatalogEntry& entry_;
    const FieldCodes& codes_;
    std::string path_;
    lxw_workbook* book_ = nullptr;
    lxw_format* heading_ = nullptr;
    lxw_format* required_ = nullptr;
    lxw_format* text_ = nullptr;
    lxw_format* date_ = nullptr;
    lxw_format* wrap_ = nullptr;
    lxw_row_t first_row_ = 1;
};

}  // namespace

void write_template_xlsx(const CatalogEntry& entry, const FieldCodes& codes, const std::filesystem::path& path) { TemplateBook(entry, codes, path).write(); }

}  // namespace khomo::catalog
