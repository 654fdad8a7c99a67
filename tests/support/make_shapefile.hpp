// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstring>
#include <string>
#include <vector>

#include "tests/support/make_xls.hpp"

namespace khomo::tests {

/// A DBF of character columns of 60 bytes, its texts as given; `language` is the byte that names the code page.
inline std::string make_dbf(const std::vector<std::string>& columns, const std::vector<std::vector<std::string>>& rows, unsigned char language) {
    constexpr std::size_t kWidth = 60;
    std::string head = {'\x03', '\x7C', '\x01', '\x01'};
    head += le32(static_cast<std::uint32_t>(rows.size())) + le16(static_cast<unsigned>(33 + 32 * columns.size())) +
            le16(static_cast<unsigned>(1 + kWidth * columns.size())) + std::string(17, '\0') + static_cast<char>(language) + std::string(2, '\0');
    for (auto name : columns) {
        name.resize(11, '\0');
        head += name + 'C' + std::string(4, '\0') + static_cast<char>(kWidth) + std::string(15, '\0');
    }
    head += '\x0D';
    for (const auto& row : rows) {
        head += ' ';
        for (auto cell : row) {
            cell.resize(kWidth, ' ');
            head += cell;
        }
    }
    return head + '\x1A';
}

/// The .shp and .shx of points, all at one place.
struct PointFiles {
    std::string shp;
    std::string shx;
};
inline PointFiles make_points(std::size_t count, double x, double y) {
    const auto be32 = [](std::uint32_t value) {
        const auto little = le32(value);
        return std::string(little.rbegin(), little.rend());
    };
    const auto head = [&](std::size_t bytes) {
        return be32(9994) + std::string(20, '\0') + be32(static_cast<std::uint32_t>(bytes / 2)) + le32(1000) + le32(1) + le64(x) + le64(y) + le64(x) + le64(y) +
               std::string(32, '\0');
    };
    PointFiles files{head(100 + 28 * count), head(100 + 8 * count)};
    for (std::size_t i = 0; i < count; ++i) {
        files.shp += be32(static_cast<std::uint32_t>(i + 1)) + be32(10) + le32(1) + le64(x) + le64(y);
        files.shx += be32(static_cast<std::uint32_t>((100 + 28 * i) / 2)) + be32(10);
    }
    return files;
}

}  // namespace khomo::tests
