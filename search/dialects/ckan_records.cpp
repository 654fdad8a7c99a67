// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/dialects/ckan_records.hpp"

#include <algorithm>

#include "catalog/base/number.hpp"
#include "catalog/write/row_writer.hpp"
#include "search/dialects/parameter_value.hpp"

namespace khomo::search {
namespace {

using catalog::FieldType;

/// A column of the answer and where the cursor has it.
struct Column {
    std::string name;
    FieldType type = FieldType::integer;
    std::size_t at = kRowId;
};

std::vector<Column> columns_of(const TableSchema& schema, const CkanRowRequest& asked) {
    std::vector<Column> columns;
    for (const auto field : asked.columns) {
        if (field == kRowId) {
            columns.push_back({kCkanRowNumber, FieldType::integer, kRowId});
            continue;
        }
        const auto place = std::find(asked.query.select.begin(), asked.query.select.end(), field) - asked.query.select.begin();
        columns.push_back({schema.fields[field].name, schema.fields[field].type, static_cast<std::size_t>(place)});
    }
    return columns;
}

bool is_null(const Column& column, const RowCursor& rows) { return column.at != kRowId && rows.is_null(column.at); }

/// Numbers and truth values; false for what is text.
bool append_plain(std::string& out, const Column& column, const RowCursor& rows) {
    if (column.at == kRowId) {
        append_text(out, rows.row_id());
        return true;
    }
    switch (column.type) {
        case FieldType::integer: append_text(out, rows.integer(column.at)); return true;
        case FieldType::number: append_text(out, rows.real(column.at)); return true;
        case FieldType::boolean: out += rows.integer(column.at) != 0 ? "true" : "false"; return true;
        default: return false;
    }
}

void append_json_cell(std::string& out, const Column& column, const RowCursor& rows) {
    if (is_null(column, rows)) {
        out += "null";
    } else if (!append_plain(out, column, rows)) {
        out += '"';
        catalog::append_json_escaped(out, rows.text(column.at));
        out += '"';
    }
}

class JsonRecords : public CkanRecords {
public:
    JsonRecords(std::vector<Column> columns, bool objects) : columns_(std::move(columns)), objects_(objects) {
        for (const auto& column : columns_) {
            keys_.push_back(objects_ ? "\"" + column.name + "\":" : "");
        }
    }
    void row(std::string& out, const RowCursor& rows) override {
        out += count_++ > 0 ? ",\n" : "\n";
        out += objects_ ? '{' : '[';
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            out += i > 0 ? "," : "";
            out += keys_[i];
            append_json_cell(out, columns_[i], rows);
        }
        out += objects_ ? '}' : ']';
    }

private:
    std::vector<Column> columns_;
    bool objects_;
    std::vector<std::string> keys_;
    std::uint64_t count_ = 0;
};

class LineRecords : public CkanRecords {
public:
    LineRecords(std::vector<Column> columns, char separator) : columns_(std::move(columns)), separator_(separator) {}
    void row(std::string& out, const RowCursor& rows) override {
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            if (i > 0) {
                out += separator_;
            }
            if (!is_null(columns_[i], rows) && !append_plain(out, columns_[i], rows)) {
                text(out, rows.text(columns_[i].at));
            }
        }
        out += "\r\n";
    }

private:
    void text(std::string& out, std::string_view value) const {
        if (separator_ == '\t') {
            for (const char c : value) {
                out += c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
            }
            return;
        }
        if (!value.empty() && value.find_first_of(",\"\r\n") == std::string_view::npos && value.front() != ' ' && value.back() != ' ') {
            out += value;
            return;
        }
        out += '"';  // an empty text too: nothing at all means no value
        for (const char c : value) {
            out.append(c == '"' ? 2 : 1, c);
        }
        out += '"';
    }

    std::vector<Column> columns_;
    char separator_;
};

class XmlRecords : public CkanRecords {
public:
    explicit XmlRecords(std::vector<Column> columns) : columns_(std::move(columns)) {}
    void row(std::string& out, const RowCursor& rows) override {
        out += "<row _id=\"";
        append_text(out, rows.row_id());
        out += "\">\n";
        for (const auto& column : columns_) {
            if (column.at == kRowId) {
                continue;
            }
            out += '<' + column.name;
            if (is_null(column, rows)) {
                out += " xsi:nil=\"true\"/>\n";
                continue;
            }
            out += '>';
            if (!append_plain(out, column, rows)) {
                catalog::append_xml_escaped(out, rows.text(column.at));
            }
            out += "</" + column.name + ">\n";
        }
        out += "</row>\n";
    }

private:
    std::vector<Column> columns_;
};

}  // namespace

std::unique_ptr<CkanRecords> make_ckan_records(const std::string& format, const TableSchema& schema, const CkanRowRequest& asked) {
    auto columns = columns_of(schema, asked);
    if (format == "objects" || format == "lists") {
        return std::make_unique<JsonRecords>(std::move(columns), format == "objects");
    }
    if (format == "csv" || format == "tsv") {
        return std::make_unique<LineRecords>(std::move(columns), format == "csv" ? ',' : '\t');
    }
    if (format == "xml") {
        return std::make_unique<XmlRecords>(std::move(columns));
    }
    throw CkanFault::invalid("records_format", "Value must be one of objects, lists, csv, tsv (not «" + shown(format) + "»)");
}

std::vector<std::string> ckan_column_names(const TableSchema& schema, const CkanRowRequest& asked) {
    std::vector<std::string> names;
    for (const auto& column : columns_of(schema, asked)) {
        names.push_back(column.name);
    }
    return names;
}

}  // namespace khomo::search
