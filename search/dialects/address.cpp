// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/dialects/address.hpp"

#include <algorithm>

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

int digit_of(char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1; }

std::string decoded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int high = text[i] == '%' && i + 2 < text.size() ? digit_of(text[i + 1]) : -1;
        const int low = high >= 0 ? digit_of(text[i + 2]) : -1;
        if (low >= 0) {
            out += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            out += text[i] == '+' ? ' ' : text[i];
        }
    }
    return out;
}

}  // namespace

std::string encoded(std::string_view text) {
    std::string out;
    append_encoded(out, text, "");
    return out;
}

std::vector<std::pair<std::string, std::string>> read_query(std::string_view text) {
    std::vector<std::pair<std::string, std::string>> query;
    for (std::size_t at = 0; at < text.size();) {
        const auto stop = std::min(text.find('&', at), text.size());
        const auto equals = std::min(text.find('=', at), stop);
        if (stop > at) {
            query.emplace_back(decoded(text.substr(at, equals - at)), decoded(text.substr(std::min(equals + 1, stop), stop - std::min(equals + 1, stop))));
        }
        at = stop + 1;
    }
    return query;
}

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
