// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/intake/compound_file.hpp"
#include "builder/intake/table_reader.hpp"
#include "tests/builder/intake/intake_run.hpp"
#include "tests/support/make_xls.hpp"
#include "tests/support/shared_files.hpp"

using namespace khomo;
using namespace khomo::tests;
using Maker = XlsMaker;
using Kind = catalog::RawCell::Kind;

namespace {

IntakeRun read(const std::string& bytes, const catalog::TableLayout& layout = {}) {
    IntakeBench bench;
    bench.entry.table = layout;
    bench.write("a.xls", bytes);
    return bench.run();
}

std::string headings(const std::vector<std::u16string>& texts) {
    std::string records;
    for (unsigned i = 0; i < texts.size(); ++i) {
        records += Maker::label(0, i, texts[i]);
    }
    return records;
}

}  // namespace

TEST_CASE("an XLS gives texts, numbers, booleans, dates and codes with their zeros") {
    Maker maker;
    maker.globals =
        Maker::record(0x41E, le16(164) + le16(5) + '\0' + "00000") + Maker::record(0xE0, le16(0) + le16(0)) + Maker::record(0xE0, le16(0) + le16(14)) +
        Maker::record(0xE0, le16(0) + le16(164)) +
        Maker::record(0xFC, le32(2) + le32(2) + le16(6) + '\1' + Maker::wide(u"Hồ đập") + le16(3) + std::string("\x08", 1) + le16(1) + "abc" + std::string(4, 'r'));
    maker.sheets = {{"Trang", headings({u"Mã", u"Tên", u"Ngày", u"Số", u"Có", u"Phần", u"Chữ"}) + Maker::number(2, 0, 3646, 2) + Maker::shared(2, 1, 0) +
                                  Maker::number(2, 2, 46155, 1) + Maker::rk(2, 3, (123U << 2) | 3U) + Maker::flag(2, 4, 1, false) +
                                  Maker::record(0xBD, le16(2) + le16(5) + le16(0) + le32((7U << 2) | 2U) + le16(5)) + Maker::shared(2, 6, 1)}};
    const auto run = read(maker.bytes());
    CHECK(run.told() == Told{});
    CHECK(run.header.sheet == "Trang");
    CHECK(run.header.columns == std::vector<std::string>{"Mã", "Tên", "Ngày", "Số", "Có", "Phần", "Chữ"});
    CHECK(run.rows == Rows{{"03646", "Hồ đập", "2026-05-13", "1.23", "TRUE", "7", "abc"}});
    CHECK(run.row_numbers == std::vector<std::uint64_t>{3});
    CHECK(run.first_kinds == std::vector<Kind>{Kind::number, Kind::text, Kind::date, Kind::number, Kind::boolean, Kind::number, Kind::text});
}

TEST_CASE("shared strings go on across records, with a new kind of letters on the far side") {
    Maker maker;
    maker.globals = Maker::record(0xFC, le32(1) + le32(1) + le16(6) + '\0' + "abc") + Maker::record(0x3C, '\1' + Maker::wide(u"đêô"));
    maker.sheets = {{"S", headings({u"a"}) + Maker::shared(1, 0, 0)}};
    CHECK(read(maker.bytes()).rows == Rows{{"abcđêô"}});
}

TEST_CASE("formulas give their saved results, errors and texts too") {
    Maker maker;
    const auto special = [](char kind, char value) { return std::string{kind, '\0', value, '\0', '\0', '\0'} + "\xFF\xFF"; };
    maker.sheets = {{"S", headings({u"a", u"b", u"c", u"d"}) + Maker::formula(1, 0, le64(2.5)) + Maker::formula(1, 1, special(0, 0)) +
                              Maker::record(0x207, le16(2) + '\0' + "ok") + Maker::formula(1, 2, special(1, 1)) + Maker::formula(1, 3, special(2, 0x2A))}};
    const auto run = read(maker.bytes());
    CHECK(run.rows == Rows{{"2.5", "ok", "TRUE", ""}});
    CHECK(run.told() == Told{"block form/cell-error a.xls|S|2|d", "info form/formulas a.xls|S|0|"});
    CHECK(run.message("form/cell-error") == "The cell shows the error #N/A");
}

