// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include "catalog/model/finding.hpp"
#include "catalog/model/officer.hpp"
#include "catalog/model/portal.hpp"

namespace khomo::catalog {

/// officers.yaml of the portal folder; empty where there is none. Faults, unknown agencies and datasets become findings.
std::vector<Officer> read_officers(const std::filesystem::path& portal_folder, const Catalogue& catalogue, Findings& findings);

}  // namespace khomo::catalog
