// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/intake/attachments.hpp"

#include <doctest/doctest.h>

#include "builder/intake/media_metadata.hpp"
#include "builder/intake/pdf_check.hpp"
#include "builder/intake/picture_metadata.hpp"
#include "catalog/base/digest.hpp"
#include "tests/builder/intake/intake_run.hpp"
#include "tests/support/make_xls.hpp"
#include "tests/support/make_zip.hpp"

using namespace khomo;
using namespace khomo::tests;
using namespace std::string_literals;

namespace {

std::string be32(std::uint32_t value) {
    const auto little = le32(value);
    return {little.rbegin(), little.rend()};
}

/// One delivered attachment, looked into the way the builder does.
struct Looked {
    std::vector<catalog::Attachment> list;
    std::vector<std::string> told;
    std::string published;
};

Looked look(const std::string& name, const std::string& bytes, bool described = true) {
    TemporaryFolder folder;
    catalog::Delivery delivery;
    delivery.dataset = "thu";
    delivery.name = "dot-1";
    delivery.folder = folder.path() / "delivery";
    std::filesystem::create_directories(delivery.folder);
    write_file(delivery.folder / name, bytes);
    delivery.files = {{name, "", 0, described ? Text{"Bản đồ", "Map"} : Text{}, {}}};
    catalog::CatalogEntry entry;
    entry.id = "thu";
    catalog::Findings findings;
    const auto received = builder::take_in(delivery, folder.path() / "quarantine", {}, findings);
    const auto parts = builder::part_files(entry, received);
    Looked looked;
    looked.list = builder::take_attachments(entry, delivery, parts.attachments, {}, folder.path() / "out", findings);
    for (const auto& finding : findings.sorted()) {
        looked.told.push_back(std::string(to_string(finding.severity)) + " " + finding.rule + " " + finding.place.file);
    }
    if (!looked.list.empty()) {
        looked.published = read_file(folder.path() / "out" / looked.list[0].file);
        CHECK(looked.list[0].sha256 == sha256_hex(looked.published));
        CHECK(looked.list[0].bytes == looked.published.size());
    }
    return looked;
}

const std::string kScan = "\xFF\xDB\x00\x04\x01\x02"s + "\xFF\xDA\x00\x02"s + "\x12\xFF\x00\x34\xFF\xD0\x56"s + "\xFF\xD9"s;
const std::string kJfif = "\xFF\xE0\x00\x07JFIF\0"s;

std::string exif(unsigned turn, bool gps) {
    const auto entry = [](unsigned tag, unsigned type, std::uint32_t count, const std::string& value) { return le16(tag) + le16(type) + le32(count) + value; };
    const auto directory = le16(gps ? 2 : 1) + entry(0x0112, 3, 1, le16(turn) + le16(0)) + (gps ? entry(0x8825, 4, 1, le32(60)) : std::string()) + le32(0);
    const auto tiff = "II*\0"s + le32(8) + directory + "21.3N 103.9E"s;
    const auto body = "Exif\0\0"s + tiff;
    return "\xFF\xE1"s + static_cast<char>((body.size() + 2) >> 8) + static_cast<char>((body.size() + 2) & 0xFF) + body;
}

std::string png_chunk(const std::string& name, const std::string& body) { return be32(static_cast<std::uint32_t>(body.size())) + name + body + "crc!"; }
const std::string kPngHead = "\x89PNG\r\n\x1A\n"s;

std::string pdf(const std::string& objects) { return "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n" + objects + "\ntrailer << /Root 1 0 R >>\nstartxref\n0\n%%EOF\n"; }

std::string docx(const std::vector<std::pair<std::string, std::string>>& more) {
    ZipMaker zip;
    zip.add("[Content_Types].xml", "<Types/>").add("word/document.xml", "<w:document xmlns:w=\"w\"><w:body/></w:document>");
    for (const auto& [name, bytes] : more) {
        zip.add(name, bytes);
    }
    return zip.bytes();
}

}  // namespace

