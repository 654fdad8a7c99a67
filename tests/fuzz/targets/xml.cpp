// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fuzz/read_rows.hpp"
#include "tests/fuzz/target.hpp"

namespace khomo::fuzz {

void run(std::string_view input) {
    auto notes = quiet_notes();
    catalog::TableLayout layout;
    layout.record = "//row";
    read_all(builder::open_xml(file_of(input, "a.xml"), layout, notes));
}

std::vector<std::string> seeds() {
    return {R"(<?xml version="1.0" encoding="UTF-8"?><rows xmlns:x="y"><row id="1"><ten>Hồ &amp; đập</ten><xa><ma>03646</ma></xa></row><row id="2"><![CDATA[x]]><!-- c --></row></rows>)",
            "<?xml version=\"1.0\" encoding=\"windows-1258\"?><r><row><a>\xF0\xE2\xECt</a></row></r>", "<!DOCTYPE a [<!ENTITY b \"c\">]><a><row>&b;</row></a>"};
}

}  // namespace khomo::fuzz
