// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/dialects/address.hpp"

namespace khomo::search {
namespace {

void append_encoded(std::string& out, std::string_view text, std::string_view also_plain) {
    static constexpr std::string_view kDigits = "0123456789ABCDEF";
    for (const char c : text) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || also_plain.find(c) != std::string_view::npos;
        if (plain) {
            out += c;
        } else {
            const auto b = static_cast<unsigned char>(c);
            out.append(1, '%').append(1, kDigits[b >> 4]).append(1, kDigits[b & 15]);
        }
    }
}

}  // namespace

std::string address_with(const ApiRequest& request, std::string_view parameter, std::string_view value) {
    std::string address;
    append_encoded(address, request.path, "/");
    address += '?';
    for (const auto& [name, old] : request.query) {
        if (name != parameter) {
            append_encoded(address, name, "");
            address += '=';
            append_encoded(address, old, ",()");
            address += '&';
        }
    }
    append_encoded(address, parameter, "");
    address += '=';
    append_encoded(address, value, "");
    return address;
}

}  // namespace khomo::search