TEST_CASE("EXIF, a position and what stands behind the picture are taken out of a JPEG, its turn stays") {
    const auto clean = "\xFF\xD8"s + kJfif + kScan;
    const auto unchanged = look("a.jpg", clean);
    CHECK(unchanged.told == Told{});
    CHECK(unchanged.published == clean);
    const auto run = look("Ảnh đập.jpg", "\xFF\xD8"s + kJfif + exif(1, true) + "\xFF\xFE\x00\x06home"s + kScan + "after the end");
    CHECK(run.told == Told{"info form/metadata-removed Ảnh đập.jpg"});
    REQUIRE(run.list.size() == 1);
    CHECK(run.list[0].file == "anh-dap.jpg");
    CHECK(run.list[0].removed.find("GPS") != std::string::npos);
    CHECK(run.published == clean);
    const auto turned = builder::strip_jpeg("\xFF\xD8"s + exif(6, true) + kScan);
    CHECK(turned.bytes.find("103.9E") == std::string::npos);
    CHECK(turned.bytes.find("Exif") != std::string::npos);
    CHECK(builder::strip_jpeg(turned.bytes).removed.empty());  // cleaning twice changes nothing
    CHECK(builder::strip_jpeg(turned.bytes).bytes == turned.bytes);
}

TEST_CASE("texts and EXIF of a PNG, comments of a GIF go, pictures stay") {
    const auto clean = kPngHead + png_chunk("IHDR", std::string(13, '\1')) + png_chunk("IDAT", "pixels") + png_chunk("IEND", "");
    CHECK(look("a.png", clean).published == clean);
    const auto run = look("a.png", kPngHead + png_chunk("IHDR", std::string(13, '\1')) + png_chunk("tEXt", "Author\0x"s) + png_chunk("eXIf", "II*") + png_chunk("IDAT", "pixels") +
                                       png_chunk("IEND", "") + "tail");
    CHECK(run.told == Told{"info form/metadata-removed a.png"});
    CHECK(run.published == clean);
    CHECK(look("a.png", clean.substr(0, 40)).told == Told{"block form/attachment-damaged a.png"});
    const auto head = "GIF89a\1\0\1\0\0\0\0"s;
    const auto image = "\x2C\0\0\0\0\1\0\1\0\0\2\2\x44\1\0"s;
    CHECK(look("a.gif", head + "\x21\xFE\4home\0"s + image + ";").published == head + image + ";");
}

TEST_CASE("a TIFF loses its author and position in place and keeps what places it on the ground") {
    const auto entry = [](unsigned tag, unsigned type, std::uint32_t count, std::uint32_t value) { return le16(tag) + le16(type) + le32(count) + le32(value); };
    const auto make = [&](bool full) {
        const auto directory = full ? le16(4) + entry(256, 3, 1, 1) + entry(315, 2, 12, 100) + entry(33550, 12, 1, 120) + entry(34853, 4, 1, 140) : le16(2) + entry(256, 3, 1, 1) + entry(33550, 12, 1, 120);
        auto bytes = "II*\0"s + le32(8) + directory + le32(0);
        bytes.resize(100, '\0');
        bytes += full ? "Nguyen Van A" : std::string(12, '\0');
        bytes.resize(120, '\0');
        bytes += le64(5);
        bytes.resize(140, '\0');
        bytes += full ? le16(1) + entry(1, 2, 2, 'N') + le32(0) : std::string(18, '\0');
        return bytes;
    };
    const auto run = look("a.tif", make(true));
    CHECK(run.told == Told{"info form/metadata-removed a.tif"});
    CHECK(run.published == make(false));
    CHECK(look("a.tif", make(false)).told == Told{});
}

