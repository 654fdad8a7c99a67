// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/intake/file_kind.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <fstream>
#include <span>

#include "catalog/base/error.hpp"

namespace khomo::builder {
namespace {

struct Magic {
    std::size_t at;
    std::string_view bytes;
    FileKind kind;
};

using namespace std::string_view_literals;

constexpr std::array kMagic = {
    Magic{0, "PK\x03\x04"sv, FileKind::zip},
    Magic{0, "PK\x05\x06"sv, FileKind::zip},
    Magic{0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, FileKind::ole},
    Magic{0, "\x09\x00\x04\x00"sv, FileKind::old_excel},
    Magic{0, "\x09\x02\x06\x00"sv, FileKind::old_excel},
    Magic{0, "\x09\x04\x06\x00"sv, FileKind::old_excel},
    Magic{0, "\x09\x08\x08\x00\x00\x05"sv, FileKind::old_excel},
    Magic{0, "SQLite format 3\0"sv, FileKind::sqlite},
    Magic{0, "\x00\x00\x27\x0A"sv, FileKind::shapefile},
    Magic{0, "fgb\x03"sv, FileKind::flatgeobuf},
    Magic{0, "%PDF-"sv, FileKind::pdf},
    Magic{0, "II*\0"sv, FileKind::image},
    Magic{0, "MM\0*"sv, FileKind::image},
    Magic{0, "\xFF\xD8\xFF"sv, FileKind::image},
    Magic{0, "\x89PNG\r\n\x1A\n"sv, FileKind::image},
    Magic{0, "GIF8"sv, FileKind::image},
    Magic{0, "Rar!\x1A\x07"sv, FileKind::rar},
    Magic{0, "7z\xBC\xAF\x27\x1C"sv, FileKind::seven_zip},
    Magic{0, "ID3"sv, FileKind::media},
    Magic{0, "RIFF"sv, FileKind::media},
    Magic{4, "ftyp"sv, FileKind::media},
    Magic{0,
          "\x7F"
          "ELF"sv,
          FileKind::program},
    Magic{0, "#!/"sv, FileKind::program},
    Magic{0, "version https://git-lfs.github.com/"sv, FileKind::pointer},
};

FileKind kind_of_text(std::string_view head) {
    if (head.starts_with("\xEF\xBB\xBF")) {
        head.remove_prefix(3);
    }
    head.remove_prefix(std::min(head.find_first_not_of(" \t\r\n"), head.size()));
    if (head.starts_with('<')) {
        std::string start(head.substr(0, 512));
        std::transform(start.begin(), start.end(), start.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        const bool html = start.find("<html") != std::string::npos || start.find("<!doctype html") != std::string::npos || start.starts_with("<table");
        return html ? FileKind::html : FileKind::xml;
    }
    return head.starts_with('{') || head.starts_with('[') ? FileKind::json : FileKind::text;
}

struct ExtensionRule {
    std::string_view extension;
    ExtensionUse use;
    std::array<FileKind, 2> kinds;
};

constexpr auto kData = ExtensionUse::data;
constexpr auto kPart = ExtensionUse::layer_part;
constexpr auto kDocument = ExtensionUse::attachment;

/// A kind given twice stands alone.
constexpr std::array kExtensions = {
    ExtensionRule{"csv", kData, {FileKind::text, FileKind::text}},
    ExtensionRule{"tsv", kData, {FileKind::text, FileKind::text}},
    ExtensionRule{"xlsx", kData, {FileKind::zip, FileKind::zip}},
    ExtensionRule{"xls", kData, {FileKind::ole, FileKind::old_excel}},
    ExtensionRule{"xml", kData, {FileKind::xml, FileKind::xml}},
    ExtensionRule{"gml", kData, {FileKind::xml, FileKind::xml}},
    ExtensionRule{"kml", kData, {FileKind::xml, FileKind::xml}},
    ExtensionRule{"kmz", kData, {FileKind::zip, FileKind::zip}},
    ExtensionRule{"geojson", kData, {FileKind::json, FileKind::json}},
    ExtensionRule{"json", kData, {FileKind::json, FileKind::json}},
    ExtensionRule{"jsonl", kData, {FileKind::json, FileKind::json}},
    ExtensionRule{"ndjson", kData, {FileKind::json, FileKind::json}},
    ExtensionRule{"gpkg", kData, {FileKind::sqlite, FileKind::sqlite}},
    ExtensionRule{"fgb", kData, {FileKind::flatgeobuf, FileKind::flatgeobuf}},
    ExtensionRule{"shp", kData, {FileKind::shapefile, FileKind::shapefile}},
    ExtensionRule{"tab", kData, {FileKind::text, FileKind::binary}},
    ExtensionRule{"mif", kData, {FileKind::text, FileKind::text}},
    ExtensionRule{"dxf", kData, {FileKind::text, FileKind::binary}},
    ExtensionRule{"dgn", kData, {FileKind::binary, FileKind::ole}},
    ExtensionRule{"zip", kData, {FileKind::zip, FileKind::zip}},
    ExtensionRule{"dbf", kPart, {FileKind::dbf, FileKind::binary}},
    ExtensionRule{"shx", kPart, {FileKind::shapefile, FileKind::shapefile}},
    ExtensionRule{"prj", kPart, {FileKind::text, FileKind::text}},
    ExtensionRule{"cpg", kPart, {FileKind::text, FileKind::text}},
    ExtensionRule{"cst", kPart, {FileKind::text, FileKind::text}},
    ExtensionRule{"sbn", kPart, {FileKind::binary, FileKind::binary}},
    ExtensionRule{"sbx", kPart, {FileKind::binary, FileKind::binary}},
    ExtensionRule{"qix", kPart, {FileKind::binary, FileKind::binary}},
    ExtensionRule{"dat", kPart, {FileKind::dbf, FileKind::binary}},
    ExtensionRule{"map", kPart, {FileKind::binary, FileKind::binary}},
    ExtensionRule{"id", kPart, {FileKind::binary, FileKind::binary}},
    ExtensionRule{"ind", kPart, {FileKind::binary, FileKind::binary}},
    ExtensionRule{"mid", kPart, {FileKind::text, FileKind::text}},
    ExtensionRule{"doc", kDocument, {FileKind::ole, FileKind::ole}},
    ExtensionRule{"docx", kDocument, {FileKind::zip, FileKind::zip}},
    ExtensionRule{"odt", kDocument, {FileKind::zip, FileKind::zip}},
    ExtensionRule{"pptx", kDocument, {FileKind::zip, FileKind::zip}},
    ExtensionRule{"pdf", kDocument, {FileKind::pdf, FileKind::pdf}},
    ExtensionRule{"tif", kDocument, {FileKind::image, FileKind::image}},
    ExtensionRule{"jpg", kDocument, {FileKind::image, FileKind::image}},
    ExtensionRule{"jpeg", kDocument, {FileKind::image, FileKind::image}},
    ExtensionRule{"bmp", kDocument, {FileKind::image, FileKind::image}},
    ExtensionRule{"png", kDocument, {FileKind::image, FileKind::image}},
    ExtensionRule{"gif", kDocument, {FileKind::image, FileKind::image}},
    ExtensionRule{"txt", kDocument, {FileKind::text, FileKind::text}},
    ExtensionRule{"mp3", kDocument, {FileKind::media, FileKind::media}},
    ExtensionRule{"wav", kDocument, {FileKind::media, FileKind::media}},
    ExtensionRule{"mp4", kDocument, {FileKind::media, FileKind::media}},
    ExtensionRule{"avi", kDocument, {FileKind::media, FileKind::media}},
    ExtensionRule{"rar", kDocument, {FileKind::rar, FileKind::rar}},
};

const ExtensionRule* rule_of(std::string_view extension) {
    const auto* found = std::find_if(kExtensions.begin(), kExtensions.end(), [&](const auto& rule) { return rule.extension == extension; });
    return found == kExtensions.end() ? nullptr : found;
}

/// "BM" or "MZ" start many texts; a size or a NUL soon after tells.
std::optional<FileKind> kind_of_two_letters(std::string_view head) {
    if (head.size() < 16 || head.substr(2, 14).find('\0') == std::string_view::npos) {
        return std::nullopt;
    }
    return head.starts_with("BM") ? std::optional(FileKind::image) : head.starts_with("MZ") ? std::optional(FileKind::program) : std::nullopt;
}

}  // namespace

FileKind kind_of_bytes(std::string_view head) {
    if (head.empty()) {
        return FileKind::empty;
    }
    for (const auto& magic : kMagic) {
        if (head.size() > magic.at && head.substr(magic.at).starts_with(magic.bytes)) {
            return magic.kind;
        }
    }
    if (const auto kind = kind_of_two_letters(head)) {
        return *kind;
    }
    if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) {
        return FileKind::text;  // UTF-16: the reader for delimited text says what to do about it
    }
    if (head.size() >= 2 && static_cast<unsigned char>(head[0]) == 0xFF && (static_cast<unsigned char>(head[1]) & 0xE0U) == 0xE0) {
        return FileKind::media;  // an MPEG audio frame
    }
    if (head.size() >= 32 && (head[0] == '\x03' || head[0] == '\x30' || head[0] == '\x83') && head[2] >= 1 && head[2] <= 12 && head[3] >= 1 && head[3] <= 31) {
        return FileKind::dbf;
    }
    // A stray NUL in a table is for its reader to tell, with row and column; many control characters are no text.
    const auto controls =
        std::count_if(head.begin(), head.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f'; });
    return static_cast<std::size_t>(controls) * 20 > head.size() ? FileKind::binary : kind_of_text(head);
}

FileKind kind_of_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        throw io_error("mở", "open", path.filename().string(), errno);
    }
    std::array<char, 4096> head{};
    file.read(head.data(), head.size());
    return kind_of_bytes({head.data(), static_cast<std::size_t>(file.gcount())});
}

