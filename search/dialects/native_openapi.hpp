// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "search/rows/row_store.hpp"

namespace khomo::search {

/// The native interface of the portal in OpenAPI 3.1 (spec.openapis.org/oas/v3.1.0): every address with its parameters.
nlohmann::json portal_openapi();

/// That of one dataset: its fields as parameters with the operators that fit their types, and examples taken from its first row.
/// Throws what RowTable::open throws.
nlohmann::json dataset_openapi(const RowTable& table);

}  // namespace khomo::search
