// SPDX-License-Identifier: GPL-3.0-or-later

#include <doctest/doctest.h>

#include <cstdlib>
#include <random>

#include "builder/gate/cell_parser.hpp"

using namespace khomo;
using namespace khomo::builder;
using catalog::FieldType;
using catalog::RawCell;
using catalog::Value;

namespace {

RawCell text_cell(const std::string& text) {
    return {RawCell::Kind::text, text, 0};
}

struct Parsed {
    ParseFault fault;
    Value value;
};

Parsed parse(FieldType type, const std::string& text, ColumnStyle style = {}) {
    Parsed parsed{};
    parsed.fault = parse_cell(type, text_cell(text), text, style, parsed.value);
    return parsed;
}

double number(const std::string& text, DecimalStyle declared = DecimalStyle::unknown) {
    ColumnStyle style;
    style.declared = declared;
    const auto parsed = parse(FieldType::number, text, style);
    REQUIRE_MESSAGE(parsed.fault == ParseFault::none, text);
    return std::get<double>(parsed.value);
}

ParseFault fault(FieldType type, const std::string& text, DecimalStyle declared = DecimalStyle::unknown) {
    ColumnStyle style;
    style.declared = declared;
    return parse(type, text, style).fault;
}

std::string text_of(FieldType type, const std::string& text) {
    const auto parsed = parse(type, text);
    return parsed.fault == ParseFault::none ? std::get<std::string>(parsed.value) : "?";
}

}  // namespace

TEST_CASE("numbers are read in both styles where they tell which one it is") {
    CHECK(number("1.234.567,5") == 1234567.5);
    CHECK(number("1,234,567.5") == 1234567.5);
    CHECK(number("1.234.567") == 1234567);
    CHECK(number("1,5") == 1.5);
    CHECK(number("12.34") == 12.34);
    CHECK(number("0.125") == 0.125);  // no group begins with a zero
    CHECK(number("-3") == -3);
    CHECK(number("+3") == 3);
    CHECK(number("\u2212"
                 "3") == -3);
    CHECK(number("1234567") == 1234567);
    CHECK(number("2e3") == 2000);
}

TEST_CASE("every decimal comes out as the nearest double") {
    std::mt19937_64 random(20261123);
    for (int i = 0; i < 20000; ++i) {
        auto digits = std::to_string(random() % 10'000'000'000'000'000'000ULL).substr(0, 1 + random() % 19);
        digits.insert(random() % digits.size() + 1, ".");
        CHECK_MESSAGE(number(digits, DecimalStyle::dot) == std::strtod(digits.c_str(), nullptr), digits);
    }
}

TEST_CASE("a single group of three is ambiguous until the contract or the column says") {
    CHECK(fault(FieldType::number, "3.000") == ParseFault::ambiguous);
    CHECK(fault(FieldType::number, "3,000") == ParseFault::ambiguous);
    CHECK(number("3.000", DecimalStyle::comma) == 3000);
    CHECK(number("3.000", DecimalStyle::dot) == 3);
    ColumnStyle style;
    learn_decimal("Tổng 1,5", style);
    CHECK(style.seen == DecimalStyle::unknown);
    learn_decimal("3.000", style);
    CHECK(style.seen == DecimalStyle::unknown);
    learn_decimal("1.234,5", style);
    CHECK(style.seen == DecimalStyle::comma);
    Value value;
    CHECK(parse_cell(FieldType::number, text_cell("3.000"), "3.000", style, value) == ParseFault::none);
    CHECK(std::get<double>(value) == 3000);
    CHECK(parse_cell(FieldType::number, text_cell("12.34"), "12.34", style, value) == ParseFault::mixed);
}

TEST_CASE("coordinates have no thousands") {
    ColumnStyle style;
    style.coordinate = true;
    Value value;
    CHECK(parse_cell(FieldType::number, text_cell("21.345"), "21.345", style, value) == ParseFault::none);
    CHECK(std::get<double>(value) == 21.345);
}

TEST_CASE("what is no number is refused, in the other style too") {
    for (const std::string text : {"12a", "a", "--1", "1-", "12 ha", "5%", "1.2.3", "1,2,3", "1.23,4,5", ".", "-", "inf", "nan", "0x10", "1 234", "1..2"}) {
        CHECK_MESSAGE(fault(FieldType::number, text) != ParseFault::none, text);
    }
    CHECK(fault(FieldType::number, "12.5", DecimalStyle::comma) == ParseFault::not_a_value);
    CHECK(fault(FieldType::number, "1,5", DecimalStyle::dot) == ParseFault::not_a_value);
}

TEST_CASE("integers are exact and refuse fractions") {
    CHECK(std::get<std::int64_t>(parse(FieldType::integer, "9007199254740993").value) == 9007199254740993);
    CHECK(std::get<std::int64_t>(parse(FieldType::integer, "1.234.567").value) == 1234567);
    CHECK(std::get<std::int64_t>(parse(FieldType::integer, "007").value) == 7);
    CHECK(fault(FieldType::integer, "1,5") == ParseFault::not_a_value);
    CHECK(fault(FieldType::integer, "99999999999999999999") == ParseFault::not_a_value);
    ColumnStyle style;
    Value value;
    CHECK(parse_cell(FieldType::integer, {RawCell::Kind::number, "2026", 2026}, "2026", style, value) == ParseFault::none);
    CHECK(parse_cell(FieldType::integer, {RawCell::Kind::number, "0.5", 0.5}, "0.5", style, value) == ParseFault::not_a_value);
}

