// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/dialects/ckan_call.hpp"

#include <algorithm>

#include "catalog/base/number.hpp"
#include "catalog/base/text.hpp"
#include "search/dialects/address.hpp"
#include "search/dialects/parameter_value.hpp"

namespace khomo::search {
namespace {

using nlohmann::json;

constexpr std::size_t kDeepestJson = 20;

json typed(const char* type, const std::string& message) { return {{"__type", type}, {"message", message}}; }

/// Nothing that a client nests may make a reader of it recurse without end.
json parse_bounded(std::string_view text) {
    std::size_t depth = 0;
    std::size_t deepest = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted) {
            i += c == '\\' ? 1 : 0;
            quoted = c != '"';
        } else if (c == '"') {
            quoted = true;
        } else if (c == '{' || c == '[') {
            deepest = std::max(deepest, ++depth);
        } else if ((c == '}' || c == ']') && depth > 0) {
            --depth;
        }
    }
    return deepest > kDeepestJson ? json(json::value_t::discarded) : json::parse(text, nullptr, false);
}

void add(json& parameters, const std::string& name, const std::string& value) {
    if (!is_valid_utf8(name) || !is_valid_utf8(value)) {
        throw CkanFault::bad_request("a parameter is not UTF-8");
    }
    auto& slot = parameters[name];
    if (slot.is_null()) {
        slot = value;
        return;
    }
    if (!slot.is_array()) {
        slot = json::array({slot});
    }
    slot.push_back(value);
}

void add_object(json& parameters, const json& body) {
    if (body.is_discarded()) {
        throw CkanFault::bad_request("JSON Error: Error decoding JSON data.");
    }
    if (!body.is_object()) {
        throw CkanFault::bad_request("JSON Error: Request data JSON decoded to something that is not a dictionary.");
    }
    parameters.update(body);
}

bool looks_like_json(std::string_view text) {
    text = trim(text);
    return text.starts_with('{') || text.starts_with('[');
}

std::string as_text(const json& value) {
    if (value.is_string()) {
        return value.get<std::string>();
    }
    return value.is_null() ? std::string() : value.dump();
}

}  // namespace

CkanFault CkanFault::bad_request(const std::string& why) { return {400, "Bad request: " + why}; }
CkanFault CkanFault::not_found(const std::string& what) { return {404, typed("Not Found Error", "Not found: " + what)}; }
CkanFault CkanFault::denied(const std::string& why) { return {403, typed("Authorization Error", "Access denied: " + why)}; }
CkanFault CkanFault::bad_search(const std::string& why) { return {400, typed("Search Query Error", "Search Query is invalid: " + why)}; }
CkanFault CkanFault::invalid(const std::string& parameter, const std::string& why) { return {409, {{"__type", "Validation Error"}, {parameter, json::array({why})}}}; }

std::optional<std::string> CkanCall::text(const std::string& name) const {
    const auto found = parameters.find(name);
    if (found == parameters.end() || found->is_null()) {
        return std::nullopt;
    }
    if (found->is_array() || found->is_object()) {
        throw CkanFault::invalid(name, "Must be one text");
    }
    auto value = as_text(*found);
    return value.empty() ? std::nullopt : std::optional(std::move(value));
}

std::string CkanCall::required(const std::string& name) const {
    auto value = text(name);
    if (!value) {
        throw CkanFault::invalid(name, "Missing value");
    }
    return std::move(*value);
}

std::uint64_t CkanCall::number(const std::string& name, std::uint64_t otherwise) const {
    const auto value = text(name);
    if (!value) {
        return otherwise;
    }
    const auto number = parse_integer(trim(*value));
    if (!number) {
        throw CkanFault::invalid(name, "Invalid integer");
    }
    if (*number < 0) {
        throw CkanFault::invalid(name, "Must be a natural number");
    }
    return static_cast<std::uint64_t>(*number);
}

bool CkanCall::flag(const std::string& name, bool otherwise) const {
    const auto value = text(name);
    if (!value) {
        return otherwise;
    }
    const auto word = to_lower(*value);
    return word == "true" || word == "yes" || word == "t" || word == "y" || word == "1" || word == "on";
}

json CkanCall::structure(const std::string& name) const {
    const auto found = parameters.find(name);
    if (found == parameters.end()) {
        return nullptr;
    }
    if (found->is_string() && looks_like_json(found->get_ref<const std::string&>())) {
        auto read = parse_bounded(found->get_ref<const std::string&>());
        if (read.is_discarded()) {
            throw CkanFault::invalid(name, "Cannot parse JSON");
        }
        return read;
    }
    return *found;
}

std::vector<std::string> CkanCall::list(const std::string& name) const {
    const auto value = structure(name);
    std::vector<std::string> items;
    if (value.is_array()) {
        for (const auto& item : value) {
            if (item.is_structured()) {
                throw CkanFault::invalid(name, "Must be a list of texts");
            }
            items.push_back(as_text(item));
        }
    } else if (value.is_string()) {
        const auto& text = value.get_ref<const std::string&>();
        for (std::size_t at = 0; at <= text.size();) {
            const auto end = std::min(text.find(',', at), text.size());
            if (const auto item = trim(std::string_view(text).substr(at, end - at)); !item.empty()) {
                items.emplace_back(item);
            }
            at = end + 1;
        }
    } else if (!value.is_null()) {
        throw CkanFault::invalid(name, "Must be a list of texts");
    }
    return items;
}

CkanCall read_ckan_call(const ApiRequest& request, std::string action) {
    CkanCall call;
    call.action = std::move(action);
    for (const auto& [name, value] : request.query) {
        add(call.parameters, name, value);
    }
    if (request.method != "POST" || trim(request.body).empty()) {
        return call;
    }
    const auto type = to_lower(request.header("Content-Type"));
    if (type.find("json") != std::string::npos || looks_like_json(request.body)) {
        add_object(call.parameters, parse_bounded(request.body));
        return call;
    }
    json form = json::object();
    for (const auto& [name, value] : read_query(request.body)) {
        if (value.empty() && looks_like_json(name)) {
            add_object(form, parse_bounded(name));  // percent-encoded JSON
        } else {
            add(form, name, value);
        }
    }
    call.parameters.update(form);
    return call;
}

}  // namespace khomo::search
