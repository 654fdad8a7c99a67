// SPDX-License-Identifier: GPL-3.0-or-later

#include <doctest/doctest.h>

#include "catalog/base/text.hpp"
#include "tests/builder/intake/intake_run.hpp"
#include "tests/support/legacy_writer.hpp"
#include "tests/support/make_shapefile.hpp"
#include "tests/support/make_xls.hpp"
#include "tests/support/make_zip.hpp"

using namespace khomo;
using namespace khomo::tests;

namespace {

const Rows kTable = {{"Tên hồ", "Xã"}, {"Hồ Tiền Phong", "Phường Tô Hiệu"}, {"Hồ Bản Mòn", "Xã Thuận Châu"}, {"Đập Nậm Chiến", "Xã Ngọc Chiến"}};

Rows cleaned(const IntakeRun& run) {
    Rows rows{run.header.columns};
    rows.insert(rows.end(), run.rows.begin(), run.rows.end());
    for (auto& row : rows) {
        for (auto& cell : row) {
            cell = clean_text(cell);
        }
    }
    return rows;
}

/// A workbook whose style n has font n of: ordinary, .VnTime, .VnTimeH, VNI-Times.
XlsxMaker styled() {
    XlsxMaker maker;
    maker.formats = R"(</numFmts><fonts><font><name val="Times New Roman"/></font><font><b/><name val=".VnTime"/></font>)"
                    R"(<font><name val=".VnTimeH"/></font><font><name val="VNI-Times"/></font></fonts><numFmts>)";
    maker.styles = R"(<xf numFmtId="0" fontId="0"/><xf numFmtId="0" fontId="1"/><xf numFmtId="0" fontId="2"/><xf numFmtId="0" fontId="3"/>)";
    return maker;
}

std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text) {
        out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string(1, c);
    }
    return out;
}

std::string sheet_of(const Rows& rows, int style, const std::string& encoding) {
    std::string out = "<sheetData>";
    for (const auto& row : rows) {
        out += "<row>";
        for (const auto& cell : row) {
            out += "<c t=\"inlineStr\" s=\"" + std::to_string(style) + "\"><is><t>" + escaped(as_windows_1252(write_legacy(cell, encoding))) + "</t></is></c>";
        }
        out += "</row>";
    }
    return out + "</sheetData>";
}

IntakeRun read(const std::string& name, const std::string& bytes) {
    IntakeBench bench;
    bench.write(name, bytes);
    return bench.run();
}

}  // namespace

TEST_CASE("cells in .VnTime and VNI-Times come out as what the fonts show") {
    for (const auto& [style, encoding] : {std::pair{1, "tcvn3"}, std::pair{3, "vni"}}) {
        auto maker = styled();
        maker.sheet = sheet_of(kTable, style, encoding);
        const auto run = read("a.xlsx", maker.bytes());
        CHECK(run.told() == Told{"info text/legacy-font a.xlsx|Sheet1|0|"});
        CHECK(cleaned(run) == kTable);
    }
}

TEST_CASE("each cell goes by its own font, and one that is Unicode already stays") {
    auto maker = styled();
    const auto cell = [](int style, const std::string& text) { return "<c t=\"inlineStr\" s=\"" + std::to_string(style) + "\"><is><t>" + text + "</t></is></c>"; };
    maker.sheet = "<sheetData><row>" + cell(0, "Cô") + cell(0, "Hai") + "</row><row>" + cell(0, "Cô") + cell(1, "Cô") + "</row><row>" + cell(1, "Rừng đặc dụng") +
                  cell(2, "Rừng") + "</row><row>" + cell(2, as_windows_1252(write_legacy("tỉnh sơn la", "tcvn3"))) + cell(1, "123 abc") + "</row></sheetData>";
    const auto run = read("a.xlsx", maker.bytes());
    CHECK(cleaned(run) == Rows{{"Cô", "Hai"}, {"Cô", "Cụ"}, {"Rừng đặc dụng", "Rừng"}, {"TỈNH SƠN LA", "123 abc"}});
}

TEST_CASE("a shared string of several runs goes by the font of each run") {
    auto maker = styled();
    const auto old = as_windows_1252(write_legacy("rừng", "tcvn3"));
    const auto vni = as_windows_1252(write_legacy("phòng hộ", "vni"));
    maker.shared = {"<t>Tên</t>", "<r><t>" + old + " </t></r><r><rPr><rFont val=\"VNI-Times\"/></rPr><t>" + vni + " </t></r><r><rPr><rFont val=\"Arial\"/></rPr><t>đầu nguồn</t></r>"};
    maker.sheet = R"(<sheetData><row><c t="s"><v>0</v></c></row><row><c t="s" s="1"><v>1</v></c></row></sheetData>)";
    CHECK(cleaned(read("a.xlsx", maker.bytes())) == Rows{{"Tên"}, {"rừng phòng hộ đầu nguồn"}});
    XlsxMaker plain;  // no legacy font anywhere: runs leave no trace
    plain.shared = {"<t>Tên</t>", "<r><rPr><rFont val=\"Arial\"/></rPr><t>rừng </t></r><r><t>già</t></r>"};
    plain.sheet = R"(<sheetData><row><c t="s"><v>0</v></c></row><row><c t="s"><v>1</v></c></row></sheetData>)";
    CHECK(read("a.xlsx", plain.bytes()).rows == Rows{{"rừng già"}});
}

