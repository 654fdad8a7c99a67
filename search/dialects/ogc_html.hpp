// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace khomo::search {

/// A JSON document as the inside of a page: everything in it, what names and leads first, then in its own order; tables for lists of like objects, links and addresses as <a>. Escaped throughout.
std::string ogc_html(const nlohmann::ordered_json& document);

}  // namespace khomo::search
