// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/write/print_document.hpp"

#include "catalog/write/row_writer.hpp"

namespace khomo::catalog {
namespace {

constexpr const char* kStyle =
    "@page{size:A4 landscape;margin:15mm}body{font:13pt/1.4 'Times New Roman',Tinos,serif;color:#000;background:#fff;margin:1.5rem auto;max-width:70rem;padding:0 1rem}"
    ".head{display:flex;flex-wrap:wrap;justify-content:space-between;gap:1rem;text-align:center}.head p{margin:0}"
    "h1,h2{font-size:1.1em;margin:1.2em 0 .4em}h1,.subtitle{text-align:center;margin-bottom:.2em}.subtitle{font-weight:bold;margin-top:0}"
    ".wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.92em}th,td{border:1px solid #000;padding:.25em .4em;vertical-align:top;text-align:left}"
    "th,.centre{text-align:center}thead{display:table-header-group}tr{break-inside:avoid}.sign{margin:2rem 0 5rem auto;width:20rem;text-align:center}.sign p{margin:0}";

std::string escaped(const std::string& text) {
    std::string out;
    append_xml_escaped(out, text);
    return out;
}

std::string row_html(const std::vector<PrintCell>& row) {
    std::string html = "<tr>";
    for (const auto& cell : row) {
        const std::string tag = cell.head ? "th" : "td";
        html += "<" + tag;
        html += cell.columns > 1 ? " colspan=\"" + std::to_string(cell.columns) + "\"" : "";
        html += cell.rows > 1 ? " rowspan=\"" + std::to_string(cell.rows) + "\"" : "";
        html += cell.centre && !cell.head ? " class=\"centre\"" : "";
        html += ">" + escaped(cell.text) + "</" + tag + ">";
    }
    return html + "</tr>\n";
}

std::string table_html(const PrintTable& table) {
    std::size_t heads = 0;
    while (heads < table.rows.size() && !table.rows[heads].empty() && table.rows[heads].front().head) {
        ++heads;
    }
    std::string html = "<div class=\"wide\"><table>\n<thead>\n";
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        html += (i == heads ? "</thead>\n<tbody>\n" : "") + row_html(table.rows[i]);
    }
    return html + (heads == table.rows.size() ? "</thead>\n" : "</tbody>\n") + "</table></div>\n";
}

}  // namespace

std::string document_html(const PrintDocument& document) {
    const bool vi = document.lang == "vi";
    std::string html = "<!DOCTYPE html>\n<html lang=\"" + document.lang + "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
                       escaped(document.title + " – " + document.office) + "</title>\n<style>" + kStyle + "</style>\n</head>\n<body>\n<div class=\"head\"><div>";
    html += document.superior.empty() ? "" : "<p>" + escaped(document.superior) + "</p>";
    html += "<p><strong>" + escaped(document.office) + "</strong></p>" + (document.number.empty() ? "" : "<p>" + escaped(document.number) + "</p>") + "</div>\n<div>";
    if (vi) {
        html += "<p><strong>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</strong></p><p><strong>Độc lập - Tự do - Hạnh phúc</strong></p>";
    }
    html += "<p><em>" + escaped(document.place_and_date) + "</em></p></div></div>\n<h1>" + escaped(document.title) + "</h1>\n";
    html += document.subtitle.empty() ? "" : "<p class=\"subtitle\">" + escaped(document.subtitle) + "</p>\n";
    for (const auto& section : document.sections) {
        html += "<h2>" + escaped(section.title) + "</h2>\n";
        for (const auto& paragraph : section.paragraphs) {
            html += "<p>" + escaped(paragraph) + "</p>\n";
        }
        html += section.table.rows.empty() ? "" : table_html(section.table);
    }
    if (!document.signer.empty()) {
        html += "<div class=\"sign\"><p><strong>" + escaped(document.signer) + "</strong></p><p><em>" + escaped(document.signature_note) + "</em></p></div>\n";
    }
    return html + "</body>\n</html>\n";
}

}  // namespace khomo::catalog
