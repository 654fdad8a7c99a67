// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/intake/encoding.hpp"

#include <doctest/doctest.h>

#include "builder/intake/legacy_encoding.hpp"
#include "catalog/base/text.hpp"
#include "tests/builder/intake/intake_run.hpp"
#include "tests/support/legacy_writer.hpp"

using namespace khomo;
using namespace khomo::tests;

namespace {

constexpr std::string_view kTable =
    "Mã;Tên hồ;Xã, phường;Ghi chú\n"
    "HC0001;Hồ Tiền Phong;Phường Tô Hiệu;Đập đất, cống lấy nước và đường quản lý\n"
    "HC0002;Hồ Bản Mòn;Xã Thuận Châu;Đang sửa chữa tràn xả lũ\n"
    "HC0003;Hồ Lái Bay;Xã Phiêng Khoài;Tưới lúa nước, nuôi trồng thủy sản\n"
    "HC0004;Hồ Chiềng Khoi;Xã Yên Châu;Nước sinh hoạt của mười bản\n";

const std::vector<std::string> kOld = {"windows-1258", "tcvn3", "vni", "viscii", "utf-8+utf-8", "utf-8+tcvn3", "utf-8+vni", "utf-8+viscii", "utf-8+windows-1258"};

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

IntakeRun read_csv(std::string_view bytes, const std::string& declared = "auto") {
    IntakeBench bench;
    bench.entry.table.encoding = declared;
    bench.write("a.csv", bytes);
    return bench.run();
}

}  // namespace

TEST_CASE("a CSV in every old encoding gives what the UTF-8 file gives, letter for letter") {
    const auto expected = cleaned(read_csv(kTable));
    REQUIRE(expected.size() == 5);
    REQUIRE(expected[1][1] == "Hồ Tiền Phong");
    for (const auto& encoding : kOld) {
        INFO(encoding);
        const auto run = read_csv(write_legacy(kTable, encoding));
        CHECK(run.told() == Told{"info text/legacy-encoding a.csv||0|"});
        CHECK(run.message("text/legacy-encoding").find("in " + encoding + " ") != std::string::npos);
        CHECK(cleaned(run) == expected);
    }
}

TEST_CASE("UTF-8 with decomposed marks, with a byte order mark and with foreign names is left alone") {
    CHECK(read_csv(kTable).told() == Told{});
    CHECK(read_csv("\xEF\xBB\xBF" + std::string(kTable)).told() == Told{});
    const auto foreign = read_csv("name;n\nMüller Straße;1\nJosé Peña;2\nGöteborg;3\nSão Paulo;4\nCôte d’Ivoire;5\n");
    CHECK(foreign.told() == Told{});
    CHECK(foreign.rows[1][0] == "José Peña");
    const auto decomposed = read_csv("ten;n\nR\u01B0\u0300ng pho\u0300ng h\u00F4\u0323;1\n");
    CHECK(clean_text(decomposed.rows[0][0]) == "Rừng phòng hộ");
}

TEST_CASE("an encoding that is declared is taken without a word") {
    for (const auto& encoding : kOld) {
        INFO(encoding);
        const auto run = read_csv(write_legacy(kTable, encoding), encoding);
        CHECK(run.told() == Told{});
        CHECK(cleaned(run) == cleaned(read_csv(kTable)));
    }
}

TEST_CASE("what could be two encodings is refused with the text in each reading and the names to declare") {
    // One syllable that TCVN3 and VISCII both read as Vietnamese.
    const auto run = read_csv("ten;n\nb\xB8;1\n");
    REQUIRE(run.told() == Told{"block text/encoding a.csv||0|"});
    CHECK(run.message("text/encoding").find("tcvn3: «bá") != std::string::npos);
    CHECK(run.message("text/encoding").find("viscii: «b") != std::string::npos);
    CHECK(run.findings[0].fix.vi.find("encoding: tcvn3") != std::string::npos);
    CHECK(run.findings[0].fix.vi.find("vni") != std::string::npos);
}