TEST_CASE("hidden sheets and rows, merged headings and merged data are seen") {
    Maker maker;
    maker.sheets = {
        {"An", headings({u"x"}), 1},
        {"S", Maker::record(0x208, le16(3) + std::string(10, '\0') + le32(0x20)) + Maker::label(0, 0, u"Mã") + Maker::label(0, 1, u"Diện tích") +
                  Maker::label(1, 1, u"2024") + Maker::label(1, 2, u"2025") + Maker::number(2, 0, 1) + Maker::number(3, 0, 2) +
                  Maker::record(0xE5, le16(3) + le16(0) + le16(1) + le16(0) + le16(0) + le16(0) + le16(0) + le16(1) + le16(2) + le16(2) + le16(3) + le16(0) + le16(0))}};
    catalog::TableLayout layout;
    layout.header_rows = 2;
    const auto run = read(maker.bytes(), layout);
    CHECK(run.header.columns == std::vector<std::string>{"Mã", "Diện tích / 2024", "Diện tích / 2025"});
    CHECK(run.told() == Told{"warn form/hidden-sheet a.xls||0|", "warn form/merged-cells a.xls|S|3|Mã", "warn form/hidden-rows a.xls|S|4|"});
}

TEST_CASE("passwords, macros and cut files are refused by name") {
    Maker locked;
    locked.globals = Maker::record(0x2F, std::string(6, '\1'));
    locked.sheets = {{"S", ""}};
    CHECK(read(locked.bytes()).told() == Told{"block form/password a.xls||0|"});
    CHECK(read(make_compound_file({{"EncryptedPackage", "x"}})).told() == Told{"block form/password a.xls||0|"});
    Maker plain;
    plain.sheets = {{"S", headings({u"a"})}};
    CHECK(read(make_compound_file({{"Workbook", plain.stream()}, {"_VBA_PROJECT_CUR", "x"}})).told() == Told{"block form/macro a.xls||0|"});
    CHECK(read(make_compound_file({{"WordDocument", "x"}})).has("form/xls"));
    Maker big;
    for (unsigned row = 1; row < 500; ++row) {
        big.sheets.resize(1);
        big.sheets[0].name = "S";
        big.sheets[0].records += (row == 1 ? headings({u"a"}) : "") + Maker::number(row, 0, row);
    }
    const auto cut = read(big.bytes().substr(0, 5000));
    CHECK(cut.has("form/xls"));
}

TEST_CASE("any byte of an XLS may be wrong and the reader still ends") {
    Maker maker;
    maker.globals = Maker::record(0xFC, le32(2) + le32(2) + le16(3) + '\1' + Maker::wide(u"đêô") + le16(3) + '\0' + "abc");
    maker.sheets = {{"S", headings({u"a", u"b"}) + Maker::shared(1, 0, 0) + Maker::shared(1, 1, 1) +
                              Maker::record(0xBD, le16(2) + le16(0) + le16(0) + le32(30) + le16(0) + le32(30) + le16(1))}};
    const auto whole = maker.bytes();
    const TemporaryFolder folder;
    // In this process, so that the sanitizers see it: the first sectors and the used part of the stream.
    for (std::size_t at = 8; at < 2048; ++at) {
        for (const unsigned value : {0x00U, 0x01U, 0x7FU, 0xFFU}) {
            auto damaged = whole;
            damaged[at] = static_cast<char>(value);
            write_file(folder.path() / "a.xls", damaged);
            builder::FormNotes notes("a.xls", [](const catalog::Finding&) {});
            const auto reader = builder::open_xls(folder.path() / "a.xls", {}, folder.path(), notes);
            catalog::RawRow row;
            std::size_t rows = 0;
            while (reader && reader->next(row)) {
                ++rows;
            }
            REQUIRE(rows <= 65536);
            REQUIRE((reader != nullptr || notes.blocked()));
        }
    }
}

TEST_CASE("spreadsheets saved in both formats read the same") {
    for (const std::string name : {"xlsx-sheetjs/ErrorTypes", "xlsx-sheetjs/RkNumber", "xlsx-sheetjs/outline", "xlsx-sheetjs/rich_text_stress",
                                   "xlsx-sheetjs/sheet_visibility", "xlsx-sheetjs/sized_boxen", "xlsx-poi/comments"}) {
        const auto old = shared("third-party/4-nasty/" + name + ".xls");
        const auto now = shared("third-party/4-nasty/" + name + ".xlsx");
        if (!old || !now) {
            continue;
        }
        INFO(name);
        IntakeBench first;
        first.copy(*old, "a.xls");
        IntakeBench second;
        second.copy(*now, "a.xlsx");
        const auto old_run = first.run();
        const auto now_run = second.run();
        CHECK(old_run.row_count > 0);
        CHECK(old_run.header.columns == now_run.header.columns);
        CHECK(old_run.rows == now_run.rows);
    }
}