TEST_CASE("text whose legacy font was lost is told by its syllables, in a sheet and in XML") {
    for (const std::string encoding : {"tcvn3", "vni", "viscii", "utf-8"}) {
        INFO(encoding);
        XlsxMaker maker;
        maker.sheet = sheet_of(kTable, 0, encoding);
        const auto run = read("a.xlsx", maker.bytes());
        CHECK(run.told() == Told{"info text/legacy-encoding a.xlsx|Sheet1|0|"});
        CHECK(cleaned(run) == kTable);
        IntakeBench bench;
        bench.entry.table.record = "//row";
        std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rows>";
        for (std::size_t i = 1; i < kTable.size(); ++i) {
            xml += "<row><ten>" + escaped(as_windows_1252(write_legacy(kTable[i][0], encoding))) + "</ten></row>";
        }
        bench.write("a.xml", xml + "</rows>");
        const auto old = bench.run();
        CHECK(old.told() == Told{"info text/legacy-encoding a.xml||0|"});
        REQUIRE(old.rows.size() == 3);
        CHECK(clean_text(old.rows[2][0]) == "Đập Nậm Chiến");
    }
}

TEST_CASE("one old column among Unicode ones is read again by itself") {
    std::string csv = "Tên,Xã\n";
    XlsxMaker maker;
    maker.sheet = "<sheetData>";
    for (const auto& row : kTable) {
        maker.sheet += "<row><c t=\"inlineStr\"><is><t>" + row[0] + "</t></is></c><c t=\"inlineStr\"><is><t>" +
                       (&row == &kTable.front() ? row[1] : escaped(as_windows_1252(write_legacy(row[1], "tcvn3")))) + "</t></is></c></row>";
    }
    maker.sheet += "</sheetData>";
    CHECK(cleaned(read("a.xlsx", maker.bytes())) == kTable);
}

TEST_CASE("fonts of an XLS decide too, for cells and for runs of a shared string") {
    using Maker = XlsMaker;
    const auto u16 = [](const std::string& text) {
        std::u16string out;
        for (const auto c : characters_of(text)) {
            out += static_cast<char16_t>(c);
        }
        return out;
    };
    const auto font = [](const std::string& name) { return Maker::record(0x31, std::string(14, '\0') + static_cast<char>(name.size()) + '\0' + name); };
    const auto old = u16(as_windows_1252(write_legacy("Hồ Bản Mòn", "tcvn3")));
    const auto run_text = u16("Hồ " + as_windows_1252(write_legacy("Bản Mòn", "vni")));
    Maker maker;
    maker.globals = font("Arial") + font("Arial") + font("Arial") + font(".VnTime") + font("VNI-Times") + Maker::record(0xE0, le16(0) + le16(0)) +
                    Maker::record(0xE0, le16(3) + le16(0)) +
                    Maker::record(0xFC, le32(1) + le32(1) + le16(static_cast<unsigned>(run_text.size())) + '\x09' + le16(1) + Maker::wide(run_text) + le16(3) + le16(5));
    const auto cell = [&](unsigned row, unsigned column, unsigned format, const std::u16string& text) {
        return Maker::record(0x204, le16(row) + le16(column) + le16(format) + le16(static_cast<unsigned>(text.size())) + '\1' + Maker::wide(text));
    };
    maker.sheets = {{"S", cell(0, 0, 0, u"A") + cell(0, 1, 0, u"B") + cell(1, 0, 1, old) + Maker::shared(1, 1, 0)}};
    const auto run = read("a.xls", maker.bytes());
    CHECK(run.told() == Told{"info text/legacy-font a.xls|S|0|"});
    CHECK(cleaned(run) == Rows{{"A", "B"}, {"Hồ Bản Mòn", "Hồ Bản Mòn"}});
}

TEST_CASE("a shapefile's texts are read by their syllables whatever its DBF claims, or as the catalogue declares") {
    for (const std::string encoding : {"tcvn3", "vni", "viscii", "windows-1258", "utf-8"}) {
        for (const unsigned language : {0x00U, 0x57U, 0x03U}) {
            INFO(encoding << " " << language);
            for (const bool declared : {false, true}) {
                IntakeBench bench;
                bench.entry.geometry.emplace();
                bench.entry.table.encoding = declared ? encoding : "auto";
                Rows rows;
                for (std::size_t i = 1; i < kTable.size(); ++i) {
                    rows.push_back({write_legacy(kTable[i][0], encoding), write_legacy(kTable[i][1], encoding)});
                }
                const auto points = make_points(rows.size(), 103.9, 21.3);
                bench.write("a.shp", points.shp);
                bench.write("a.shx", points.shx);
                bench.write("a.dbf", make_dbf({"ten", "xa"}, rows, static_cast<unsigned char>(language)));
                const auto run = bench.run();
                CHECK(run.told() == (declared || encoding == "utf-8" ? Told{} : Told{"info text/legacy-encoding a.shp||0|"}));
                auto expected = kTable;
                expected[0] = {"ten", "xa"};
                CHECK(cleaned(run) == expected);
            }
        }
    }
}