TEST_CASE("recordings and films lose their tags and keep every offset") {
    const auto sound = "\xFF\xFB\x90\x44"s + std::string(200, 'x');
    CHECK(look("a.mp3", "ID3\x04\0\0\0\0\0\x05hello"s + sound + "TAG" + std::string(125, 'n')).published == sound);
    const auto wave = [](const std::string& chunk) { return "RIFF"s + le32(4 + 8 + 8 + static_cast<std::uint32_t>(chunk.size()) + 8) + "WAVE" + chunk + "data" + le32(4) + "snd!"; };
    const auto info = "LIST"s + le32(14) + "INFOIART" + le32(2) + "A\0"s;
    const auto wav = look("a.wav", wave(info));
    CHECK(wav.told == Told{"info form/metadata-removed a.wav"});
    CHECK(wav.published == wave("JUNK"s + le32(14) + std::string(14, '\0')));
    const auto box = [](const std::string& name, const std::string& body) { return be32(static_cast<std::uint32_t>(8 + body.size())) + name + body; };
    const auto film = [&](const std::string& inside) { return box("ftyp", "isom") + box("moov", box("mvhd", "1234") + inside) + box("mdat", "film"); };
    const auto mp4 = look("a.mp4", film(box("udta", "\xA9xyz+21.3+103.9/")));
    CHECK(mp4.list.at(0).removed == "GPS");
    CHECK(mp4.published == film(box("free", std::string(16, '\0'))));
    CHECK(look("b.mp4", film(box("trak", box("mdia", box("minf", box("stbl", box("stsd", be32(0) + be32(1) + be32(16) + "gpmd"))))))).told == Told{"block form/metadata b.mp4"});
    CHECK(look("c.mp4", film("").substr(0, 20)).told == Told{"block form/attachment-damaged c.mp4"});
}

TEST_CASE("a PDF's author is blanked in place, what acts or hides is refused") {
    const auto run = look("a.pdf", pdf("3 0 obj\n<< /Author (Nguy\\)en Van A) /Title (Quy) >>\nendobj"));
    CHECK(run.told == Told{"info form/metadata-removed a.pdf"});
    CHECK(run.published == pdf("3 0 obj\n<< /Author (              ) /Title (Quy) >>\nendobj"));
    CHECK(look("a.pdf", run.published).told == Told{});
    CHECK(look("a.pdf", pdf("3 0 obj << /Type /Metadata /Subtype /XML /Length 30 >> stream\n<dc:creator>A</dc:creator>   \nendstream endobj")).list.at(0).removed == "XMP");
    CHECK(look("a.pdf", pdf("3 0 obj << /S /JavaScript /JS (app.alert(1)) >> endobj")).told == Told{"block form/active-content a.pdf"});
    CHECK(look("a.pdf", pdf("3 0 obj << /S /J#61vaScript >> endobj")).told == Told{"block form/active-content a.pdf"});
    CHECK(look("a.pdf", pdf("3 0 obj << /Type /EmbeddedFile >> stream\nPK\nendstream endobj")).told == Told{"block form/embedded-object a.pdf"});
    CHECK(look("a.pdf", pdf("3 0 obj << /Subtype /Text /Contents (xem lai) >> endobj")).told == Told{"block form/comments a.pdf"});
    CHECK(look("a.pdf", pdf("trailer << /Encrypt 9 0 R >>")).told == Told{"block form/password a.pdf"});
    CHECK(look("a.pdf", pdf("4 0 obj << /Length 3 >> stream\n/JS\nendstream endobj % /JavaScript\n5 0 obj (/Launch) endobj")).told == Told{});
    CHECK(look("a.pdf", "%PDF-1.7\nnothing").told == Told{"block form/attachment-damaged a.pdf"});
}

TEST_CASE("an object stream is looked into, and what stands there packed is refused") {
    // zlib of: 3 0 << /Author (A B) /S /JavaScript >>
    const auto packed = "\x78\x01\x01\x24\x00\xDB\xFF"s + "3 0 << /Author (A B) /S /JavaScript>>" + "0000";
    const auto run = builder::check_pdf(pdf("7 0 obj << /Type /ObjStm /Filter /FlateDecode >> stream\n" + packed + "\nendstream endobj"));
    CHECK(run.active.contains("JavaScript"));
    CHECK(run.stripped.stuck.size() == 1);
    CHECK(look("a.pdf", pdf("7 0 obj << /Type /ObjStm /Filter /LZWDecode >> stream\nxx\nendstream endobj")).told == Told{"block form/metadata a.pdf"});
}

