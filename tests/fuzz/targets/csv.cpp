// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/intake/reread_rows.hpp"
#include "tests/fuzz/read_rows.hpp"
#include "tests/fuzz/target.hpp"

namespace khomo::fuzz {

void run(std::string_view input) {
    auto notes = quiet_notes();
    catalog::TableLayout layout;
    // The first byte chooses a layout, so that skipped lines and joined headings are met too.
    if (!input.empty()) {
        layout.skip_rows = (input[0] & 1) != 0 ? 1 : 0;
        layout.header_rows = (input[0] & 2) != 0 ? 2 : 1;
        layout.encoding = (input[0] & 4) != 0 ? "vni" : "auto";
        input.remove_prefix(1);
    }
    read_all(builder::reread_legacy_rows(builder::open_csv(file_of(input, "a.csv"), layout, notes), "auto", notes));
    notes.finish();
}

std::vector<std::string> seeds() {
    return {"\x10\xEF\xBB\xBFmã;tên;số\r\n01;Hồ A;1,5\r\n02;\"Hồ; \"\"B\"\"\";2\r\n", "\x11sep=;\r\na;b\r\n1;2\r\n", "\x12Mã,Diện tích,,Ghi chú\n,2024,2025,\nA,1,2,x\n",
            "\x10ten;so\nR\xF5ng ph\xDFng h\xE9 \xAE\xC7u ngu\xE5n;1\n", "\x10" "a\tb\r1\t2\r", "\x14" "a|b\nr\xF6\xF8ng|\"x\ny\"\n"};
}

}  // namespace khomo::fuzz