std::string extension_of(std::string_view name) {
    const auto dot = name.rfind('.');
    const auto slash = name.rfind('/');
    if (dot == std::string_view::npos || (slash != std::string_view::npos && slash > dot)) {
        return "";
    }
    std::string extension(name.substr(dot + 1));
    std::transform(extension.begin(), extension.end(), extension.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return extension;
}

std::optional<ExtensionUse> extension_use(std::string_view extension) {
    const auto* rule = rule_of(extension);
    return rule == nullptr ? std::nullopt : std::optional(rule->use);
}

std::optional<Text> extension_fault(std::string_view extension, FileKind kind) {
    const auto* rule = rule_of(extension);
    if (rule == nullptr || kind == FileKind::empty || kind == rule->kinds[0] || kind == rule->kinds[1]) {
        return std::nullopt;
    }
    // Indexes of old map software start in many ways; what they must not be is something that runs or is not the file at all.
    if (rule->use == ExtensionUse::layer_part && kind != FileKind::program && kind != FileKind::html && kind != FileKind::pointer) {
        return std::nullopt;
    }
    const auto name = name_of(kind);
    const std::string shown(extension);
    return Text{"Tên tệp là ." + shown + " nhưng nội dung là " + name.vi, "The name says ." + shown + " but the content is " + name.en};
}

Text name_of(FileKind kind) {
    switch (kind) {
        case FileKind::empty: return {"tệp rỗng", "an empty file"};
        case FileKind::text: return {"văn bản thuần", "plain text"};
        case FileKind::xml: return {"XML", "XML"};
        case FileKind::html: return {"trang web HTML", "a web page (HTML)"};
        case FileKind::json: return {"JSON", "JSON"};
        case FileKind::zip: return {"tệp nén ZIP (hoặc XLSX, DOCX)", "a ZIP archive (or XLSX, DOCX)"};
        case FileKind::ole: return {"tệp Office cũ (XLS, DOC) hoặc có mật khẩu", "an old Office file (XLS, DOC) or one with a password"};
        case FileKind::old_excel: return {"Excel rất cũ", "a very old Excel file"};
        case FileKind::sqlite: return {"cơ sở dữ liệu SQLite", "an SQLite database"};
        case FileKind::shapefile: return {"Shapefile", "a shapefile"};
        case FileKind::dbf: return {"bảng DBF", "a DBF table"};
        case FileKind::flatgeobuf: return {"FlatGeobuf", "FlatGeobuf"};
        case FileKind::pdf: return {"PDF", "PDF"};
        case FileKind::image: return {"ảnh", "a picture"};
        case FileKind::media: return {"âm thanh hoặc phim", "sound or film"};
        case FileKind::rar: return {"tệp nén RAR", "a RAR archive"};
        case FileKind::seven_zip: return {"tệp nén 7z", "a 7z archive"};
        case FileKind::pointer: return {"con trỏ Git LFS, không phải chính tệp", "a Git LFS pointer, not the file itself"};
        case FileKind::program: return {"chương trình", "a program"};
        case FileKind::binary: return {"dữ liệu nhị phân lạ", "unknown binary data"};
    }
    return {"không rõ", "unknown"};
}

}  // namespace khomo::builder