TEST_CASE("ticks and words are true or false") {
    for (const std::string yes : {"x", "X", "1", "có", "Có", "TRUE", "true", "đúng", "yes"}) {
        CHECK_MESSAGE(std::get<bool>(parse(FieldType::boolean, yes).value), yes);
    }
    for (const std::string no : {"0", "không", "Không", "false", "sai", "no"}) {
        CHECK_MESSAGE(!std::get<bool>(parse(FieldType::boolean, no).value), no);
    }
    CHECK(fault(FieldType::boolean, "2") == ParseFault::not_a_value);
    CHECK(fault(FieldType::boolean, "xx") == ParseFault::not_a_value);
}

TEST_CASE("dates are read in every form that offices write") {
    for (const std::string text :
         {"13/05/2026", "13/5/26", "13-05-2026", "13.05.2026", "2026-05-13", "2026/5/13", "ngày 13 tháng 5 năm 2026", "Ngày 13 tháng 05 năm 2026"}) {
        CHECK_MESSAGE(text_of(FieldType::date, text) == "2026-05-13", text);
    }
    CHECK(text_of(FieldType::date, "1/2/70") == "1970-02-01");
    CHECK(text_of(FieldType::date, "29/02/2024") == "2024-02-29");
    for (const std::string text : {"29/02/2026", "32/01/2026", "13/05", "13/05/026", "2026", "13/05-2026", "13 05 2026", "20260513", "năm 13 tháng 5 ngày 2026", "1.5",
                                   "13/05/2026 08:00", "0/0/2026"}) {
        CHECK_MESSAGE(text_of(FieldType::date, text) == "?", text);
    }
}

TEST_CASE("month before day stops instead of guessing") {
    CHECK(fault(FieldType::date, "05/13/2026") == ParseFault::month_first);
    CHECK(fault(FieldType::date, "13/13/2026") == ParseFault::not_a_value);
}

TEST_CASE("a spreadsheet's serial day is a date with a warning, other numbers are not") {
    ColumnStyle style;
    Value value;
    CHECK(parse_cell(FieldType::date, {RawCell::Kind::number, "46155", 46155}, "46155", style, value) == ParseFault::from_serial);
    CHECK(std::get<std::string>(value) == "2026-05-13");
    for (const double serial : {2026.0, 20260513.0, 46155.5, -1.0}) {
        CHECK(parse_cell(FieldType::date, {RawCell::Kind::number, "", serial}, "", style, value) == ParseFault::not_a_value);
    }
    style.serial_shift = 1462;
    CHECK(parse_cell(FieldType::date, {RawCell::Kind::number, "44693", 44693}, "44693", style, value) == ParseFault::from_serial);
    CHECK(std::get<std::string>(value) == "2026-05-13");
}

TEST_CASE("a typed date loses no time of day in silence") {
    ColumnStyle style;
    Value value;
    const RawCell midnight{RawCell::Kind::date, "2026-05-13T00:00:00", 0};
    const RawCell morning{RawCell::Kind::date, "2026-05-13T08:30:00", 0};
    CHECK(parse_cell(FieldType::date, midnight, midnight.text, style, value) == ParseFault::none);
    CHECK(std::get<std::string>(value) == "2026-05-13");
    CHECK(parse_cell(FieldType::date, morning, morning.text, style, value) == ParseFault::has_time);
    CHECK(parse_cell(FieldType::datetime, morning, morning.text, style, value) == ParseFault::none);
    CHECK(std::get<std::string>(value) == "2026-05-13T01:30:00Z");
}

TEST_CASE("instants without a zone are Vietnamese time") {
    for (const std::string text :
         {"2026-05-13 08:30", "2026-05-13T08:30:00", "2026-05-13T08:30:00+07:00", "2026-05-13T01:30:00Z", "13/05/2026 08:30", "13/5/2026 8:30:00", "8:30 13/05/2026"}) {
        CHECK_MESSAGE(text_of(FieldType::datetime, text) == "2026-05-13T01:30:00Z", text);
    }
    CHECK(text_of(FieldType::datetime, "13/05/2026") == "2026-05-12T17:00:00Z");
    for (const std::string text : {"13/05/2026 25:00", "13/05/2026 8h30", "08:30", "2026-05-13 8"}) {
        CHECK_MESSAGE(text_of(FieldType::datetime, text) == "?", text);
    }
}

TEST_CASE("periods are years, months, quarters and halves") {
    CHECK(text_of(FieldType::period, "2026") == "2026");
    CHECK(text_of(FieldType::period, "năm 2026") == "2026");
    CHECK(text_of(FieldType::period, "2026-05") == "2026-05");
    CHECK(text_of(FieldType::period, "5/2026") == "2026-05");
    CHECK(text_of(FieldType::period, "05-2026") == "2026-05");
    CHECK(text_of(FieldType::period, "tháng 5/2026") == "2026-05");
    CHECK(text_of(FieldType::period, "Tháng 5 năm 2026") == "2026-05");
    CHECK(text_of(FieldType::period, "Quý III/2026") == "2026-Q3");
    CHECK(text_of(FieldType::period, "quý 4 năm 2026") == "2026-Q4");
    CHECK(text_of(FieldType::period, "2026-Q3") == "2026-Q3");
    CHECK(text_of(FieldType::period, "6 tháng đầu năm 2026") == "2026-H1");
    CHECK(text_of(FieldType::period, "6 tháng cuối năm 2026") == "2026-H2");
    CHECK(text_of(FieldType::period, "2026-H2") == "2026-H2");
    for (const std::string text :
         {"26", "13/2026", "0/2026", "Quý V/2026", "2026-Q5", "2026-H3", "tháng 13/2026", "13/05/2026", "6 tháng đầu năm", "abc", "2026-", "quý"}) {
        CHECK_MESSAGE(text_of(FieldType::period, text) == "?", text);
    }
}
