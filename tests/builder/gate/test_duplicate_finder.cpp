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

TEST_CASE("rising keys are remembered for the one that breaks the order") {
    DuplicateFinder finder;
    for (std::uint64_t row = 1; row <= 1'500'000; ++row) {
        auto key = std::to_string(row);
        key.insert(0, 10 - key.size(), '0');
        finder.add(key, row);
    }
    finder.add("0000000003", 1'500'001);
    finder.add("0001500001", 1'500'002);
    finder.add("0001500000", 1'500'003);
    CHECK(finish(finder) == Found{{1'500'001, {3, "0000000003"}}, {1'500'003, {1'500'000, "0001500000"}}});
    DuplicateFinder twice;
    twice.add("a", 1);
    twice.add("a", 2);
    CHECK(finish(twice) == Found{{2, {1, "a"}}});
    DuplicateFinder empty;
    empty.add("", 1);
    empty.add("", 2);
    CHECK(finish(empty) == Found{{2, {1, ""}}});
}
