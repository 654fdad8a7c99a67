// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "catalog/base/bilingual.hpp"

namespace khomo::builder {

/// What one page of JSON tells about itself. Paths are dotted names; an array has no name.
struct PageScan {
    std::optional<Text> fault;        ///< the page is not whole JSON
    bool found = false;               ///< the list of records is there
    std::uint64_t records = 0;
    std::optional<std::string> next;  ///< next page's link or cursor; none when absent, null or empty
    std::optional<std::uint64_t> total;
};

PageScan scan_json_page(const std::filesystem::path& page, const std::string& records_path, const std::string& next_path, const std::string& total_path);

/// Dotted path of the records where none is declared.
std::string guess_records_path(const std::filesystem::path& page);

/// Where the heading of a delimited text ends (quotes respected, line end included), and how many records follow.
struct CsvScan {
    std::uint64_t heading_bytes = 0;
    std::uint64_t records = 0;
};
CsvScan scan_csv_page(const std::filesystem::path& page);

}  // namespace khomo::builder
