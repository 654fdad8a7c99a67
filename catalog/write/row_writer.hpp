// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/model/dataset.hpp"
#include "catalog/model/value.hpp"

namespace khomo::catalog {

/// Takes bytes in order; throws when they can't be taken.
using ByteSink = std::function<void(std::string_view)>;

/// Rows to one format, streaming: memory does not grow with rows. begin(), row() for each, finish(); without finish() the output is cut
/// off and must be thrown away. Not thread-safe.
class RowWriter {
public:
    virtual ~RowWriter() = default;
    virtual void begin() = 0;
    /// Values in the order of the fields the writer was made with.
    virtual void row(const Row& row) = 0;
    virtual void finish() = 0;
};

/// RFC 4180 with CRLF; UTF-8, `bom` for Excel's sake. Texts stand as they are: a leading "=" is the gate's business, never changed here.
std::unique_ptr<RowWriter> make_csv_writer(std::vector<Field> fields, bool bom, ByteSink sink);
/// One array of objects; null for no value; geometry as a GeoJSON object under "geometry" when `geometry`.
std::unique_ptr<RowWriter> make_json_writer(std::vector<Field> fields, bool geometry, ByteSink sink);
/// One object a line (https://github.com/ndjson/ndjson-spec in short: UTF-8, LF).
std::unique_ptr<RowWriter> make_ndjson_writer(std::vector<Field> fields, bool geometry, ByteSink sink);
/// RFC 7946 FeatureCollection: coordinates must be WGS 84, longitude first; 7 decimals (about 1 cm).
std::unique_ptr<RowWriter> make_geojson_writer(std::vector<Field> fields, ByteSink sink);
/// <rows dataset="…"><row><field>…</field></row></rows>; a null has no element. Its schema: xml_schema().
std::unique_ptr<RowWriter> make_xml_writer(std::string dataset, std::vector<Field> fields, ByteSink sink);
std::string xml_schema(const CatalogEntry& entry);
/// Headings are the Vietnamese titles; text is always text, never a formula; sheets of at most 1,048,575 rows; the same rows give the same
/// bytes. What the format cannot hold: numbers keep 16 digits, whole numbers beyond 2^53 become text, a text is cut at 32,767 characters, an
/// empty text is an empty cell. Writes the file itself.
std::unique_ptr<RowWriter> make_xlsx_writer(const CatalogEntry& entry, const std::filesystem::path& path);

/// A sink that writes to a new file through a buffer; call `close` at the end.
class FileSink {
public:
    explicit FileSink(const std::filesystem::path& path);
    ~FileSink();
    FileSink(const FileSink&) = delete;
    FileSink& operator=(const FileSink&) = delete;
    void write(std::string_view bytes);
    void close();
    ByteSink sink() { return [this](std::string_view bytes) { write(bytes); }; }

private:
    std::filesystem::path path_;
    int fd_ = -1;
};

/// Appends `text` as the inside of a JSON string.
void append_json_escaped(std::string& out, std::string_view text);
/// Appends `text` with & < > " escaped for XML; characters XML forbids become U+FFFD.
void append_xml_escaped(std::string& out, std::string_view text);
/// Appends a value as JSON.
void append_json(std::string& out, const Value& value);

}  // namespace khomo::catalog
