// SPDX-License-Identifier: GPL-3.0-or-later

#include <doctest/doctest.h>

#include <cmath>
#include <cstdlib>
#include <cstring>
#include <nlohmann/json.hpp>
#include <random>

#include "catalog/base/error.hpp"
#include "catalog/base/file.hpp"
#include "catalog/base/wkb.hpp"
#include "catalog/write/row_writer.hpp"

using namespace khomo;
using namespace khomo::catalog;
using nlohmann::json;

namespace {

Field field(const char* name, FieldType type, bool required = false) {
    Field made;
    made.name = name;
    made.type = type;
    made.title = {std::string("Tiêu đề ") + name, std::string("Title ") + name};
    made.required = required;
    return made;
}

std::vector<Field> every_type() {
    return {field("ma", FieldType::string, true), field("so", FieldType::integer), field("thuc", FieldType::number), field("co", FieldType::boolean), field("ngay", FieldType::date), field("luc", FieldType::datetime)};
}

std::vector<Row> awkward_rows() {
    std::vector<Row> rows(4);
    rows[0].values = {std::string("Hồ chứa"), std::int64_t{42}, 0.1, true, std::string("2026-05-13"), std::string("2026-05-13T08:00:00Z")};
    rows[1].values = {std::string("a,\"b\"\r\nc & <d> \t\\ =1+1"), std::int64_t{-7}, 1e21, false, std::string("1899-12-31"), std::monostate()};
    rows[2].values = {std::string(), std::monostate(), std::monostate(), std::monostate(), std::monostate(), std::monostate()};
    rows[3].values = {std::string(" 007 "), std::int64_t{9007199254740993}, -0.0, std::monostate(), std::string("2000-02-29"), std::monostate()};
    return rows;
}

template <typename Make>
std::string written(const Make& make, const std::vector<Row>& rows) {
    std::string out;
    const auto writer = make([&out](std::string_view bytes) { out += bytes; });
    writer->begin();
    for (const auto& row : rows) {
        writer->row(row);
    }
    writer->finish();
    return out;
}

/// What a reader of RFC 4180 makes of a text; the second says whether the cell was quoted.
std::vector<std::vector<std::pair<std::string, bool>>> read_csv(const std::string& text) {
    std::vector<std::vector<std::pair<std::string, bool>>> rows(1);
    std::string cell;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"') {
            quoted = true;
            for (++i; text[i] != '"' || text[i + 1] == '"'; ++i) {
                i += text[i] == '"' ? 1 : 0;
                cell += text[i];
            }
        } else if (text[i] == ',' || text[i] == '\r') {
            rows.back().emplace_back(cell, quoted);
            cell.clear();
            quoted = false;
            if (text[i] == '\r') {
                ++i;
                rows.emplace_back();
            }
        } else {
            cell += text[i];
        }
    }
    rows.pop_back();
    return rows;
}

int run(const std::string& command) { return std::system((command + " 2>&1").c_str()); }

}  // namespace

TEST_CASE("CSV keeps every text byte for byte, null apart from empty, and numbers that read back the same") {
    const auto rows = awkward_rows();
    const auto text = written([](ByteSink sink) { return make_csv_writer(every_type(), true, std::move(sink)); }, rows);
    CHECK(text.starts_with("\xEF\xBB\xBFma,so,thuc,co,ngay,luc\r\nHồ chứa,42,0.1,true,2026-05-13,2026-05-13T08:00:00Z\r\n"));
    const auto cells = read_csv(text.substr(3));
    REQUIRE(cells.size() == 5);
    CHECK(cells[2][0].first == "a,\"b\"\r\nc & <d> \t\\ =1+1");
    CHECK(cells[2][2].first == "1e+21");
    CHECK(cells[3][0] == std::pair(std::string(), true));
    CHECK(cells[3][1] == std::pair(std::string(), false));
    CHECK(cells[4][0].first == " 007 ");
    CHECK(cells[4][1].first == "9007199254740993");
    CHECK(cells[4][2].first == "-0");
    CHECK_FALSE(written([](ByteSink sink) { return make_csv_writer(every_type(), false, std::move(sink)); }, rows).starts_with("\xEF"));
}

