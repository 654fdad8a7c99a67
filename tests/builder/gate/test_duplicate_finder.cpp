// SPDX-License-Identifier: GPL-3.0-or-later

#include <doctest/doctest.h>

#include <map>
#include <string>

#include "builder/gate/duplicate_finder.hpp"

using khomo::builder::DuplicateFinder;

namespace {

using Found = std::map<std::uint64_t, std::pair<std::uint64_t, std::string>>;

Found finish(DuplicateFinder& finder) {
    Found found;
    finder.finish([&](std::uint64_t row, std::uint64_t first, std::string_view key) { found[row] = {first, std::string(key)}; });
    return found;
}

}  // namespace

TEST_CASE("each later row of a key points at the first one") {
    DuplicateFinder finder;
    finder.add("a", 2);
    finder.add("b", 3);
    finder.add("a", 4);
    finder.add("", 5);
    finder.add("a", 6);
    finder.add("", 7);
    CHECK(finish(finder) == Found{{4, {2, "a"}}, {6, {2, "a"}}, {7, {5, ""}}});
}

TEST_CASE("three million keys are searched through files, exactly") {
    DuplicateFinder finder;
    constexpr std::uint64_t kRows = 3'000'000;
    for (std::uint64_t row = 1; row <= kRows; ++row) {
        // Every millionth row repeats the key of the row before it.
        finder.add("khóa-" + std::to_string(row % 1'000'000 == 0 ? row - 1 : row), row);
    }
    CHECK(finish(finder) == Found{{1'000'000, {999'999, "khóa-999999"}}, {2'000'000, {1'999'999, "khóa-1999999"}}, {3'000'000, {2'999'999, "khóa-2999999"}}});
}

TEST_CASE("a column of one value is counted in full") {
    DuplicateFinder finder;
    for (std::uint64_t row = 1; row <= 200'000; ++row) {
        finder.add("như nhau", row);
    }
    CHECK(finish(finder).size() == 199'999);
}
