// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/base/number.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace khomo {

void append_text(std::string& out, double value) {
    std::array<char, 40> buffer{};
    // Plain notation where a person would write it; the shortest form that reads back the same either way.
    const double size = std::fabs(value);
    const auto format = size == 0 || (size >= 1e-7 && size < 1e15) ? std::chars_format::fixed : std::chars_format::general;
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, format);
    out.append(buffer.data(), result.ptr);
}

void append_text(std::string& out, std::int64_t value) {
    std::array<char, 24> buffer{};
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    out.append(buffer.data(), result.ptr);
}

std::string to_text(double value) {
    std::string out;
    append_text(out, value);
    return out;
}

std::optional<double> parse_double(std::string_view text) {
    if (!text.empty() && text.front() == '+') {
        text.remove_prefix(1);
    }
    double value = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || result.ec != std::errc() || result.ptr != text.data() + text.size() || !std::isfinite(value)) {
        return std::nullopt;
    }
    return value;
}

std::optional<std::int64_t> parse_integer(std::string_view text) {
    if (!text.empty() && text.front() == '+') {
        text.remove_prefix(1);
    }
    std::int64_t value = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || result.ec != std::errc() || result.ptr != text.data() + text.size()) {
        return std::nullopt;
    }
    return value;
}

std::string format_number(double value, bool vietnamese, int max_decimals) {
    std::array<char, 400> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%.*f", max_decimals, value);
    std::string text = buffer.data();
    if (const auto point = text.find('.'); point != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.back() == '.') {
            text.pop_back();
        }
    }
    const auto point = text.find('.');
    std::string whole = text.substr(0, point);
    const std::string rest = point == std::string::npos ? "" : text.substr(point + 1);
    const size_t first = whole.starts_with('-') ? 1 : 0;
    for (size_t at = whole.size(); at > first + 3;) {
        at -= 3;
        whole.insert(at, 1, vietnamese ? '.' : ',');
    }
    return rest.empty() ? whole : whole + (vietnamese ? ',' : '.') + rest;
}

}  // namespace khomo