TEST_CASE("a DOCX loses its authors and is otherwise the same, one with macros, notes, changes, links or objects is refused") {
    const auto core = "<cp:coreProperties xmlns:cp=\"c\" xmlns:dc=\"d\"><dc:creator>Ten Minh Hoa</dc:creator></cp:coreProperties>";
    const auto run = look("a.docx", docx({{"docProps/core.xml", core}}));
    CHECK(run.told == Told{"info form/metadata-removed a.docx"});
    CHECK(run.published.find("Ten Minh Hoa") == std::string::npos);
    CHECK(look("a.docx", run.published).told == Told{});
    CHECK(look("a.docx", docx({{"word/vbaProject.bin", "x"}})).told == Told{"block form/macro a.docx"});
    CHECK(look("a.docx", docx({{"word/comments.xml", "<c/>"}})).told == Told{"block form/comments a.docx"});
    CHECK(look("a.docx", docx({{"word/embeddings/a.xlsx", "x"}})).told == Told{"block form/embedded-object a.docx"});
    const auto link = [](const std::string& type) { return "<Relationships><Relationship Type=\"http://x/" + type + "\" Target=\"http://y\" TargetMode=\"External\"/></Relationships>"; };
    CHECK(look("a.docx", docx({{"word/_rels/settings.xml.rels", link("attachedTemplate")}})).told == Told{"block form/external-links a.docx"});
    CHECK(look("a.docx", docx({{"word/_rels/document.xml.rels", link("hyperlink")}})).told == Told{});
    CHECK(look("a.odt", docx({{"content.xml", "<o><text:tracked-changes>x</text:tracked-changes></o>"}})).told == Told{"block form/tracked-changes a.odt"});
}

TEST_CASE("an old DOC with an author is refused, one without passes") {
    const auto summary = [](const std::string& name) {
        auto set = std::string(28, '\0') + std::string(16, 'f') + le32(48);
        const auto text = le32(0x1E) + le32(static_cast<std::uint32_t>(name.size() + 1)) + name + '\0';
        return set + le32(16 + static_cast<std::uint32_t>(text.size())) + le32(1) + le32(4) + le32(16) + text;
    };
    CHECK(look("a.doc", make_compound_file({{"WordDocument", "x"}, {"\005SummaryInformation", summary("A")}})).told == Told{"block form/metadata a.doc"});
    CHECK(look("a.doc", make_compound_file({{"WordDocument", "x"}, {"\005SummaryInformation", summary("")}})).told == Told{});
    CHECK(look("a.doc", make_compound_file({{"WordDocument", "x"}, {"Macros", "x"}})).told == Told{"block form/macro a.doc"});
}

TEST_CASE("a packed attachment is opened and each member looked at") {
    const auto jpeg = "\xFF\xD8"s + kJfif + kScan;
    CHECK(look("a.rar", ZipMaker().add("x.jpg", jpeg).bytes()).told == Told{"block form/content a.rar"});
    catalog::CatalogEntry entry;
    entry.attachments = {{"*.zip", {"Ảnh", "Pictures"}, {}}};
    const auto look_zip = [&](const std::string& bytes) {
        IntakeBench bench;
        bench.write("a.zip", bytes);
        catalog::Delivery delivery;
        delivery.folder = bench.delivery_folder();
        catalog::Findings findings;
        TemporaryFolder folder;
        const auto received = builder::take_in(delivery, folder.path() / "q", {}, findings);
        const auto parts = builder::part_files(entry, received);
        const auto list = builder::take_attachments(entry, delivery, parts.attachments, {}, folder.path() / "out", findings);
        Told told;
        for (const auto& finding : findings.sorted()) {
            told.push_back(finding.rule + " " + finding.place.file);
        }
        CHECK(told.empty() == (list.size() == 1));
        return told;
    };
    CHECK(look_zip(ZipMaker().add("x.jpg", jpeg).bytes()) == Told{});
    CHECK(look_zip(ZipMaker().add("x.jpg", "\xFF\xD8"s + exif(1, true) + kScan).bytes()) == Told{"form/metadata a.zip/x.jpg"});
    CHECK(look_zip(ZipMaker().add("x.exe", "MZ").bytes()) == Told{"form/extension a.zip/x.exe"});
    CHECK(look_zip(ZipMaker().add("x.pdf", jpeg).bytes()) == Told{"form/content a.zip/x.pdf"});
    CHECK(look_zip(ZipMaker().add("../x.jpg", jpeg).bytes()) == Told{"form/archive a.zip"});
    CHECK(look_zip(ZipMaker().add("x.zip", ZipMaker().add("y", "z").bytes()).bytes()) == Told{"form/archive a.zip"});
}

