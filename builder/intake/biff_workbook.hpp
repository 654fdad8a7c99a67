// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "builder/intake/legacy_encoding.hpp"
#include "builder/intake/spreadsheet_cell.hpp"
#include "builder/intake/string_store.hpp"
#include "builder/intake/table_reader.hpp"

namespace khomo::builder {

/// The records of a BIFF8 stream (MS-XLS) one after the other. A record that would reach outside the stream ends it.
class BiffRecords {
public:
    BiffRecords(std::string_view stream, std::size_t at) : stream_(stream), at_(at) {}
    bool next();
    std::uint16_t id() const { return id_; }
    /// Where the current record starts.
    std::size_t place() const { return place_; }
    std::string_view body() const { return body_; }
    /// Id of the record that follows; 0 at the end.
    std::uint16_t following() const;

private:
    std::string_view stream_;
    std::size_t at_;
    std::size_t place_ = 0;
    std::uint16_t id_ = 0;
    std::string_view body_;
};

/// Little-endian numbers of a record's body; 0 beyond its end.
std::uint8_t biff_byte(std::string_view body, std::size_t at);
std::uint16_t biff_word(std::string_view body, std::size_t at);
std::uint32_t biff_long(std::string_view body, std::size_t at);
double biff_double(std::string_view body, std::size_t at);
/// The number packed into an RK value.
double biff_rk(std::uint32_t packed);
/// A string of `length` characters whose flags byte stands at `at`, as UTF-8; what lies beyond the body is missing.
std::string biff_text(std::string_view body, std::size_t at, std::size_t length);

/// What stands before the sheets.
struct BiffWorkbook {
    std::vector<SheetName> sheets;
    std::vector<std::size_t> places;  ///< where each sheet starts in the stream
    std::vector<NumberLook> looks;    ///< by cell format (XF)
    std::vector<LegacyFont> fonts;    ///< by cell format (XF)
    bool from_1904 = false;
    bool encrypted = false;
    bool external_links = false;
};

/// Reads the globals; shared strings go to `strings`, runs in fonts of their own with their marks (font_text.hpp). None when the stream is not BIFF8.
std::optional<BiffWorkbook> read_biff_workbook(std::string_view stream, StringStore& strings);

/// Where the cells of a sheet lie.
struct BiffCell {
    std::uint32_t row;
    std::uint16_t column;
    std::uint16_t index;  ///< for a record of several cells, which one
    std::size_t place;    ///< of the record
};

struct BiffSheet {
    std::vector<BiffCell> cells;  ///< by row and column
    std::vector<HeadingSpan> merged;
    std::vector<std::uint32_t> hidden_rows;  ///< sorted
    std::vector<std::pair<std::uint16_t, std::uint16_t>> hidden_columns;  ///< first and last
    bool comments = false;
    bool cut = false;                        ///< the stream ended before the sheet did
};

BiffSheet index_biff_sheet(std::string_view stream, std::size_t place);

}  // namespace khomo::builder
