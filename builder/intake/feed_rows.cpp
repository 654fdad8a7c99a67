// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/intake/feed_rows.hpp"

#include <array>
#include <cerrno>
#include <nlohmann/json.hpp>

#include "builder/intake/json_cursor.hpp"
#include "catalog/base/error.hpp"
#include "catalog/base/number.hpp"

namespace khomo::builder {
namespace {

using catalog::RawCell;

constexpr std::string_view kStart = "{\"$khomo\":";
constexpr std::string_view kHex = "0123456789abcdef";

std::string to_hex(const std::string& bytes) {
    std::string hex;
    hex.reserve(bytes.size() * 2);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        hex += kHex[byte >> 4U];
        hex += kHex[byte & 0xFU];
    }
    return hex;
}

bool from_hex(const std::string& hex, std::string& bytes) {
    bytes.clear();
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
        const auto high = kHex.find(hex[i]);
        const auto low = kHex.find(hex[i + 1]);
        if (high == std::string_view::npos || low == std::string_view::npos) {
            return false;
        }
        bytes += static_cast<char>(high * 16 + low);
    }
    return hex.size() % 2 == 0;
}

/// A JSON string; what the database holds that is no text was refused before.
void append_quoted(std::string& out, const std::string& text) { out += nlohmann::json(text).dump(); }

class FeedRows : public catalog::RawReader {
public:
    FeedRows(const std::filesystem::path& path, catalog::RawHeader header, FormNotes& notes)
        : notes_(notes), file_(path, std::ios::binary), header_(std::move(header)), cursor_([this](char* to, std::size_t length) {
              file_.read(to, static_cast<std::streamsize>(length));
              return static_cast<std::size_t>(file_.gcount());
          }) {}

    bool pass_header() { return cursor_.skip(cursor_.next()); }
    const catalog::RawHeader& header() const override { return header_; }

    bool next(catalog::RawRow& row) override {
        const auto token = cursor_.next();
        if (token == JsonToken::end) {
            return false;
        }
        row.row = ++count_;
        row.geometry.clear();
        row.cells.resize(header_.columns.size());
        bool fine = token == JsonToken::begin_array;
        for (std::size_t i = 0; fine && i < row.cells.size(); ++i) {
            fine = fill(row.cells[i]);
        }
        if (fine && header_.has_geometry) {
            const auto shape = cursor_.next();
            fine = shape == JsonToken::null || (shape == JsonToken::string && from_hex(cursor_.text(), row.geometry));
        }
        if (!fine || cursor_.next() != JsonToken::end_array) {
            notes_.block("form/json", count_, "", {"Tệp hàng của nguồn cấp bị hỏng", "The rows kept of the feed are damaged"}, {"Lấy lại dữ liệu từ nguồn", "Fetch the data again"});
            return false;
        }
        return true;
    }

private:
    bool fill(RawCell& cell) {
        const auto token = cursor_.next();
        cell.text = cursor_.text();
        cell.number = 0;
        switch (token) {
            case JsonToken::null:
                cell.kind = RawCell::Kind::empty;
                cell.text.clear();
                return true;
            case JsonToken::string: cell.kind = RawCell::Kind::text; return true;
            case JsonToken::boolean:
                cell.kind = RawCell::Kind::boolean;
                cell.number = cell.text == "true" ? 1 : 0;
                return true;
            case JsonToken::number: {
                const auto value = parse_double(cell.text);
                cell.kind = value ? RawCell::Kind::number : RawCell::Kind::text;
                cell.number = value.value_or(0);
                return true;
            }
            default: return false;
        }
    }

    FormNotes& notes_;
    std::ifstream file_;
    catalog::RawHeader header_;
    JsonCursor cursor_;
    std::uint64_t count_ = 0;
};

}  // namespace

FeedRowsWriter::FeedRowsWriter(const std::filesystem::path& path, const catalog::RawHeader& header)
    : path_(path), file_(path, std::ios::binary | std::ios::trunc), geometry_(header.has_geometry) {
    if (!file_) {
        throw io_error("ghi", "write", path.string(), errno);
    }
    const nlohmann::ordered_json inner = {{"table", header.sheet}, {"columns", header.columns}, {"geometry", header.has_geometry}, {"crs", header.crs}};
    line_.assign(kStart).append(inner.dump()).append("}\n");
    put(line_);
}

void FeedRowsWriter::put(const std::string& line) {
    file_.write(line.data(), static_cast<std::streamsize>(line.size()));
    bytes_ += line.size();
    if (!file_) {
        throw io_error("ghi", "write", path_.string(), errno);
    }
}

void FeedRowsWriter::row(const catalog::RawRow& row) {
    line_.assign(1, '[');
    for (const auto& cell : row.cells) {
        line_ += line_.size() > 1 ? "," : "";
        switch (cell.kind) {
            case RawCell::Kind::number: line_ += cell.text; break;
            case RawCell::Kind::boolean: line_ += cell.number != 0 ? "true" : "false"; break;
            case RawCell::Kind::text:
            case RawCell::Kind::date: append_quoted(line_, cell.text); break;
            default: line_ += "null";
        }
    }
    if (geometry_) {
        line_ += line_.size() > 1 ? "," : "";
        line_ += row.geometry.empty() ? "null" : '"' + to_hex(row.geometry) + '"';
    }
    line_ += "]\n";
    put(line_);
    ++rows_;
}

void FeedRowsWriter::finish() {
    file_.close();
    if (file_.fail()) {
        throw io_error("ghi", "write", path_.string(), errno);
    }
}

bool is_feed_rows(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::array<char, kStart.size()> head{};
    file.read(head.data(), head.size());
    return std::string_view(head.data(), static_cast<std::size_t>(file.gcount())) == kStart;
}

std::unique_ptr<catalog::RawReader> open_feed_rows(const std::filesystem::path& path, FormNotes& notes) {
    std::ifstream file(path, std::ios::binary);
    std::string line;
    catalog::RawHeader header;
    header.file = notes.file();
    const auto json = std::getline(file, line) ? nlohmann::json::parse(line, nullptr, false) : nlohmann::json();
    const auto inner = json.is_object() && json.contains("$khomo") ? json["$khomo"] : nlohmann::json();
    const bool fine = inner.is_object() && inner.contains("columns") && inner["columns"].is_array();
    if (fine) {
        for (const auto& name : inner["columns"]) {
            header.columns.push_back(name.is_string() ? name.get<std::string>() : "");
        }
        header.sheet = inner.contains("table") && inner["table"].is_string() ? inner["table"].get<std::string>() : "";
        header.has_geometry = inner.contains("geometry") && inner["geometry"] == true;
        header.crs = inner.contains("crs") && inner["crs"].is_string() ? inner["crs"].get<std::string>() : "";
    }
    auto reader = fine ? std::make_unique<FeedRows>(path, header, notes) : nullptr;
    if (!reader || !reader->pass_header()) {
        notes.block("form/json", 0, "", {"Dòng đầu của tệp hàng bị hỏng", "The first line of the rows is damaged"}, {"Lấy lại dữ liệu từ nguồn", "Fetch the data again"});
        return nullptr;
    }
    return reader;
}

}  // namespace khomo::builder
