// SPDX-License-Identifier: GPL-3.0-or-later

#include <archive.h>
#include <archive_entry.h>

#include <chrono>

#include "tests/builder/intake/intake_run.hpp"
#include "tests/support/make_zip.hpp"

using namespace khomo;
using namespace khomo::tests;

namespace {

/// Writes an XLSX whose only sheet is `before`, then `filler` again and again up to `megabytes`, then `after`; packed as tightly as ZIP can.
void write_packed_xlsx(const std::filesystem::path& path, const std::string& before, const std::string& filler, std::size_t megabytes, const std::string& after) {
    archive* zip = archive_write_new();
    archive_write_set_format_zip(zip);
    REQUIRE(archive_write_open_filename(zip, path.c_str()) == ARCHIVE_OK);
    const auto begin = [&](const char* name) {
        archive_entry* entry = archive_entry_new();
        archive_entry_set_pathname(entry, name);
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0600);
        archive_write_header(zip, entry);
        archive_entry_free(entry);
    };
    const auto add = [&](const std::string& bytes) { archive_write_data(zip, bytes.data(), bytes.size()); };
    const std::string type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    begin("[Content_Types].xml");
    add("<Types/>");
    begin("_rels/.rels");
    add("<Relationships><Relationship Id='a' Type='" + type + "officeDocument' Target='xl/workbook.xml'/></Relationships>");
    begin("xl/workbook.xml");
    add("<workbook xmlns:r='r'><sheets><sheet name='S' r:id='s'/></sheets></workbook>");
    begin("xl/_rels/workbook.xml.rels");
    add("<Relationships><Relationship Id='s' Type='" + type + "worksheet' Target='sheet.xml'/></Relationships>");
    begin("xl/sheet.xml");
    add(before);
    std::string block;
    while (block.size() < (1U << 20)) {
        block += filler;
    }
    for (std::size_t i = 0; i < megabytes; ++i) {
        add(block);
    }
    add(after);
    archive_write_close(zip);
    archive_write_free(zip);
}

/// Runs within hardening's budget: two seconds (and some for a busy machine), 256 MB.
IntakeRun run_bounded(IntakeBench& bench) {
    bench.limits.memory_mb = 256;
    bench.keep_rows = 0;
    const auto start = std::chrono::steady_clock::now();
    auto run = bench.run();
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(6));
    CHECK_FALSE(run.has("form/reader-failed"));
    CHECK_FALSE(run.has("form/limit-memory"));
    return run;
}

}  // namespace

TEST_CASE("I1: an XLSX with one enormous cell is refused at its first characters") {
    IntakeBench bench;
    write_packed_xlsx(bench.delivery_folder() / "a.xlsx", "<worksheet><sheetData><row><c t='inlineStr'><is><t>", std::string(1000, 'x'), 100,
                      "</t></is></c></row></sheetData></worksheet>");
    CHECK(std::filesystem::file_size(bench.delivery_folder() / "a.xlsx") < 1'000'000);
    CHECK(run_bounded(bench).has("form/xlsx-limit"));
}

TEST_CASE("I1: an XLSX with millions of empty cells is refused as a bomb") {
    IntakeBench bench;
    write_packed_xlsx(bench.delivery_folder() / "a.xlsx", "<worksheet><sheetData><row><c t='str'><v>a</v></c></row>", "<row><c/><c/><c/><c/><c/></row>", 100,
                      "</sheetData></worksheet>");
    const auto run = run_bounded(bench);
    CHECK(run.has("form/archive"));
    CHECK(run.message("form/archive").find("100 times") != std::string::npos);
}

TEST_CASE("I1: a cell in the last corner of a sheet costs nothing") {
    IntakeBench bench;
    XlsxMaker maker;
    maker.sheet = "<sheetData><row r='1'><c r='A1' t='str'><v>a</v></c></row><row r='1048576'><c r='XFD1048576'><v>1</v></c></row></sheetData>";
    bench.write("a.xlsx", maker.bytes());
    CHECK(run_bounded(bench).told() == Told{"block form/extra-cells a.xlsx|Sheet1|1048576|XFD"});
}

TEST_CASE("I1: a workbook of two thousand sheets is refused") {
    IntakeBench bench;
    XlsxMaker maker;
    maker.sheets.clear();
    for (int i = 0; i < 2000; ++i) {
        maker.sheets.emplace_back("s" + std::to_string(i), "");
    }
    bench.write("a.xlsx", maker.bytes());
    CHECK(run_bounded(bench).told() == Told{"block form/archive a.xlsx||0|"});
}

TEST_CASE("I6: a CSV cell of sixty megabytes is an unclosed quote, told where it opens") {
    IntakeBench bench;
    bench.write("a.csv", "a,b\n1,2\n3,\"" + std::string(60U << 20, 'x'));
    CHECK(run_bounded(bench).told() == Told{"block form/cell-too-long a.csv||3|b"});
}

TEST_CASE("I6: a hundred thousand columns are refused") {
    IntakeBench bench;
    std::string heading;
    for (int i = 0; i < 100000; ++i) {
        heading += "c,";
    }
    bench.write("a.csv", heading + "\n1\n");
    CHECK(run_bounded(bench).told() == Told{"block form/too-many-columns a.csv||1|"});
}

TEST_CASE("I3: an XML attribute of a megabyte and a text of sixty are bounded") {
    IntakeBench attribute;
    attribute.entry.table.record = "//row";
    attribute.write("a.xml", "<a><row x='" + std::string(1U << 20, 'x') + "'/></a>");
    CHECK(run_bounded(attribute).row_count == 1);
    IntakeBench text;
    text.entry.table.record = "//row";
    text.write("a.xml", "<a><row><x>" + std::string(60U << 20, 'x') + "</x></row></a>");
    CHECK(run_bounded(text).blocked);
}
