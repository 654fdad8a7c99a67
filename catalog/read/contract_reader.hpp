// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/model/dataset.hpp"
#include "catalog/read/yaml_map.hpp"

namespace khomo::catalog {

/// The keys `references`, `equals` and `tolerance` of one field.
void read_field_rules(YamlMap& map, Field& field);

/// The keys `rows`, `checks`, `change` and `disclosure` of an entry. Where disclosure control suppresses, the entry gets the field that
/// says what was suppressed, unless the contract declares it.
void read_rules(YamlMap& map, CatalogEntry& entry);

/// Faults of what read_rules and read_field_rules have read, once all fields are known: expressions that cannot be read, fields of the wrong type.
/// Fields that are not declared are told by `need`.
void check_rules(YamlMap& map, const CatalogEntry& entry, const std::function<void(std::string_view where, const std::vector<std::string>& fields)>& need);

}  // namespace khomo::catalog
