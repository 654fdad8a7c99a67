// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/rows/query.hpp"

#include <algorithm>

#include "catalog/base/number.hpp"
#include "catalog/base/text.hpp"

namespace khomo::search {
namespace {

/// Texts carry their length, so that no value can look like the end of its part.
void append_part(std::string& out, std::string_view text) {
    append_text(out, static_cast<std::int64_t>(text.size()));
    out += '"';
    out += text;
}

void append_value(std::string& out, const catalog::Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) {
        append_part(out, *text);
    } else if (const auto* integer = std::get_if<std::int64_t>(&value)) {
        append_text(out, *integer);
    } else if (const auto* real = std::get_if<double>(&value)) {
        out += 'r';
        append_text(out, *real);
    } else if (const auto* flag = std::get_if<bool>(&value)) {
        out += *flag ? 't' : 'f';
    }
    out += ';';
}

void append_field(std::string& out, std::size_t field) {
    if (field == kRowId) {
        out += '_';
    } else {
        append_text(out, static_cast<std::int64_t>(field));
    }
}

void append_sorted(std::string& out, std::vector<std::string> parts) {
    std::sort(parts.begin(), parts.end());
    parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
    for (const auto& part : parts) {
        append_part(out, part);
    }
}

void append_condition(std::string& out, const Condition& condition) {
    append_field(out, condition.field);
    out += '.';
    append_text(out, static_cast<std::int64_t>(condition.op));
    out += '=';
    std::vector<std::string> values;
    for (const auto& value : condition.values) {
        append_value(values.emplace_back(), value);
    }
    append_sorted(out, std::move(values));
}

void append_order(std::string& out, const Query& query) {
    out += "|s";
    for (const auto field : query.select) {
        append_field(out, field);
        out += ',';
    }
    out += query.geometry ? "|g|o" : "|o";
    for (const auto& term : query.sort) {
        out += term.descending ? '-' : '+';
        append_field(out, term.field);
    }
}

}  // namespace

Filter Filter::of(Condition condition) {
    Filter filter;
    filter.kind = Kind::condition;
    filter.condition = std::move(condition);
    return filter;
}

Filter Filter::of(const Box& box) {
    Filter filter;
    filter.kind = Kind::box;
    filter.box = box;
    return filter;
}

Filter Filter::of_intersecting(std::string wkb) {
    Filter filter;
    filter.kind = Kind::intersects;
    filter.wkb = std::move(wkb);
    return filter;
}

Filter Filter::of_words(std::vector<std::string> words) {
    Filter filter;
    filter.kind = Kind::text;
    filter.words = std::move(words);
    return filter;
}

Filter Filter::group(Kind kind, std::vector<Filter> children) {
    Filter filter;
    filter.kind = kind;
    filter.children = std::move(children);
    return filter;
}

std::string canonical(const Filter& filter) {
    std::string out;
    switch (filter.kind) {
        case Filter::Kind::condition:
            out += 'c';
            append_condition(out, filter.condition);
            return out;
        case Filter::Kind::box:
            out += 'b';
            for (const double side : filter.box) {
                append_text(out, side);
                out += ',';
            }
            return out;
        case Filter::Kind::intersects:
            out += 'g';
            append_part(out, filter.wkb);
            return out;
        case Filter::Kind::text:
            out += 'q';
            append_sorted(out, filter.words);
            return out;
        case Filter::Kind::all: out += '&'; break;
        case Filter::Kind::any: out += '|'; break;
        case Filter::Kind::negation: out += '!'; break;
    }
    std::vector<std::string> parts;
    for (const auto& child : filter.children) {
        parts.push_back(canonical(child));
    }
    append_sorted(out, std::move(parts));
    return out;
}

std::string canonical_without_page(const Query& query) {
    auto out = canonical(query.filter);
    append_order(out, query);
    return out;
}

std::string canonical(const Query& query) {
    auto out = canonical_without_page(query);
    out += "|l";
    append_text(out, query.limit ? static_cast<std::int64_t>(*query.limit) : std::int64_t{-1});
    out += '@';
    append_text(out, static_cast<std::int64_t>(query.offset));
    out += '>';
    append_text(out, query.after.value_or(-1));
    return out;
}

std::vector<std::string> folded_words(std::string_view text, std::size_t most) {
    const auto folded = fold(text);
    std::vector<std::string> words;
    std::size_t at = 0;
    while (words.size() < most) {
        const auto start = folded.find_first_not_of(" \t\r\n", at);
        if (start == std::string::npos) {
            break;
        }
        at = std::min(folded.find_first_of(" \t\r\n", start), folded.size());
        words.push_back(folded.substr(start, at - start));
    }
    return words;
}

}  // namespace khomo::search
