// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/intake/string_store.hpp"
#include "builder/intake/xlsx_package.hpp"
#include "tests/builder/intake/intake_run.hpp"
#include "tests/support/make_zip.hpp"

using namespace khomo;
using namespace khomo::tests;
using Kind = catalog::RawCell::Kind;

namespace {

IntakeRun read(const XlsxMaker& maker, const catalog::TableLayout& layout = {}) {
    IntakeBench bench;
    bench.entry.table = layout;
    bench.write("a.xlsx", maker.bytes());
    return bench.run();
}

/// A sheet of the given rows, with headings in row 1.
std::string rows(const std::string& heading, const std::string& data) {
    return "<sheetData><row r=\"1\">" + heading + "</row>" + data + "</sheetData>";
}

std::string text(const std::string& place, const std::string& value) {
    return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + value + "</t></is></c>";
}

}  // namespace

TEST_CASE("an XLSX gives texts, numbers, booleans, dates and codes with their zeros") {
    XlsxMaker maker;
    maker.shared = {"<t>Mã</t>", "<t>Tên</t>", "<r><t>Hồ </t></r><r><t>Bản Mòng</t></r><rPh><t>bỏ</t></rPh>", "<t xml:space=\"preserve\">dòng_x000A_hai &amp; ba</t>"};
    maker.sheet = rows(
        "<c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>" + text("C1", "Ngày") + text("D1", "Số") + text("E1", "Có") + text("F1", "Lúc") +
            text("G1", "Giờ") + text("H1", "Ghi"),
        "<row r=\"3\"><c r=\"A3\" s=\"2\"><v>3646</v></c><c r=\"B3\" t=\"s\"><v>2</v></c><c r=\"C3\" s=\"1\"><v>46155</v></c><c r=\"D3\"><v>0.10000000000000001</v></c>"
        "<c r=\"E3\" t=\"b\"><v>1</v></c><c r=\"F3\" s=\"3\"><v>46155.354166666664</v></c><c r=\"G3\" s=\"4\"><v>0.5</v></c><c r=\"H3\" t=\"s\"><v>3</v></c></row>");
    const auto run = read(maker);
    CHECK(run.told() == Told{});
    CHECK(run.header.sheet == "Sheet1");
    CHECK(run.rows == Rows{{"03646", "Hồ Bản Mòng", "2026-05-13", "0.1", "TRUE", "2026-05-13T08:30:00", "12:00:00", "dòng\nhai & ba"}});
    CHECK(run.row_numbers == std::vector<std::uint64_t>{3});
    CHECK(run.first_kinds == std::vector<Kind>{Kind::number, Kind::text, Kind::date, Kind::number, Kind::boolean, Kind::date, Kind::text, Kind::text});
}

TEST_CASE("a workbook of the 1904 system counts from there") {
    XlsxMaker maker;
    maker.workbook_extra = "date1904=\"1\"";
    maker.sheet = rows(text("A1", "Ngày"), "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>44693</v></c></row>");
    const auto run = read(maker);
    CHECK(run.rows == Rows{{"2026-05-13"}});
    CHECK(run.header.serial_shift == 1462);
}

TEST_CASE("two heading rows follow the merged cells, not a guess") {
    XlsxMaker maker;
    maker.sheet = "<sheetData><row r=\"2\">" + text("A2", "Mã") + text("B2", "Diện tích") + "</row><row r=\"3\">" + text("B3", "2024") + text("C3", "2025") +
                  text("D3", "Ghi chú") +
                  "</row><row r=\"4\"><c r=\"A4\"><v>1</v></c><c r=\"D4\"><v>2</v></c></row></sheetData><mergeCells><mergeCell ref=\"A2:A3\"/><mergeCell "
                  "ref=\"B2:C2\"/></mergeCells>";
    catalog::TableLayout layout;
    layout.skip_rows = 1;
    layout.header_rows = 2;
    const auto run = read(maker, layout);
    CHECK(run.header.columns == std::vector<std::string>{"Mã", "Diện tích / 2024", "Diện tích / 2025", "Ghi chú"});
    CHECK(run.rows == Rows{{"1", "", "", "2"}});
}

TEST_CASE("the sheet is chosen by name, by number, or as the first that shows") {
    XlsxMaker maker;
    maker.sheets = {{"Ẩn", "hidden"}, {"Số liệu &amp; khác", ""}, {"Ba", ""}};
    const auto first = read(maker);
    CHECK(first.header.columns == std::vector<std::string>{"Số liệu & khác"});
    CHECK(first.told() == Told{"warn form/hidden-sheet a.xlsx||0|", "info form/several-sheets a.xlsx||0|"});
    catalog::TableLayout layout;
    layout.sheet = "3";
    CHECK(read(maker, layout).header.columns == std::vector<std::string>{"Ba"});
    layout.sheet = "Số liệu & khác";
    CHECK(read(maker, layout).header.sheet == "Số liệu & khác");
    layout.sheet = "Không có";
    const auto missing = read(maker, layout);
    CHECK(missing.has("form/no-sheet"));
    CHECK_FALSE(missing.opened);
}

