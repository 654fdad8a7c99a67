// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "catalog/model/dataset.hpp"

namespace khomo::catalog {

// Files for an agency to fill (Đ6.2). Their headings are those that the contract expects, so that a filled one passes as it is.

/// The codes a field accepts, for its drop-down; fields that are free have no entry.
using FieldCodes = std::map<std::string, std::vector<CodeTitle>>;

/// The headings above the columns: `header_rows` lines, after `skip_rows` lines for a title.
std::vector<std::vector<std::string>> template_headings(const CatalogEntry& entry);
/// What to write in a column, in Vietnamese, in at most `most` characters: meaning, unit, limits, an example.
std::string column_hint(const Field& field, std::size_t most = 255);

/// A workbook: the data sheet with headings, formats, drop-downs and hints; a sheet that explains the columns; a sheet of the codes.
/// The same contract gives the same bytes.
void write_template_xlsx(const CatalogEntry& entry, const FieldCodes& codes, const std::filesystem::path& path);
/// UTF-8 with a byte order mark, CRLF, the delimiter of the contract: the headings alone.
std::string template_csv(const CatalogEntry& entry);
/// One empty record in the shape of the contract's record path, with every element.
std::string template_xml(const CatalogEntry& entry);
/// XML Schema 1.0 of that: types, codes, limits. An element of a field that is not required may be empty.
std::string template_xsd(const CatalogEntry& entry, const FieldCodes& codes);

}  // namespace khomo::catalog
