// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/intake/zip_archive.hpp"

#include "builder/intake/office_check.hpp"
#include "tests/fuzz/read_rows.hpp"
#include "tests/fuzz/target.hpp"
#include "tests/support/make_zip.hpp"

namespace khomo::fuzz {

void run(std::string_view input) {
    auto notes = quiet_notes();
    const auto archive = builder::ZipArchive::open(file_of(input, "a.zip"), notes);
    if (!archive) {
        return;
    }
    for (const auto& member : archive->members()) {
        archive->read(member, 1U << 20);
    }
    builder::check_office(*archive);
}

std::vector<std::string> seeds() {
    return {tests::ZipMaker().add("a.csv", "x,y\n1,2\n").add("lop/b.txt", "z").bytes(),
            tests::ZipMaker().add("word/document.xml", "<w:document/>").add("docProps/core.xml", "<c><dc:creator xmlns:dc=\"d\">A</dc:creator></c>").add("word/media/a.png", "\x89PNG").bytes()};
}

}  // namespace khomo::fuzz
