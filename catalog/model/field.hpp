// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/base/bilingual.hpp"
#include "catalog/model/contract.hpp"

namespace khomo::catalog {

enum class FieldType { string, integer, number, boolean, date, datetime, period };
std::string_view to_string(FieldType type);
std::optional<FieldType> parse_field_type(std::string_view text);

struct CodeTitle {
    std::string code;
    Text title;
    friend bool operator==(const CodeTitle&, const CodeTitle&) = default;
};

/// One column of the contract (docs/portal-folder.md).
struct Field {
    std::string name;
    std::string column;  ///< heading in the delivered file; equal to `name` unless declared
    FieldType type = FieldType::string;
    Text title;
    Text description;
    std::string unit;
    bool required = false;
    bool unique = false;
    std::string pattern;
    std::optional<double> min;
    std::optional<double> max;
    std::string codelist;           ///< "units", "agencies", or "" when there is none or an own list
    std::vector<CodeTitle> codes;   ///< own list
    int length = 0;                 ///< 0 = none; pads with zeros on the left
    std::optional<Reference> references;
    std::string equals;             ///< the expression that gives its value (catalog/model/expression.hpp)
    double tolerance = 0;           ///< how far it may lie from that
    bool made = false;              ///< filled by Khomo; no column of the delivered file
};

}  // namespace khomo::catalog
