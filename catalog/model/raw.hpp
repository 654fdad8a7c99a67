// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace khomo::catalog {

/// What a reader found in one cell, before the contract gives it a type.
struct RawCell {
    enum class Kind : std::uint8_t {
        empty,    ///< nothing there
        text,     ///< `text` is UTF-8 as decoded; not trimmed, not NFC yet
        number,   ///< a typed number of a spreadsheet, database or layer; `text` is its shortest decimal form too
        boolean,  ///< `number` is 0 or 1
        date,     ///< a typed date or instant; `text` is ISO 8601
        refused,  ///< the reader has a blocking finding about this cell already; `text` is empty
    };
    Kind kind = Kind::empty;
    std::string text;
    double number = 0;
};

/// One row as it lies in the file; reused from row to row.
struct RawRow {
    std::uint64_t row = 0;  ///< as a person counts: 1 is the first line, sheet row, record or feature
    std::vector<RawCell> cells;
    std::string geometry;  ///< ISO WKB, little endian, x = east/longitude in the file's CRS; empty if none
};

/// What stands above the rows.
struct RawHeader {
    std::string file;   ///< relative to the delivery (for an archive "lots.zip/lots.shp")
    std::string sheet;  ///< sheet or layer name, or empty
    std::vector<std::string> columns;  ///< headings in file order, two header rows joined by " / "
    std::uint64_t header_row = 0;      ///< row of the (last) heading line; 0 where there is none
    bool has_geometry = false;
    std::string crs;  ///< "EPSG:9206" where it could be told, else the file's own WKT, or "" if it says nothing
    int serial_shift = 0;  ///< days to add to a date that lies in a spreadsheet as a plain number (1462 in a workbook of the 1904 system)
};

/// Raw rows one after the other. Not thread-safe.
class RawReader {
public:
    virtual ~RawReader() = default;
    virtual const RawHeader& header() const = 0;
    /// Fills `row`; false at the end.
    virtual bool next(RawRow& row) = 0;
};

}  // namespace khomo::catalog
