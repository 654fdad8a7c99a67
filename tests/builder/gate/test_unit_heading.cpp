// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/gate/unit_heading.hpp"

#include <doctest/doctest.h>

using namespace khomo::builder;

TEST_CASE("a direction in brackets is no unit of money") {
    CHECK(compare_units("đông", "m") == UnitMatch::unknown);
    CHECK(compare_units("Đông", "m") == UnitMatch::unknown);
    CHECK(compare_units("đồng", "m") == UnitMatch::different);
    CHECK(compare_units("dong", "đồng") == UnitMatch::same);
    CHECK(compare_units("VND", "đồng") == UnitMatch::same);
}

TEST_CASE("units of one kind and another size differ") {
    CHECK(compare_units("m²", "ha") == UnitMatch::different);
    CHECK(compare_units("triệu đồng", "đồng") == UnitMatch::different);
    CHECK(compare_units("nghìn tấn", "nghìn tấn") == UnitMatch::same);
}
