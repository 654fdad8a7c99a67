// SPDX-License-Identifier: GPL-3.0-or-later

#include <doctest/doctest.h>

#include <filesystem>
#include <regex>
#include <set>

#include "catalog/base/file.hpp"
#include "tests/support/shared_files.hpp"

using namespace khomo;

namespace {

const std::set<std::string> kFamilies = {"approval", "form", "text", "contract", "geometry", "change", "personal", "secrecy", "disclosure", "documentation", "feed"};

/// Every rule id that stands in the sources of a folder. Media types look alike and are left out.
void collect_rules(const std::filesystem::path& folder, std::set<std::string>& rules) {
    const std::regex id("\"([a-z]+)/([a-z][a-z0-9-]+)\"");
    const std::set<std::string> media_types = {"text/csv", "text/html", "text/plain", "text/css", "text/xml", "text/javascript", "text/turtle"};
    for (const auto& item : std::filesystem::recursive_directory_iterator(folder)) {
        if (item.path().extension() != ".cpp" && item.path().extension() != ".hpp") {
            continue;
        }
        const auto source = read_file(item.path());
        for (auto match = std::sregex_iterator(source.begin(), source.end(), id); match != std::sregex_iterator(); ++match) {
            const auto rule = (*match)[1].str() + "/" + (*match)[2].str();
            if (kFamilies.contains((*match)[1].str()) && !media_types.contains(rule)) {
                rules.insert(rule);
            }
        }
    }
}

}  // namespace

TEST_CASE("every rule has its page and every page its rule") {
    std::set<std::string> rules;
    for (const std::string folder : {"builder/intake", "builder/gate", "builder/commands", "catalog/read", "geo"}) {
        collect_rules(tests::source(folder), rules);
    }
    CHECK(rules.size() > 80);
    const auto pages = tests::source("docs/rules");
    for (const auto& rule : rules) {
        auto name = rule;
        name[name.find('/')] = '-';
        const auto page = pages / (name + ".md");
        CHECK_MESSAGE(std::filesystem::exists(page), rule);
        if (std::filesystem::exists(page)) {
            CHECK_MESSAGE(read_file(page).starts_with("# " + rule + "\n"), rule);
        }
    }
    for (const auto& item : std::filesystem::directory_iterator(pages)) {
        auto name = item.path().stem().string();
        if (name != "README") {
            name[name.find('-')] = '/';
            CHECK_MESSAGE(rules.contains(name), name);
        }
    }
}
