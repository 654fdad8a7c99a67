// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/intake/xlsx_package.hpp"

#include <algorithm>
#include <map>

#include "builder/intake/sax_parser.hpp"
#include "catalog/base/number.hpp"

namespace khomo::builder {
namespace {

constexpr std::uint64_t kLargestPart = 64U << 20;  ///< of workbook, styles and relations; cells and strings are streamed

Text damaged_fix() {
    return {"Mở bằng Excel hoặc LibreOffice rồi lưu lại thành XLSX", "Open it in Excel or LibreOffice and save it as XLSX again"};
}

void damaged(FormNotes& notes, const std::string& part, const std::string& why) {
    notes.block("form/xlsx", 0, "", {"XLSX hỏng ở " + part + ": " + why, "The XLSX is damaged at " + part + ": " + why}, damaged_fix());
}

struct Relation {
    std::string type;
    std::string target;
};

class RelationReader : public SaxHandler {
public:
    std::map<std::string, Relation> relations;
    void start(std::string_view name, const SaxAttributes& attributes) override {
        if (name == "Relationship" && attributes.find("TargetMode") != "External") {
            relations[attributes.find_text("Id")] = {attributes.find_text("Type"), attributes.find_text("Target")};
        }
    }
    void end(std::string_view) override {}
    void text(std::string_view) override {}
};

class SheetListReader : public SaxHandler {
public:
    struct Listed {
        std::string name;
        std::string relation;
        bool hidden;
    };
    std::vector<Listed> sheets;
    bool from_1904 = false;
    void start(std::string_view name, const SaxAttributes& attributes) override {
        if (name == "workbookPr") {
            const auto flag = attributes.find("date1904");
            from_1904 = flag == "1" || flag == "true";
        } else if (name == "sheet") {
            const auto state = attributes.find("state");
            sheets.push_back({attributes.find_text("name"), attributes.find_text("id"), state == "hidden" || state == "veryHidden"});
        }
    }
    void end(std::string_view) override {}
    void text(std::string_view) override {}
};

class StyleReader : public SaxHandler {
public:
    std::vector<NumberLook> looks;
    std::vector<LegacyFont> fonts;
    void start(std::string_view name, const SaxAttributes& attributes) override {
        if (name == "fonts") {
            in_fonts_ = true;
        } else if (name == "font" && in_fonts_ && named_.size() < 100000) {
            named_.emplace_back();
        } else if (name == "name" && in_fonts_ && !named_.empty()) {
            named_.back() = legacy_font(attributes.find_text("val"));
        } else if (name == "numFmt") {
            formats_[static_cast<int>(parse_integer(attributes.find("numFmtId")).value_or(-1))] = attributes.find_text("formatCode");
        } else if (name == "cellXfs") {
            in_cells_ = true;
        } else if (name == "xf" && in_cells_ && looks.size() < 100000) {
            const auto id = static_cast<int>(parse_integer(attributes.find("numFmtId")).value_or(0));
            const auto own = formats_.find(id);
            looks.push_back(own == formats_.end() ? look_of_builtin(id) : look_of_format(own->second));
            const auto font = parse_integer(attributes.find("fontId")).value_or(-1);
            fonts.push_back(font >= 0 && static_cast<std::size_t>(font) < named_.size() ? named_[static_cast<std::size_t>(font)] : LegacyFont{});
        }
    }
    void end(std::string_view name) override {
        in_cells_ = in_cells_ && name != "cellXfs";
        in_fonts_ = in_fonts_ && name != "fonts";
    }
    void text(std::string_view) override {}

private:
    std::map<int, std::string> formats_;
    std::vector<LegacyFont> named_;
    bool in_fonts_ = false;
    bool in_cells_ = false;
};

bool parse_part(const ZipArchive& archive, const std::string& part, SaxHandler& handler, FormNotes& notes) {
    if (!archive.has(part)) {
        damaged(notes, part, "missing");
        return false;
    }
    const auto bytes = archive.read(part, kLargestPart);
    if (notes.blocked()) {
        return false;
    }
    SaxParser parser(handler);
    if (!parser.feed(bytes) || !parser.finish()) {
        damaged(notes, part, parser.error());
        return false;
    }
    return true;
}

/// The member that a relation of `part` points at: relative to its folder, or absolute.
std::string resolve(const std::string& part, const std::string& target) {
    if (target.starts_with('/')) {
        return target.substr(1);
    }
    return (std::filesystem::path(part).parent_path() / target).lexically_normal().string();
}

std::string relations_of(const std::string& part) {
    const std::filesystem::path path(part);
    return (path.parent_path() / "_rels" / (path.filename().string() + ".rels")).string();
}

std::optional<std::string> find_workbook(const ZipArchive& archive, FormNotes& notes) {
    const auto& members = archive.members();
    const bool macros = std::any_of(members.begin(), members.end(), [](const auto& name) { return name.ends_with("vbaProject.bin"); });
    if (macros || archive.read("[Content_Types].xml", kLargestPart).find("macroEnabled") != std::string::npos) {
        notes.block("form/macro", 0, "", {"Bảng tính chứa macro", "The workbook holds macros"}, {"Lưu lại thành XLSX không macro", "Save it as XLSX, without macros"});
        return std::nullopt;
    }
    RelationReader root;
    if (notes.blocked() || !parse_part(archive, "_rels/.rels", root, notes)) {
        return std::nullopt;
    }
    for (const auto& [id, relation] : root.relations) {
        if (relation.type.ends_with("/officeDocument")) {
            const auto part = resolve("", relation.target);
            if (part.ends_with(".xml")) {
                return part;
            }
            damaged(notes, part, "not a workbook in XML (XLSB?)");
            return std::nullopt;
        }
    }
    damaged(notes, "_rels/.rels", "no workbook");
    return std::nullopt;
}

/// Members that hold neither cells nor looks.
void note_what_else(const ZipArchive& archive, FormNotes& notes) {
    const auto& members = archive.members();
    const auto any = [&](auto... parts) {
        return std::any_of(members.begin(), members.end(), [&](const auto& name) { return ((name.find(parts) != std::string::npos) || ...); });
    };
    if (any("/comments", "/threadedComments/")) {
        notes.warn_comments();
    }
    if (any("/externalLinks/")) {
        notes.warn_external_links();
    }
    if (any("/embeddings/", "/activeX/")) {
        notes.warn_embedded_objects();
    }
}

}  // namespace

std::optional<XlsxWorkbook> read_workbook(const ZipArchive& archive, FormNotes& notes) {
    const auto part = find_workbook(archive, notes);
    if (!part) {
        return std::nullopt;
    }
    note_what_else(archive, notes);
    SheetListReader list;
    RelationReader relations;
    if (!parse_part(archive, *part, list, notes) || !parse_part(archive, relations_of(*part), relations, notes)) {
        return std::nullopt;
    }
    XlsxWorkbook workbook;
    workbook.from_1904 = list.from_1904;
    for (const auto& listed : list.sheets) {
        const auto found = relations.relations.find(listed.relation);
        // Chart sheets hang on another type of relation; they hold no cells.
        if (found != relations.relations.end() && found->second.type.ends_with("/worksheet")) {
            workbook.sheets.push_back({{listed.name, listed.hidden}, resolve(*part, found->second.target)});
        }
    }
    for (const auto& [id, relation] : relations.relations) {
        if (relation.type.ends_with("/sharedStrings")) {
            workbook.strings_part = resolve(*part, relation.target);
        } else if (relation.type.ends_with("/styles")) {
            StyleReader styles;
            if (!parse_part(archive, resolve(*part, relation.target), styles, notes)) {
                return std::nullopt;
            }
            workbook.looks = std::move(styles.looks);
            workbook.fonts = std::move(styles.fonts);
            workbook.legacy_fonts = std::any_of(workbook.fonts.begin(), workbook.fonts.end(), [](const auto& font) { return font.any(); });
        }
    }
    if (workbook.sheets.empty()) {
        damaged(notes, *part, "no sheet");
        return std::nullopt;
    }
    return workbook;
}

}  // namespace khomo::builder