TEST_CASE("cells of a doubly encoded file that were right stay right") {
    auto bytes = write_legacy(kTable, "utf-8+utf-8");
    bytes += "HC0005;Hồ Nong La;Xã Bình Thuận;Nối thêm từ tệp khác\n";
    const auto run = read_csv(bytes);
    CHECK(run.told() == Told{"info text/legacy-encoding a.csv||0|"});
    REQUIRE(run.rows.size() == 5);
    CHECK(run.rows[4][2] == "Xã Bình Thuận");
    CHECK(run.rows[0][1] == "Hồ Tiền Phong");
}

TEST_CASE("capitals of TCVN3 headings come out as capitals, single letters as they are written") {
    builder::TextDecoder decoder("tcvn3");
    std::string out;
    REQUIRE(decoder.decode("T\xD8NH S\xACN LA", out));
    CHECK(out == "TỈNH SƠN LA");
    REQUIRE(decoder.decode("H\xE5 CH\xDD MINH", out));
    CHECK(out == "HỒ CHÍ MINH");
    REQUIRE(decoder.decode("X\xB7 A", out));
    CHECK(out == "Xã A");
    REQUIRE(decoder.decode("x\xB7 CHI\xD2NG La", out));
    CHECK(out == "xã CHIỀNG La");
}

TEST_CASE("VNI marks go to the letter before them and nowhere else") {
    CHECK(to_nfc(builder::from_vni("\xD1" "a\xE1t r\xF6\xF8ng")) == "Đất rừng");
    CHECK(to_nfc(builder::from_vni("quye\xE1t \xF1\xF2nh")) == "quyết định");
    CHECK(to_nfc(builder::from_vni("Ph\xF6\xF4\xF8ng C\xF9")) == "Phường Cù");
    CHECK(builder::from_vni("b\xF9") == "bù");  // b takes no tone: the byte stays what windows-1252 says
}

TEST_CASE("fonts of old encodings are told by their names") {
    CHECK(builder::legacy_font(".VnTime").encoding == "tcvn3");
    CHECK_FALSE(builder::legacy_font(".VnTime").capitals);
    CHECK(builder::legacy_font(".VnTimeH").capitals);
    CHECK(builder::legacy_font(".VnArial NarrowH").capitals);
    CHECK(builder::legacy_font("VNI-Times").encoding == "vni");
    for (const std::string name : {"Times New Roman", "Arial", "Vnsomething", "Verdana", "Calibri", ""}) {
        CHECK_FALSE(builder::legacy_font(name).any());
    }
}

TEST_CASE("an XML file whose bytes are not what its declaration says is read by its syllables, one that says so by its declaration") {
    const auto read_xml = [](const std::string& bytes, const std::string& declared = "auto") {
        IntakeBench bench;
        bench.entry.table.record = "//row";
        bench.entry.table.encoding = declared;
        bench.write("a.xml", bytes);
        return bench.run();
    };
    const auto xml = [](const std::string& name) {
        return "<?xml version=\"1.0\" encoding=\"" + name +
               "\"?>\n<rows><row><ten>Hồ Tiền Phong</ten><xa ghi=\"Đập đất\">Phường Tô Hiệu</xa></row><row><ten>Hồ Bản Mòn</ten><xa ghi=\"Cống\">Xã Thuận Châu</xa></row></rows>";
    };
    const auto expected = cleaned(read_xml(xml("UTF-8")));
    REQUIRE(expected.size() == 3);
    for (const std::string encoding : {"tcvn3", "vni", "viscii", "windows-1258"}) {
        INFO(encoding);
        const auto run = read_xml(write_legacy(xml("UTF-8"), encoding));
        CHECK(run.told() == Told{"info text/legacy-encoding a.xml||0|"});
        CHECK(cleaned(run) == expected);
        const auto declared = read_xml(write_legacy(xml("UTF-8"), encoding), encoding);
        CHECK(declared.told() == Told{});
        CHECK(cleaned(declared) == expected);
    }
    const auto said = read_xml(write_legacy(xml("windows-1258"), "windows-1258"));
    CHECK(said.told() == Told{});
    CHECK(cleaned(said) == expected);
}
