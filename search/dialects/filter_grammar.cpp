// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/dialects/filter_grammar.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "catalog/base/text.hpp"
#include "search/dialects/parameter_value.hpp"
#include "search/dialects/problem.hpp"

namespace khomo::search {
namespace {

constexpr std::array<std::pair<std::string_view, Operator>, 11> kOperators = {{{"exact", Operator::exact},
                                                                              {"not", Operator::differs},
                                                                              {"gt", Operator::gt},
                                                                              {"gte", Operator::gte},
                                                                              {"lt", Operator::lt},
                                                                              {"lte", Operator::lte},
                                                                              {"in", Operator::in},
                                                                              {"contains", Operator::contains},
                                                                              {"startswith", Operator::startswith},
                                                                              {"isnull", Operator::isnull},
                                                                              {"search", Operator::search}}};

bool is_textual(catalog::FieldType type) {
    return type != catalog::FieldType::integer && type != catalog::FieldType::number && type != catalog::FieldType::boolean;
}

bool wants_text(Operator op) { return op == Operator::contains || op == Operator::startswith || op == Operator::search; }

}  // namespace

std::optional<Filter::Kind> group_kind(std::string_view word) {
    if (word == "and") {
        return Filter::Kind::all;
    }
    if (word == "or") {
        return Filter::Kind::any;
    }
    return word == "not" ? std::optional(Filter::Kind::negation) : std::nullopt;
}

const std::vector<std::string>& operator_words() {
    static const std::vector<std::string> words = [] {
        std::vector<std::string> made;
        for (const auto& [word, op] : kOperators) {
            made.emplace_back(word);
        }
        return made;
    }();
    return words;
}

/// What is left of a group's text.
struct FilterGrammar::Cursor {
    const std::string& parameter;
    std::string_view text;
    std::size_t at = 0;

