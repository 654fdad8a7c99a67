// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/model/dataset.hpp"
#include "catalog/read/yaml_map.hpp"

namespace khomo::catalog {

/// Reads `source:` of a dataset: which route, and the settings that this route knows (docs/portal-folder.md). Secrets have no key here: a setting names
/// the environment variable that holds one, and a value that looks like a secret itself is refused.
void read_supply(YamlMap& map, Supply& supply);

}  // namespace khomo::catalog
