// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/dialects/ogc_html.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

#include "catalog/write/row_writer.hpp"

namespace khomo::search {
namespace {

using json = nlohmann::ordered_json;

constexpr int kDeepest = 8;

void append_escaped(std::string& out, const std::string& text) { catalog::append_xml_escaped(out, text); }

bool is_address(const std::string& text) { return text.starts_with("http://") || text.starts_with("https://"); }

void append_text(std::string& out, const std::string& text) {
    if (is_address(text) && text.find_first_of(" \"<>") == std::string::npos) {
        out += "<a href=\"";
        append_escaped(out, text);
        out += "\">";
        append_escaped(out, text);
        out += "</a>";
        return;
    }
    append_escaped(out, text);
}

void append_value(std::string& out, const json& value, int depth);

void append_links(std::string& out, const json& links) {
    out += "<ul>";
    for (const auto& link : links) {
        out += "<li><a href=\"";
        append_escaped(out, link.value("href", std::string()));
        out += "\" rel=\"";
        append_escaped(out, link.value("rel", std::string()));
        out += "\" type=\"";
        append_escaped(out, link.value("type", std::string()));
        out += "\">";
        append_escaped(out, link.value("title", link.value("href", std::string())));
        out += "</a> (";
        append_escaped(out, link.value("rel", std::string()) + ", " + link.value("type", std::string()));
        out += ")</li>\n";
    }
    out += "</ul>\n";
}

bool is_geometry(const json& value) { return value.is_object() && value.contains("type") && value.contains("coordinates"); }

/// A feature as one level: id, its properties, its geometry.
json flattened(const json& feature) {
    json row = json::object();
    row["id"] = feature.value("id", json());
    for (const auto& [name, value] : feature.at("properties").items()) {
        row[name] = value;
    }
    row["geometry"] = feature.value("geometry", json());
    if (feature.contains("time")) {
        row["time"] = feature.at("time");
    }
    if (feature.contains("links")) {
        row["links"] = feature.at("links");
    }
    return row;
}

std::vector<std::string> columns_of(const json& rows) {
    std::vector<std::string> columns;
    for (const auto& row : rows) {
        for (const auto& [name, value] : row.items()) {
            if (std::find(columns.begin(), columns.end(), name) == columns.end()) {
                columns.push_back(name);
            }
        }
    }
    return columns;
}

void append_table(std::string& out, const json& rows, int depth) {
    const auto columns = columns_of(rows);
    out += "<div class=\"table-scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Bảng / table\"><table class=\"table\"><thead><tr>";
    for (const auto& column : columns) {
        out += "<th scope=\"col\">";
        append_escaped(out, column);
        out += "</th>";
    }
    out += "</tr></thead><tbody>\n";
    for (const auto& row : rows) {
        out += "<tr>";
        for (const auto& column : columns) {
            out += "<td>";
            if (const auto found = row.find(column); found != row.end()) {
                append_value(out, *found, depth + 1);
            }
            out += "</td>";
        }
        out += "</tr>\n";
    }
    out += "</tbody></table></div>\n";
}

void append_array(std::string& out, const json& array, int depth) {
    const bool objects = !array.empty() && std::all_of(array.begin(), array.end(), [](const json& item) { return item.is_object(); });
    if (objects && array[0].contains("href")) {
        append_links(out, array);
    } else if (objects && array[0].value("type", json()) == "Feature" && array[0].contains("properties")) {
        json rows = json::array();
        for (const auto& feature : array) {
            rows.push_back(flattened(feature));
        }
        append_table(out, rows, depth);
    } else if (objects) {
        for (const auto& item : array) {
            out += "<section>";
            append_value(out, item, depth + 1);
            out += "</section>\n";
        }
    } else if (std::all_of(array.begin(), array.end(), [](const json& item) { return item.is_string(); })) {
        out += "<ul>";
        for (const auto& item : array) {
            out += "<li>";
            append_text(out, item.get<std::string>());
            out += "</li>";
        }
        out += "</ul>\n";
    } else {
        append_escaped(out, array.dump());
    }
}

/// What a reader looks for first stands first.
std::vector<std::string> names_of(const json& object) {
    std::vector<std::string> names;
    for (const char* first : {"id", "title", "description", "numberMatched", "numberReturned", "features", "collections", "properties", "links"}) {
        if (object.contains(first)) {
            names.emplace_back(first);
        }
    }
    const auto leading = static_cast<std::ptrdiff_t>(names.size());
    for (const auto& [name, inside] : object.items()) {
        if (std::find(names.begin(), names.begin() + leading, name) == names.begin() + leading) {
            names.push_back(name);
        }
    }
    return names;
}

void append_value(std::string& out, const json& value, int depth) {
    if (depth > kDeepest || is_geometry(value)) {
        out += "<details><summary>";
        append_escaped(out, is_geometry(value) && value.at("type").is_string() ? value.at("type").get<std::string>() : "JSON");
        out += "</summary><code>";
        append_escaped(out, value.dump(-1, ' ', false, json::error_handler_t::replace));
        out += "</code></details>";
    } else if (value.is_object()) {
        out += "<dl>\n";
        for (const auto& name : names_of(value)) {
            const auto& inside = value.at(name);
            out += "<dt>";
            append_escaped(out, name);
            out += "</dt><dd>";
            append_value(out, inside, depth + 1);
            out += "</dd>\n";
        }
        out += "</dl>\n";
    } else if (value.is_array()) {
        append_array(out, value, depth);
    } else if (value.is_string()) {
        append_text(out, value.get<std::string>());
    } else if (value.is_null()) {
        out += "–";
    } else {
        append_escaped(out, value.dump());
    }
}

}  // namespace

std::string ogc_html(const json& document) {
    std::string out;
    append_value(out, document, 0);
    return out;
}

}  // namespace khomo::search
