// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/intake/json_reader.hpp"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <unordered_map>
#include <utility>

#include "builder/intake/feed_rows.hpp"
#include "builder/intake/json_records.hpp"
#include "builder/intake/table_reader.hpp"
#include "catalog/base/error.hpp"
#include "catalog/base/number.hpp"
#include "catalog/base/text.hpp"

namespace khomo::builder {
namespace {

using catalog::RawCell;
using catalog::RawRow;

constexpr std::size_t kMostColumns = 2000;

JsonCursor cursor_over(std::ifstream& file) {
    return JsonCursor([&file](char* to, std::size_t length) {
        file.read(to, static_cast<std::streamsize>(length));
        return static_cast<std::size_t>(file.gcount());
    });
}

/// An open file and the cursor over it, which must not move once it is made.
struct JsonFile {
    std::ifstream file;
    JsonCursor cursor;
    JsonFile(const std::filesystem::path& path, const std::string& shown) : file(path, std::ios::binary), cursor(cursor_over(file)) {
        if (!file) {
            throw io_error("mở", "open", shown, errno);
        }
    }
};

void note_fault(const JsonCursor& cursor, std::uint64_t record, FormNotes& notes) {
    notes.block("form/json", record, "", cursor.fault(), {"Xuất lại tệp JSON (UTF-8) từ hệ thống nguồn", "Export the JSON again from its source, in UTF-8"});
}

/// Reads one record member by member; `take(column, token)` is called for every value that is no object.
template <class Take>
bool read_members(JsonCursor& cursor, std::string& column, Take&& take) {
    for (auto token = cursor.next(); token != JsonToken::end_object; token = cursor.next()) {
        if (token != JsonToken::key) {
            return false;
        }
        const auto length = column.size();
        column += length == 0 ? "" : "/";
        column += cursor.text();
        const auto value = cursor.next();
        const bool fine = value == JsonToken::begin_object ? read_members(cursor, column, take) : take(column, value);
        column.resize(length);
        if (!fine) {
            return false;
        }
    }
    return true;
}

void fill_cell(RawCell& cell, JsonToken token, const std::string& text) {
    cell.number = 0;
    switch (token) {
        case JsonToken::number:
            cell.kind = RawCell::Kind::number;
            cell.text = text;
            if (const auto value = parse_double(text)) {
                cell.number = *value;
            } else {
                cell.kind = RawCell::Kind::text;  // beyond the range of doubles: the contract's check says so
            }
            return;
        case JsonToken::boolean:
            cell.kind = RawCell::Kind::boolean;
            cell.text = text;
            cell.number = text == "true" ? 1 : 0;
            return;
        case JsonToken::string:
            cell.kind = text.empty() ? RawCell::Kind::empty : RawCell::Kind::text;
            cell.text = text;
            return;
        default: cell.kind = RawCell::Kind::empty; cell.text.clear();
    }
}

class JsonReader : public catalog::RawReader {
public:
    JsonReader(const std::filesystem::path& path, std::vector<std::string> record, std::vector<std::string> columns, const std::vector<std::string>& ignored, FormNotes& notes)
        : notes_(notes), source_(path, notes.file()), records_(source_.cursor, std::move(record)), ignored_(ignored) {
        header_.file = notes.file();
        header_.columns = std::move(columns);
        for (std::size_t i = 0; i < header_.columns.size(); ++i) {
            index_.emplace(header_.columns[i], i);
        }
    }

    const catalog::RawHeader& header() const override { return header_; }

    bool next(RawRow& row) override {
        while (!ended_) {
            const auto step = records_.next();
            if (step == JsonRecords::Step::end || step == JsonRecords::Step::fault) {
                end(step == JsonRecords::Step::fault);
                return false;
            }
            ++number_;
            if (step == JsonRecords::Step::not_record) {
                notes_.block("form/json-record", number_, "", {"Bản ghi không phải đối tượng {…}", "The record is no object {…}"},
                             {"Mỗi hàng là một đối tượng: {\"ten_cot\": giá trị, …}", "One object a row: {\"column\": value, …}"});
                continue;
            }
            row.row = number_;
            row.geometry.clear();
            finish_cells(row, 0, header_.columns.size());
            if (!read_record(row)) {
                end(true);
                return false;
            }
            if (finish_cells(row, header_.columns.size(), header_.columns.size())) {
                empty_rows_.value();
                return true;
            }
            empty_rows_.empty(number_);
        }
        return false;
    }

private:
    void end(bool fault) {
        ended_ = true;
        if (fault) {
            note_fault(source_.cursor, number_, notes_);
        }
        empty_rows_.finish(notes_);
    }