TEST_CASE("random doubles survive CSV and JSON") {
    std::mt19937_64 random(3);
    std::vector<Row> rows;
    while (rows.size() < 5000) {
        const auto bits = random();
        double value = 0;
        std::memcpy(&value, &bits, sizeof value);
        if (std::isfinite(value)) {
            rows.emplace_back().values = {value};
        }
    }
    const std::vector<Field> fields = {field("x", FieldType::number)};
    const auto cells = read_csv(written([&](ByteSink sink) { return make_csv_writer(fields, false, std::move(sink)); }, rows));
    const auto list = json::parse(written([&](ByteSink sink) { return make_json_writer(fields, false, std::move(sink)); }, rows));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        REQUIRE(std::strtod(cells[i + 1][0].first.c_str(), nullptr) == std::get<double>(rows[i].values[0]));
        REQUIRE(list[i].at("x").get<double>() == std::get<double>(rows[i].values[0]));
    }
}

TEST_CASE("JSON and NDJSON hold the same objects") {
    const auto rows = awkward_rows();
    const auto list = json::parse(written([](ByteSink sink) { return make_json_writer(every_type(), false, std::move(sink)); }, rows));
    REQUIRE(list.size() == 4);
    CHECK(list[1].at("ma") == "a,\"b\"\r\nc & <d> \t\\ =1+1");
    CHECK(list[0].at("co") == true);
    CHECK(list[2].at("so").is_null());
    CHECK(list[3].at("so") == 9007199254740993);
    const auto lines = written([](ByteSink sink) { return make_ndjson_writer(every_type(), false, std::move(sink)); }, rows);
    std::size_t at = 0;
    for (const auto& object : list) {
        const auto end = lines.find('\n', at);
        CHECK(json::parse(lines.substr(at, end - at)) == object);
        at = end + 1;
    }
    CHECK(at == lines.size());
    CHECK(json::parse(written([](ByteSink sink) { return make_json_writer(every_type(), false, std::move(sink)); }, {})) == json::array());
}

TEST_CASE("control characters and quotes are escaped in JSON as RFC 8259 asks") {
    std::string out;
    append_json_escaped(out, std::string("\x01\x1f\"\\\n\t\r/\x7f\0đ", 12));
    CHECK(out == "\\u0001\\u001f\\\"\\\\\\n\\t\\r/\x7f\\u0000đ");
}

TEST_CASE("GeoJSON has longitude first, null for no geometry, and the row's number as id") {
    Row with;
    with.values = {std::string("a")};
    with.geometry = wkb_point(103.9123456789, 21.3);
    Row without;
    without.values = {std::string("b")};
    without.number = 77;
    const auto collection = json::parse(written([](ByteSink sink) { return make_geojson_writer({field("ma", FieldType::string)}, std::move(sink)); }, {with, without}));
    CHECK(collection.at("type") == "FeatureCollection");
    CHECK(collection.at("features")[0].at("geometry") == json{{"type", "Point"}, {"coordinates", {103.9123457, 21.3}}});
    CHECK(collection.at("features")[0].at("id") == 1);
    CHECK(collection.at("features")[1].at("geometry").is_null());
    CHECK(collection.at("features")[1].at("id") == 77);
    CHECK(json::parse(written([](ByteSink sink) { return make_geojson_writer({field("ma", FieldType::string)}, std::move(sink)); }, {})).at("features").empty());
}

TEST_CASE("XML is valid by the schema made for its contract, and a broken one is not") {
    const TemporaryFolder folder;
    CatalogEntry entry;
    entry.id = "mau";
    entry.title = {"Bảng mẫu <minh họa>", "Sample"};
    entry.fields = every_type();
    write_file(folder.path() / "mau.xsd", xml_schema(entry));
    auto rows = awkward_rows();
    rows[0].values[0] = std::string("\x01\xEF\xBF\xBE\r", 5);
    const auto xml = written([](ByteSink sink) { return make_xml_writer("mau", every_type(), std::move(sink)); }, rows);
    CHECK(xml.find("<ma>\xEF\xBF\xBD\xEF\xBF\xBD&#13;</ma>") != std::string::npos);
    CHECK(xml.find("c &amp; &lt;d&gt;") != std::string::npos);
    write_file(folder.path() / "mau.xml", xml);
    const auto check = "xmllint --noout --nonet --schema " + (folder.path() / "mau.xsd").string() + ' ' + (folder.path() / "mau.xml").string() + " >/dev/null";
    REQUIRE(run("command -v xmllint >/dev/null") == 0);
    CHECK(run(check) == 0);
    auto broken = xml;
    broken.replace(broken.find("<so>-7"), 6, "<so>x7");
    write_file(folder.path() / "mau.xml", broken);
    CHECK(run(check) != 0);
}

