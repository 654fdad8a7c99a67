// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "builder/intake/stripped_file.hpp"

namespace khomo::builder {

/// What a PDF holds beside its pages.
struct PdfFindings {
    bool encrypted = false;
    bool damaged = false;
    std::set<std::string> active;    ///< "JavaScript", "Launch" … : what a document must not do
    std::set<std::string> embedded;  ///< files and media inside
    bool comments = false;           ///< notes of reviewers
    StrippedFile stripped;           ///< author and XMP blanked, byte for byte as long as before, so that the table of objects stays right
};

/// Reads the names and strings of all objects, those in compressed object streams too (ISO 32000-1, 7.3, 7.5.7), and those of earlier
/// revisions; names written as #4A#53 are read as well. What stands in a compressed stream cannot be blanked and is told as stuck.
PdfFindings check_pdf(std::string_view bytes);

}  // namespace khomo::builder
