// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/intake/json_cursor.hpp"
#include "tests/builder/intake/intake_run.hpp"

using namespace khomo;
using namespace khomo::tests;
using builder::JsonCursor;
using builder::JsonToken;

namespace {

IntakeRun read(const std::string& json, const std::string& record = "", const std::string& name = "a.json", const std::vector<std::string>& ignored = {}) {
    IntakeBench bench;
    bench.entry.table.record = record;
    bench.entry.ignore_columns = ignored;
    bench.write(name, json);
    return bench.run();
}

/// The fault of a text, or "" when it is whole.
std::string fault_of(const std::string& json) {
    auto cursor = JsonCursor::over(json);
    for (auto token = cursor.next(); token != JsonToken::end; token = cursor.next()) {
        if (token == JsonToken::fault) {
            return cursor.fault().en;
        }
    }
    return "";
}

}  // namespace

TEST_CASE("an array of objects, NDJSON and a list inside an object give the same rows") {
    const Rows rows = {{"01", "Hồ Bản Mòng", "1.50"}, {"02", "", "3"}};
    const std::string one = R"({"ma":"01","ten":"Hồ Bản Mòng","v":1.50})";
    const std::string two = R"({"v":3,"ma":"02","ten":null})";
    for (const auto& json : {"[" + one + "," + two + "]", one + "\n" + two + "\n", "{\"records\":[" + one + "," + two + "]}", "{\"n\":2,\"result\":{\"records\":[" + one + "," + two + "]}}",
                             "\xEF\xBB\xBF[" + one + "," + two + "]", "{\"data\":{\"items\":[" + one + "," + two + "]}}"}) {
        const auto run = read(json);
        CHECK_MESSAGE(run.told() == Told{}, json);
        CHECK(run.header.columns == std::vector<std::string>{"ma", "ten", "v"});
        CHECK(run.rows == rows);
        CHECK(run.row_numbers == std::vector<std::uint64_t>{1, 2});
    }
    CHECK(read(one + "\n" + two, "", "a.ndjson").rows == rows);
    CHECK(read(one + two, "", "a.jsonl").rows == rows);
}

TEST_CASE("several pages one after the other are one table when the path is declared") {
    const auto run = read(R"({"total":3,"d":{"x":[{"a":1},{"a":2}]},"more":true} {"d":{"x":[{"a":3}]}} {"d":{"x":[]}})", "d.x");
    CHECK(run.told() == Told{});
    CHECK(run.rows == Rows{{"1"}, {"2"}, {"3"}});
}

TEST_CASE("inner objects become columns named by their path, lists in cells are refused unless the column is left out") {
    CHECK(read(R"([{"a":1,"noi":{"xa":"03646","toa_do":{"x":1.25}}}])").header.columns == std::vector<std::string>{"a", "noi/xa", "noi/toa_do/x"});
    CHECK(read(R"([{"a":1,"anh":["x"]}])").told() == Told{"block form/json-nested a.json||1|anh"});
    CHECK(read(R"([{"a":1,"anh":["x"]}])", "", "a.json", {"anh"}).told() == Told{});
}

TEST_CASE("numbers keep the digits they are written with") {
    const auto run = read(R"([{"a":12345678901234567890,"b":0.1000,"c":-0,"d":1e400,"e":true}])");
    CHECK(run.rows == Rows{{"12345678901234567890", "0.1000", "-0", "1e400", "true"}});
}

TEST_CASE("a record that is no object, a name given twice and a path that leads nowhere are told") {
    CHECK(read(R"([{"a":1},[1,2],3])").told() == Told{"block form/json-record a.json||2|", "block form/json-record a.json||3|"});
    CHECK(read(R"([{"a":1,"a":2}])").told() == Told{"block form/json-repeated a.json||1|a"});
    CHECK(read(R"({"x":[{"a":1}]})", "y").told() == Told{"block form/json-record a.json||0|"});
}

TEST_CASE("broken JSON is refused with its line and never shows a value") {
    for (const std::string json : {"[{\"a\":1}", "[{\"a\":0912345678}]", "[{\"a\":1,}]", "[{\"a\" 1}]", "[{'a':1}]", "[{\"a\":\"x\ny\"}]", "[{\"a\":\"\\ud800\"}]", "[{\"a\":NaN}]", "[{\"a\":\"\xff\"}]",
                                   "[{\"a\":\"\\u12\"}]", "{\"a\":tru}", "[1 2]", "}", "[{\"a\":1}]]"}) {
        const auto run = read(json);
        CHECK_MESSAGE((run.has("form/json") || run.has("form/content")), json);
        CHECK(run.message("form/json").find("0912345678") == std::string::npos);
    }
    CHECK(fault_of("[1,\n2,\nx]").find("line 3") != std::string::npos);
    CHECK(fault_of(std::string(65, '[')) .find("64") != std::string::npos);
    CHECK(fault_of("{\"a\":[1,2,{\"b\":\"\\ud83d\\ude00\"}],\"c\":-1.5e+3}") == "");
}

TEST_CASE("escapes become the characters they stand for") {
    auto cursor = JsonCursor::over(R"("\u1ED3 \ud83d\ude00 \n\t\"\\\/")");
    REQUIRE(cursor.next() == JsonToken::string);
    CHECK(cursor.text() == "ồ 😀 \n\t\"\\/");
    CHECK(cursor.next() == JsonToken::end);
}

TEST_CASE("a page saying that somebody must log in is not JSON whatever it is called") {
    CHECK(read("<!doctype html><html><body>Đăng nhập</body></html>").told() == Told{"block form/content a.json||0|"});
}
