// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace khomo::tests {

inline std::string le16(unsigned value) {
    return {static_cast<char>(value & 0xFF), static_cast<char>(value >> 8 & 0xFF)};
}
inline std::string le32(std::uint32_t value) {
    return le16(value & 0xFFFF) + le16(value >> 16);
}
inline std::string le64(double value) {
    std::string out(8, '\0');
    std::memcpy(out.data(), &value, 8);
    return out;
}

/// A compound file with the given streams, each padded to the size from which streams stand in sectors of their own.
inline std::string make_compound_file(std::vector<std::pair<std::string, std::string>> streams) {
    constexpr std::size_t kSector = 512;
    std::string directory;
    std::string content;
    std::vector<std::uint32_t> fat = {0xFFFFFFFD};  // sector 0 holds the table itself
    const auto entry = [&](const std::string& name, char type, std::uint32_t start, std::uint32_t size) {
        std::string wide;
        for (const char c : name) {
            wide += c;
            wide += '\0';
        }
        wide.resize(64, '\0');
        directory += wide + le16(static_cast<unsigned>(name.size() * 2 + 2)) + std::string{type, '\1'} + std::string(12, '\xFF') + std::string(36, '\0') + le32(start) +
                     le32(size) + le32(0);
    };
    entry("Root Entry", 5, 0xFFFFFFFE, 0);
    std::uint32_t sector = 2;  // 1 holds the directory
    fat.push_back(0xFFFFFFFE);
    for (auto& [name, bytes] : streams) {
        bytes.resize(std::max<std::size_t>(bytes.size(), 4096), '\0');
        entry(name, 2, sector, static_cast<std::uint32_t>(bytes.size()));
        bytes.resize((bytes.size() + kSector - 1) / kSector * kSector, '\0');
        for (std::size_t i = 0; i < bytes.size() / kSector; ++i) {
            ++sector;
            fat.push_back(i + 1 == bytes.size() / kSector ? 0xFFFFFFFE : sector);
        }
        content += bytes;
    }
    directory.resize(kSector, '\0');
    std::string table;
    for (const auto next : fat) {
        table += le32(next);
    }
    table.resize(kSector, '\xFF');
    std::string header("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    header += std::string(16, '\0') + le16(0x3E) + le16(3) + le16(0xFFFE) + le16(9) + le16(6) + std::string(6, '\0') + le32(0) + le32(1) + le32(1) + le32(0) +
              le32(4096) + le32(0xFFFFFFFE) + le32(0) + le32(0xFFFFFFFE) + le32(0) + le32(0);
    header.resize(kSector, '\xFF');
    return header + table + directory + content;
}

/// A workbook stream of BIFF8 with one or more sheets of records.
class XlsMaker {
public:
    static std::string record(unsigned id, const std::string& body) { return le16(id) + le16(static_cast<unsigned>(body.size())) + body; }
    static std::string place(unsigned row, unsigned column, unsigned format = 0) { return le16(row) + le16(column) + le16(format); }
    static std::string number(unsigned row, unsigned column, double value, unsigned format = 0) { return record(0x203, place(row, column, format) + le64(value)); }
    static std::string rk(unsigned row, unsigned column, std::uint32_t packed) { return record(0x27E, place(row, column) + le32(packed)); }
    static std::string label(unsigned row, unsigned column, const std::u16string& text) {
        return record(0x204, place(row, column) + le16(static_cast<unsigned>(text.size())) + '\1' + wide(text));
    }
    static std::string shared(unsigned row, unsigned column, std::uint32_t index) { return record(0xFD, place(row, column) + le32(index)); }
    static std::string flag(unsigned row, unsigned column, unsigned value, bool error) {
        return record(0x205, place(row, column) + static_cast<char>(value) + (error ? '\1' : '\0'));
    }
    static std::string formula(unsigned row, unsigned column, const std::string& result) { return record(0x06, place(row, column) + result + std::string(8, '\0')); }
    static std::string wide(const std::u16string& text) {
        std::string out;
        for (const auto unit : text) {
            out += le16(unit);
        }
        return out;
    }

    std::string globals;  ///< records between the globals' BOF and the list of sheets
    struct Sheet {
        std::string name;
        std::string records;
        char state = 0;
    };
    std::vector<Sheet> sheets;

    std::string stream() const {
        const auto start = record(0x809, le16(0x600) + le16(5) + std::string(12, '\0')) + globals;
        const auto end = record(0x0A, "");
        std::size_t length = start.size() + end.size();
        for (const auto& sheet : sheets) {
            length += 4 + 8 + sheet.name.size();
        }
        std::string list;
        std::string bodies;
        for (const auto& sheet : sheets) {
            list +=
                record(0x85, le32(static_cast<std::uint32_t>(length + bodies.size())) + sheet.state + '\0' + static_cast<char>(sheet.name.size()) + '\0' + sheet.name);
            bodies += record(0x809, le16(0x600) + le16(0x10) + std::string(12, '\0')) + sheet.records + record(0x0A, "");
        }
        return start + list + end + bodies;
    }
    std::string bytes() const { return make_compound_file({{"Workbook", stream()}}); }
};

}  // namespace khomo::tests
