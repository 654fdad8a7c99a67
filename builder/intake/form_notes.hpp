// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "catalog/model/finding.hpp"

namespace khomo::builder {

/// What a reader has to say about the form of one file while it reads: rules of the families form/* and text/*. A reader that cannot go on adds a
/// blocking note and ends. A rule speaks at most 20 times of one column; what comes after is counted and told by finish(). Not thread-safe.
class FormNotes {
public:
    using Sink = std::function<void(catalog::Finding)>;
    /// `file` is the path as the delivery names it. The sink adds dataset and delivery.
    FormNotes(std::string file, Sink sink) : file_(std::move(file)), sink_(std::move(sink)) {}

    void block(std::string_view rule, std::uint64_t row, std::string_view column, Text message, Text fix);
    void warn(std::string_view rule, std::uint64_t row, std::string_view column, Text message, Text fix);
    void info(std::string_view rule, std::uint64_t row, std::string_view column, Text message, Text fix);
    /// Hands over what was counted but not told one by one.
    void finish();

    bool blocked() const { return blocked_; }
    const std::string& file() const { return file_; }
    void set_file(std::string file) { file_ = std::move(file); }
    void set_sheet(std::string sheet) { sheet_ = std::move(sheet); }

    // What workbooks of every format can hold beside their cells; none of it is published.
    void warn_comments();
    void warn_external_links();
    void warn_embedded_objects();
    void warn_hidden_columns(std::uint64_t row, const std::string& letters);

private:
    struct Tally {
        std::uint64_t told = 0;
        catalog::Finding rest;  ///< count = how many were not told
    };
    void add(catalog::Severity severity, std::string_view rule, std::uint64_t row, std::string_view column, Text message, Text fix);

    std::string file_;
    std::string sheet_;
    Sink sink_;
    std::map<std::string, Tally> tallies_;
    bool blocked_ = false;
};

}  // namespace khomo::builder
