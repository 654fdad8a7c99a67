// SPDX-License-Identifier: GPL-3.0-or-later

#include <doctest/doctest.h>

#include <iostream>
#include <map>
#include <nlohmann/json.hpp>

#include "catalog/base/file.hpp"
#include "search/find/finder.hpp"
#include "tests/support/sample_index.hpp"

using khomo::Lang;
using khomo::search::Finder;

namespace {

/// \uXXXX as the character itself.
std::string unescaped(const std::string& text) { return nlohmann::json::parse("\"" + text + "\"").get<std::string>(); }

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
    khomo::tests::write_index(folder.path() / "shard-00", khomo::tests::inventory_documents());
    const Finder finder(folder.path());
    std::map<std::string, std::pair<int, int>> scores;  // by mechanism: held, tried
    for (const auto& test : khomo::tests::csv_rows(*cases)) {
        const auto rank = rank_of(finder, test);
        const auto most = test.at("max_rank").empty() ? 0U : static_cast<std::size_t>(std::stoi(test.at("max_rank")));
        const bool held = test.at("expect") == "no_match" ? rank == 0 : rank >= 1 && rank <= most;
        auto& score = scores[test.at("mechanism")];
        score.first += held ? 1 : 0;
        ++score.second;
        CAPTURE(test.at("case_id"));
        CAPTURE(test.at("query"));
        CAPTURE(test.at("title_vi"));
        CAPTURE(rank);
        CHECK(held);
    }
    for (const auto& [mechanism, score] : scores) {
        std::cout << mechanism << ": " << score.first << " of " << score.second << '\n';
    }
}
