// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <set>

#include "geo/tiles/tile_grid.hpp"

using namespace khomo::geo;

TEST_CASE("tiles are numbered as PMTiles numbers them") {
    // From the examples of the PMTiles specification, version 3.
    CHECK(tile_number({0, 0, 0}) == 0);
    CHECK(tile_number({1, 0, 0}) == 1);
    CHECK(tile_number({1, 0, 1}) == 2);
    CHECK(tile_number({1, 1, 1}) == 3);
    CHECK(tile_number({1, 1, 0}) == 4);
    CHECK(tile_number({2, 0, 0}) == 5);
    CHECK(tile_number({12, 3423, 1763}) == 19078479);
}

TEST_CASE("every tile of a zoom has a number of its own, side by side with a neighbour's") {
    std::set<std::uint64_t> numbers;
    for (std::uint32_t x = 0; x < 32; ++x) {
        for (std::uint32_t y = 0; y < 32; ++y) {
            numbers.insert(tile_number({5, x, y}));
        }
    }
    CHECK(numbers.size() == 1024);
    CHECK(*numbers.begin() == 341);
    CHECK(*numbers.rbegin() == 341 + 1023);
}

TEST_CASE("a point of Sơn La lies in the tile that web maps know for it") {
    const auto p = to_world(103.9103, 21.3229);
    CHECK((p.x >> (kWorldBits - 10)) == 807);
    CHECK((p.y >> (kWorldBits - 10)) == 449);
}

TEST_CASE("a point goes to one unit whichever tile asks") {
    const std::int64_t border = 807LL << (kWorldBits - 10);
    CHECK(to_unit(border, 10) == (807LL << kExtentBits));
    CHECK(to_unit(border + (1 << (unit_bits(10) - 1)) - 1, 10) == (807LL << kExtentBits));
    CHECK(to_unit(border + (1 << (unit_bits(10) - 1)), 10) == (807LL << kExtentBits) + 1);
}
