// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "builder/gate/cell_parser.hpp"

namespace khomo::builder {

/// Types a number as people write it: "1.234,5", "1,234.5", "-12", "1e3". `whole` asks for an integer.
ParseFault parse_number_text(std::string_view text, bool whole, ColumnStyle& style, catalog::Value& out);

/// Takes a number that has its value already.
ParseFault put_number(double value, bool whole, catalog::Value& out);

}  // namespace khomo::builder
