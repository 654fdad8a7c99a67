// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/intake/compound_file.hpp"

#include "builder/intake/office_check.hpp"
#include "tests/fuzz/target.hpp"
#include "tests/support/make_xls.hpp"

namespace khomo::fuzz {

void run(std::string_view input) {
    const auto path = file_of(input, "a.xls");
    if (const auto file = builder::CompoundFile::open(path)) {
        for (const auto* name : {"Workbook", "Book", "\005SummaryInformation", "Root Entry"}) {
            file->stream(name);
        }
    }
    builder::check_old_office(path);
}

std::vector<std::string> seeds() {
    const auto set = std::string(28, '\0') + std::string(16, 'f') + tests::le32(48) + tests::le32(40) + tests::le32(1) + tests::le32(4) + tests::le32(16) + tests::le32(0x1E) +
                     tests::le32(2) + "A";
    return {tests::make_compound_file({{"Workbook", "xyz"}, {"\005SummaryInformation", set}})};
}

}  // namespace khomo::fuzz
