// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <unordered_map>

#include "builder/intake/sax_parser.hpp"
#include "builder/intake/table_reader.hpp"
#include "catalog/base/error.hpp"
#include "catalog/base/text.hpp"

namespace khomo::builder {
namespace {

using catalog::RawCell;
using catalog::RawRow;

constexpr std::size_t kSlice = 1U << 15;
constexpr std::size_t kMostColumns = 2000;
constexpr std::size_t kLongestCell = 16U << 20;

/// "//row" or "/a/b/row", names without prefixes.
class RecordPath {
public:
    static std::optional<RecordPath> parse(std::string_view text) {
        RecordPath path;
        path.anywhere_ = text.starts_with("//");
        text.remove_prefix(path.anywhere_ ? 2 : text.starts_with('/') ? 1 : 0);
        while (!text.empty()) {
            const auto slash = std::min(text.find('/'), text.size());
            auto step = text.substr(0, slash);
            step.remove_prefix(step.find(':') == std::string_view::npos ? 0 : step.find(':') + 1);
            if (step.empty() || step.find_first_of("*[]@() ") != std::string_view::npos) {
                return std::nullopt;
            }
            path.steps_.emplace_back(step);
            text.remove_prefix(std::min(slash + 1, text.size()));
        }
        return path.steps_.empty() ? std::nullopt : std::optional(path);
    }

    /// Whether the open elements, outermost first, end in this path.
    bool matches(const std::vector<std::string>& open) const {
        if (open.size() < steps_.size() || (!anywhere_ && open.size() != steps_.size())) {
            return false;
        }
        return std::equal(steps_.begin(), steps_.end(), open.end() - static_cast<std::ptrdiff_t>(steps_.size()));
    }

private:
    std::vector<std::string> steps_;
    bool anywhere_ = false;
};

/// Follows the elements and names the column in which a value lies. The two passes over the file share it.
class RecordHandler : public SaxHandler {
public:
    explicit RecordHandler(RecordPath path) : path_(std::move(path)) {}

    void start(std::string_view name, const SaxAttributes& attributes) override {
        if (depth_in_record_ == 0) {
            open_.emplace_back(name);
            if (path_.matches(open_)) {
                depth_in_record_ = 1;
                begin_record();
                take_attributes(attributes);
            }
            return;
        }
        ++depth_in_record_;
        lengths_.push_back(column_.size());
        column_ += column_.empty() ? "" : "/";
        column_ += name;
        begin_value(column_);
        take_attributes(attributes);
    }

    void end(std::string_view) override {
        if (depth_in_record_ == 0) {
            open_.pop_back();
            return;
        }
        if (--depth_in_record_ == 0) {
            end_record();
            open_.pop_back();
            return;
        }
        end_value(column_);
        column_.resize(lengths_.back());
        lengths_.pop_back();
    }

protected:
    bool in_record() const { return depth_in_record_ > 0; }
    bool at_record() const { return depth_in_record_ == 1; }
    virtual void begin_record() = 0;
    virtual void end_record() = 0;
    virtual void begin_value(const std::string& column) = 0;
    virtual void end_value(const std::string& column) = 0;
    virtual void attribute(const std::string& column, std::string value) = 0;

private:
    void take_attributes(const SaxAttributes& attributes) {
        for (int i = 0; i < attributes.size(); ++i) {
            if (attributes.prefix(i) == "xsi" || attributes.prefix(i) == "xml") {
                continue;  // nil, type, schema location and language say nothing about the row
            }
            attribute((column_.empty() ? "" : column_ + "/") + std::string(attributes.name(i)), attributes.text(i));
        }
    }

    RecordPath path_;
    std::vector<std::string> open_;    ///< elements above and including the record
    std::size_t depth_in_record_ = 0;  ///< 1 = directly in the record
    std::string column_;
    std::vector<std::size_t> lengths_;
};

/// First pass: which columns there are. An element with children of its own is a column only if it holds text too.
class ColumnFinder : public RecordHandler {
public:
    using RecordHandler::RecordHandler;
    std::vector<std::string> columns;
    std::uint64_t records = 0;
    bool too_many = false;

