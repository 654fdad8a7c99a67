// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/write/template_files.hpp"

#include <algorithm>

#include "catalog/base/number.hpp"
#include "catalog/write/row_writer.hpp"

namespace khomo::catalog {
namespace {

std::vector<const Field*> delivered_fields(const CatalogEntry& entry) {
    std::vector<const Field*> fields;
    for (const auto& field : entry.fields) {
        if (!field.made) {
            fields.push_back(&field);
        }
    }
    return fields;
}

std::vector<std::string> split(const std::string& text, const std::string& between) {
    std::vector<std::string> parts;
    std::size_t from = 0;
    for (auto at = text.find(between); at != std::string::npos; at = text.find(between, from)) {
        parts.push_back(text.substr(from, at - from));
        from = at + between.size();
    }
    parts.push_back(text.substr(from));
    return parts;
}

std::string cut(const std::string& text, std::size_t most) {
    std::size_t characters = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80 && ++characters > most) {
            return text.substr(0, i);
        }
    }
    return text;
}

std::string type_words(const Field& field) {
    switch (field.type) {
        case FieldType::string: return field.codelist.empty() && field.codes.empty() ? "Chữ" : "Mã, chọn trong danh sách";
        case FieldType::integer: return "Số nguyên";
        case FieldType::number: return "Số";
        case FieldType::boolean: return "có hoặc không";
        case FieldType::date: return "Ngày, ví dụ 31/12/2026";
        case FieldType::datetime: return "Ngày giờ, ví dụ 2026-12-31T08:00:00+07:00";
        case FieldType::period: return "Kỳ, ví dụ 2026, 2026-05, 2026-Q3";
    }
    return "";
}

char delimiter_of(const CatalogEntry& entry) {
    const auto& text = entry.table.delimiter;
    return text == "tab" ? '\t' : text.size() == 1 ? text[0] : ',';
}

std::string csv_cell(const std::string& text, char delimiter) {
    if (text.find_first_of(std::string("\"\r\n") + delimiter) == std::string::npos) {
        return text;
    }
    std::string cell = "\"";
    for (const char c : text) {
        cell.append(c == '"' ? 2 : 1, c);
    }
    return cell + "\"";
}

/// The elements around a record, outermost first, the record last.
std::vector<std::string> record_path(const CatalogEntry& entry) {
    const auto& path = entry.table.record;
    if (path.empty() || path.starts_with("//")) {
        auto names = split(path.empty() ? "row" : path.substr(2), "/");
        names.insert(names.begin(), "rows");
        return names;
    }
    return split(path.substr(path.starts_with('/') ? 1 : 0), "/");
}

bool decimal_comma(const CatalogEntry& entry) { return entry.table.decimal == "comma"; }

/// Whether a pattern of ours means the same in XML Schema: no anchors, look-arounds or escapes that differ.
bool is_plain_pattern(const std::string& pattern) {
    return !pattern.empty() && pattern.find_first_of("^$") == std::string::npos && pattern.find("(?") == std::string::npos && pattern.find("\\b") == std::string::npos &&
           pattern.find("\\u") == std::string::npos;
}

std::string escaped(const std::string& text) {
    std::string out;
    append_xml_escaped(out, text);
    return out;
}

std::string base_type(const Field& field, const CatalogEntry& entry) {
    switch (field.type) {
        case FieldType::integer: return "xs:long";
        case FieldType::number: return decimal_comma(entry) ? "xs:string" : "xs:decimal";
        case FieldType::boolean: return "xs:boolean";
        case FieldType::date: return "xs:date";
        case FieldType::datetime: return "xs:dateTime";
        case FieldType::string:
        case FieldType::period: return "xs:string";
    }
    return "xs:string";
}

std::string facets(const Field& field, const CatalogEntry& entry, const std::vector<CodeTitle>* codes) {
    std::string xsd;
    if (codes != nullptr && !codes->empty() && base_type(field, entry) == "xs:string") {
        for (const auto& code : *codes) {
            xsd += "<xs:enumeration value=\"" + escaped(code.code) + "\"/>";
        }
        return xsd;
    }
    if (field.type == FieldType::number && decimal_comma(entry)) {
        return "<xs:pattern value=\"-?[0-9]+(,[0-9]+)?\"/>";
    }
    if (field.type == FieldType::string) {
        if (is_plain_pattern(field.pattern)) {
            xsd += "<xs:pattern value=\"" + escaped(field.pattern) + "\"/>";
        }
        return xsd.empty() && field.required ? "<xs:minLength value=\"1\"/>" : xsd;
    }
    if (field.type == FieldType::period) {
        return "<xs:pattern value=\"[0-9]{4}(-(Q[1-4]|H[12]|0[1-9]|1[0-2]))?\"/>";
    }
    if (field.type == FieldType::integer || field.type == FieldType::number) {
        xsd += field.min ? "<xs:minInclusive value=\"" + to_text(*field.min) + "\"/>" : "";
        xsd += field.max ? "<xs:maxInclusive value=\"" + to_text(*field.max) + "\"/>" : "";
    }
    return xsd;
}

