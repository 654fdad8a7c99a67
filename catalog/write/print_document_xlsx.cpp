// SPDX-License-Identifier: GPL-3.0-or-later

#include <xlsxwriter.h>

#include <algorithm>
#include <set>

#include "catalog/base/error.hpp"
#include "catalog/write/print_document.hpp"

namespace khomo::catalog {
namespace {

constexpr std::size_t kLongestName = 31;  // of a sheet

/// The part of a section's title before its first space or dot, as a sheet is named: "I", "II".
std::string sheet_name(const std::string& title, std::size_t number) {
    const auto name = title.substr(0, std::min(title.find_first_of(" ."), kLongestName));
    return name.empty() || name.find_first_of("[]:*?/\\'") != std::string::npos ? std::to_string(number) : name;
}

class DocumentBook {
public:
    DocumentBook(const PrintDocument& document, const std::filesystem::path& path) : document_(document), path_(path.string()), book_(workbook_new(path_.c_str())) {
        if (book_ == nullptr) {
            throw Error(ErrorKind::io, {"Không tạo được " + path_, "Cannot create " + path_});
        }
        lxw_doc_properties properties = {};
        std::string title = document.title;
        properties.title = title.data();
        properties.created = 1;  // fixed: the same report must give the same bytes
        workbook_set_properties(book_, &properties);
        bold_ = format(true, false, false);
        plain_ = format(false, false, false);
        cell_ = format(false, false, true);
        cell_centre_ = format(false, true, true);
        head_ = format(true, true, true);
        format_set_bg_color(head_, 0xE3EFE7);
    }
    ~DocumentBook() {
        if (book_ != nullptr) {
            workbook_close(book_);
        }
    }
    DocumentBook(const DocumentBook&) = delete;
    DocumentBook& operator=(const DocumentBook&) = delete;

    void write() {
        for (std::size_t i = 0; i < document_.sections.size(); ++i) {
            write_section(document_.sections[i], i);
        }
        const auto error = workbook_close(book_);
        book_ = nullptr;
        if (error != LXW_NO_ERROR) {
            throw Error(ErrorKind::io, {"Không ghi xong " + path_ + ": " + lxw_strerror(error), "Cannot finish " + path_ + ": " + lxw_strerror(error)});
        }
    }

private:
    lxw_format* format(bool bold, bool centre, bool border) {
        auto* made = workbook_add_format(book_);
        format_set_font_name(made, "Times New Roman");
        format_set_font_size(made, 12);
        format_set_align(made, LXW_ALIGN_VERTICAL_CENTER);
        if (bold) {
            format_set_bold(made);
        }
        if (centre) {
            format_set_align(made, LXW_ALIGN_CENTER);
        }
        if (border) {
            format_set_border(made, LXW_BORDER_THIN);
            format_set_text_wrap(made);
        }
        return made;
    }

    void write_section(const PrintSection& section, std::size_t number) {
        sheet_ = workbook_add_worksheet(book_, sheet_name(section.title, number + 1).c_str());
        worksheet_set_landscape(sheet_);
        worksheet_set_paper(sheet_, 9);  // A4
        worksheet_fit_to_pages(sheet_, 1, 0);
        for (std::size_t i = 0; i < section.table.widths.size(); ++i) {
            worksheet_set_column(sheet_, static_cast<lxw_col_t>(i), static_cast<lxw_col_t>(i), section.table.widths[i], nullptr);
        }
        line_ = 0;
        const auto right = static_cast<lxw_col_t>(std::max<std::size_t>(section.table.widths.size() / 2, 1));
        if (number == 0) {
            write_letterhead(right);
        }
        put(0, section.title, bold_);
        ++line_;
        for (const auto& paragraph : section.paragraphs) {
            put(0, paragraph, plain_);
            ++line_;
        }
        write_table(section.table);
        if (number + 1 == document_.sections.size() && !document_.signer.empty()) {
            line_ += 1;
            put(right, document_.signer, bold_);
            ++line_;
            put(right, document_.signature_note, plain_);
        }
    }

    void write_letterhead(lxw_col_t right) {
        const std::pair<std::string, std::string> lines[] = {{document_.superior, document_.lang == "vi" ? "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" : ""},
                                                             {document_.office, document_.lang == "vi" ? "Độc lập - Tự do - Hạnh phúc" : ""},
                                                             {document_.number, document_.place_and_date}};
        for (const auto& [left, other] : lines) {
            put(0, left, bold_);
            put(right, other, bold_);
            ++line_;
        }
        ++line_;
        put(0, document_.title, bold_);
        ++line_;
        put(0, document_.subtitle, bold_);
        line_ += 2;
    }

    void put(lxw_col_t column, const std::string& text, lxw_format* format) {
        if (!text.empty()) {
            worksheet_write_string(sheet_, line_, column, text.c_str(), format);
        }
    }

    /// Places that a cell of an earlier row reaches into are passed over.
    void write_table(const PrintTable& table) {
        std::set<std::pair<lxw_row_t, lxw_col_t>> taken;
        for (const auto& row : table.rows) {
            lxw_col_t column = 0;
            for (const auto& cell : row) {
                while (taken.contains({line_, column})) {
                    ++column;
                }
                auto* format = cell.head ? head_ : cell.centre ? cell_centre_ : cell_;
                const auto last_row = line_ + static_cast<lxw_row_t>(cell.rows - 1);
                const auto last_column = static_cast<lxw_col_t>(column + cell.columns - 1);
                if (cell.rows > 1 || cell.columns > 1) {
                    worksheet_merge_range(sheet_, line_, column, last_row, last_column, cell.text.c_str(), format);
                } else if (cell.text.empty()) {
                    worksheet_write_blank(sheet_, line_, column, format);
                } else {
                    worksheet_write_string(sheet_, line_, column, cell.text.c_str(), format);
                }
                for (auto r = line_; r <= last_row; ++r) {
                    for (auto c = column; c <= last_column; ++c) {
                        taken.insert({r, c});
                    }
                }
                column = static_cast<lxw_col_t>(last_column + 1);
            }
            ++line_;
        }
    }

    const PrintDocument& document_;
    std::string path_;
    lxw_workbook* book_;
    lxw_worksheet* sheet_ = nullptr;
    lxw_row_t line_ = 0;
    lxw_format* bold_ = nullptr;
    lxw_format* plain_ = nullptr;
    lxw_format* cell_ = nullptr;
    lxw_format* cell_centre_ = nullptr;
    lxw_format* head_ = nullptr;
};

}  // namespace

void write_document_xlsx(const PrintDocument& document, const std::filesystem::path& path) { DocumentBook(document, path).write(); }

}  // namespace khomo::catalog
