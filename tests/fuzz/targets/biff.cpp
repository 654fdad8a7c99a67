// SPDX-License-Identifier: GPL-3.0-or-later
// The workbook stream of an XLS.

#include "builder/intake/biff_reader.hpp"
#include "tests/fuzz/read_rows.hpp"
#include "tests/fuzz/target.hpp"
#include "tests/support/make_xls.hpp"

namespace khomo::fuzz {

void run(std::string_view input) {
    auto notes = quiet_notes();
    read_all(builder::open_biff8(std::string(input), {}, scratch(), notes).reader);
}

std::vector<std::string> seeds() {
    using Maker = tests::XlsMaker;
    using tests::le16;
    using tests::le32;
    Maker maker;
    maker.globals = Maker::record(0x31, std::string(14, '\0') + "\x07" + '\0' + ".VnTime") + Maker::record(0x41E, le16(164) + le16(5) + '\0' + "00000") +
                    Maker::record(0xE0, le16(0) + le16(0)) + Maker::record(0xE0, le16(0) + le16(164)) +
                    Maker::record(0xFC, le32(2) + le32(2) + le16(2) + '\1' + Maker::wide(u"Hồ") + le16(3) + "\x08" + le16(1) + "abc" + le16(1) + le16(0)) +
                    Maker::record(0x3C, std::string("\0xyz", 4)) + Maker::record(0x1AE, le16(1) + le16(5));
    maker.sheets = {{"S", Maker::label(0, 0, u"Mã") + Maker::label(0, 1, u"Tên") + Maker::number(1, 0, 3646, 1) + Maker::shared(1, 1, 0) + Maker::rk(2, 0, 7U) +
                              Maker::flag(2, 1, 42, true) + Maker::formula(3, 0, std::string("\0\0\0\0\0\0\xFF\xFF", 8)) + Maker::record(0x207, le16(1) + '\0' + "x") +
                              Maker::record(0xBD, le16(4) + le16(0) + le16(0) + le32(14U) + le16(1)) + Maker::record(0xE5, le16(1) + le16(1) + le16(2) + le16(0) + le16(1)) +
                              Maker::record(0x7D, le16(0) + le16(1) + le16(0) + le16(0) + le16(1)) + Maker::record(0x1C, "note")}};
    return {maker.stream()};
}

}  // namespace khomo::fuzz
