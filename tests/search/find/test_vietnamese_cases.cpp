// SPDX-License-Identifier: GPL-3.0-or-later

#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "catalog/base/file.hpp"
#include "catalog/read/catalogue_reader.hpp"
#include "search/find/finder.hpp"
#include "search/index/index_writer.hpp"
#include "tests/support/shared_files.hpp"

using khomo::Lang;
using khomo::search::Finder;

namespace {

/// Cells of a CSV line with RFC 4180 quotes.
std::vector<std::string> cells_of(const std::string& line) {
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

std::vector<std::map<std::string, std::string>> read_csv(const std::filesystem::path& path) {
    std::ifstream file(path);
    std::vector<std::map<std::string, std::string>> rows;
    std::vector<std::string> names;
    for (std::string line; std::getline(file, line);) {
        const auto cells = cells_of(line);
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

/// \uXXXX as the character itself.
std::string unescaped(const std::string& text) { return nlohmann::json::parse("\"" + text + "\"").get<std::string>(); }

/// An index of the whole inventory of Sơn La, as the portal makes it.
void make_index(const std::filesystem::path& folder) {
    khomo::catalog::Findings findings;
    const auto catalogue = khomo::catalog::read_catalogue(khomo::tests::source("catalog/son-la"), findings);
    khomo::search::IndexWriter writer(folder / "shard-00");
    for (const auto& entry : catalogue.entries) {
        khomo::search::SearchDocument document;
        document.id = entry.id;
        document.title = entry.title;
        document.summary = entry.summary;
        document.keywords = entry.keywords.vi;
        document.keywords.insert(document.keywords.end(), entry.keywords.en.begin(), entry.keywords.en.end());
        document.names = {entry.inventory};
        document.searchable = entry.open_class != khomo::catalog::OpenClass::never;
        document.payload = nlohmann::json{{"id", entry.id}, {"inventory", entry.inventory}, {"summary", {{"vi", entry.summary.vi}}}}.dump();
        writer.replace(document);
    }
    writer.finish();
}

/// Rank (from 1) of the inventory row under the query, 0 when it is not found.
std::size_t rank_of(const Finder& finder, const std::map<std::string, std::string>& test) {
    khomo::search::SearchQuery query;
    query.text = test.at("query_escaped").empty() ? test.at("query") : unescaped(test.at("query_escaped"));
    query.all = test.at("index") == "all";
    query.limit = 1000;
    const auto results = finder.search(query, Lang::vi);
    for (std::size_t i = 0; i < results.results.size(); ++i) {
        if (nlohmann::json::parse(results.results[i].payload).at("inventory") == test.at("title_id")) {
            return i + 1;
        }
    }
    return 0;
}

}  // namespace

TEST_CASE("the labelled Vietnamese searches come out as labelled") {
    const auto cases = khomo::tests::shared("cases/vi_search_cases.csv");
    if (!cases) {
        return;
    }
    const khomo::TemporaryFolder folder;
    make_index(folder.path());
    const Finder finder(folder.path());
    std::set<std::string> present;
    for (const auto& test : read_csv(*cases)) {
        const auto rank = rank_of(finder, test);
        const auto most = test.at("max_rank").empty() ? 0U : static_cast<std::size_t>(std::stoi(test.at("max_rank")));
        CAPTURE(test.at("case_id"));
        CAPTURE(test.at("query"));
        CAPTURE(test.at("title_vi"));
        CAPTURE(rank);
        if (test.at("expect") == "no_match") {
            CHECK(rank == 0);
        } else {
            CHECK((rank >= 1 && rank <= most));
        }
    }
}
