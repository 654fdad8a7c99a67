// SPDX-License-Identifier: GPL-3.0-or-later

#include <doctest/doctest.h>

#include "tests/builder/intake/intake_run.hpp"

using namespace khomo;
using namespace khomo::tests;

TEST_CASE("a CSV with BOM, CRLF and semicolons gives its rows with the row numbers of a spreadsheet") {
    IntakeBench bench;
    bench.write("a.csv", "\xEF\xBB\xBFmã;tên;số\r\n01;Hồ A;1,5\r\n02;\"Hồ; \"\"B\"\"\";2\r\n");
    const auto run = bench.run();
    CHECK(run.header.columns == std::vector<std::string>{"mã", "tên", "số"});
    CHECK(run.header.header_row == 1);
    CHECK(run.rows == Rows{{"01", "Hồ A", "1,5"}, {"02", "Hồ; \"B\"", "2"}});
    CHECK(run.row_numbers == std::vector<std::uint64_t>{2, 3});
    CHECK(run.told() == Told{});
}

TEST_CASE("every delimiter is told by the count of cells, not by the count of marks") {
    for (const std::string mark : {",", ";", "\t", "|"}) {
        IntakeBench bench;
        bench.write("a.csv", "a" + mark + "b\n1" + mark + "2\n3" + mark + "4\n");
        const auto run = bench.run();
        CHECK(run.rows == Rows{{"1", "2"}, {"3", "4"}});
    }
    IntakeBench bench;
    bench.write("a.csv", "tên;giá\nA;1,5\nB;2,5\nC;3,5\n");  // more commas than semicolons in a row would mislead
    CHECK(bench.run().header.columns == std::vector<std::string>{"tên", "giá"});
}

TEST_CASE("a declared delimiter wins and Excel's own sep line is taken") {
    IntakeBench bench;
    bench.entry.table.delimiter = "|";
    bench.write("a.csv", "a,b|c\n1,2|3\n");
    CHECK(bench.run().header.columns == std::vector<std::string>{"a,b", "c"});
    IntakeBench excel;
    excel.write("a.csv", "sep=;\r\na;b\r\n1;2\r\n");
    const auto run = excel.run();
    CHECK(run.rows == Rows{{"1", "2"}});
    CHECK(run.row_numbers == std::vector<std::uint64_t>{3});
}

TEST_CASE("lines above the heading are skipped and two heading rows are joined") {
    IntakeBench bench;
    bench.entry.table.skip_rows = 2;
    bench.entry.table.header_rows = 2;
    bench.entry.table.delimiter = ",";
    bench.write("a.csv", "Bảng 1\n\nMã,Diện tích,,Ghi chú\n,2024,2025,\nA,1,2,x\n");
    const auto run = bench.run();
    CHECK(run.header.columns == std::vector<std::string>{"Mã", "Diện tích / 2024", "Diện tích / 2025", "Ghi chú"});
    CHECK(run.rows == Rows{{"A", "1", "2", "x"}});
    CHECK(run.row_numbers == std::vector<std::uint64_t>{5});
}

TEST_CASE("extra and missing cells are told with row and column") {
    IntakeBench bench;
    bench.write("a.csv", "a,b,c\n1,2,3\n1,2,3,4\n1,2\n1,2,3,\n");
    CHECK(bench.run().told() == Told{"block form/extra-cells a.csv||3|D", "block form/missing-cells a.csv||4|c", "block form/extra-cells a.csv||5|D"});
}

TEST_CASE("a delimiter too many shifts a row even when its last cell is empty, one at the end of every row does not") {
    IntakeBench shifted;
    shifted.write("a.csv", "a,b,c\n1,2,\n,3,4,\n");
    CHECK(shifted.run().told() == Told{"block form/extra-cells a.csv||3|D"});
    IntakeBench trailing;
    trailing.write("a.csv", "a;b\n1;2;\n3;4;\n");
    CHECK(trailing.run().told() == Told{});
}

TEST_CASE("I6: a quote that is never closed is told where it opens") {
    IntakeBench bench;
    bench.write("a.csv", "a,b\n1,2\n3,\"4\n5,6\n7,8\n");
    CHECK(bench.run().told() == Told{"block form/csv-unclosed-quote a.csv||3|b"});
}

TEST_CASE("text behind a closing quote blocks, a quote inside a plain cell warns and stays") {
    IntakeBench bench;
    bench.write("a.csv", "a,b\n\"x\"y,2\n5\" ống,4\n");
    const auto run = bench.run();
    CHECK(run.told() == Told{"block form/csv-quote a.csv||2|a", "warn form/csv-quote-inside a.csv||3|a"});
    CHECK(run.rows.back() == std::vector<std::string>{"5\" ống", "4"});
}

