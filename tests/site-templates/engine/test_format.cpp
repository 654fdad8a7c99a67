// SPDX-License-Identifier: GPL-3.0-or-later

#include <doctest/doctest.h>

#include "site-templates/engine/format.hpp"

using namespace khomo;
using catalog::Field;
using catalog::FieldType;

namespace {

Field field(FieldType type, const std::string& unit = "") {
    Field made;
    made.name = "x";
    made.type = type;
    made.unit = unit;
    return made;
}

}  // namespace

TEST_CASE("dates read day first in Vietnamese and with the month's name in English") {
    CHECK(show_date({2026, 5, 3}, Lang::vi) == "03/05/2026");
    CHECK(show_date({2026, 12, 13}, Lang::en) == "13 December 2026");
}

TEST_CASE("sizes keep two or three figures") {
    CHECK(show_bytes(0, Lang::vi) == "0 B");
    CHECK(show_bytes(999, Lang::vi) == "999 B");
    CHECK(show_bytes(1234567, Lang::vi) == "1,2 MB");
    CHECK(show_bytes(1234567, Lang::en) == "1.2 MB");
    CHECK(show_bytes(456789, Lang::en) == "457 kB");
    CHECK(show_bytes(999999, Lang::en) == "1 MB");
    CHECK(show_bytes(5000000000000, Lang::en) == "5 TB");
}

TEST_CASE("counts have separators") {
    CHECK(show_count(1234567, Lang::vi) == "1.234.567");
    CHECK(show_count(1234567, Lang::en) == "1,234,567");
}

TEST_CASE("a cell reads as its type says") {
    CHECK(show_value(std::string("2026-05-13"), field(FieldType::date), Lang::vi) == "13/05/2026");
    CHECK(show_value(std::string("2026-05-13T01:30:00Z"), field(FieldType::datetime), Lang::vi) == "13/05/2026 08:30");
    CHECK(show_value(std::string("2026-05"), field(FieldType::period), Lang::vi) == "05/2026");
    CHECK(show_value(std::string("2026-05"), field(FieldType::period), Lang::en) == "May 2026");
    CHECK(show_value(std::string("2026-Q3"), field(FieldType::period), Lang::vi) == "quý 3/2026");
    CHECK(show_value(std::string("2026-H1"), field(FieldType::period), Lang::en) == "first half of 2026");
    CHECK(show_value(std::string("2026-05"), field(FieldType::string), Lang::vi) == "2026-05");
    CHECK(show_value(1234.5, field(FieldType::number), Lang::vi) == "1.234,5");
    CHECK(show_value(std::int64_t{12345}, field(FieldType::integer), Lang::en) == "12,345");
    CHECK(show_value(true, field(FieldType::boolean), Lang::vi) == "có");
    CHECK(show_value(std::monostate(), field(FieldType::number), Lang::vi).empty());
}

TEST_CASE("a year has no separator but a quantity of that size has") {
    auto year = field(FieldType::integer);
    CHECK(show_value(std::int64_t{2026}, year, Lang::vi) == "2.026");
    year.name = "nam_xay_dung";
    CHECK(show_value(std::int64_t{2026}, year, Lang::vi) == "2026");
    year.unit = "ha";
    CHECK(show_value(std::int64_t{2026}, year, Lang::vi) == "2.026");
}

TEST_CASE("a frequency has its word and an unknown one stays") {
    CHECK(show_frequency("monthly", Lang::vi) == "Hằng tháng");
    CHECK(show_frequency("on-change", Lang::en) == "When it changes");
    CHECK(show_frequency("x", Lang::en) == "x");
}
