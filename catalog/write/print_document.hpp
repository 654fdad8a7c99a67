// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace khomo::catalog {

/// One cell of a printed table; `columns` and `rows` are how far it reaches.
struct PrintCell {
    std::string text;
    int columns = 1;
    int rows = 1;
    bool head = false;
    bool centre = false;
};

/// Rows as they are printed: a place that a cell of an earlier row reaches into has no cell of its own.
struct PrintTable {
    std::vector<double> widths;  ///< in characters
    std::vector<std::vector<PrintCell>> rows;
};

struct PrintSection {
    std::string title;
    std::vector<std::string> paragraphs;
    PrintTable table;  ///< without rows: none
};

/// An administrative document (Decree 30/2020's layout): letterhead, number and date, title, sections, signature.
struct PrintDocument {
    std::string lang = "vi";
    std::string superior;  ///< upper left, may be empty
    std::string office;    ///< upper left, bold
    std::string number;    ///< "Số:        /BC-"
    std::string place_and_date;
    std::string title;
    std::string subtitle;
    std::vector<PrintSection> sections;
    std::string signer;  ///< "ĐẠI DIỆN ĐƠN VỊ"
    std::string signature_note;
};

/// A page that prints on A4 landscape; stands alone, holds no script and loads nothing.
std::string document_html(const PrintDocument& document);
/// A workbook with one sheet a section; the same document gives the same bytes.
void write_document_xlsx(const PrintDocument& document, const std::filesystem::path& path);

}  // namespace khomo::catalog
