// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/intake/json_records.hpp"

#include <algorithm>
#include <array>

namespace khomo::builder {
namespace {

constexpr std::array<std::string_view, 6> kListNames = {"records", "data", "items", "rows", "results", "features"};

bool is_list_name(const std::string& name) { return std::find(kListNames.begin(), kListNames.end(), name) != kListNames.end(); }

/// The path inside the object whose begin has just been read; none when no member looks like a list of records.
std::vector<std::string> look_inside(JsonCursor& cursor, bool deeper) {
    for (auto token = cursor.next(); token == JsonToken::key; token = cursor.next()) {
        const auto name = cursor.text();
        const auto value = cursor.next();
        if (value == JsonToken::begin_array && is_list_name(name)) {
            return {name};
        }
        if (value == JsonToken::begin_object && deeper && (name == "data" || name == "result")) {
            auto rest = look_inside(cursor, false);
            if (!rest.empty()) {
                rest.insert(rest.begin(), name);
                return rest;
            }
            continue;
        }
        if (!cursor.skip(value)) {
            break;
        }
    }
    return {};
}

}  // namespace

std::vector<std::string> parse_json_path(std::string_view text) {
    std::vector<std::string> path;
    while (!text.empty()) {
        const auto dot = std::min(text.find('.'), text.size());
        if (dot > 0) {
            path.emplace_back(text.substr(0, dot));
        }
        text.remove_prefix(std::min(dot + 1, text.size()));
    }
    return path;
}

std::vector<std::string> find_json_records(JsonCursor& cursor) {
    return cursor.next() == JsonToken::begin_object ? look_inside(cursor, true) : std::vector<std::string>();
}

bool JsonRecords::descend(JsonToken& token) {
    for (const auto& name : path_) {
        if (token != JsonToken::begin_object) {
            return cursor_.skip(token) && false;
        }
        while (true) {
            token = cursor_.next();
            if (token != JsonToken::key) {
                return false;  // the end of the object, or a fault
            }
            const bool here = cursor_.text() == name;
            token = cursor_.next();
            if (here) {
                break;
            }
            if (!cursor_.skip(token)) {
                token = JsonToken::fault;
                return false;
            }
        }
    }
    return token != JsonToken::fault;
}

JsonRecords::Step JsonRecords::next() {
    while (true) {
        if (in_array_) {
            const auto token = cursor_.next();
            if (token == JsonToken::begin_object) {
                return Step::record;
            }
            if (token == JsonToken::end_array) {
                in_array_ = false;
                continue;
            }
            return token == JsonToken::fault || !cursor_.skip(token) ? Step::fault : Step::not_record;
        }
        // What is left of the value around the list is of no interest.
        while (cursor_.depth() > 0) {
            if (cursor_.next() == JsonToken::fault) {
                return Step::fault;
            }
        }
        auto token = cursor_.next();
        if (token == JsonToken::end) {
            return Step::end;
        }
        if (token == JsonToken::fault) {
            return Step::fault;
        }
        if (!descend(token)) {
            if (token == JsonToken::fault) {
                return Step::fault;
            }
            continue;
        }
        found_ = true;
        if (token == JsonToken::begin_object) {
            return Step::record;
        }
        in_array_ = token == JsonToken::begin_array;
        if (!in_array_ && token != JsonToken::null) {
            return Step::not_record;
        }
    }
}

}  // namespace khomo::builder
