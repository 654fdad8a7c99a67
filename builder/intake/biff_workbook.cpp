// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/intake/biff_workbook.hpp"

#include <algorithm>
#include <cstring>
#include <map>

#include "builder/intake/font_text.hpp"

namespace khomo::builder {
namespace {

// Record ids of MS-XLS 2.3.
constexpr std::uint16_t kFormula = 0x0006;
constexpr std::uint16_t kEof = 0x000A;
constexpr std::uint16_t kNote = 0x001C;
constexpr std::uint16_t kDate1904 = 0x0022;
constexpr std::uint16_t kFilePass = 0x002F;
constexpr std::uint16_t kFont = 0x0031;
constexpr std::uint16_t kContinue = 0x003C;
constexpr std::uint16_t kColInfo = 0x007D;
constexpr std::uint16_t kBoundSheet = 0x0085;
constexpr std::uint16_t kMulRk = 0x00BD;
constexpr std::uint16_t kRString = 0x00D6;
constexpr std::uint16_t kXf = 0x00E0;
constexpr std::uint16_t kMergeCells = 0x00E5;
constexpr std::uint16_t kSst = 0x00FC;
constexpr std::uint16_t kLabelSst = 0x00FD;
constexpr std::uint16_t kSupBook = 0x01AE;
constexpr std::uint16_t kNumber = 0x0203;
constexpr std::uint16_t kLabel = 0x0204;
constexpr std::uint16_t kBoolErr = 0x0205;
constexpr std::uint16_t kRow = 0x0208;
constexpr std::uint16_t kRk = 0x027E;
constexpr std::uint16_t kFormat = 0x041E;
constexpr std::uint16_t kBof = 0x0809;

/// Turns UTF-16 units, which may come in pieces, into UTF-8; a lone surrogate becomes U+FFFD.
class Utf16 {
public:
    void add(std::uint16_t unit) {
        if (unit >= 0xDC00 && unit < 0xE000 && high_ != 0) {
            append_utf8(text_, 0x10000 + ((static_cast<char32_t>(high_) - 0xD800) << 10) + (unit - 0xDC00U));
            high_ = 0;
            return;
        }
        drop_high();
        if (unit >= 0xD800 && unit < 0xDC00) {
            high_ = unit;
        } else {
            append_utf8(text_, unit >= 0xDC00 && unit < 0xE000 ? 0xFFFD : unit);
        }
    }
    std::string take() {
        drop_high();
        return std::move(text_);
    }

private:
    void drop_high() {
        if (high_ != 0) {
            append_utf8(text_, 0xFFFD);
            high_ = 0;
        }
    }
    std::string text_;
    std::uint16_t high_ = 0;
};

/// The body of a record and of those that continue it. Where characters cross the border, a flags byte stands at its far side.
class ContinuedBody {
public:
    explicit ContinuedBody(BiffRecords& records) : records_(records), body_(records.body()) {}

