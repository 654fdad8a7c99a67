// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/intake/xlsx_parts.hpp"

#include <algorithm>
#include <array>

#include "builder/intake/font_text.hpp"
#include "builder/intake/sax_parser.hpp"
#include "catalog/base/number.hpp"

namespace khomo::builder {
namespace {

/// Shared strings go to the store one by one; phonetic hints (rPh) are no text.
class StringsHandler : public SaxHandler {
public:
    StringsHandler(StringStore& store, bool legacy_cells, FormNotes& notes) : store_(store), legacy_cells_(legacy_cells), notes_(notes) {}
    void attach(SaxParser& parser) { parser_ = &parser; }

    void start(std::string_view name, const SaxAttributes& attributes) override {
        if (name == "si") {
            text_.clear();
            runs_ = false;
        } else if (name == "r") {
            text_ += font_runs::mark(nullptr);
            runs_ = true;
        } else if (name == "rFont" && text_.ends_with(font_runs::mark(nullptr))) {
            const auto font = legacy_font(attributes.find_text("val"));
            text_.replace(text_.size() - 2, 2, font_runs::mark(&font));
        }
        hints_ += name == "rPh" ? 1 : 0;
        in_text_ = name == "t" && hints_ == 0;
    }
    void end(std::string_view name) override {
        in_text_ = false;
        hints_ -= name == "rPh" ? 1 : 0;
        if (name != "si") {
            return;
        }
        unescape_xlsx_text(text_);
        if (runs_) {
            font_runs::settle(text_, legacy_cells_);
        }
        store_.add(text_);
        if (store_.size() > kMostXlsxCells) {
            refuse({"Bảng tính có hơn 20 triệu chuỗi", "The workbook holds more than 20 million strings"});
        }
    }
    void text(std::string_view piece) override {
        if (in_text_) {
            text_ += piece;
            if (text_.size() > kLongestXlsxString) {
                refuse({"Một chuỗi dài hơn 32.767 ký tự, Excel không ghi như vậy", "A string is longer than 32,767 characters, which Excel never writes"});
            }
        }
    }

private:
    void refuse(Text message) {
        notes_.block("form/xlsx-limit", 0, "", std::move(message), {"Kiểm tra tệp và lưu lại bằng Excel", "Check the file and save it again from Excel"});
        parser_->stop();
    }
    StringStore& store_;
    bool legacy_cells_;
    FormNotes& notes_;
    SaxParser* parser_ = nullptr;
    std::string text_;
    int hints_ = 0;
    bool runs_ = false;
    bool in_text_ = false;
};

}  // namespace

CellReference parse_cell_reference(std::string_view text) {
    CellReference reference;
    text = text.substr(0, text.find(':'));  // of a range, its first cell
    std::size_t i = 0;
    std::size_t column = 0;
    for (; i < text.size() && text[i] >= 'A' && text[i] <= 'Z' && i < 4; ++i) {
        column = column * 26 + static_cast<std::size_t>(text[i] - 'A' + 1);
    }
    reference.has_column = column > 0;
    reference.column = column > 0 ? column - 1 : 0;
    reference.row = static_cast<std::uint64_t>(std::max<std::int64_t>(0, parse_integer(text.substr(i)).value_or(0)));
    return reference;
}

void unescape_xlsx_text(std::string& text) {
    for (auto at = text.find("_x"); at != std::string::npos; at = text.find("_x", at + 1)) {
        if (at + 7 > text.size() || text[at + 6] != '_') {
            continue;
        }
        const auto digits = text.substr(at + 2, 4);
        if (digits.find_first_not_of("0123456789abcdefABCDEF") != std::string::npos) {
            continue;
        }
        const auto code = std::stoul(digits, nullptr, 16);
        if (code < 0x80 && code != 0) {
            text.replace(at, 7, 1, static_cast<char>(code));
        }
    }
}

bool read_shared_strings(const ZipArchive& archive, const std::string& part, bool legacy_cells, StringStore& store, FormNotes& notes) {
    StringsHandler handler(store, legacy_cells, notes);
    SaxParser parser(handler);
    handler.attach(parser);
    auto stream = archive.stream(part);
    std::string slice(1U << 16, '\0');
    while (const auto got = stream.read(slice.data(), slice.size())) {
        if (!parser.feed({slice.data(), got})) {
            break;
        }
    }
    if (!notes.blocked() && !parser.finish()) {
        notes.block("form/xlsx", 0, "", {"XLSX hỏng ở " + part + ": " + parser.error(), "The XLSX is damaged at " + part + ": " + parser.error()},
                    {"Mở bằng Excel hoặc LibreOffice rồi lưu lại thành XLSX", "Open it in Excel or LibreOffice and save it as XLSX again"});
    }
    return !notes.blocked();
}

std::vector<HeadingSpan> find_heading_spans(const ZipArchive& archive, const std::string& part, std::uint64_t first_row, std::uint64_t last_row) {
    std::vector<HeadingSpan> spans;
    auto stream = archive.stream(part);
    std::string window;
    std::array<char, 1 << 16> slice{};
    constexpr std::size_t kOverlap = 256;
    for (bool more = true; more;) {
        const auto got = stream.read(slice.data(), slice.size());
        more = got > 0;
        window.append(slice.data(), got);
        std::size_t at = 0;
        // Near the end of the window a reference may be cut, unless nothing follows.
        while ((at = window.find("mergeCell ", at)) != std::string::npos && (at + kOverlap <= window.size() || !more)) {
            const auto from = window.find("ref=\"", at);
            const auto to = from == std::string::npos ? from : window.find('"', from + 5);
            at += 10;
            if (to == std::string::npos || to > at + kOverlap) {
                continue;
            }
            const auto reference = std::string_view(window).substr(from + 5, to - from - 5);
            const auto colon = reference.find(':');
            const auto a = parse_cell_reference(reference.substr(0, colon));
            const auto b = colon == std::string_view::npos ? a : parse_cell_reference(reference.substr(colon + 1));
            if (a.row >= first_row && a.row <= last_row && b.row >= a.row && b.column >= a.column && spans.size() < kMostXlsxColumns) {
                spans.push_back({a.row - first_row, b.row - first_row, a.column, b.column});
            }
        }
        const auto keep = at == std::string::npos ? kOverlap : window.size() - at;
        window.erase(0, window.size() - std::min(window.size(), keep));
    }
    return spans;
}

}  // namespace khomo::builder
