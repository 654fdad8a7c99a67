// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "catalog/read/catalogue_reader.hpp"
#include "search/index/index_writer.hpp"
#include "tests/support/shared_files.hpp"

namespace khomo::tests {

/// The catalogue of Sơn La as the search index sees it, published or not.
inline std::vector<search::SearchDocument> inventory_documents() {
    catalog::Findings findings;
    const auto catalogue = catalog::read_catalogue(source("catalog/son-la"), findings);
    std::vector<search::SearchDocument> documents;
    for (const auto& entry : catalogue.entries) {
        search::SearchDocument document;
        document.id = entry.id;
        document.title = entry.title;
        document.summary = entry.summary;
        document.keywords = entry.keywords.vi;
        document.keywords.insert(document.keywords.end(), entry.keywords.en.begin(), entry.keywords.en.end());
        document.names = {catalogue.agency(entry.agency)->name.vi, catalogue.agency(entry.agency)->name.en, entry.inventory};
        document.searchable = entry.open_class != catalog::OpenClass::never;
        document.facets["agency"] = {entry.agency};
        document.facets["theme"] = {entry.theme};
        document.facets["class"] = {std::string(to_string(entry.open_class))};
        document.payload = nlohmann::json{{"id", entry.id},
                                          {"inventory", entry.inventory},
                                          {"title", {{"vi", entry.title.vi}, {"en", entry.title.en}}},
                                          {"summary", {{"vi", entry.summary.vi}, {"en", entry.summary.en}}}}
                               .dump();
        documents.push_back(std::move(document));
    }
    return documents;
}

inline void write_index(const std::filesystem::path& folder, const std::vector<search::SearchDocument>& documents) {
    search::IndexWriter writer(folder);
    for (const auto& document : documents) {
        writer.replace(document);
    }
    writer.finish();
}

/// Cells of a CSV line with RFC 4180 quotes.
inline std::vector<std::string> csv_cells(const std::string& line) {
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '"') {
            if (quoted && i + 1 < line.size() && line[i + 1] == '"') {
                cells.back() += '"';
                ++i;
            } else {
                quoted = !quoted;
            }
        } else if (line[i] == ',' && !quoted) {
            cells.emplace_back();
        } else if (line[i] != '\r') {
            cells.back() += line[i];
        }
    }
    return cells;
}

/// Rows of a CSV file without line ends inside cells, by column name.
inline std::vector<std::map<std::string, std::string>> csv_rows(const std::filesystem::path& path) {
    std::ifstream file(path);
    std::vector<std::map<std::string, std::string>> rows;
    std::vector<std::string> names;
    for (std::string line; std::getline(file, line);) {
        const auto cells = csv_cells(line);
        if (names.empty()) {
            names = cells;
            continue;
        }
        auto& row = rows.emplace_back();
        for (std::size_t i = 0; i < names.size() && i < cells.size(); ++i) {
            row[names[i]] = cells[i];
        }
    }
    return rows;
}

}  // namespace khomo::tests
