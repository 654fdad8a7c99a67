// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <set>
#include <string>

#include "builder/intake/stripped_file.hpp"
#include "builder/intake/zip_archive.hpp"

namespace khomo::builder {

/// What an office document holds beside its text.
struct OfficeFindings {
    bool macros = false;
    bool comments = false;
    bool changes = false;             ///< changes that are tracked, deleted text among them
    bool hidden = false;              ///< hidden sheets
    bool external = false;            ///< templates, pictures, objects or data that another file gives; links that a reader follows are none
    bool embedded = false;            ///< objects inside
    std::set<std::string> personal;   ///< authors, companies, and what the pictures inside tell
};

/// DOCX, PPTX, XLSX (ECMA-376) and ODF text.
OfficeFindings check_office(const ZipArchive& archive);
/// Writes the document anew without what `personal` named; every other member as it was. Throws Error(io).
void strip_office(const ZipArchive& archive, const std::filesystem::path& target);

/// DOC and XLS: macros, embedded objects, and the names in the property streams (MS-OLEPS). Nothing is taken out of these.
OfficeFindings check_old_office(const std::filesystem::path& path);

}  // namespace khomo::builder