TEST_CASE("what a spreadsheet hides or breaks is told with row and column") {
    XlsxMaker maker;
    maker.sheet = rows(text("A1", "a") + text("B1", "b"),
                       "<row r=\"2\" hidden=\"1\"><c r=\"A2\"><f>1+1</f><v>2</v></c><c r=\"B2\" t=\"e\"><v>#N/A</v></c></row>"
                       "<row r=\"3\"><c r=\"A3\"><f>B1</f></c><c r=\"B3\"><v>1</v></c><c r=\"D3\"><v>9</v></c></row>") +
                  "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>";
    const auto run = read(maker);
    CHECK(run.told() == Told{"block form/cell-error a.xlsx|Sheet1|2|b", "block form/extra-cells a.xlsx|Sheet1|3|D", "block form/formula-empty a.xlsx|Sheet1|3|a",
                             "warn form/hidden-rows a.xlsx|Sheet1|2|", "warn form/merged-cells a.xlsx|Sheet1|2|a", "info form/formulas a.xlsx|Sheet1|0|"});
}

TEST_CASE("macros, a broken part and a foreign ZIP are refused by name") {
    XlsxMaker macro;
    macro.more = {{"xl/vbaProject.bin", "x"}};
    CHECK(read(macro).told() == Told{"block form/macro a.xlsx||0|"});
    XlsxMaker broken;
    broken.sheet = "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></row></sheetData>";
    CHECK(read(broken).has("form/xlsx"));
    IntakeBench foreign;
    foreign.write("a.xlsx", ZipMaker().add("word/document.xml", "<x/>").bytes());
    CHECK(foreign.run().told() == Told{"block form/xlsx a.xlsx||0|"});
}

TEST_CASE("a document type in any part of an XLSX is refused") {
    XlsxMaker maker;
    maker.sheet = rows(text("A1", "a"), "");
    auto bytes = maker.bytes();
    IntakeBench bench;
    ZipMaker zip;
    zip.add("[Content_Types].xml", "<Types/>").add("_rels/.rels", "<!DOCTYPE x [<!ENTITY e \"v\">]><x>&e;</x>");
    bench.write("a.xlsx", zip.bytes());
    const auto run = bench.run();
    CHECK(run.told() == Told{"block form/xlsx a.xlsx||0|"});
    CHECK(run.message("form/xlsx").find("DOCTYPE") != std::string::npos);
}

TEST_CASE("format codes tell dates from quantities") {
    for (const std::string date : {"dd/mm/yyyy", "[$-42A]d mmmm yyyy;@", "yyyy\\-mm\\-dd", "h:mm AM/PM", "m/d/yy"}) {
        CHECK_MESSAGE(builder::look_of_format(date).date, date);
    }
    for (const std::string quantity : {"0.00", "General", "#,##0 \"đồng\"", "#,##0\\ _d", "[h]:mm:ss", "[Red]0", "0.00E+00", "@", "\"ngày\" 0"}) {
        CHECK_MESSAGE(!builder::look_of_format(quantity).date, quantity);
    }
    CHECK(builder::look_of_format("00000").zeros == 5);
}

TEST_CASE("serial days follow Excel, with the day of 1900 that never was") {
    CHECK(builder::date_of_serial(1, false) == "1900-01-01");
    CHECK(builder::date_of_serial(59, false) == "1900-02-28");
    CHECK(builder::date_of_serial(60, false) == std::nullopt);
    CHECK(builder::date_of_serial(61, false) == "1900-03-01");
    CHECK(builder::date_of_serial(46155, false) == "2026-05-13");
    CHECK(builder::date_of_serial(2958465, false) == "9999-12-31");
    CHECK(builder::date_of_serial(2958466, false) == std::nullopt);
    CHECK(builder::date_of_serial(-1, false) == std::nullopt);
    CHECK(builder::date_of_serial(0, true) == "1904-01-01");
    CHECK(builder::date_of_serial(46155.9999999999, false) == "2026-05-14");
}

TEST_CASE("the string store gives every string back, those on disk too") {
    const TemporaryFolder folder;
    builder::StringStore store(folder.path());
    const std::string filler(1000, 'x');
    constexpr std::uint64_t kCount = 70000;  // 70 MB: some 20 MB go to disk
    for (std::uint64_t i = 0; i < kCount; ++i) {
        store.add(std::to_string(i) + filler);
        store.add("");
    }
    std::string out;
    bool same = true;
    for (std::uint64_t i = 0; i < kCount; i += 7) {
        store.get(2 * i, out);
        same = same && out == std::to_string(i) + filler;
        store.get(2 * i + 1, out);
        same = same && out.empty();
    }
    CHECK(same);
    CHECK(store.size() == 2 * kCount);
    CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("cells outside rows and rows inside rows are passed over") {
    XlsxMaker maker;
    const auto cell = [](const std::string& text) { return "<c t=\"str\"><v>" + text + "</v></c>"; };
    maker.sheet = "<sheetData><row>" + cell("a") + cell("b") + "</row>" + cell("x") + "<row>" + cell("1") + "<row>" + cell("2") + cell("3") + "</row>" + cell("y") + "</row>" + cell("z") +
                  "</sheetData>";
    IntakeBench bench;
    bench.write("a.xlsx", maker.bytes());
    CHECK(bench.run().rows == Rows{{"2", "3"}});
}