    bool done() const { return at >= text.size(); }
    char peek() const { return done() ? '\0' : text[at]; }
    void skip_spaces() {
        while (peek() == ' ') {
            ++at;
        }
    }
    bool take(char c) {
        skip_spaces();
        if (peek() != c || done()) {
            return false;
        }
        ++at;
        return true;
    }
    [[noreturn]] void fail(const Text& wanted) const {
        const auto place = std::to_string(at + 1);
        throw RequestFault(parameter, {wanted.vi + " ở ký tự thứ " + place, wanted.en + " at character " + place});
    }
    void expect(char c) {
        if (!take(c)) {
            fail({std::string("Thiếu «") + c + "»", std::string("«") + c + "» is missing"});
        }
    }
};

FilterGrammar::Named FilterGrammar::resolve(const std::string& parameter, const std::string& name) const {
    if (const auto field = schema_.find(name)) {
        return {*field, Operator::exact};
    }
    const auto mark = name.rfind("__");
    const auto field = field_of(parameter, name.substr(0, mark), schema_);
    const auto word = mark == std::string::npos ? std::string() : name.substr(mark + 2);
    const auto found = std::find_if(kOperators.begin(), kOperators.end(), [&](const auto& known) { return known.first == word; });
    if (found == kOperators.end()) {
        throw RequestFault(parameter, {"Không có phép so sánh «" + shown(word) + "»", "There is no operator «" + shown(word) + "»"}, operator_words(), nearest(shown(word), operator_words()));
    }
    return {field, found->second};
}

Filter FilterGrammar::make(const std::string& parameter, const Named& named, const std::vector<std::string>& values) {
    if (++conditions_ > kMostConditions) {
        throw RequestFault(parameter, {"Nhiều nhất " + std::to_string(kMostConditions) + " điều kiện", "At most " + std::to_string(kMostConditions) + " conditions"});
    }
    if (values.size() > kMostValues) {
        throw RequestFault(parameter, {"Nhiều nhất " + std::to_string(kMostValues) + " giá trị", "At most " + std::to_string(kMostValues) + " values"});
    }
    const auto& field = schema_.fields[named.field];
    if (wants_text(named.op) && !is_textual(field.type)) {
        throw RequestFault(parameter, {"Phép này chỉ dùng cho trường chữ; «" + field.name + "» là số hoặc đúng/sai", "This operator is for text fields; «" + field.name + "» is a number or a yes/no"});
    }
    Condition condition{named.field, named.op, {}};
    if (named.op == Operator::isnull) {
        const auto& value = values.front();
        if (value != "1" && value != "0" && value != "true" && value != "false") {
            throw RequestFault(parameter, {"isnull cần 1 hoặc 0", "isnull takes 1 or 0"}, {"1", "0"});
        }
        condition.values.emplace_back(value == "1" || value == "true");
    } else {
        for (const auto& value : values) {
            condition.values.push_back(parse_value(parameter, field, named.op, value));
        }
    }
    return Filter::of(std::move(condition));
}

Filter FilterGrammar::condition(const std::string& parameter, const std::string& value) {
    const auto named = resolve(parameter, parameter);
    return make(parameter, named, named.op == Operator::in ? split_list(parameter, value) : std::vector{value});
}

Filter FilterGrammar::group(const std::string& parameter, const std::string& value) {
    Cursor at{parameter, value};
    auto filter = parse_group(at, *group_kind(parameter), 1);
    at.skip_spaces();
    if (!at.done()) {
        at.fail({"Thừa văn bản", "Text is left over"});
    }
    return filter;
}

Filter FilterGrammar::parse_group(Cursor& at, Filter::Kind kind, int depth) {
    if (depth > kDeepest) {
        at.fail({"Lồng quá " + std::to_string(kDeepest) + " tầng", "More than " + std::to_string(kDeepest) + " levels"});
    }
    at.expect('(');
    std::vector<Filter> children;
    do {
        children.push_back(parse_item(at, depth));
    } while (at.take(','));
    at.expect(')');
    if (kind == Filter::Kind::negation && children.size() != 1) {
        at.fail({"not( ) chỉ có một điều kiện", "not( ) takes one condition"});
    }
    return Filter::group(kind, std::move(children));
}

Filter FilterGrammar::parse_item(Cursor& at, int depth) {
    at.skip_spaces();
    const auto start = at.at;
    while (!at.done() && std::string_view(".=(),").find(at.peek()) == std::string_view::npos) {
        ++at.at;
    }
    const std::string name(at.text.substr(start, at.at - start));
    if (at.peek() == '(') {
        if (const auto kind = group_kind(name)) {
            return parse_group(at, *kind, depth + 1);
        }
    }
    if (!at.take('.') && !at.take('=')) {
        at.fail({"Cần «trường__phép.giá trị»", "Expected «field__operator.value»"});
    }
    const auto named = resolve(at.parameter, name);
    return make(at.parameter, named, parse_values(at, named.op == Operator::in));
}

std::vector<std::string> FilterGrammar::parse_values(Cursor& at, bool list) const {
    const auto quoted_end = [&](std::size_t from) {
        for (auto i = from + 1; i < at.text.size(); ++i) {
            if (at.text[i] == '"') {
                if (i + 1 < at.text.size() && at.text[i + 1] == '"') {
                    ++i;
                } else {
                    return i + 1;
                }
            }
        }
        at.fail({"Dấu ngoặc kép chưa đóng", "A quotation mark is not closed"});
    };
    const bool brackets = list && at.take('(');
    const auto start = at.at;
    while (!at.done() && at.peek() != ')' && (brackets || at.peek() != ',')) {
        const bool opens = at.peek() == '"' && (at.at == start || at.text[at.at - 1] == ',' || at.text[at.at - 1] == ' ');
        at.at = opens ? quoted_end(at.at) : at.at + 1;
    }
    const auto text = at.text.substr(start, at.at - start);
    if (brackets) {
        at.expect(')');
    }
    auto values = split_list(at.parameter, text);
    return values;
}

}  // namespace khomo::search
