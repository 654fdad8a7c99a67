// SPDX-License-Identifier: GPL-3.0-or-later

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <iostream>
#include <set>

#include "catalog/base/file.hpp"
#include "catalog/base/text.hpp"
#include "search/find/finder.hpp"
#include "search/text/analysis.hpp"
#include "tests/support/sample_index.hpp"
#include "tests/support/typed_vietnamese.hpp"

using khomo::Lang;
using khomo::search::Finder;
using khomo::search::SearchDocument;

namespace {

/// Words of a title that say something, at most `most`, in lower case.
std::string strong_words(const std::string& title, std::size_t most) {
    const auto tokens = khomo::search::tokenize(title);
    const auto weak = khomo::search::weak_words(tokens);
    std::string words;
    std::size_t count = 0;
    for (std::size_t i = 0; i < tokens.size() && count < most; ++i) {
        if (!weak[i]) {
            words += (words.empty() ? "" : " ") + tokens[i].surface;
            ++count;
        }
    }
    return words;
}

struct Sample {
    std::vector<SearchDocument> documents;
    khomo::TemporaryFolder folder;
    std::unique_ptr<Finder> finder;

    Sample() : documents(khomo::tests::inventory_documents()) {
        std::erase_if(documents, [](const SearchDocument& document) { return document.id.starts_with("chua-ro-ten"); });  // their names are lost
        khomo::tests::write_index(folder.path() / "shard-00", documents);
        finder = std::make_unique<Finder>(folder.path());
    }
};

Sample& sample() {
    static Sample made;
    return made;
}

/// How many titles come among the first `most` results, typed in some way. Those that do not are printed.
void check_all(const std::string& name, std::size_t most, double wanted, const std::function<std::string(const std::string&)>& typed) {
    std::size_t found = 0;
    for (const auto& document : sample().documents) {
        khomo::search::SearchQuery query;
        query.text = typed(document.title.vi);
        query.all = true;
        query.limit = most;
        const auto results = sample().finder->search(query, Lang::vi);
        const bool held = std::any_of(results.results.begin(), results.results.end(), [&](const auto& result) { return result.id == document.id; });
        found += held ? 1 : 0;
        if (!held) {
            std::cout << name << ": «" << query.text << "» does not lead to «" << document.title.vi << "» (" << results.reading << " " << results.read_as << ", " << results.total << ")\n";
        }
    }
    const auto share = static_cast<double>(found) / static_cast<double>(sample().documents.size());
    std::cout << name << ": " << found << " of " << sample().documents.size() << '\n';
    CHECK(share >= wanted);
}

}  // namespace

TEST_CASE("every title of the inventory leads to its dataset as written") {
    check_all("whole title", 2, 0.99, [](const std::string& title) { return title; });
    check_all("five words", 3, 0.97, [](const std::string& title) { return strong_words(title, 5); });
}

TEST_CASE("every title is found without marks") {
    check_all("unmarked title", 3, 0.99, [](const std::string& title) { return khomo::fold(title); });
    check_all("five unmarked words", 3, 0.97, [](const std::string& title) { return khomo::tests::unmarked(strong_words(title, 5)); });
}

TEST_CASE("every title is found when some words lack their marks") {
    check_all("every other word unmarked", 3, 0.97, [](const std::string& title) {
        int number = 0;
        return khomo::tests::each_word(strong_words(title, 5), [&](const auto& letters) {
            std::string word;
            for (const auto& [letter, parts] : letters) {
                word += letter;
            }
            return ++number % 2 == 0 ? khomo::tests::unmarked(word) : word;
        });
    });
}

TEST_CASE("every title is found when typed in Telex or VNI with the input method off") {
    check_all("telex", 3, 0.97, [](const std::string& title) { return khomo::tests::telex(strong_words(title, 5)); });
    check_all("vni", 3, 0.97, [](const std::string& title) { return khomo::tests::vni(strong_words(title, 5), false); });
    check_all("vni, tones last", 3, 0.97, [](const std::string& title) { return khomo::tests::vni(strong_words(title, 5), true); });
}

TEST_CASE("every title is found with its words in another order") {
    check_all("reversed", 3, 0.97, [](const std::string& title) {
        const auto tokens = khomo::search::tokenize(strong_words(title, 5));
        std::string words;
        for (auto token = tokens.rbegin(); token != tokens.rend(); ++token) {
            words += token->surface + " ";
        }
        return words;
    });
}

TEST_CASE("every title is found while its last word is being typed") {
    check_all("unfinished", 5, 0.97, [](const std::string& title) {
        auto words = khomo::tests::unmarked(strong_words(title, 4));
        const auto last = words.find_last_of(' ');
        const auto length = words.size() - (last == std::string::npos ? 0 : last + 1);
        words.resize(words.size() - (length > 3 ? length / 2 : length > 2 ? 1 : 0));
        return words;
    });
}

TEST_CASE("every title is found with one letter wrong in its longest word") {
    check_all("typo", 3, 0.93, [](const std::string& title) {
        auto words = khomo::search::tokenize(khomo::tests::unmarked(strong_words(title, 5)));
        auto longest = std::max_element(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.folded.size() < b.folded.size(); });
        std::string typed;
        for (auto word = words.begin(); word != words.end(); ++word) {
            auto text = word->folded;
            if (word == longest && text.size() > 3) {
                std::swap(text[1], text[2]);
            }
            typed += text + " ";
        }
        return typed;
    });
}
