// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/base/number.hpp"
#include "catalog/write/buffered_sink.hpp"

namespace khomo::catalog {
namespace {

std::string_view xsd_type(FieldType type) {
    switch (type) {
        case FieldType::integer: return "xs:long";
        case FieldType::number: return "xs:double";
        case FieldType::boolean: return "xs:boolean";
        case FieldType::date: return "xs:date";
        case FieldType::datetime: return "xs:dateTime";
        case FieldType::string:
        case FieldType::period: return "xs:string";
    }
    return "xs:string";
}

class XmlWriter : public RowWriter {
public:
    XmlWriter(std::string dataset, std::vector<Field> fields, ByteSink sink) : dataset_(std::move(dataset)), fields_(std::move(fields)), out_(std::move(sink)) {}

    void begin() override { out_.text += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rows dataset=\"" + dataset_ + "\">\n"; }

    void row(const Row& row) override {
        auto& text = out_.text;
        text += "<row>";
        for (std::size_t i = 0; i < fields_.size(); ++i) {
            if (std::holds_alternative<std::monostate>(row.values[i])) {
                continue;
            }
            text.append("<").append(fields_[i].name).append(">");
            if (const auto* string = std::get_if<std::string>(&row.values[i])) {
                append_xml_escaped(text, *string);
            } else {
                append_json(text, row.values[i]);  // numbers and booleans are written alike
            }
            text.append("</").append(fields_[i].name).append(">");
        }
        text += "</row>\n";
        out_.settle();
    }

    void finish() override {
        out_.text += "</rows>\n";
        out_.flush();
    }

private:
    std::string dataset_;
    std::vector<Field> fields_;
    BufferedSink out_;
};

void append_documentation(std::string& xsd, const Text& title) {
    for (const auto lang : {Lang::vi, Lang::en}) {
        if (!title.in(lang).empty()) {
            xsd += "<xs:documentation xml:lang=\"" + std::string(code(lang)) + "\">";
            append_xml_escaped(xsd, title.in(lang));
            xsd += "</xs:documentation>";
        }
    }
}

}  // namespace

std::unique_ptr<RowWriter> make_xml_writer(std::string dataset, std::vector<Field> fields, ByteSink sink) {
    return std::make_unique<XmlWriter>(std::move(dataset), std::move(fields), std::move(sink));
}

std::string xml_schema(const CatalogEntry& entry) {
    std::string xsd = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" elementFormDefault=\"qualified\">\n<xs:annotation>";
    append_documentation(xsd, entry.title);
    xsd += "</xs:annotation>\n<xs:element name=\"rows\"><xs:complexType><xs:sequence>\n"
           "<xs:element name=\"row\" minOccurs=\"0\" maxOccurs=\"unbounded\"><xs:complexType><xs:sequence>\n";
    for (const auto& field : entry.fields) {
        xsd += "<xs:element name=\"" + field.name + "\" type=\"" + std::string(xsd_type(field.type)) + "\"" + (field.required ? "" : " minOccurs=\"0\"") + "><xs:annotation>";
        append_documentation(xsd, field.title);
        xsd += "</xs:annotation></xs:element>\n";
    }
    return xsd + "</xs:sequence></xs:complexType></xs:element>\n</xs:sequence><xs:attribute name=\"dataset\" type=\"xs:string\"/></xs:complexType></xs:element>\n</xs:schema>\n";
}

}  // namespace khomo::catalog