std::string element_xsd(const Field& field, const CatalogEntry& entry, const std::vector<CodeTitle>* codes) {
    const auto restriction = "<xs:restriction base=\"" + base_type(field, entry) + "\">" + facets(field, entry, codes) + "</xs:restriction>";
    const auto type = field.required ? "<xs:simpleType>" + restriction + "</xs:simpleType>"
                                     : "<xs:simpleType><xs:union><xs:simpleType>" + restriction +
                                           "</xs:simpleType><xs:simpleType><xs:restriction base=\"xs:string\"><xs:enumeration value=\"\"/></xs:restriction></xs:simpleType></xs:union></xs:simpleType>";
    return "<xs:element name=\"" + field.name + "\"><xs:annotation><xs:documentation xml:lang=\"vi\">" + escaped(column_hint(field, 2000)) + "</xs:documentation></xs:annotation>" + type + "</xs:element>\n";
}

}  // namespace

std::vector<std::vector<std::string>> template_headings(const CatalogEntry& entry) {
    const auto fields = delivered_fields(entry);
    const auto lines = static_cast<std::size_t>(std::max(1, entry.table.header_rows));
    std::vector<std::vector<std::string>> rows(lines, std::vector<std::string>(fields.size()));
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const auto parts = split(fields[i]->column, " / ");
        for (std::size_t line = 0; line < lines; ++line) {
            const bool last = line + 1 == lines;
            if (parts.size() <= lines) {
                rows[line][i] = line < parts.size() ? parts[line] : "";
            } else if (!last) {
                rows[line][i] = parts[line];
            } else {
                for (auto part = line; part < parts.size(); ++part) {
                    rows[line][i] += (part == line ? "" : " / ") + parts[part];
                }
            }
        }
    }
    return rows;
}

std::string column_hint(const Field& field, std::size_t most) {
    std::string hint = field.title.vi;
    const auto add = [&](const std::string& words) { hint += (hint.empty() ? "" : ". ") + words; };
    add(type_words(field) + (field.required ? ", bắt buộc" : ", có thể để trống"));
    if (!field.unit.empty()) {
        add("Đơn vị: " + field.unit);
    }
    if (field.min || field.max) {
        add((field.min ? "từ " + to_text(*field.min) : std::string()) + (field.min && field.max ? " " : "") + (field.max ? "đến " + to_text(*field.max) : std::string()));
    }
    if (!field.pattern.empty()) {
        add("Dạng " + field.pattern);
    }
    if (field.length > 0) {
        add(std::to_string(field.length) + " ký tự, giữ số 0 ở đầu");
    }
    if (!field.equals.empty()) {
        add("Bằng " + field.equals);
    }
    if (!field.description.vi.empty()) {
        add(field.description.vi);
    }
    return cut(hint, most);
}

std::string template_csv(const CatalogEntry& entry) {
    const char delimiter = delimiter_of(entry);
    std::string csv = "\xEF\xBB\xBF";
    for (int i = 0; i < entry.table.skip_rows; ++i) {
        csv += (i == 0 ? csv_cell(entry.title.vi, delimiter) : std::string(1, delimiter)) + "\r\n";
    }
    for (const auto& row : template_headings(entry)) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            csv += (i == 0 ? "" : std::string(1, delimiter)) + csv_cell(row[i], delimiter);
        }
        csv += "\r\n";
    }
    return csv;
}

std::string template_xml(const CatalogEntry& entry) {
    const auto path = record_path(entry);
    std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    std::string indent;
    for (const auto& name : path) {
        xml += indent + "<" + name + ">\n";
        indent += "  ";
    }
    for (const auto* field : delivered_fields(entry)) {
        xml += indent + "<" + field->name + "></" + field->name + ">\n";
    }
    for (auto name = path.rbegin(); name != path.rend(); ++name) {
        indent.resize(indent.size() - 2);
        xml += indent + "</" + *name + ">\n";
    }
    return xml;
}

std::string template_xsd(const CatalogEntry& entry, const FieldCodes& codes) {
    const auto path = record_path(entry);
    std::string xsd = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" elementFormDefault=\"qualified\">\n"
                      "<xs:annotation><xs:documentation xml:lang=\"vi\">" + escaped(entry.title.vi) + "</xs:documentation></xs:annotation>\n";
    std::string closing;
    for (std::size_t i = 0; i < path.size(); ++i) {
        const bool record = i + 1 == path.size();
        xsd += "<xs:element name=\"" + path[i] + "\"" + (record && i > 0 ? " maxOccurs=\"unbounded\"" : "") + "><xs:complexType><xs:sequence>\n";
        closing += "</xs:sequence></xs:complexType></xs:element>\n";
    }
    for (const auto* field : delivered_fields(entry)) {
        const auto found = codes.find(field->name);
        xsd += element_xsd(*field, entry, found == codes.end() ? nullptr : &found->second);
    }
    return xsd + closing + "</xs:schema>\n";
}

}  // namespace khomo::catalog
