// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/intake/office_check.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <memory>

#include "builder/intake/byte_order.hpp"
#include "builder/intake/compound_file.hpp"
#include "builder/intake/file_kind.hpp"
#include "builder/intake/picture_metadata.hpp"
#include "builder/intake/sax_parser.hpp"
#include "catalog/base/error.hpp"

namespace khomo::builder {
namespace {

constexpr std::uint64_t kLargestMember = 256U << 20;

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

/// The text of the elements that name people and offices.
class NameReader : public SaxHandler {
public:
    std::set<std::string> found;
    void start(std::string_view name, const SaxAttributes& attributes) override {
        element_ = name;
        if (name == "meta" || name == "user-defined") {  // ODF: who printed, own properties
            own_ = own_ || !attributes.find_text("name").empty();
        }
    }
    void end(std::string_view) override { element_.clear(); }
    void text(std::string_view text) override {
        if (text.find_first_not_of(" \r\n\t") == std::string_view::npos) {
            return;
        }
        constexpr std::array kPeople = {"creator", "lastModifiedBy", "initial-creator", "printed-by", "author"};
        if (std::find(kPeople.begin(), kPeople.end(), element_) != kPeople.end()) {
            found.insert("tác giả (author)");
        } else if (element_ == "Company" || element_ == "Manager") {
            found.insert("cơ quan, người quản lý (company, manager)");
        }
    }
    bool own() const { return own_; }

private:
    std::string element_;
    bool own_ = false;
};

std::set<std::string> names_in(const std::string& xml) {
    NameReader names;
    SaxParser parser(names);
    if (parser.feed(xml)) {
        parser.finish();
    }
    return names.found;
}

/// Relations that a program follows by itself.
class ExternalReader : public SaxHandler {
public:
    bool found = false;
    void start(std::string_view name, const SaxAttributes& attributes) override {
        found = found || (name == "Relationship" && attributes.find("TargetMode") == "External" && !attributes.find_text("Type").ends_with("/hyperlink"));
    }
    void end(std::string_view) override {}
    void text(std::string_view) override {}
};

/// What stands in the place of a member that tells about people; none for a member that stays.
std::optional<std::string> emptied(const std::string& member, const std::string& bytes) {
    const std::string head = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";
    if (member == "docProps/core.xml") {
        return head + R"(<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>)";
    }
    if (member == "docProps/app.xml") {
        return head + R"(<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>)";
    }
    if (member == "docProps/custom.xml") {
        return head + R"(<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>)";
    }
    if (member == "word/people.xml") {
        return head + R"(<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"/>)";
    }
    if (member == "meta.xml") {
        return head + R"(<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.2"><office:meta/></office:document-meta>)";
    }
    const auto extension = extension_of(member);
    if (extension == "jpg" || extension == "jpeg" || extension == "png" || extension == "tif" || extension == "tiff") {
        auto stripped = extension == "png" ? strip_png(bytes) : extension.starts_with("jp") ? strip_jpeg(bytes) : strip_tiff(bytes);
        if (!stripped.damaged && !stripped.removed.empty()) {
            return std::move(stripped.bytes);
        }
    }
    return std::nullopt;
}

void look_at_member(const ZipArchive& archive, const std::string& member, OfficeFindings& found) {
    const auto below = [&](std::string_view folder) { return has(member, folder); };
    found.macros = found.macros || member.ends_with("vbaProject.bin") || member.starts_with("Basic/") || member.starts_with("Scripts/");
    found.embedded = found.embedded || below("/embeddings/") || member.starts_with("Object ") || below("/activeX/");
    found.comments = found.comments || (below("omments") && member.ends_with(".xml")) || below("/persons/");
    found.external = found.external || below("xl/externalLinks/");
    if (member.ends_with(".rels")) {
        ExternalReader relations;
        SaxParser parser(relations);
        parser.feed(archive.read(member, kLargestMember));
        found.external = found.external || relations.found;
    } else if (member == "[Content_Types].xml") {
        found.macros = found.macros || has(archive.read(member, kLargestMember), "macroEnabled");
    } else if (member == "xl/workbook.xml") {
        const auto xml = archive.read(member, kLargestMember);
        found.hidden = found.hidden || has(xml, "state=\"hidden\"") || has(xml, "state=\"veryHidden\"");
    } else if (member == "word/document.xml" || member == "content.xml") {
        const auto xml = archive.read(member, kLargestMember);
        found.changes = found.changes || has(xml, "<w:ins ") || has(xml, "<w:del ") || has(xml, "<w:moveFrom ") || has(xml, "text:tracked-changes>");
        found.comments = found.comments || has(xml, "office:annotation");
    } else if (member == "docProps/core.xml" || member == "docProps/app.xml" || member == "meta.xml") {
        found.personal.merge(names_in(archive.read(member, kLargestMember)));
    } else if (member == "docProps/custom.xml" && has(archive.read(member, kLargestMember), "<property ")) {
        found.personal.insert("thuộc tính riêng (custom properties)");
    } else if (member == "word/people.xml" && has(archive.read(member, kLargestMember), "author=")) {
        found.personal.insert("tác giả (author)");
    } else if (emptied(member, archive.read(member, kLargestMember))) {
        found.personal.insert("EXIF, GPS của ảnh bên trong (of pictures inside)");
    }
}

