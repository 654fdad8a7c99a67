// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

#include "builder/intake/form_notes.hpp"
#include "catalog/model/raw.hpp"

namespace khomo::builder {

/// The form in which rows from a database are kept as a delivered file: JSON lines, the first `{"$khomo": {"table", "columns", "geometry", "crs"}}`, then one
/// array a row: numbers with the digits the database gave, texts, true/false, null; with `geometry` true the last element is the shape as hexadecimal ISO WKB (or null).
/// The same rows give the same bytes. Writes `path`, which must not exist yet. Not thread-safe.
class FeedRowsWriter {
public:
    FeedRowsWriter(const std::filesystem::path& path, const catalog::RawHeader& header);
    void row(const catalog::RawRow& row);
    /// Flushes and checks; throws Error(io) when the disk is full. Without it the file is left as it is.
    void finish();
    std::uint64_t rows() const { return rows_; }
    std::uint64_t bytes() const { return bytes_; }

private:
    void put(const std::string& line);

    std::filesystem::path path_;
    std::ofstream file_;
    bool geometry_;
    std::string line_;
    std::uint64_t rows_ = 0;
    std::uint64_t bytes_ = 0;
};

/// Whether a file starts like one of these.
bool is_feed_rows(const std::filesystem::path& path);
/// Reads such a file; null after a blocking note.
std::unique_ptr<catalog::RawReader> open_feed_rows(const std::filesystem::path& path, FormNotes& notes);

}  // namespace khomo::builder
