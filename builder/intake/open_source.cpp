// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>

#include "builder/intake/attachment_check.hpp"
#include "builder/intake/file_kind.hpp"
#include "builder/intake/json_reader.hpp"
#include "builder/intake/read_request.hpp"
#include "builder/intake/reread_rows.hpp"
#include "builder/intake/table_reader.hpp"
#include "builder/intake/xml_encoding.hpp"
#include "builder/intake/zip_archive.hpp"
#include "catalog/base/error.hpp"
#include "catalog/base/text.hpp"
#include "geo/layer_reader.hpp"

namespace khomo::builder {
namespace {

/// What the layer reader throws about the file becomes a note; the rows end there.
class LayerRows : public catalog::RawReader {
public:
    LayerRows(std::unique_ptr<catalog::RawReader> reader, std::string folder, FormNotes& notes) : reader_(std::move(reader)), folder_(std::move(folder)), notes_(notes) {}
    const catalog::RawHeader& header() const override { return reader_->header(); }
    bool next(catalog::RawRow& row) override {
        try {
            return reader_->next(row);
        } catch (const Error& error) {
            refuse(error, folder_, notes_);
            return false;
        }
    }
    /// Messages of GDAL name the quarantine's own path, which is nobody's business.
    static std::string without(std::string text, const std::string& folder) {
        for (auto at = text.find(folder); at != std::string::npos; at = text.find(folder)) {
            text.erase(at, folder.size());
        }
        return text;
    }
    static void refuse(const Error& error, const std::string& folder, FormNotes& notes) {
        if (error.kind() != ErrorKind::format && error.kind() != ErrorKind::input) {
            throw error;
        }
        const auto& message = error.message();
        notes.block("form/layer", 0, "", {without(message.vi, folder), without(message.en, folder)},
                    {"Mở tệp trong phần mềm bản đồ rồi xuất lại, tốt nhất là GeoPackage", "Open the file in map software and export it again, best as GeoPackage"});
    }

private:
    std::unique_ptr<catalog::RawReader> reader_;
    std::string folder_;
    FormNotes& notes_;
};

/// Whether the DBF beside a shapefile does not say its encoding, or only "Western", which old software wrote whatever the text was.
bool is_dbf_unsaid(const std::filesystem::path& shapefile) {
    if (extension_of(shapefile.string()) != "shp") {
        return false;
    }
    const auto part = [&](const char* extension) { return std::filesystem::path(shapefile).replace_extension(extension); };
    for (const auto* extension : {".cpg", ".CPG", ".cst", ".CST"}) {
        std::ifstream file(part(extension));
        std::string name;
        if (file >> name) {
            return name == "1252" || name == "88591" || name == "ISO-8859-1" || name == "CP1252" || name == "ANSI";
        }
    }
    for (const auto* extension : {".dbf", ".DBF"}) {
        std::ifstream file(part(extension), std::ios::binary);
        std::array<char, 32> head{};
        if (file.read(head.data(), head.size())) {
            const auto language = static_cast<unsigned char>(head[29]);
            return language == 0 || language == 0x03 || language == 0x57;
        }
    }
    return false;
}

/// How GDAL shall read the text of a DBF: with a legacy encoding byte for byte, so that our own tables decide what it means; empty leaves the choice
/// to the file (.cpg, the code page in the DBF).
std::string layer_encoding(const std::string& declared) {
    if (declared == "auto" || declared.starts_with("utf-8+")) {
        return "";
    }
    return declared == "utf-8" ? "UTF-8" : declared == "windows-1252" ? "CP1252" : "ISO-8859-1";
}

std::unique_ptr<catalog::RawReader> open_map_layer(const ReadRequest& request, FormNotes& notes) {
    const auto folder = request.copy.parent_path().string() + "/";
    try {
        // A layer name is a choice among several; the one layer of a shapefile is named like its file.
        const bool one_layer = extension_of(request.copy.string()) == "shp";
        const auto& declared = request.table.encoding;
        const bool bytes = declared == "auto" && is_dbf_unsaid(request.copy);
        const geo::LayerOptions options{one_layer ? "" : request.layer, bytes ? "ISO-8859-1" : layer_encoding(declared), request.name};
        return reread_legacy_rows(std::make_unique<LayerRows>(geo::open_layer(request.copy, options), folder, notes), declared, notes, bytes);
    } catch (const Error& error) {
        LayerRows::refuse(error, folder, notes);
        return nullptr;
    }
}

/// Lower is looked for first: a layer explains what the tables and XML files beside it are.
int rank(const std::filesystem::path& path) {
    const auto extension = extension_of(path.string());
    if (extension == "xml") {
        return path.stem().extension() == ".shp" ? 9 : 3;  // metadata of a shapefile
    }
    return extension == "csv" || extension == "tsv" || extension == "xlsx" || extension == "xls" ? 2 : 1;
}

struct Contents {
    std::vector<std::filesystem::path> candidates;  ///< of the best rank
    std::filesystem::path program;                  ///< something that runs, if any
};

Contents look_into(const std::filesystem::path& folder) {
    Contents contents;
    int best = 9;
    for (auto item = std::filesystem::recursive_directory_iterator(folder); item != std::filesystem::recursive_directory_iterator(); ++item) {
        const auto& path = item->path();
        const auto extension = extension_of(path.string());
        const bool geodatabase = item->is_directory() && extension == "gdb";
        if (geodatabase) {
            item.disable_recursion_pending();
        } else if (item->is_directory()) {
            continue;
        } else if (kind_of_file(path) == FileKind::program) {
            contents.program = path;
        }
        const auto use = extension_use(extension);
        if (!geodatabase && (!use || *use != ExtensionUse::data || extension == "zip")) {
            continue;
        }
        const int here = geodatabase ? 1 : rank(path);
        if (here < best) {
            best = here;
            contents.candidates.clear();
        }
        if (here == best && here < 9) {
            contents.candidates.push_back(path);
        }
    }
    std::sort(contents.candidates.begin(), contents.candidates.end());
    return contents;
}

std::unique_ptr<catalog::RawReader> open_by_name(const ReadRequest& request, FormNotes& notes);

/// Unpacks into the scratch folder and opens the one table or layer that is there.
std::unique_ptr<catalog::RawReader> open_archive(const ReadRequest& request, FormNotes& notes) {
    const auto archive = ZipArchive::open(request.copy, notes);
    const auto folder = request.scratch / "unpacked";
    if (!archive || !archive->unpack(folder)) {
        return nullptr;
    }
    auto contents = look_into(folder);
    const auto inside = [&](const std::filesystem::path& path) { return request.name + "/" + path.lexically_relative(folder).string(); };
    if (!contents.program.empty()) {
        notes.block("form/program", 0, "",
                    {"Tệp nén chứa chương trình: " + excerpt(contents.program.filename().string()),
                     "The archive holds a program: " + excerpt(contents.program.filename().string())},
                    {"Chỉ nén các tệp dữ liệu", "Pack data files only"});
        return nullptr;
    }
    auto& found = contents.candidates;
    if (found.size() > 1 && !request.layer.empty()) {
        std::erase_if(found, [&](const auto& path) { return path.stem() != request.layer; });
    }
    if (found.size() != 1) {
        std::string names;
        for (const auto& path : contents.candidates) {
            names += (names.empty() ? "" : ", ") + path.filename().string();
        }
        notes.block("form/archive", 0, "",
                    {found.empty() ? "Tệp nén không có bảng hay lớp dữ liệu nào" : "Tệp nén có nhiều bảng hoặc lớp: " + names,
                     found.empty() ? "The archive holds no table and no layer" : "The archive holds several tables or layers: " + names},
                    {"Mỗi tệp nén một lớp dữ liệu, hoặc khai báo khóa layer", "One layer an archive, or declare layer"});
        return nullptr;
    }
    auto request_inside = request;
    request_inside.copy = found.front();
    request_inside.name = inside(found.front());
    notes.set_file(request_inside.name);
    return open_by_name(request_inside, notes);
}

std::unique_ptr<catalog::RawReader> open_by_name(const ReadRequest& request, FormNotes& notes) {
    const auto extension = extension_of(request.copy.string());
    if (extension == "gdb") {
        return open_map_layer(request, notes);
    }
    const auto kind = kind_of_file(request.copy);
    if (kind == FileKind::empty) {
        notes.block("form/empty", 0, "", {"Tệp rỗng", "The file is empty"}, {"Xuất lại tệp từ hệ thống nguồn", "Export the file again from its source"});
        return nullptr;
    }
    if (const auto fault = extension_fault(extension, kind)) {
        notes.block("form/content", 0, "", *fault, {"Giao đúng định dạng, không đổi đuôi tệp", "Deliver the real format; do not rename files"});
        return nullptr;
    }
    if (extension == "csv" || extension == "tsv" || extension == "txt") {
        return open_csv(request.copy, request.table, notes);
    }
    const auto& encoding = request.table.encoding;
    if (extension == "xlsx") {
        return reread_legacy_rows(open_xlsx(request.copy, request.table, request.scratch, notes), encoding, notes);
    }
    if (extension == "xls") {
        return reread_legacy_rows(open_xls(request.copy, request.table, request.scratch, notes), encoding, notes);
    }
    if (extension == "xml" && (!request.spatial || !request.table.record.empty())) {
        const auto path = settle_xml_encoding(request, notes);
        return path ? reread_legacy_rows(open_xml(*path, request.table, notes), *path == request.copy ? encoding : "utf-8", notes) : nullptr;
    }
    if (extension == "json" || extension == "ndjson" || extension == "jsonl") {
        return reread_legacy_rows(open_json(request.copy, request.table, request.ignored, notes), encoding, notes);
    }
    return open_map_layer(request, notes);
}

}  // namespace

std::unique_ptr<catalog::RawReader> open_source(const ReadRequest& request, FormNotes& notes) {
    if (request.attachment) {
        return open_attachment(request, notes);
    }
    const auto extension = extension_of(request.copy.string());
    return extension == "zip" || extension == "kmz" ? open_archive(request, notes) : open_by_name(request, notes);
}

}  // namespace khomo::builder