    bool read_record(RawRow& row) {
        return read_members(source_.cursor, column_, [&](const std::string& column, JsonToken token) {
            const auto at = index_.find(column);
            if (at == index_.end()) {
                return source_.cursor.skip(token);
            }
            if (seen_.size() < header_.columns.size()) {
                seen_.resize(header_.columns.size());
            }
            if (std::exchange(seen_[at->second], number_) == number_) {
                notes_.block("form/json-repeated", number_, column, {"Bản ghi có tên này hai lần", "The record holds this name twice"},
                             {"Mỗi cột một giá trị trong một bản ghi", "One value a column in a record"});
                return source_.cursor.skip(token);
            }
            auto& cell = row.cells[at->second];
            if (token == JsonToken::begin_array) {
                cell.kind = RawCell::Kind::refused;
                cell.text.clear();
                if (std::find(ignored_.begin(), ignored_.end(), column) == ignored_.end()) {
                    notes_.block("form/json-nested", number_, column, {"Ô chứa một danh sách [...]", "The cell holds a list [...]"},
                                 {"Mỗi ô một giá trị; tách danh sách thành bộ dữ liệu khác, hoặc bỏ cột bằng ignore_columns",
                                  "One value a cell; make a dataset of its own of the list, or leave the column out by ignore_columns"});
                }
                return source_.cursor.skip(token);
            }
            if (token == JsonToken::fault) {
                return false;
            }
            fill_cell(cell, token, source_.cursor.text());
            return true;
        });
    }

    FormNotes& notes_;
    JsonFile source_;
    JsonRecords records_;
    std::vector<std::string> ignored_;
    catalog::RawHeader header_;
    std::unordered_map<std::string, std::size_t> index_;
    std::vector<std::uint64_t> seen_;  ///< by column: the record that filled it last
    std::string column_;
    std::uint64_t number_ = 0;
    bool ended_ = false;
    EmptyRows empty_rows_;
};

/// First pass: the columns, and whether there are records at all. False after a blocking note.
bool find_columns(const std::filesystem::path& path, const std::vector<std::string>& record, std::vector<std::string>& columns, FormNotes& notes) {
    JsonFile source(path, notes.file());
    JsonRecords records(source.cursor, record);
    std::unordered_map<std::string, std::size_t> known;
    std::string column;
    std::uint64_t number = 0;
    bool fine = true;
    for (auto step = records.next(); step != JsonRecords::Step::end; step = records.next()) {
        ++number;
        fine = step != JsonRecords::Step::fault && (step == JsonRecords::Step::not_record || read_members(source.cursor, column, [&](const std::string& name, JsonToken token) {
                   if (known.emplace(name, columns.size()).second) {
                       columns.push_back(name);
                   }
                   return source.cursor.skip(token) && columns.size() <= kMostColumns;
               }));
        if (!fine) {
            break;
        }
    }
    if (columns.size() > kMostColumns) {
        notes.block("form/too-many-columns", number, "", {"JSON có hơn 2.000 cột khác nhau", "The JSON holds more than 2,000 different columns"},
                    {"Kiểm tra table.record; tên của thành phần phải là tên cột, không phải giá trị", "Check table.record; members are named after columns, not after values"});
        return false;
    }
    if (!fine) {
        note_fault(source.cursor, number, notes);
        return false;
    }
    if (!records.found()) {
        std::string shown;
        for (const auto& name : record) {
            shown += (shown.empty() ? "" : ".") + name;
        }
        notes.block("form/json-record", 0, "", {"Không tìm thấy danh sách bản ghi ở «" + shown + "»", "There is no list of records at «" + shown + "»"},
                    {"Sửa table.record: tên các thành phần dẫn tới danh sách, ví dụ result.records", "Mend table.record: the names that lead to the list, such as result.records"});
        return false;
    }
    return true;
}

}  // namespace

std::unique_ptr<catalog::RawReader> open_json(const std::filesystem::path& path, const catalog::TableLayout& layout, const std::vector<std::string>& ignored,
                                              FormNotes& notes) {
    if (is_feed_rows(path)) {
        return open_feed_rows(path, notes);
    }
    auto record = parse_json_path(layout.record);
    if (layout.record.empty()) {
        JsonFile first(path, notes.file());
        record = find_json_records(first.cursor);
    }
    std::vector<std::string> columns;
    if (!find_columns(path, record, columns, notes)) {
        return nullptr;
    }
    return std::make_unique<JsonReader>(path, std::move(record), std::move(columns), ignored, notes);
}

}  // namespace khomo::builder
