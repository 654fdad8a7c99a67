// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/dialects/json_query.hpp"

#include <nlohmann/json.hpp>

#include "catalog/base/text.hpp"
#include "search/dialects/filter_grammar.hpp"
#include "search/dialects/parameter_value.hpp"
#include "search/dialects/problem.hpp"

namespace khomo::search {
namespace {

using nlohmann::json;

constexpr int kDeepest = 16;  // of the text; the grammar allows fewer groups

[[noreturn]] void refuse(const std::string& name, const Text& why) { throw RequestFault(shown(name), why); }

std::string scalar(const std::string& name, const json& value) {
    if (value.is_string()) {
        return value.get<std::string>();
    }
    if (value.is_number() || value.is_boolean()) {
        return value.dump();
    }
    refuse(name, {"Giá trị là văn bản, số, true, false hoặc danh sách; ô trống hỏi bằng __isnull", "A value is a text, a number, true, false or a list; empty cells are asked for by __isnull"});
}

std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        out += c == '"' ? "\"\"" : std::string(1, c);
    }
    return out + '"';
}

/// Parts that need no quotes stay bare, since names must be.
std::string listed(const std::string& name, const json& values) {
    std::string out;
    for (const auto& value : values) {
        const auto text = scalar(name, value);
        const bool bare = !text.empty() && text.find_first_of(",\"()") == std::string::npos && trim(text) == text;
        out += (out.empty() ? "" : ",") + (bare ? text : quoted(text));
    }
    return out;
}

std::string items_of(const std::string& name, const json& group);

std::string item(const std::string& name, const json& value) {
    if (group_kind(name)) {
        return name + '(' + items_of(name, value) + ')';
    }
    return name + '.' + (value.is_array() ? '(' + listed(name, value) + ')' : quoted(scalar(name, value)));
}

/// An object's members, or those of every object of a list; an object of several members in a list holds where all of them do.
std::string items_of(const std::string& name, const json& group) {
    if (!group.is_object() && !group.is_array()) {
        refuse(name, {"Cần đối tượng hoặc danh sách đối tượng", "An object or a list of objects is needed"});
    }
    std::string out;
    if (group.is_object()) {
        for (const auto& [key, value] : group.items()) {
            out += (out.empty() ? "" : ",") + item(key, value);
        }
        return out;
    }
    for (const auto& member : group) {
        const auto inside = items_of(name, member);
        out += (out.empty() ? "" : ",") + (member.size() == 1 ? inside : "and(" + inside + ')');
    }
    return out;
}

}  // namespace

std::vector<std::pair<std::string, std::string>> read_json_query(std::string_view body) {
    const auto too_deep = [](int depth, json::parse_event_t, json&) -> bool {
        if (depth > kDeepest) {
            throw RequestFault("body", {"JSON lồng quá sâu", "The JSON is nested too deeply"});
        }
        return true;
    };
    const auto document = json::parse(body, too_deep, false);
    if (!document.is_object()) {
        throw RequestFault("body", {"Nội dung phải là một đối tượng JSON có các tham số", "The body must be one JSON object of parameters"});
    }
    std::vector<std::pair<std::string, std::string>> query;
    for (const auto& [name, value] : document.items()) {
        if (group_kind(name)) {
            query.emplace_back(name, '(' + items_of(name, value) + ')');
        } else if (value.is_array()) {
            query.emplace_back(name, listed(name, value));
        } else if (name == "_intersects" && value.is_object()) {
            query.emplace_back(name, value.dump());
        } else {
            query.emplace_back(name, scalar(name, value));
        }
    }
    return query;
}

}  // namespace khomo::search