    void text(std::string_view piece) override {
        if (in_record() && !at_record() && !open_values_.empty()) {
            open_values_.back().text = open_values_.back().text || !trim(piece).empty();
        }
    }

protected:
    void begin_record() override { ++records; }
    void end_record() override {}
    void begin_value(const std::string&) override {
        if (!open_values_.empty()) {
            open_values_.back().children = true;
        }
        open_values_.push_back({});
    }
    void end_value(const std::string& column) override {
        const auto value = open_values_.back();
        open_values_.pop_back();
        if (value.text || !value.children) {
            add(column);
        }
    }
    void attribute(const std::string& column, std::string) override { add(column); }

private:
    struct OpenValue {
        bool text = false;
        bool children = false;
    };
    void add(const std::string& column) {
        if (known_.emplace(column, columns.size()).second) {
            too_many = too_many || columns.size() >= kMostColumns;
            if (!too_many) {
                columns.push_back(column);
            }
        }
        if (too_many) {
            known_.clear();
        }
    }
    std::vector<OpenValue> open_values_;
    std::unordered_map<std::string, std::size_t> known_;
};

class XmlReader : public catalog::RawReader, private RecordHandler {
public:
    XmlReader(const std::filesystem::path& path, const RecordPath& record, std::vector<std::string> columns, FormNotes& notes)
        : RecordHandler(record), notes_(notes), file_(path, std::ios::binary), parser_(*this) {
        header_.file = notes.file();
        header_.columns = std::move(columns);
        for (std::size_t i = 0; i < header_.columns.size(); ++i) {
            index_.emplace(header_.columns[i], i);
        }
    }

    const catalog::RawHeader& header() const override { return header_; }

    bool next(RawRow& row) override {
        while (next_ == ready_) {
            if (ended_) {
                return false;
            }
            std::swap(rows_.front(), rows_[ready_]);  // a record may be half read
            next_ = ready_ = 0;
            slice_.resize(kSlice);
            file_.read(slice_.data(), kSlice);
            const auto got = static_cast<std::size_t>(file_.gcount());
            const bool fine = parser_.feed(std::string_view(slice_).substr(0, got)) && (got == kSlice || parser_.finish());
            if (!fine && !parser_.error().empty()) {
                notes_.block("form/xml", record_, "",
                             {"XML sai ở dòng " + std::to_string(parser_.line()) + ": " + parser_.error(),
                              "XML fault in line " + std::to_string(parser_.line()) + ": " + parser_.error()},
                             {"Xuất lại tệp XML từ hệ thống nguồn", "Export the XML again from its source"});
            }
            ended_ = !fine || got < kSlice;
            if (ended_) {
                empty_rows_.finish(notes_);
            }
        }
        std::swap(row, rows_[next_++]);
        return true;
    }

private:
    RawRow& current() {
        if (rows_.size() == ready_) {
            rows_.emplace_back();
        }
        return rows_[ready_];
    }
    void begin_record() override {
        auto& row = current();
        row.row = ++record_;
        finish_cells(row, 0, header_.columns.size());
    }
    void end_record() override {
        auto& row = current();
        if (!finish_cells(row, header_.columns.size(), header_.columns.size())) {
            empty_rows_.empty(record_);
            return;
        }
        empty_rows_.value();
        ++ready_;
        if (rows_.size() == ready_) {
            rows_.emplace_back();
        }
    }
    void begin_value(const std::string&) override { starts_.push_back(value_.size()); }
    void end_value(const std::string& column) override {
        const auto text = trim(std::string_view(value_).substr(starts_.back()));
        put(column, text);
        value_.resize(starts_.back());
        starts_.pop_back();
    }
    void attribute(const std::string& column, std::string value) override { put(column, value); }

