// SPDX-License-Identifier: GPL-3.0-or-later

#include <xlsxwriter.h>

#include "catalog/base/error.hpp"
#include "catalog/base/instant.hpp"
#include "catalog/write/row_writer.hpp"

namespace khomo::catalog {
namespace {

constexpr lxw_row_t kRowsPerSheet = 1048575;
constexpr std::size_t kLongestText = 32767;     // characters of a cell
constexpr std::int64_t kExact = 1LL << 53;      // whole numbers beyond are not all doubles, and a cell holds a double

/// Cut to what a cell can hold, at the end of a character.
std::string fit_cell(const std::string& text) {
    std::size_t characters = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if ((byte & 0xC0) == 0x80) {
            continue;
        }
        characters += byte >= 0xF0 ? 2 : 1;  // Excel counts UTF-16
        if (characters > kLongestText) {
            return text.substr(0, i);
        }
    }
    return text;
}

class XlsxWriter : public RowWriter {
public:
    XlsxWriter(const CatalogEntry& entry, const std::filesystem::path& path) : entry_(entry), path_(path.string()) {}

    ~XlsxWriter() override {
        if (book_ != nullptr) {
            workbook_close(book_);  // frees it; the caller throws the cut file away
        }
    }

    void begin() override {
        lxw_workbook_options options = {};
        options.constant_memory = LXW_TRUE;
        book_ = workbook_new_opt(path_.c_str(), &options);
        if (book_ == nullptr) {
            throw Error(ErrorKind::io, {"Không tạo được " + path_, "Cannot create " + path_});
        }
        lxw_doc_properties properties = {};
        std::string title = entry_.title.vi;
        properties.title = title.data();
        properties.created = 1;  // fixed: the same rows must give the same bytes
        workbook_set_properties(book_, &properties);
        heading_ = workbook_add_format(book_);
        format_set_bold(heading_);
        format_set_text_wrap(heading_);
        format_set_bg_color(heading_, 0xE3EFE7);
        format_set_border_color(heading_, 0x8FB39B);
        format_set_bottom(heading_, LXW_BORDER_THIN);
        date_ = workbook_add_format(book_);
        format_set_num_format(date_, "dd/mm/yyyy");
        add_sheet();
    }

    void row(const Row& row) override {
        if (line_ == kRowsPerSheet) {
            add_sheet();
        }
        ++line_;
        for (std::size_t i = 0; i < row.values.size(); ++i) {
            write(static_cast<lxw_col_t>(i), entry_.fields[i].type, row.values[i]);
        }
    }

    void finish() override {
        const auto error = workbook_close(book_);
        book_ = nullptr;
        if (error != LXW_NO_ERROR) {
            throw Error(ErrorKind::io, {"Không ghi xong " + path_ + ": " + lxw_strerror(error), "Cannot finish " + path_ + ": " + lxw_strerror(error)});
        }
    }

private:
    void add_sheet() {
        const std::string name = sheets_ == 0 ? "Dữ liệu" : "Dữ liệu " + std::to_string(sheets_ + 1);
        sheet_ = workbook_add_worksheet(book_, name.c_str());
        ++sheets_;
        line_ = 0;
        for (std::size_t i = 0; i < entry_.fields.size(); ++i) {
            worksheet_set_column(sheet_, static_cast<lxw_col_t>(i), static_cast<lxw_col_t>(i), 18, nullptr);
        }
        worksheet_freeze_panes(sheet_, 1, 0);
        for (std::size_t i = 0; i < entry_.fields.size(); ++i) {
            const auto& field = entry_.fields[i];
            const auto title = field.unit.empty() ? field.title.vi : field.title.vi + " (" + field.unit + ")";
            worksheet_write_string(sheet_, 0, static_cast<lxw_col_t>(i), title.c_str(), heading_);
        }
    }

    void write(lxw_col_t column, FieldType type, const Value& value) {
        if (const auto* text = std::get_if<std::string>(&value)) {
            const auto date = type == FieldType::date ? parse_iso_date(*text) : std::nullopt;
            if (date && date->year >= 1900) {
                lxw_datetime day = {date->year, date->month, date->day, 0, 0, 0};
                worksheet_write_datetime(sheet_, line_, column, &day, date_);
            } else {
                // No text has more characters than bytes: most need no counting.
                worksheet_write_string(sheet_, line_, column, text->size() <= kLongestText ? text->c_str() : fit_cell(*text).c_str(), nullptr);
            }
        } else if (const auto* integer = std::get_if<std::int64_t>(&value)) {
            if (*integer > kExact || *integer < -kExact) {
                worksheet_write_string(sheet_, line_, column, std::to_string(*integer).c_str(), nullptr);
            } else {
                worksheet_write_number(sheet_, line_, column, static_cast<double>(*integer), nullptr);
            }
        } else if (const auto* real = std::get_if<double>(&value)) {
            worksheet_write_number(sheet_, line_, column, *real, nullptr);
        } else if (const auto* flag = std::get_if<bool>(&value)) {
            worksheet_write_boolean(sheet_, line_, column, *flag ? 1 : 0, nullptr);
        }
    }

    CatalogEntry entry_;
    std::string path_;
    lxw_workbook* book_ = nullptr;
    lxw_worksheet* sheet_ = nullptr;
    lxw_format* heading_ = nullptr;
    lxw_format* date_ = nullptr;
    int sheets_ = 0;
    lxw_row_t line_ = 0;
};

}  // namespace

std::unique_ptr<RowWriter> make_xlsx_writer(const CatalogEntry& entry, const std::filesystem::path& path) { return std::make_unique<XlsxWriter>(entry, path); }

}  // namespace khomo::catalog
