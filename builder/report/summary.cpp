// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/report/summary.hpp"

#include <algorithm>

namespace khomo::builder {
namespace {

std::size_t width_of(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string place_of(const catalog::Finding& finding, Lang lang) {
    const bool vi = lang == Lang::vi;
    std::string place = finding.dataset;
    const auto add = [&](const std::string& part) { place += (place.empty() ? "" : " › ") + part; };
    if (!finding.delivery.empty()) {
        add(finding.delivery);
    }
    if (!finding.place.file.empty()) {
        add(finding.place.file);
    }
    if (!finding.place.sheet.empty()) {
        add((vi ? "trang tính " : "sheet ") + finding.place.sheet);
    }
    if (finding.place.line > 0) {
        add((vi ? "dòng " : "line ") + std::to_string(finding.place.line) + ":" + std::to_string(finding.place.line_column));
    }
    if (finding.place.row > 0) {
        add((vi ? "dòng " : "row ") + std::to_string(finding.place.row));
    }
    if (!finding.place.column.empty()) {
        add((vi ? "cột " : "column ") + finding.place.column);
    }
    return place;
}

}  // namespace

std::string describe(const catalog::Finding& finding, Lang lang) {
    const bool vi = lang == Lang::vi;
    const char* severity = finding.severity == catalog::Severity::block ? (vi ? "CHẶN" : "BLOCK")
                           : finding.severity == catalog::Severity::warn ? (vi ? "CẢNH BÁO" : "WARN")
                                                                         : (vi ? "GHI CHÚ" : "NOTE");
    std::string text = std::string(severity) + "  " + place_of(finding, lang) + "\n    " + finding.message.in(lang) + "  [" + finding.rule + "]";
    if (finding.count > 1) {
        text += vi ? " (và " + std::to_string(finding.count - 1) + " chỗ nữa)" : " (and " + std::to_string(finding.count - 1) + " more)";
    }
    if (!finding.fix.empty()) {
        text += "\n    → " + finding.fix.in(lang);
    }
    return text + "\n";
}

std::string text_table(const std::vector<std::vector<std::string>>& rows) {
    std::vector<std::size_t> widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i) {
            widths[i] = std::max(widths[i], width_of(row[i]));
        }
    }
    std::string text;
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            text += row[i];
            if (i + 1 < row.size()) {
                text.append(widths[i] - width_of(row[i]) + 2, ' ');
            }
        }
        text += '\n';
    }
    return text;
}

}  // namespace khomo::builder
