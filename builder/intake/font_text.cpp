// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/intake/font_text.hpp"

#include <algorithm>

#include "catalog/base/letter_case.hpp"
#include "catalog/base/text.hpp"

namespace khomo::builder {
namespace {

constexpr char kMark = '\xFF';
constexpr char kCell = '0';
constexpr char kOrdinary = '1';
constexpr char kTcvn3 = '2';
constexpr char kTcvn3Capitals = '3';
constexpr char kVni = '4';

char code_of(const LegacyFont* font) {
    if (font == nullptr) {
        return kCell;
    }
    return font->encoding == "vni" ? kVni : font->encoding == "tcvn3" ? (font->capitals ? kTcvn3Capitals : kTcvn3) : kOrdinary;
}

LegacyFont font_of(char code, const LegacyFont& cell) {
    switch (code) {
        case kCell: return cell;
        case kTcvn3: return {"tcvn3", false};
        case kTcvn3Capitals: return {"tcvn3", true};
        case kVni: return {"vni", false};
        default: return {};
    }
}

}  // namespace

namespace font_runs {

std::string mark(const LegacyFont* font) { return {kMark, code_of(font)}; }

bool marked(std::string_view text) { return text.find(kMark) != std::string_view::npos; }

void settle(std::string& text, bool legacy_cells) {
    bool keep = false;
    for (auto at = text.find(kMark); at != std::string::npos && at + 1 < text.size(); at = text.find(kMark, at + 1)) {
        const char code = text[at + 1];
        keep = keep || (code != kCell && (code != kOrdinary || legacy_cells));
    }
    for (auto at = text.find(kMark); !keep && at != std::string::npos; at = text.find(kMark, at)) {
        text.erase(at, 2);
    }
}

}  // namespace font_runs

FontText::FontText() : tcvn3_("utf-8+tcvn3"), vni_("utf-8+vni") {}

void FontText::read_run(const LegacyFont& font, std::string& text) {
    if (!font.any()) {
        return;
    }
    encodings_.insert(font.encoding);
    // Text that Unicode wrote in such a font is drawn in another one, so its small letters are no capitals.
    const bool foreign = !to_windows_1252(text).has_value();
    auto& decoder = font.encoding == "vni" ? vni_ : tcvn3_;
    if (decoder.decode(text, scratch_)) {
        text.swap(scratch_);
    }
    if (font.capitals && !foreign) {
        text = to_upper(text);
    }
}

void FontText::read(const LegacyFont& cell, std::string& text) {
    const auto before = text;
    if (!font_runs::marked(text)) {
        read_run(cell, text);
    } else {
        std::string out;
        for (std::size_t at = 0; at < text.size();) {
            const bool mark = text[at] == kMark && at + 1 < text.size();
            const auto font = mark ? font_of(text[at + 1], cell) : cell;
            const auto from = mark ? at + 2 : at;
            const auto to = std::min(text.find(kMark, from), text.size());
            auto run = text.substr(from, to - from);
            read_run(font, run);
            out += run;
            at = to == text.size() ? to : std::max(to, at + 1);
        }
        text = std::move(out);
    }
    if (text != before && (cell.any() || font_runs::marked(before))) {
        ++cells_;
        example_ = example_.empty() ? text : example_;
    }
}

void FontText::tell(FormNotes& notes) const {
    if (cells_ == 0) {
        return;
    }
    std::string names;
    for (const auto& encoding : encodings_) {
        names += (names.empty() ? "" : ", ") + encoding;
    }
    const auto cells = std::to_string(cells_);
    notes.info("text/legacy-font", 0, "",
               {cells + " ô dùng phông chữ cũ (" + names + ") đã đổi sang Unicode, ví dụ " + excerpt(example_),
                cells + " cells in a legacy font (" + names + ") were turned into Unicode, such as " + excerpt(example_)},
               {"Chuyển cả tệp sang Unicode và phông thường (Times New Roman) trước khi giao",
                "Convert the whole file to Unicode and an ordinary font (Times New Roman) before delivering"});
}

}  // namespace khomo::builder