TEST_CASE("an attachment that nobody describes is refused") {
    CHECK(look("a.png", kPngHead + png_chunk("IHDR", "x") + png_chunk("IEND", ""), false).told == Told{"block form/attachment-undescribed a.png"});
}

TEST_CASE("the words of the record go before those of the contract, and a table stays a table") {
    catalog::CatalogEntry entry;
    entry.file_glob = "so-lieu.*";
    entry.attachments = {{"*.xlsx", {"Phụ lục", "Annex"}, {}}};
    const std::vector<catalog::ReceivedFile> received = {{"so-lieu.xlsx", "", 0, {}}, {"phu-luc.xlsx", "", 0, {}}, {"anh.png", "", 0, {}}, {"lop.shp", "", 0, {}}};
    const auto parts = builder::part_files(entry, received);
    REQUIRE(parts.data.size() == 2);
    CHECK(parts.data[0].path == "so-lieu.xlsx");
    CHECK(parts.data[1].path == "lop.shp");
    CHECK(parts.attachments.size() == 2);
}

TEST_CASE("a RAR is opened and each member looked at") {
    const auto crc = [](std::string_view bytes) {
        std::uint32_t value = 0xFFFFFFFFU;
        for (const char c : bytes) {
            value ^= static_cast<unsigned char>(c);
            for (int bit = 0; bit < 8; ++bit) {
                value = (value >> 1) ^ (0xEDB88320U & (0U - (value & 1U)));
            }
        }
        return ~value;
    };
    const auto block = [&](const std::string& body) { return le16(crc(body) & 0xFFFF) + body; };
    // RAR 2.9, one member that is stored.
    const auto rar = [&](const std::string& name, const std::string& bytes) {
        const auto size = static_cast<std::uint32_t>(bytes.size());
        const auto head = "\x74"s + le16(0x8000) + le16(static_cast<unsigned>(32 + name.size())) + le32(size) + le32(size) + '\3' + le32(crc(bytes)) + le32(0x21000000) + '\x14' + '\x30' +
                          le16(static_cast<unsigned>(name.size())) + le32(0x81A4) + name;
        return "Rar!\x1A\x07\0"s + block("\x73"s + le16(0) + le16(13) + std::string(6, '\0')) + block(head) + bytes + block("\x7B"s + le16(0x4000) + le16(7));
    };
    const auto clean = "\xFF\xD8"s + kJfif + kScan;
    CHECK(look("a.rar", rar("x.jpg", clean)).told == Told{});
    CHECK(look("a.rar", rar("x.jpg", "\xFF\xD8"s + exif(1, true) + kScan)).told == Told{"block form/metadata a.rar/x.jpg"});
    CHECK(look("a.rar", rar("x.pdf", clean)).told == Told{"block form/content a.rar/x.pdf"});
    CHECK(look("a.rar", rar("../x.jpg", clean)).told == Told{"block form/archive a.rar"});
}

TEST_CASE("a TIFF whose tags would have its own header wiped is refused") {
    const auto entry = [](unsigned tag, unsigned type, std::uint32_t count, std::uint32_t value) { return le16(tag) + le16(type) + le32(count) + le32(value); };
    const auto make = [&](std::uint32_t count, std::uint32_t at) { return "II*\0"s + le32(8) + le16(1) + entry(315, 2, count, at) + le32(0) + "Minh Hoa"s; };
    CHECK(look("a.tif", make(8, 26)).told == Told{"info form/metadata-removed a.tif"});
    CHECK(look("a.tif", make(8, 0)).told == Told{"block form/attachment-damaged a.tif"});
    CHECK(look("a.tif", make(800, 26)).told == Told{"block form/attachment-damaged a.tif"});
}