    bool at_end() {
        while (at_ == body_.size()) {
            if (records_.following() != kContinue || !records_.next()) {
                return true;
            }
            body_ = records_.body();
            at_ = 0;
            crossed_ = true;
        }
        return false;
    }
    std::uint8_t byte() { return at_end() ? std::uint8_t{0} : static_cast<std::uint8_t>(body_[at_++]); }
    std::uint16_t word() {
        const auto low = byte();
        return static_cast<std::uint16_t>(low | byte() << 8);
    }
    std::uint32_t number() {
        const auto low = word();
        return low | static_cast<std::uint32_t>(word()) << 16;
    }
    void skip(std::uint64_t length) {
        while (length > 0 && !at_end()) {
            const auto step = std::min<std::uint64_t>(length, body_.size() - at_);
            at_ += static_cast<std::size_t>(step);
            length -= step;
        }
    }
    std::string characters(std::size_t length, bool wide) {
        Utf16 text;
        for (std::size_t i = 0; i < length; ++i) {
            crossed_ = false;
            if (at_end()) {
                break;
            }
            if (crossed_) {
                wide = (byte() & 1U) != 0;
            }
            text.add(wide ? word() : byte());
        }
        return text.take();
    }

private:
    BiffRecords& records_;
    std::string_view body_;
    std::size_t at_ = 0;
    bool crossed_ = false;
};

/// Font numbers leave out 4 (MS-XLS 2.5.129).
LegacyFont font_at(const std::vector<LegacyFont>& fonts, std::size_t number) {
    const auto index = number > 4 ? number - 1 : number;
    return number != 4 && index < fonts.size() ? fonts[index] : LegacyFont{};
}

struct FontRun {
    std::size_t from;  ///< in UTF-16 units
    std::size_t font;
};

std::string with_marks(const std::string& text, const std::vector<FontRun>& runs, const std::vector<LegacyFont>& fonts) {
    std::string out = runs.front().from == 0 ? std::string() : font_runs::mark(nullptr);
    std::size_t units = 0;
    std::size_t run = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const bool starts = (byte & 0xC0U) != 0x80;
        for (; starts && run < runs.size() && runs[run].from <= units; ++run) {
            const auto font = font_at(fonts, runs[run].font);
            out += font_runs::mark(&font);
        }
        units += starts ? (byte >= 0xF0 ? 2U : 1U) : 0U;
        out += text[i];
    }
    return out;
}

void read_shared_strings(BiffRecords& records, const std::vector<LegacyFont>& fonts, StringStore& strings) {
    const bool legacy = std::any_of(fonts.begin(), fonts.end(), [](const auto& font) { return font.any(); });
    ContinuedBody body(records);
    body.number();  // how often strings are used
    const auto count = body.number();
    for (std::uint32_t i = 0; i < count && !body.at_end(); ++i) {
        const auto length = body.word();
        const auto flags = body.byte();
        const std::uint64_t runs = (flags & 0x08U) != 0 ? body.word() : 0;
        const std::uint64_t extension = (flags & 0x04U) != 0 ? body.number() : 0;
        auto text = body.characters(length, (flags & 0x01U) != 0);
        if (legacy && runs > 0) {
            std::vector<FontRun> list;
            for (std::uint64_t k = 0; k < runs && !body.at_end(); ++k) {
                const std::size_t from = body.word();
                list.push_back({from, body.word()});
            }
            text = list.empty() ? text : with_marks(text, list, fonts);
            font_runs::settle(text, true);
            body.skip(extension);
        } else {
            body.skip(runs * 4 + extension);
        }
        strings.add(text);
    }
}

}  // namespace

bool BiffRecords::next() {
    if (at_ + 4 > stream_.size()) {
        return false;
    }
    place_ = at_;
    id_ = biff_word(stream_, at_);
    const std::size_t length = biff_word(stream_, at_ + 2);
    if (length > stream_.size() - at_ - 4) {
        return false;
    }
    body_ = stream_.substr(at_ + 4, length);
    at_ += 4 + length;
    return true;
}

std::uint16_t BiffRecords::following() const {
    return at_ + 4 > stream_.size() ? std::uint16_t{0} : biff_word(stream_, at_);
}

std::uint8_t biff_byte(std::string_view body, std::size_t at) {
    return at < body.size() ? static_cast<std::uint8_t>(body[at]) : std::uint8_t{0};
}
std::uint16_t biff_word(std::string_view body, std::size_t at) {
    return static_cast<std::uint16_t>(biff_byte(body, at) | biff_byte(body, at + 1) << 8);
}
std::uint32_t biff_long(std::string_view body, std::size_t at) {
    return biff_word(body, at) | static_cast<std::uint32_t>(biff_word(body, at + 2)) << 16;
}

double biff_double(std::string_view body, std::size_t at) {
    const auto bits = biff_long(body, at) | static_cast<std::uint64_t>(biff_long(body, at + 4)) << 32;
    double value = 0;
    std::memcpy(&value, &bits, sizeof value);
    return value;
}

double biff_rk(std::uint32_t packed) {
    double value = 0;
    if ((packed & 2U) != 0) {
        value = static_cast<double>(static_cast<std::int32_t>(packed) >> 2);
    } else {
        const auto bits = static_cast<std::uint64_t>(packed & 0xFFFFFFFCU) << 32;
        std::memcpy(&value, &bits, sizeof value);
    }
    return (packed & 1U) != 0 ? value / 100 : value;
}

std::string biff_text(std::string_view body, std::size_t at, std::size_t length) {
    const bool wide = (biff_byte(body, at) & 1U) != 0;
    Utf16 text;
    for (std::size_t i = 0; i < length; ++i) {
        const auto place = at + 1 + (wide ? 2 * i : i);
        if (place + (wide ? 1 : 0) >= body.size()) {
            break;
        }
        text.add(wide ? biff_word(body, place) : biff_byte(body, place));
    }
    return text.take();
}

