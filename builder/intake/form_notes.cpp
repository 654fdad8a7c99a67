// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/intake/form_notes.hpp"

namespace khomo::builder {
namespace {

constexpr std::uint64_t kToldPerRule = 20;

}  // namespace

void FormNotes::add(catalog::Severity severity, std::string_view rule, std::uint64_t row, std::string_view column, Text message, Text fix) {
    blocked_ = blocked_ || severity == catalog::Severity::block;
    auto& tally = tallies_[std::string(rule) + '\n' + std::string(column)];
    if (tally.told >= kToldPerRule && tally.rest.count > 0 && !tally.rest.rule.empty()) {
        ++tally.rest.count;
        return;
    }
    catalog::Finding finding;
    finding.rule = rule;
    finding.severity = severity;
    finding.place.file = file_;
    finding.place.sheet = sheet_;
    finding.place.row = row;
    finding.place.column = column;
    finding.message = std::move(message);
    finding.fix = std::move(fix);
    if (tally.told >= kToldPerRule) {
        tally.rest = std::move(finding);
        return;
    }
    ++tally.told;
    sink_(std::move(finding));
}

void FormNotes::block(std::string_view rule, std::uint64_t row, std::string_view column, Text message, Text fix) {
    add(catalog::Severity::block, rule, row, column, std::move(message), std::move(fix));
}

void FormNotes::warn(std::string_view rule, std::uint64_t row, std::string_view column, Text message, Text fix) {
    add(catalog::Severity::warn, rule, row, column, std::move(message), std::move(fix));
}

void FormNotes::info(std::string_view rule, std::uint64_t row, std::string_view column, Text message, Text fix) {
    add(catalog::Severity::info, rule, row, column, std::move(message), std::move(fix));
}

void FormNotes::warn_comments() {
    warn("form/comments", 0, "", {"Bảng tính có ghi chú ở ô; ghi chú không được công bố", "The workbook holds notes at cells; they are not published"},
         {"Xóa mọi ghi chú; đưa điều cần nói vào một cột", "Delete all notes; put what has to be said into a column"});
}

void FormNotes::warn_external_links() {
    warn("form/external-links", 0, "",
         {"Bảng tính lấy số liệu từ tệp khác; giá trị đã lưu có thể cũ", "The workbook takes figures from another file; the saved values may be out of date"},
         {"Cắt liên kết và dán giá trị (Dữ liệu > Sửa liên kết)", "Break the links and paste values (Data > Edit links)"});
}

void FormNotes::warn_embedded_objects() {
    warn("form/embedded-object", 0, "", {"Bảng tính nhúng tệp hoặc đối tượng khác; chúng không được công bố", "The workbook has other files or objects inside; they are not published"},
         {"Xóa đối tượng nhúng, giao riêng nếu cần công bố", "Delete the objects; deliver them by themselves if they are to be published"});
}

void FormNotes::warn_hidden_columns(std::uint64_t row, const std::string& letters) {
    warn("form/hidden-columns", row, letters,
         {"Cột " + letters + " đang ẩn; cột có khai báo vẫn được đọc và công bố", "Column " + letters + " is hidden; a declared column is read and published all the same"},
         {"Hiện các cột ẩn, xóa cột không cần rồi giao lại", "Show the hidden columns, delete what does not belong, deliver again"});
}

void FormNotes::finish() {
    for (auto& [key, tally] : tallies_) {
        if (!tally.rest.rule.empty()) {
            sink_(std::move(tally.rest));
        }
    }
    tallies_.clear();
}

}  // namespace khomo::builder
