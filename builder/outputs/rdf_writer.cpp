// SPDX-License-Identifier: GPL-3.0-or-later
// W3C: RDF 1.1 Turtle, RDF 1.1 XML Syntax, JSON-LD 1.1. Why not a library: docs/decisions/0005-own-rdf-writer.md.

#include <map>
#include <nlohmann/json.hpp>

#include "builder/outputs/rdf_graph.hpp"
#include "catalog/write/row_writer.hpp"

namespace khomo::builder {
namespace {

using nlohmann::ordered_json;

std::string expand(const RdfGraph& graph, const std::string& name) {
    const auto colon = name.find(':');
    return graph.prefixes().at(name.substr(0, colon)) + name.substr(colon + 1);
}

/// The string of a Turtle literal, without quotes: its grammar refuses only quote, backslash and line ends.
void append_turtle(std::string& out, std::string_view text) {
    for (const char c : text) {
        switch (c) {
            case '"': out += "\\\""; break;
            case '\\': out += "\\\\"; break;
            case '\n': out += "\\n"; break;
            case '\r': out += "\\r"; break;
            default: out += c;
        }
    }
}

void append_value(std::string& out, const RdfValue& value) {
    if (value.kind == RdfValue::Kind::iri) {
        out.append("<").append(value.text).append(">");
        return;
    }
    out += '"';
    append_turtle(out, value.text);
    out += '"';
    if (!value.lang.empty()) {
        out.append("@").append(value.lang);
    } else if (!value.datatype.empty()) {
        out.append("^^").append(value.datatype);
    }
}

ordered_json json_value(const RdfValue& value) {
    if (value.kind == RdfValue::Kind::iri) {
        return {{"@id", value.text}};
    }
    ordered_json literal = {{"@value", value.text}};
    if (!value.lang.empty()) {
        literal["@language"] = value.lang;
    } else if (!value.datatype.empty()) {
        literal["@type"] = value.datatype;
    }
    return literal;
}

}  // namespace

std::string to_turtle(const RdfGraph& graph) {
    std::string out;
    for (const auto& [prefix, space] : graph.prefixes()) {
        out.append("@prefix ").append(prefix).append(": <").append(space).append("> .\n");
    }
    for (const auto& node : graph.nodes()) {
        if (node.types.empty() && node.statements.empty()) {
            continue;
        }
        out.append("\n<").append(node.iri).append(">");
        const char* separator = "";
        if (!node.types.empty()) {
            out += " a ";
            for (std::size_t i = 0; i < node.types.size(); ++i) {
                out.append(i == 0 ? "" : ", ").append(node.types[i]);
            }
            separator = " ;";
        }
        for (const auto& [predicate, value] : node.statements) {
            out.append(separator).append("\n    ").append(predicate).append(" ");
            append_value(out, value);
            separator = " ;";
        }
        out += " .\n";
    }
    return out;
}

std::string to_rdf_xml(const RdfGraph& graph) {
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rdf:RDF";
    for (const auto& [prefix, space] : graph.prefixes()) {
        out.append("\n    xmlns:").append(prefix).append("=\"").append(space).append("\"");
    }
    out += ">\n";
    for (const auto& node : graph.nodes()) {
        if (node.types.empty() && node.statements.empty()) {
            continue;
        }
        out += "<rdf:Description rdf:about=\"";
        catalog::append_xml_escaped(out, node.iri);
        out += "\">\n";
        for (const auto& type : node.types) {
            out.append("  <rdf:type rdf:resource=\"").append(expand(graph, type)).append("\"/>\n");
        }
        for (const auto& [predicate, value] : node.statements) {
            out.append("  <").append(predicate);
            if (value.kind == RdfValue::Kind::iri) {
                out += " rdf:resource=\"";
                catalog::append_xml_escaped(out, value.text);
                out += "\"/>\n";
                continue;
            }
            if (!value.lang.empty()) {
                out.append(" xml:lang=\"").append(value.lang).append("\"");
            } else if (!value.datatype.empty()) {
                out.append(" rdf:datatype=\"").append(expand(graph, value.datatype)).append("\"");
            }
            out += ">";
            catalog::append_xml_escaped(out, value.text);
            out.append("</").append(predicate).append(">\n");
        }
        out += "</rdf:Description>\n";
    }
    return out + "</rdf:RDF>\n";
}

std::string to_json_ld(const RdfGraph& graph) {
    std::string out = "{\n\"@context\": " + ordered_json(graph.prefixes()).dump() + ",\n\"@graph\": [";
    const char* separator = "\n";
    for (const auto& node : graph.nodes()) {
        if (node.types.empty() && node.statements.empty()) {
            continue;
        }
        ordered_json document = {{"@id", node.iri}};
        if (!node.types.empty()) {
            document["@type"] = node.types;
        }
        for (const auto& [predicate, value] : node.statements) {
            document[predicate].push_back(json_value(value));
        }
        out.append(separator).append(document.dump(-1, ' ', false, ordered_json::error_handler_t::replace));
        separator = ",\n";
    }
    return out + "\n]\n}\n";
}

}  // namespace khomo::builder