using ArchiveWriter = std::unique_ptr<archive, int (*)(archive*)>;

void write_member(archive* out, const std::string& name, const std::string& bytes) {
    const std::unique_ptr<archive_entry, void (*)(archive_entry*)> entry(archive_entry_new(), archive_entry_free);
    archive_entry_set_pathname(entry.get(), name.c_str());
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(bytes.size()));
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    archive_entry_set_mtime(entry.get(), 315532800, 0);  // 1980-01-01, the first day that a ZIP can name: the same bytes every time
    // An ODF names its kind in a first member that is not packed.
    name == "mimetype" ? archive_write_zip_set_compression_store(out) : archive_write_zip_set_compression_deflate(out);
    if (archive_write_header(out, entry.get()) != ARCHIVE_OK || archive_write_data(out, bytes.data(), bytes.size()) != static_cast<la_ssize_t>(bytes.size())) {
        throw Error(ErrorKind::io, {"Không ghi được bản sạch của tài liệu", "The cleaned document could not be written"});
    }
}

/// Strings of a property set that name people: PIDs 4, 8 (summary), 14, 15 (document summary).
bool names_people(const std::string& stream) {
    const ByteOrder order(stream, false);
    const std::size_t set = order.u32(44);
    const auto count = std::min<std::uint32_t>(order.u32(set + 4), 1000);
    for (std::size_t i = 0; i < count; ++i) {
        const auto pid = order.u32(set + 8 + 8 * i);
        const std::size_t at = set + order.u32(set + 12 + 8 * i);
        const bool person = pid == 4 || pid == 8 || pid == 14 || pid == 15;
        const auto type = order.u32(at);
        if (person && (type == 0x1E || type == 0x1F) && order.u32(at + 4) > 1 && order.u8(at + 8) > 0x20) {
            return true;
        }
    }
    return false;
}

}  // namespace

OfficeFindings check_office(const ZipArchive& archive) {
    OfficeFindings found;
    for (const auto& member : archive.members()) {
        look_at_member(archive, member, found);
    }
    return found;
}

void strip_office(const ZipArchive& source, const std::filesystem::path& target) {
    const ArchiveWriter out(archive_write_new(), archive_write_free);
    archive_write_set_format_zip(out.get());
    if (archive_write_open_filename(out.get(), target.c_str()) != ARCHIVE_OK) {
        throw Error(ErrorKind::io, {"Không ghi được bản sạch của tài liệu", "The cleaned document could not be written"});
    }
    for (const auto& member : source.members()) {
        const auto bytes = source.read(member, kLargestMember);
        write_member(out.get(), member, emptied(member, bytes).value_or(bytes));
    }
    if (archive_write_close(out.get()) != ARCHIVE_OK) {
        throw Error(ErrorKind::io, {"Không ghi được bản sạch của tài liệu", "The cleaned document could not be written"});
    }
}

OfficeFindings check_old_office(const std::filesystem::path& path) {
    OfficeFindings found;
    const auto file = CompoundFile::open(path);
    if (!file) {
        return found;
    }
    found.macros = file->has("Macros") || file->has("_VBA_PROJECT_CUR") || file->has("_VBA_PROJECT") || file->has("VBA");
    found.embedded = file->has("ObjectPool") || file->has("\001Ole10Native") || file->has("Package");
    for (const auto* name : {"\005SummaryInformation", "\005DocumentSummaryInformation"}) {
        if (const auto stream = file->stream(name); stream && names_people(*stream)) {
            found.personal.insert("tác giả, cơ quan (author, company)");
        }
    }
    return found;
}

}  // namespace khomo::builder