    void text(std::string_view piece) override {
        if (!in_record() || at_record()) {
            return;
        }
        value_ += piece;
        if (value_.size() > kLongestCell) {
            notes_.block("form/cell-too-long", record_, "", {"Giá trị dài hơn 16 MB", "A value is longer than 16 MB"},
                         {"Kiểm tra thẻ không đóng", "Look for a tag that is not closed"});
            ended_ = true;
            parser_.stop();
        }
    }

    void put(const std::string& column, std::string_view value) {
        const auto found = index_.find(column);
        if (found == index_.end() || value.empty()) {
            return;
        }
        auto& cell = current().cells[found->second];
        if (cell.kind != RawCell::Kind::empty) {
            notes_.block("form/xml-repeated", record_, column, {"Bản ghi có phần tử này hai lần", "The record holds this element twice"},
                         {"Mỗi cột một giá trị; tách phần lặp thành bộ dữ liệu khác", "One value a column; make a dataset of its own of what repeats"});
            return;
        }
        cell.kind = RawCell::Kind::text;
        cell.text.assign(value);
    }

    FormNotes& notes_;
    std::ifstream file_;
    SaxParser parser_;
    std::string slice_;
    catalog::RawHeader header_;
    std::unordered_map<std::string, std::size_t> index_;
    std::vector<RawRow> rows_{1};
    std::size_t next_ = 0;
    std::size_t ready_ = 0;
    std::uint64_t record_ = 0;
    std::string value_;
    std::vector<std::size_t> starts_;
    bool ended_ = false;
    EmptyRows empty_rows_;
};

bool find_columns(const std::filesystem::path& path, ColumnFinder& finder, FormNotes& notes) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        throw io_error("mở", "open", notes.file(), errno);
    }
    SaxParser parser(finder);
    std::string slice(1U << 17, '\0');
    bool fine = true;
    while (fine && file && !finder.too_many) {
        file.read(slice.data(), static_cast<std::streamsize>(slice.size()));
        fine = parser.feed(std::string_view(slice).substr(0, static_cast<std::size_t>(file.gcount())));
    }
    if (finder.too_many) {
        notes.block("form/too-many-columns", 0, "", {"XML có hơn 2.000 cột khác nhau", "The XML holds more than 2,000 different columns"},
                    {"Kiểm tra table.record", "Check table.record"});
        return false;
    }
    if (!fine || !parser.finish()) {
        notes.block(
            "form/xml", 0, "",
            {"XML sai ở dòng " + std::to_string(parser.line()) + ": " + parser.error(), "XML fault in line " + std::to_string(parser.line()) + ": " + parser.error()},
            {"Xuất lại tệp XML từ hệ thống nguồn; không dùng DOCTYPE", "Export the XML again from its source; without a DOCTYPE"});
        return false;
    }
    return true;
}

}  // namespace

std::unique_ptr<catalog::RawReader> open_xml(const std::filesystem::path& path, const catalog::TableLayout& layout, FormNotes& notes) {
    const auto record = RecordPath::parse(layout.record.empty() ? "//row" : layout.record);  // the shape of our templates and of our own downloads
    if (!record) {
        notes.block("form/xml-record", 0, "",
                    {"Danh mục chưa nói phần tử nào là một hàng (table.record): " + excerpt(layout.record),
                     "The catalogue does not say which element is a row (table.record): " + excerpt(layout.record)},
                    {"Khai báo đường dẫn đơn giản như //row hoặc /goc/danh_sach/row", "Declare a simple path such as //row or /root/list/row"});
        return nullptr;
    }
    ColumnFinder finder(*record);
    if (!find_columns(path, finder, notes)) {
        return nullptr;
    }
    if (finder.records == 0) {
        notes.block("form/xml-record", 0, "", {"Không có phần tử nào khớp " + layout.record, "No element matches " + layout.record},
                    {"Sửa table.record cho khớp tệp", "Mend table.record to fit the file"});
        return nullptr;
    }
    return std::make_unique<XmlReader>(path, *record, std::move(finder.columns), notes);
}

}  // namespace khomo::builder
