// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "catalog/base/number.hpp"
#include "catalog/model/value.hpp"

namespace khomo::builder {

/// Appends a typed value as text, so that 1 and 1.0 are one key; a missing value appends nothing.
inline void append_key(std::string& key, const catalog::Value& value) {
    if (const auto* integer = std::get_if<std::int64_t>(&value)) {
        append_text(key, *integer);
    } else if (const auto* real = std::get_if<double>(&value)) {
        append_text(key, *real);
    } else if (const auto* flag = std::get_if<bool>(&value)) {
        key += *flag ? "true" : "false";
    } else if (const auto* text = std::get_if<std::string>(&value)) {
        key += *text;
    }
}

/// Stands between the parts of a key; no accepted value holds it.
constexpr char kKeyBreak = '\x1F';

}  // namespace khomo::builder
