// SPDX-License-Identifier: GPL-3.0-or-later
// Whole workbooks: the archive and its parts.

#include "tests/fuzz/read_rows.hpp"
#include "tests/fuzz/target.hpp"
#include "tests/support/make_zip.hpp"

namespace khomo::fuzz {

void run(std::string_view input) {
    auto notes = quiet_notes();
    read_all(builder::open_xlsx(file_of(input, "a.xlsx"), {}, scratch(), notes));
}

std::vector<std::string> seeds() {
    tests::XlsxMaker plain;
    plain.shared = {"<t>Tên</t>", "<t>Hồ A</t>"};
    plain.sheet = R"(<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c></row></sheetData>)";
    return {plain.bytes()};
}

}  // namespace khomo::fuzz
