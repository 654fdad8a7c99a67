// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "catalog/model/finding.hpp"
#include "catalog/model/portal.hpp"

namespace khomo::catalog {

/// codelists/<id>.csv: heading `code,title_vi,title_en`, UTF-8, commas, texts with commas in double quotes. `file` is how findings name it.
std::vector<CodeTitle> read_code_list(const std::string& bytes, const std::string& file, Findings& findings);

/// former-units.csv: heading `old_code,old_name,old_district,new_code,part`; `part` is full or partial.
std::vector<FormerUnit> read_former_units(const std::string& bytes, const std::string& file, Findings& findings);

/// Puts the portal's own lists in the place of their ids in the fields that name them; an id without a list is a finding.
void resolve_code_lists(Catalogue& catalogue, const std::map<std::string, std::vector<CodeTitle>>& lists, Findings& findings);

}  // namespace khomo::catalog