TEST_CASE("I6: a NUL, a broken character and a byte order mark inside are told with their cell") {
    IntakeBench bench;
    bench.write("a.csv", std::string("a,b\nđất,rừng đất rừng đất rừng đất rừng\nx") + '\0' + "y,1\n\xE1\xBB,2\n\xEF\xBB\xBFnối,3\n");
    const auto run = bench.run();
    CHECK(run.told() == Told{"block form/nul a.csv||3|a", "block text/encoding a.csv||4|a", "warn text/bom-inside a.csv||5|a"});
}

TEST_CASE("I6: line breaks in quotes stay in the cell and old Macintosh line ends work") {
    IntakeBench bench;
    bench.write("a.csv", "a,b\n\"dòng 1\ndòng 2\",2\n");
    CHECK(bench.run().rows == Rows{{"dòng 1\ndòng 2", "2"}});
    IntakeBench mac;
    mac.write("a.csv", "a,b\r1,2\r3,4\r");
    const auto run = mac.run();
    CHECK(run.rows == Rows{{"1", "2"}, {"3", "4"}});
    CHECK(run.row_numbers == std::vector<std::uint64_t>{2, 3});
}

TEST_CASE("empty rows inside are left out and counted, those at the end are not worth a word") {
    IntakeBench bench;
    bench.write("a.csv", "a;b\n1;2\n;\n\n3;4\n;\n;\n");
    const auto run = bench.run();
    CHECK(run.rows == Rows{{"1", "2"}, {"3", "4"}});
    CHECK(run.row_numbers == std::vector<std::uint64_t>{2, 5});
    CHECK(run.told() == Told{"info form/empty-rows a.csv||3|"});
    CHECK(run.message("form/empty-rows").starts_with("2 "));
}

TEST_CASE("windows-1258 and TCVN3 are recognised and come out as NFC") {
    const std::string expected = "Rừng phòng hộ đầu nguồn";
    IntakeBench cp1258;
    // base letters followed by combining tones, as windows-1258 writes them
    cp1258.write("a.csv",
                 "ten;so\nR\xFD\xCCng pho\xCCng h\xF4\xF2 \xF0\xE2\xCCu ngu\xF4\xCCn;1\n\xF0\xE2\xECt tr\xF4\xCCng lu\xEC"
                 "a;2\n");
    const auto run = cp1258.run();
    CHECK(run.told() == Told{"info text/legacy-encoding a.csv||0|"});
    REQUIRE(run.rows.size() == 2);
    CHECK(run.rows[0][0] == expected);
    IntakeBench tcvn;
    tcvn.write("a.csv",
               "ten;so\nR\xF5ng ph\xDFng h\xE9 \xAE\xC7u ngu\xE5n;1\n\xAE\xCAt tr\xE5ng l\xF3"
               "a;2\n");
    const auto old = tcvn.run();
    CHECK(old.told() == Told{"info text/legacy-encoding a.csv||0|"});
    REQUIRE(old.rows.size() == 2);
    CHECK(old.rows[0][0] == expected);
}

TEST_CASE("bytes that read as no Vietnamese in any encoding are refused with samples") {
    IntakeBench bench;
    bench.write("a.csv",
                "name,n\nM\xFCller Stra\xDF"
                "e,1\nJos\xE9 Pe\xF1"
                "a,2\nG\xF6teborg,3\n");
    const auto run = bench.run();
    CHECK(run.told() == Told{"block text/encoding a.csv||0|"});
    CHECK(run.message("text/encoding").find("windows-1258: «") != std::string::npos);
}

TEST_CASE("a declared encoding that does not fit is told cell by cell") {
    IntakeBench bench;
    bench.entry.table.encoding = "utf-8";
    bench.write("a.csv", "ten\nR\xF5ng\n");
    CHECK(bench.run().told() == Told{"block text/encoding a.csv||2|ten"});
}

TEST_CASE("UTF-16, an empty file and a file without heading are refused") {
    IntakeBench wide;
    wide.write("a.csv", std::string("\xFF\xFE"
                                    "a\0;\0b\0\n\0",
                                    10));
    CHECK(wide.run().told() == Told{"block text/encoding a.csv||0|"});
    IntakeBench empty;
    empty.write("a.csv", "");
    CHECK(empty.run().told() == Told{"block form/empty a.csv||0|"});
    IntakeBench blank;
    blank.write("a.csv", "\n\n\n");
    CHECK(blank.run().told() == Told{"block form/no-heading a.csv||1|"});
}
