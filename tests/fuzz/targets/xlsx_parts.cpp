// SPDX-License-Identifier: GPL-3.0-or-later
// The XML of one part of a workbook, in an archive that is always sound.

#include "tests/fuzz/read_rows.hpp"
#include "tests/fuzz/target.hpp"
#include "tests/support/make_zip.hpp"

namespace khomo::fuzz {

void run(std::string_view input) {
    if (input.empty()) {
        return;
    }
    const std::string part(input.substr(1));
    tests::XlsxMaker maker;
    maker.shared = {"<t>Tên</t>", "<r><rPr><rFont val=\".VnTime\"/></rPr><t>x</t></r>"};
    maker.sheet = R"(<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="s" s="1"><v>1</v></c></row></sheetData>)";
    switch (input[0] % 4) {
        case 0: maker.sheet = part; break;
        case 1: maker.shared = {part}; break;
        case 2: maker.styles = part; break;
        default: maker.formats = part;
    }
    auto notes = quiet_notes();
    read_all(builder::open_xlsx(file_of(maker.bytes(), "a.xlsx"), {}, scratch(), notes));
}

std::vector<std::string> seeds() {
    return {
        std::string(1, '\0') +
            R"(<cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="1"><c r="A1" t="inlineStr"><is><r><rPr><rFont val="VNI-Times"/></rPr><t>a</t></r></is></c><c r="XFD1" t="str"><v>b</v></c></row><row r="2" hidden="1"><c r="A2" s="2"><v>3646</v></c><c r="B2" t="e"><v>#N/A</v></c><c t="b"><v>1</v></c></row><row><c r="A3" s="1"><f>A2+1</f><v>46155.5</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>)",
        std::string(1, '\1') + R"(<r><t>a</t></r><r><rPr><rFont val=".VnTimeH"/></rPr><t>_x0041_</t></r><rPh><t>c</t></rPh>)",
        std::string(1, '\2') + R"(<xf numFmtId="14" fontId="0"/><xf numFmtId="164" fontId="1"/>)",
        std::string(1, '\3') + R"(<numFmt numFmtId="164" formatCode="[Red]dd/mm/yyyy;&quot;x&quot;0000"/></numFmts><fonts><font><name val="VNI-Times"/></font></fonts><numFmts>)"};
}

}  // namespace khomo::fuzz
