// SPDX-License-Identifier: GPL-3.0-or-later

#include <array>

#include "catalog/base/number.hpp"
#include "catalog/write/row_writer.hpp"

namespace khomo::catalog {

void append_json_escaped(std::string& out, std::string_view text) {
    static constexpr std::string_view kDigits = "0123456789abcdef";
    std::size_t plain = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c >= 0x20 && c != '"' && c != '\\') {
            continue;
        }
        out.append(text, plain, i - plain);
        plain = i + 1;
        switch (c) {
            case '"': out += "\\\""; break;
            case '\\': out += "\\\\"; break;
            case '\n': out += "\\n"; break;
            case '\r': out += "\\r"; break;
            case '\t': out += "\\t"; break;
            default: out.append("\\u00").append(1, kDigits[c >> 4]).append(1, kDigits[c & 15]);
        }
    }
    out.append(text, plain);
}

void append_xml_escaped(std::string& out, std::string_view text) {
    static constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
    std::size_t plain = 0;
    const auto replace = [&](std::size_t at, std::size_t length, std::string_view with) {
        out.append(text, plain, at - plain);
        out += with;
        plain = at + length;
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        switch (c) {
            case '&': replace(i, 1, "&amp;"); break;
            case '<': replace(i, 1, "&lt;"); break;
            case '>': replace(i, 1, "&gt;"); break;
            case '"': replace(i, 1, "&quot;"); break;
            case '\r': replace(i, 1, "&#13;"); break;  // a parser would read a bare one as a line feed
            case 0xEF:
                if (text.substr(i, 2) == "\xEF\xBF" && i + 2 < text.size() && static_cast<unsigned char>(text[i + 2]) >= 0xBE) {
                    replace(i, 3, kReplacement);  // U+FFFE and U+FFFF
                }
                break;
            default:
                if (c < 0x20 && c != '\t' && c != '\n') {
                    replace(i, 1, kReplacement);
                }
        }
    }
    out.append(text, plain);
}

void append_json(std::string& out, const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) {
        out += '"';
        append_json_escaped(out, *text);
        out += '"';
    } else if (const auto* integer = std::get_if<std::int64_t>(&value)) {
        append_text(out, *integer);
    } else if (const auto* real = std::get_if<double>(&value)) {
        append_text(out, *real);
    } else if (const auto* flag = std::get_if<bool>(&value)) {
        out += *flag ? "true" : "false";
    } else {
        out += "null";
    }
}

}  // namespace khomo::catalog
