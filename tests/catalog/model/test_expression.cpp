// SPDX-License-Identifier: GPL-3.0-or-later

#include <doctest/doctest.h>

#include "catalog/model/expression.hpp"

using namespace khomo;
using catalog::Expression;
using catalog::FieldType;

namespace {

std::vector<catalog::Field> fields() {
    std::vector<catalog::Field> list(5);
    const std::pair<const char*, FieldType> names[] = {{"a", FieldType::integer}, {"b", FieldType::number}, {"ten", FieldType::string}, {"ngay", FieldType::date}, {"dung", FieldType::boolean}};
    for (std::size_t i = 0; i < 5; ++i) {
        list[i].name = names[i].first;
        list[i].type = names[i].second;
    }
    return list;
}

catalog::Row row() {
    catalog::Row made;
    made.values = {std::int64_t{6}, 2.5, std::string("Mộc Châu"), std::string("2026-05-13"), true};
    return made;
}

Expression parsed(std::string_view text) {
    Expression::Fault fault;
    auto expression = Expression::parse(text, fields(), fault);
    REQUIRE_MESSAGE(expression.has_value(), fault.message.en);
    return std::move(*expression);
}

double number(std::string_view text) { return parsed(text).number(row()).value_or(-999); }
bool truth(std::string_view text) { return parsed(text).truth(row()).value(); }

std::string fault_of(std::string_view text) {
    Expression::Fault fault;
    CHECK_FALSE(Expression::parse(text, fields(), fault).has_value());
    CHECK_FALSE(fault.message.vi.empty());
    return fault.message.en;
}

}  // namespace

TEST_CASE("arithmetic binds as people expect") {
    CHECK(number("a + b * 2") == 11);
    CHECK(number("(a + b) * 2") == 17);
    CHECK(number("a - 1 - 1") == 4);
    CHECK(number("-a + abs(0 - b)") == -3.5);
    CHECK(number("a / 4 / 3") == 0.5);
    CHECK(number("length(ten)") == 8);
    CHECK(number("year(ngay) - 2000") == 26);
}

TEST_CASE("conditions compare numbers, texts and dates") {
    CHECK(truth("a >= 6 and b < 3"));
    CHECK_FALSE(truth("a != 6 or not dung"));
    CHECK(truth("ngay > '2026-05-09'"));
    CHECK(truth("ten = 'Mộc Châu'"));
    CHECK(truth("not a = 5 and (b == 2.5)"));
    CHECK_FALSE(truth("empty(ten)"));
}

TEST_CASE("what is missing leaves a sum without a number and a condition open unless the rest settles it") {
    auto some = row();
    some.values[1] = std::monostate();
    CHECK_FALSE(parsed("a + b").number(some).has_value());
    CHECK_FALSE(parsed("b > 1").truth(some).has_value());
    CHECK_FALSE(parsed("b > 1 and dung").truth(some).has_value());
    CHECK(parsed("b > 1 or dung").truth(some) == true);
    CHECK(parsed("b > 1 and not dung").truth(some) == false);
    CHECK(parsed("empty(b)").truth(some) == true);
    CHECK_FALSE(parsed("a / (a - 6)").number(row()).has_value());
}

TEST_CASE("texts that are no expression say why") {
    CHECK(fault_of("") == "The expression ends half-way");
    CHECK(fault_of("a +") == "The expression ends half-way");
    CHECK(fault_of("a + (b") == "A ) is missing");
    CHECK(fault_of("tenn = 'x'") == "There is no field «tenn»; «ten»?");
    CHECK(fault_of("a = 'x'") == "The two sides are of different kinds");
    CHECK(fault_of("a and b") == "This must be a condition");
    CHECK(fault_of("ten + 1") == "This must be a number");
    CHECK(fault_of("system('x')") == "There is no function «system»; there are empty, abs, length, year");
    CHECK(fault_of("a = 1 b") == "«b» is too much");
    CHECK(fault_of("a ; b") == "«; b» is too much");
    CHECK(fault_of("ten = 'x") == "A closing quote is missing");
    CHECK(fault_of("1.2.3 = a") == "The number is not written well");
    CHECK(fault_of("dung < dung") == "True and false have no order");
    CHECK(fault_of(std::string(60, '(') + "a" + std::string(60, ')')) == "It nests too deep");
    CHECK(fault_of(std::string(3000, 'a')) == "The expression is too long");
}

TEST_CASE("a plain sum tells its summands, another expression none") {
    const auto sum = parsed("a - (b - a)").as_sum();
    REQUIRE(sum.size() == 3);
    CHECK(sum[1].field == 1);
    CHECK(sum[1].sign == -1);
    CHECK(sum[2].sign == 1);
    CHECK(parsed("a * 2 + b").as_sum().empty());
    CHECK(parsed("a + 1").as_sum().empty());
}

TEST_CASE("the fields an expression names are told once each") {
    CHECK(parsed("b + a * a > 3 or empty(ten)").fields() == std::vector<std::size_t>{0, 1, 2});
}
