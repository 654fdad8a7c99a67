// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/intake/reread_rows.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "builder/intake/legacy_encoding.hpp"
#include "catalog/base/text.hpp"

namespace khomo::builder {
namespace {

using catalog::RawCell;
using catalog::RawRow;

constexpr std::size_t kMostRows = 2000;
constexpr std::size_t kMostBytes = 4U << 20;

std::string percent(double share) { return std::to_string(static_cast<int>(std::lround(share * 100))) + "%"; }

/// "utf-8+tcvn3" for the declared "tcvn3": here the bytes have become characters already.
std::string again_name(const std::string& declared) {
    if (declared == "utf-8" || declared == "windows-1252" || declared.starts_with("utf-8+")) {
        return declared == "windows-1252" ? "utf-8" : declared;
    }
    return "utf-8+" + declared;
}

bool is_utf8_inside(const WordSample& sample) {
    const auto& words = sample.words();
    return std::all_of(words.begin(), words.end(), [](const auto& word) {
        const auto bytes = to_windows_1252(word);
        return bytes && is_valid_utf8(*bytes);
    });
}

/// Whether Vietnamese words are there that no old encoding can have made: then each column is judged by itself.
bool is_mixed(const WordSample& sample) {
    const auto& words = sample.words();
    return std::any_of(words.begin(), words.end(), [](const auto& word) { return !to_windows_1252(word) && vietnamese_share(word) == 1; });
}

class RereadRows : public catalog::RawReader {
public:
    RereadRows(std::unique_ptr<catalog::RawReader> reader, FormNotes& notes) : reader_(std::move(reader)), notes_(notes), header_(reader_->header()) {}

    void declare(const std::string& encoding) {
        decoders_.clear();
        if (encoding != "utf-8") {
            auto shared = std::make_shared<TextDecoder>(encoding);
            decoders_.assign(header_.columns.size() + 1, shared);
            decode_header();
        }
    }

    /// False after a blocking note.
    bool look(bool bytes) {
        take_sample();
        WordSample all;
        std::vector<WordSample> columns(header_.columns.size() + 1);  // the last one is the heading
        const auto add = [&](std::size_t column, const std::string& text) {
            all.add(text);
            columns[column].add(text);
        };
        for (const auto& name : header_.columns) {
            add(header_.columns.size(), name);
        }
        for (const auto& row : kept_) {
            for (std::size_t i = 0; i < row.cells.size() && i < header_.columns.size(); ++i) {
                if (row.cells[i].kind == RawCell::Kind::text) {
                    add(i, row.cells[i].text);
                }
            }
        }
        if (bytes && is_utf8_inside(all)) {
            declare("utf-8+utf-8");
            return true;
        }
        const auto readings = read_sample_as(all, true);
        const auto settled = settle_encoding(readings, true);
        if (settled && *settled != "utf-8" && !is_mixed(all)) {
            note_converted(*settled, readings, notes_);
            declare(*settled);
            return true;
        }
        return look_at_columns(columns);
    }

    const catalog::RawHeader& header() const override { return header_; }

    bool next(RawRow& row) override {
        if (at_ < kept_.size()) {
            std::swap(row, kept_[at_++]);
        } else if (ended_ || !reader_->next(row)) {
            ended_ = true;
            return false;
        }
        for (std::size_t i = 0; i < row.cells.size() && i < decoders_.size(); ++i) {
            if (decoders_[i] && row.cells[i].kind == RawCell::Kind::text && decoders_[i]->decode(row.cells[i].text, scratch_)) {
                row.cells[i].text.swap(scratch_);
            }
        }
        return true;
    }

private:
    void take_sample() {
        std::size_t bytes = 0;
        while (kept_.size() < kMostRows && bytes < kMostBytes) {
            RawRow row;
            if (!reader_->next(row)) {
                ended_ = true;
                return;
            }
            bytes += row.geometry.size();
            for (const auto& cell : row.cells) {
                bytes += cell.text.size() + sizeof(RawCell);
            }
            kept_.push_back(std::move(row));
        }
    }

    /// Tables joined from several sources may hold one old column.
    bool look_at_columns(const std::vector<WordSample>& columns) {
        std::vector<std::shared_ptr<TextDecoder>> decoders(columns.size());
        bool any = false;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const auto readings = read_sample_as(columns[i], true);
            const auto settled = settle_encoding(readings, true);
            const auto name = i < header_.columns.size() ? header_.columns[i] : std::string();
            if (!settled) {
                note_unsettled(readings, notes_, name);
                return false;
            }
            if (*settled != "utf-8") {
                note_converted(*settled, readings, notes_, name);
                decoders[i] = std::make_shared<TextDecoder>(*settled);
                any = true;
            }
        }
        if (any) {
            decoders_ = std::move(decoders);
            decode_header();
        }
        return true;
    }

    void decode_header() {
        if (!decoders_.back()) {
            return;
        }
        for (auto& name : header_.columns) {
            if (decoders_.back()->decode(name, scratch_)) {
                name.swap(scratch_);
            }
        }
    }

    std::unique_ptr<catalog::RawReader> reader_;
    FormNotes& notes_;
    catalog::RawHeader header_;
    std::vector<RawRow> kept_;
    std::size_t at_ = 0;
    bool ended_ = false;
    std::vector<std::shared_ptr<TextDecoder>> decoders_;  ///< by column, then the heading's; empty when nothing has to be read again
    std::string scratch_;
};

}  // namespace

void note_unsettled(const std::vector<Reading>& readings, FormNotes& notes, const std::string& column) {
    const auto shown = show_readings(readings);
    notes.block("text/encoding", 0, column, {"Không chắc bảng mã của chữ. Đọc thử: " + shown, "The encoding of the text is in doubt. Read as: " + shown},
                {"Lưu lại bằng UTF-8, hoặc chọn cách đọc đúng ở trên và khai báo table.encoding (ví dụ encoding: tcvn3); các tên: " + list_of_encodings(),
                 "Save it as UTF-8, or choose the right reading above and declare table.encoding (such as encoding: tcvn3); the names: " + list_of_encodings()});
}

void note_converted(const std::string& encoding, const std::vector<Reading>& readings, FormNotes& notes, const std::string& column) {
    const auto found = std::find_if(readings.begin(), readings.end(), [&](const auto& reading) { return reading.encoding == encoding; });
    const auto share = percent(found == readings.end() ? 0 : found->share);
    const auto shown = found == readings.end() ? std::string() : found->shown;
    notes.info("text/legacy-encoding", 0, column,
               {"Chữ theo bảng mã " + encoding + " đã đổi sang Unicode NFC (" + share + " âm tiết hợp lệ), ví dụ " + shown,
                "Text in " + encoding + " was turned into Unicode NFC (" + share + " of the words are Vietnamese syllables), such as " + shown},
               {"Lần sau giao UTF-8, hoặc khai báo table.encoding: " + encoding, "Deliver UTF-8 next time, or declare table.encoding: " + encoding});
}

std::unique_ptr<catalog::RawReader> reread_legacy_rows(std::unique_ptr<catalog::RawReader> reader, const std::string& declared, FormNotes& notes, bool bytes) {
    if (!reader) {
        return nullptr;
    }
    auto rows = std::make_unique<RereadRows>(std::move(reader), notes);
    if (declared != "auto" && !declared.empty()) {
        rows->declare(again_name(declared));
        return rows;
    }
    return rows->look(bytes) ? std::move(rows) : nullptr;
}

}  // namespace khomo::builder
