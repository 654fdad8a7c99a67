// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "catalog/model/dataset.hpp"
#include "catalog/model/finding.hpp"
#include "catalog/model/raw.hpp"

namespace khomo::builder {

/// What a reader has to say about the form of a file while it reads. A reader that cannot go on adds a blocking note and ends.
class ReaderNotes {
public:
    using Sink = std::function<void(catalog::Finding)>;
    ReaderNotes(std::string file, Sink sink) : file_(std::move(file)), sink_(std::move(sink)) {}

    void block(std::string_view rule, std::uint64_t row, const std::string& column, Text message, Text fix = {}, const std::string& sheet = "");
    void warn(std::string_view rule, std::uint64_t row, const std::string& column, Text message, Text fix = {}, const std::string& sheet = "");
    const std::string& file() const { return file_; }

private:
    void add(catalog::Severity severity, std::string_view rule, std::uint64_t row, const std::string& column, Text message, Text fix, const std::string& sheet);
    std::string file_;
    Sink sink_;
};

/// Readers of the common table formats: streaming, memory does not grow with rows. They run in a child process. Each gives null
/// (after a blocking note) when the file is not what it says. They throw Error only for faults of the machine.
std::unique_ptr<catalog::RawReader> open_csv(const std::filesystem::path& path, const catalog::TableLayout& layout, ReaderNotes& notes);
std::unique_ptr<catalog::RawReader> open_xlsx(const std::filesystem::path& path, const catalog::TableLayout& layout, ReaderNotes& notes);
std::unique_ptr<catalog::RawReader> open_xls(const std::filesystem::path& path, const catalog::TableLayout& layout, ReaderNotes& notes);
std::unique_ptr<catalog::RawReader> open_xml(const std::filesystem::path& path, const catalog::TableLayout& layout, ReaderNotes& notes);

/// Joins the texts of one or more heading rows: "Kế hoạch / Thực hiện". A merged cell holds its text only in the first column of its
/// run, so an upper heading reaches right until the next one.
std::vector<std::string> join_headings(const std::vector<std::vector<std::string>>& rows);

}  // namespace khomo::builder
