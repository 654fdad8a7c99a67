// SPDX-License-Identifier: GPL-3.0-or-later
// Catalogues that nobody of the project wrote, read from the shared files where they are.

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "catalog/base/file.hpp"
#include "catalog/base/text.hpp"
#include "search/find/finder.hpp"
#include "tests/support/sample_index.hpp"

using khomo::Lang;
using khomo::search::Finder;
using khomo::search::SearchDocument;
using nlohmann::json;

namespace {

std::string text_of(const json& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

SearchDocument document_of(const std::string& id, const std::string& title, const std::string& description) {
    SearchDocument document;
    document.id = id;
    document.title = {title, title};
    document.description = {description, description};
    document.payload = json{{"id", id}, {"title", {{"vi", title}, {"en", title}}}}.dump();
    return document;
}

/// Titles that come among the first three when typed so.
template <class Typed>
std::size_t among_three(const Finder& finder, const std::vector<SearchDocument>& documents, Typed typed) {
    std::size_t found = 0;
    for (const auto& document : documents) {
        khomo::search::SearchQuery query;
        query.text = typed(document.title.vi);
        query.limit = 3;
        const auto results = finder.search(query, Lang::vi).results;
        found += std::any_of(results.begin(), results.end(), [&](const auto& result) { return result.id == document.id; }) ? 1 : 0;
    }
    return found;
}

void check_unmarked(const std::string& name, const std::vector<SearchDocument>& documents) {
    const khomo::TemporaryFolder folder;
    khomo::tests::write_index(folder.path() / "shard-00", documents);
    const Finder finder(folder.path());
    const auto marked = among_three(finder, documents, [](const std::string& title) { return title; });
    const auto unmarked = among_three(finder, documents, [](const std::string& title) { return khomo::fold(title); });
    std::cout << name << ": of " << documents.size() << " titles " << marked << " among the first three as written, " << unmarked << " without marks\n";
    CHECK(marked * 100 >= documents.size() * 95);
    CHECK(unmarked * 100 >= marked * 98);
}

}  // namespace

TEST_CASE("a title of three thousand published datasets is found without marks as with them") {
    const auto path = khomo::tests::shared("third-party/6-search/ckan-datagov/packages.jsonl");
    if (!path) {
        return;
    }
    std::ifstream lines(*path);
    std::vector<SearchDocument> documents;
    for (std::string line; std::getline(lines, line);) {
        const auto package = json::parse(line);
        documents.push_back(document_of(text_of(package, "id"), text_of(package, "title"), text_of(package, "notes")));
    }
    check_unmarked("data.gov", documents);
}

TEST_CASE("a commune of the whole country is found by its name and province without marks as with them") {
    const auto path = khomo::tests::shared("third-party/1-admin/post2025/vn_units_2026-07-25.json");
    if (!path) {
        return;
    }
    const auto units = json::parse(khomo::read_file(*path));
    std::vector<SearchDocument> documents;
    for (const auto& province : units) {
        for (const auto& commune : province.at("Wards")) {
            documents.push_back(document_of(text_of(commune, "Code"), "Dân số " + text_of(commune, "FullName") + ", " + text_of(province, "FullName"), ""));
        }
    }
    check_unmarked("communes", documents);
}
