// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "builder/intake/form_notes.hpp"
#include "catalog/model/dataset.hpp"
#include "catalog/model/raw.hpp"

namespace khomo::builder {

/// Readers of the common table formats: streaming, memory does not grow with rows. They run in a child process (read_request.hpp). Each gives
/// null after a blocking note when the file is not what it says; a fault that shows later is a blocking note and the end of the rows.
/// They throw Error only for faults of the machine. Rows without any value are left out and counted in the note form/empty-rows.
std::unique_ptr<catalog::RawReader> open_csv(const std::filesystem::path& path, const catalog::TableLayout& layout, FormNotes& notes);
/// `scratch` is a folder that may be written to: strings that do not fit in memory go there.
std::unique_ptr<catalog::RawReader> open_xlsx(const std::filesystem::path& path, const catalog::TableLayout& layout, const std::filesystem::path& scratch,
                                              FormNotes& notes);
std::unique_ptr<catalog::RawReader> open_xls(const std::filesystem::path& path, const catalog::TableLayout& layout, const std::filesystem::path& scratch,
                                             FormNotes& notes);
/// Columns are the attributes and child elements of the row element, in the order in which they first appear anywhere in the file; the text of
/// deeper elements is named by its path ("dia_chi/xa").
std::unique_ptr<catalog::RawReader> open_xml(const std::filesystem::path& path, const catalog::TableLayout& layout, FormNotes& notes);

/// A cell of the heading that reaches over several columns; rows and columns count from 0 inside the heading.
struct HeadingSpan {
    std::size_t first_row = 0;
    std::size_t last_row = 0;
    std::size_t first_column = 0;
    std::size_t last_column = 0;
};

/// Joins the texts of one or more heading rows, white space squeezed: "Kế hoạch / Thực hiện". Where the merged cells are known (`spans`) a heading
/// reaches exactly over its span; where they are not (CSV, XLS) an upper heading reaches right until the next one, over columns that have a
/// heading below.
std::vector<std::string> join_headings(const std::vector<std::vector<std::string>>& rows, const std::vector<HeadingSpan>* spans = nullptr);

/// "A", "B" … "XFD": the letters a spreadsheet shows above column `index` (from 0).
std::string column_letters(std::size_t index);

/// Fills the part of a row that no cell of the file filled and tells whether the row holds anything.
bool finish_cells(catalog::RawRow& row, std::size_t filled, std::size_t width);

/// Counts rows without any value; the note tells where the first one was if rows with values came after it.
class EmptyRows {
public:
    void empty(std::uint64_t row);
    void value() { confirmed_ = pending_; }
    void finish(FormNotes& notes) const;

private:
    std::uint64_t first_ = 0;
    std::uint64_t pending_ = 0;
    std::uint64_t confirmed_ = 0;
};

}  // namespace khomo::builder