std::optional<BiffWorkbook> read_biff_workbook(std::string_view stream, StringStore& strings) {
    BiffRecords records(stream, 0);
    constexpr std::uint16_t kVersion8 = 0x0600;
    if (!records.next() || records.id() != kBof || biff_word(records.body(), 0) != kVersion8) {
        return std::nullopt;
    }
    BiffWorkbook workbook;
    std::map<std::uint16_t, NumberLook> formats;
    std::vector<LegacyFont> fonts;
    while (records.next() && records.id() != kEof) {
        const auto body = records.body();
        switch (records.id()) {
            case kFilePass: workbook.encrypted = true; return workbook;
            case kDate1904: workbook.from_1904 = biff_word(body, 0) == 1; break;
            case kBoundSheet:
                if (biff_byte(body, 5) == 0) {  // a worksheet; charts and macro sheets hold no table
                    workbook.sheets.push_back({biff_text(body, 7, biff_byte(body, 6)), (biff_byte(body, 4) & 3U) != 0});
                    workbook.places.push_back(biff_long(body, 0));
                }
                break;
            case kFormat: formats[biff_word(body, 0)] = look_of_format(biff_text(body, 4, biff_word(body, 2))); break;
            case kXf: {
                const auto format = biff_word(body, 2);
                const auto own = formats.find(format);
                workbook.looks.push_back(own == formats.end() ? look_of_builtin(format) : own->second);
                workbook.fonts.push_back(font_at(fonts, biff_word(body, 0)));
                break;
            }
            case kSupBook: {
                const auto kind = biff_word(body, 2);  // 0x0401 is this workbook, 0x3A01 an add-in
                workbook.external_links = workbook.external_links || (kind != 0x0401 && kind != 0x3A01);
                break;
            }
            case kFont: fonts.push_back(legacy_font(biff_text(body, 15, biff_byte(body, 14)))); break;
            case kSst: read_shared_strings(records, fonts, strings); break;
            default: break;
        }
    }
    return workbook;
}

BiffSheet index_biff_sheet(std::string_view stream, std::size_t place) {
    BiffSheet sheet;
    BiffRecords records(stream, place);
    int depth = 0;
    sheet.cut = true;
    while (records.next()) {
        const auto body = records.body();
        const auto id = records.id();
        if (id == kBof) {
            ++depth;  // a chart inside the sheet is a stream in the stream
        } else if (id == kEof && --depth <= 0) {
            sheet.cut = false;
            break;
        } else if (depth > 1) {
            continue;
        }
        const BiffCell cell{biff_word(body, 0), biff_word(body, 2), 0, records.place()};
        if (id == kLabelSst || id == kNumber || id == kRk || id == kBoolErr || id == kLabel || id == kRString || id == kFormula) {
            sheet.cells.push_back(cell);
        } else if (id == kMulRk && body.size() >= 12) {
            const auto count = std::min<std::size_t>((body.size() - 6) / 6, 256);
            for (std::uint16_t i = 0; i < count; ++i) {
                sheet.cells.push_back({cell.row, static_cast<std::uint16_t>(cell.column + i), i, cell.place});
            }
        } else if (id == kRow && (biff_byte(body, 12) & 0x20U) != 0) {
            sheet.hidden_rows.push_back(biff_word(body, 0));
        } else if (id == kNote) {
            sheet.comments = true;
        } else if (id == kColInfo && (biff_word(body, 8) & 1U) != 0) {
            sheet.hidden_columns.emplace_back(biff_word(body, 0), biff_word(body, 2));
        } else if (id == kMergeCells) {
            for (std::size_t i = 0; i < biff_word(body, 0) && 2 + 8 * i + 8 <= body.size(); ++i) {
                const auto at = 2 + 8 * i;
                sheet.merged.push_back({biff_word(body, at), biff_word(body, at + 2), biff_word(body, at + 4), biff_word(body, at + 6)});
            }
        }
    }
    std::stable_sort(sheet.cells.begin(), sheet.cells.end(), [](const auto& a, const auto& b) { return a.row != b.row ? a.row < b.row : a.column < b.column; });
    std::sort(sheet.hidden_rows.begin(), sheet.hidden_rows.end());
    return sheet;
}

}  // namespace khomo::builder
