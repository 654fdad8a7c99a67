// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace khomo::tests {

/// A ZIP archive of stored (not packed) members, names as given: what honest tools would never write can be written too.
class ZipMaker {
public:
    ZipMaker& add(std::string_view name, std::string_view bytes) {
        const auto offset = archive_.size();
        const auto crc = crc32(bytes);
        const auto head = [&](std::string& out) {
            put16(out, 20);
            put16(out, 0x0800);  // names are UTF-8
            put16(out, 0);
            put32(out, 0x00210000);
            put32(out, crc);
            put32(out, static_cast<std::uint32_t>(bytes.size()));
            put32(out, static_cast<std::uint32_t>(bytes.size()));
            put16(out, static_cast<std::uint16_t>(name.size()));
            put16(out, 0);
        };
        archive_ += "PK\x03\x04";
        head(archive_);
        archive_ += name;
        archive_ += bytes;
        directory_ += "PK\x01\x02";
        put16(directory_, 0x0314);
        head(directory_);
        put16(directory_, 0);
        put16(directory_, 0);
        put16(directory_, 0);
        put32(directory_, 0x81A40000U);
        put32(directory_, static_cast<std::uint32_t>(offset));
        directory_ += name;
        ++count_;
        return *this;
    }

    std::string bytes() const {
        auto out = archive_ + directory_ + "PK\x05\x06";
        put32(out, 0);
        put16(out, count_);
        put16(out, count_);
        put32(out, static_cast<std::uint32_t>(directory_.size()));
        put32(out, static_cast<std::uint32_t>(archive_.size()));
        put16(out, 0);
        return out;
    }

private:
    static void put16(std::string& out, std::uint16_t value) {
        out += static_cast<char>(value & 0xFF);
        out += static_cast<char>(value >> 8);
    }
    static void put32(std::string& out, std::uint32_t value) {
        put16(out, static_cast<std::uint16_t>(value & 0xFFFF));
        put16(out, static_cast<std::uint16_t>(value >> 16));
    }
    static std::uint32_t crc32(std::string_view bytes) {
        std::uint32_t crc = 0xFFFFFFFFU;
        for (const char c : bytes) {
            crc ^= static_cast<unsigned char>(c);
            for (int bit = 0; bit < 8; ++bit) {
                crc = (crc >> 1) ^ (0xEDB88320U & (0U - (crc & 1U)));
            }
        }
        return ~crc;
    }

    std::string archive_;
    std::string directory_;
    std::uint16_t count_ = 0;
};

/// A workbook with the given inner XML of its first sheet (everything inside <worksheet>); `shared` are the shared strings.
struct XlsxMaker {
    std::string sheet;
    std::vector<std::string> shared;
    std::string workbook_extra;                                                  ///< attributes of workbookPr, such as date1904="1"
    std::vector<std::pair<std::string, std::string>> sheets = {{"Sheet1", ""}};  ///< name and state
    std::string formats = R"(<numFmt numFmtId="164" formatCode="00000"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy\ hh:mm"/>)";
    std::string styles = R"(<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="21"/>)";
    std::vector<std::pair<std::string, std::string>> more;  ///< other members

    std::string bytes() const {
        const std::string xml = R"(<?xml version="1.0" encoding="UTF-8"?>)";
        const std::string ns =
            R"(xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")";
        const std::string type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
        const std::string rels = R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
        std::string list;
        std::string links;
        ZipMaker zip;
        zip.add("[Content_Types].xml", xml + "<Types/>");
        zip.add("_rels/.rels", xml + rels + R"(<Relationship Id="a" Type=")" + type + R"(officeDocument" Target="xl/workbook.xml"/></Relationships>)");
        for (std::size_t i = 0; i < sheets.size(); ++i) {
            const auto id = std::to_string(i + 1);
            list += "<sheet name=\"" + sheets[i].first + "\" sheetId=\"" + id + "\"" + (sheets[i].second.empty() ? "" : " state=\"" + sheets[i].second + "\"") +
                    " r:id=\"s" + id + "\"/>";
            links += "<Relationship Id=\"s" + id + "\" Type=\"" + type + "worksheet\" Target=\"worksheets/sheet" + id + ".xml\"/>";
            zip.add("xl/worksheets/sheet" + id + ".xml",
                    xml + "<worksheet " + ns + ">" +
                        (i == 0 ? sheet : "<sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>" + sheets[i].first + "</v></c></row></sheetData>") + "</worksheet>");
        }
        std::string strings;
        for (const auto& text : shared) {
            strings += "<si>" + text + "</si>";
        }
        zip.add("xl/workbook.xml", xml + "<workbook " + ns + "><workbookPr " + workbook_extra + "/><sheets>" + list + "</sheets></workbook>");
        zip.add("xl/_rels/workbook.xml.rels", xml + rels + links + R"(<Relationship Id="x" Type=")" + type +
                                                  R"(sharedStrings" Target="sharedStrings.xml"/><Relationship Id="y" Type=")" + type +
                                                  R"(styles" Target="/xl/styles.xml"/></Relationships>)");
        zip.add("xl/styles.xml", xml + "<styleSheet " + ns + "><numFmts>" + formats + "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>" + styles +
                                     "</cellXfs></styleSheet>");
        zip.add("xl/sharedStrings.xml", xml + "<sst " + ns + ">" + strings + "</sst>");
        for (const auto& [name, content] : more) {
            zip.add(name, content);
        }
        return zip.bytes();
    }
};

}  // namespace khomo::tests