TEST_CASE("XLSX read by another program gives the same cells, dates as dates, text never as a formula") {
    const TemporaryFolder folder;
    CatalogEntry entry;
    entry.id = "mau";
    entry.title = {"Bảng mẫu", "Sample"};
    entry.fields = every_type();
    entry.fields[1].unit = "cái";
    auto rows = awkward_rows();
    rows[2].values[0] = std::string("=HYPERLINK(\"x\")");
    for (const char* name : {"a.xlsx", "b.xlsx"}) {
        const auto writer = make_xlsx_writer(entry, folder.path() / name);
        writer->begin();
        for (const auto& row : rows) {
            writer->row(row);
        }
        writer->finish();
    }
    CHECK(read_file(folder.path() / "a.xlsx") == read_file(folder.path() / "b.xlsx"));
    write_file(folder.path() / "check.py", R"py(
import datetime, sys, openpyxl
sheet = openpyxl.load_workbook(sys.argv[1]).active
rows = list(sheet.iter_rows())
assert [c.value for c in rows[0]][:2] == ["Tiêu đề ma", "Tiêu đề so (cái)"], rows[0]
assert [c.value for c in rows[1]] == ["Hồ chứa", 42, 0.1, True, datetime.datetime(2026, 5, 13), "2026-05-13T08:00:00Z"], rows[1]
assert rows[2][0].value == 'a,"b"\r\nc & <d> \t\\ =1+1' or rows[2][0].value == 'a,"b"\nc & <d> \t\\ =1+1' or rows[2][0].value == 'a,"b"_x000D_\nc & <d> \t\\ =1+1', repr(rows[2][0].value)
assert rows[2][4].value == "1899-12-31", rows[2][4].value
assert rows[3][0].value == '=HYPERLINK("x")' and rows[3][0].data_type != "f", rows[3][0].data_type
assert rows[4][0].value == " 007 " and rows[4][1].value == "9007199254740993", rows[4]
assert all(c.data_type != "f" for row in rows for c in row)
)py");
    CHECK(run("/usr/bin/python3 " + (folder.path() / "check.py").string() + ' ' + (folder.path() / "a.xlsx").string()) == 0);
}

TEST_CASE("XLSX goes on in a second sheet after 1,048,575 rows, and long text is cut at a character") {
    const TemporaryFolder folder;
    CatalogEntry entry;
    entry.id = "mau";
    entry.title = {"Bảng mẫu", "Sample"};
    entry.fields = {field("so", FieldType::integer), field("chu", FieldType::string)};
    const auto writer = make_xlsx_writer(entry, folder.path() / "a.xlsx");
    writer->begin();
    Row row;
    for (std::int64_t i = 1; i <= 1048577; ++i) {
        row.values = {i, std::monostate()};
        if (i == 1048577) {
            std::string longest = "x";
            for (int k = 0; k < 40000; ++k) {
                longest += "ệ";
            }
            row.values[1] = longest;
        }
        writer->row(row);
    }
    writer->finish();
    write_file(folder.path() / "check.py", R"py(
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1], read_only=True)
assert len(book.sheetnames) == 2, book.sheetnames
rows = list(book[book.sheetnames[1]].iter_rows(values_only=True))
assert [r[0] for r in rows[1:]] == [1048576, 1048577], rows[:3]
assert len(rows[2][1]) == 32767 and rows[2][1][-1] == "ệ"
)py");
    CHECK(run("/usr/bin/python3 " + (folder.path() / "check.py").string() + ' ' + (folder.path() / "a.xlsx").string()) == 0);
}

TEST_CASE("a sink that fails is told by an exception, on a full disk with the file's name") {
    const auto writer = make_csv_writer(every_type(), false, [](std::string_view) { throw Error(ErrorKind::io, {"đầy", "full"}); });
    writer->begin();
    CHECK_THROWS_AS(writer->finish(), Error);
    if (std::filesystem::exists("/dev/full")) {
        FileSink sink("/dev/full");
        CHECK_THROWS_WITH_AS(sink.write("x"), doctest::Contains("/dev/full"), Error);
    }
    CatalogEntry entry;
    entry.title = {"x", "x"};
    const auto book = make_xlsx_writer(entry, "/khong/co/thu/muc.xlsx");
    CHECK_THROWS_AS((book->begin(), book->finish()), Error);
}

TEST_CASE("bytes leave in large pieces while rows come") {
    std::size_t calls = 0;
    std::size_t largest = 0;
    const auto writer = make_csv_writer(every_type(), false, [&](std::string_view bytes) {
        ++calls;
        largest = std::max(largest, bytes.size());
    });
    writer->begin();
    const auto row = awkward_rows()[0];
    for (int i = 0; i < 20000; ++i) {
        writer->row(row);
    }
    CHECK(calls > 10);
    writer->finish();
    CHECK(calls < 40);
    CHECK(largest < 70000);
}
