// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/dialects/cql2_text.hpp"

#include <array>
#include <functional>
#include <nlohmann/json.hpp>

#include "catalog/base/number.hpp"
#include "catalog/base/text.hpp"
#include "search/dialects/parameter_value.hpp"
#include "search/dialects/problem.hpp"

namespace khomo::search {
namespace {

using nlohmann::json;

constexpr int kDeepest = 20;
constexpr std::size_t kMostCoordinates = 5000;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (static_cast<unsigned char>(c) & 0x80U) != 0; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// One level of WKT's nested brackets: how deep coordinates stand below the type's name.
struct WktType {
    std::string_view word;
    std::string_view name;
    int depth;
};
constexpr std::array<WktType, 6> kWktTypes = {
    {{"point", "Point", 0}, {"linestring", "LineString", 1}, {"polygon", "Polygon", 2}, {"multipoint", "MultiPoint", 1}, {"multilinestring", "MultiLineString", 2}, {"multipolygon", "MultiPolygon", 3}}};

class Parser {
public:
    Parser(const std::string& parameter, std::string_view text) : parameter_(parameter), text_(text) {}

    json whole() {
        auto filter = any(0);
        skip();
        if (at_ < text_.size()) {
            fail("một toán tử hoặc chỗ kết thúc", "an operator or the end");
        }
        return filter;
    }

private:
    [[noreturn]] void fail(const std::string& wanted_vi, const std::string& wanted_en) const {
        const auto here = at_ < text_.size() ? "«" + shown(text_.substr(at_, 24)) + "»" : std::string();
        throw RequestFault(parameter_, {"CQL2, ký tự thứ " + std::to_string(at_ + 1) + ": cần " + wanted_vi + (here.empty() ? ", nhưng đã hết" : ", không phải " + here),
                                        "CQL2, character " + std::to_string(at_ + 1) + ": " + wanted_en + " is wanted" + (here.empty() ? ", but it ends here" : ", not " + here)});
    }

    void skip() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n' || text_[at_] == '\r')) {
            ++at_;
        }
    }

    bool take(std::string_view sign) {
        skip();
        if (text_.substr(at_, sign.size()) != sign) {
            return false;
        }
        at_ += sign.size();
        return true;
    }

    void need(std::string_view sign) {
        if (!take(sign)) {
            fail("«" + std::string(sign) + "»", "«" + std::string(sign) + "»");
        }
    }

    /// The word at this place in lower case, without passing it.
    std::string word_here() {
        skip();
        auto end = at_;
        while (end < text_.size() && (is_letter(text_[end]) || is_digit(text_[end]) || text_[end] == '.')) {
            ++end;
        }
        std::string word(text_.substr(at_, end - at_));
        for (auto& c : word) {
            c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
        return word;
    }

    bool take_word(std::string_view wanted) {
        const auto word = word_here();
        if (word != wanted) {
            return false;
        }
        at_ += word.size();
        return true;
    }

    void deeper(int depth) const {
        if (depth > kDeepest) {
            throw RequestFault(parameter_, {"Lồng quá sâu", "Nested too deeply"});
        }
    }

    json joined(const char* op, json first, const std::function<json()>& next) {
        auto args = json::array({std::move(first)});
        while (take_word(op)) {
            args.push_back(next());
        }
        return args.size() == 1 ? std::move(args[0]) : json{{"op", op}, {"args", std::move(args)}};
    }

    json any(int depth) {
        deeper(depth);
        return joined("or", all(depth), [&] { return all(depth); });
    }

    json all(int depth) {
        return joined("and", factor(depth), [&] { return factor(depth); });
    }

    json factor(int depth) {
        deeper(depth);
        if (take_word("not")) {
            return {{"op", "not"}, {"args", json::array({factor(depth + 1)})}};
        }
        return predicate(depth);
    }

    json predicate(int depth) {
        if (take("(")) {
            auto inside = any(depth + 1);
            need(")");
            return inside;
        }
        const auto word = word_here();
        if (word.starts_with("s_") || word.starts_with("t_") || word.starts_with("a_")) {
            const auto before = at_;
            at_ += word.size();
            if (take("(")) {
                return function(word, depth);
            }
            at_ = before;
        }
        auto left = operand(depth);
        if (left.is_boolean() && !comparison_here()) {
            return left;
        }
        return compared(std::move(left), depth);
    }

    json function(const std::string& name, int depth) {
        auto args = json::array({operand(depth)});
        while (take(",")) {
            args.push_back(operand(depth));
        }
        need(")");
        return {{"op", name}, {"args", std::move(args)}};
    }

    bool comparison_here() {
        skip();
        return at_ < text_.size() && (text_[at_] == '=' || text_[at_] == '<' || text_[at_] == '>');
    }

    json compared(json left, int depth) {
        for (const char* sign : {"<>", "<=", ">=", "=", "<", ">"}) {
            if (take(sign)) {
                return {{"op", sign}, {"args", json::array({std::move(left), operand(depth)})}};
            }
        }
        if (take_word("is")) {
            const bool negated = take_word("not");
            if (!take_word("null")) {
                fail("NULL", "NULL");
            }
            return maybe_not({{"op", "isNull"}, {"args", json::array({std::move(left)})}}, negated);
        }
        const bool negated = take_word("not");
        if (take_word("like")) {
            return maybe_not({{"op", "like"}, {"args", json::array({std::move(left), operand(depth)})}}, negated);
        }
        if (take_word("between")) {
            auto low = operand(depth);
            if (!take_word("and")) {
                fail("AND", "AND");
            }
            return maybe_not({{"op", "between"}, {"args", json::array({std::move(left), std::move(low), operand(depth)})}}, negated);
        }
        if (take_word("in")) {
            need("(");
            auto values = json::array({operand(depth)});
            while (take(",")) {
                values.push_back(operand(depth));
            }
            need(")");
            return maybe_not({{"op", "in"}, {"args", json::array({std::move(left), std::move(values)})}}, negated);
        }
        fail("một phép so sánh (= <> < > <= >= LIKE BETWEEN IN IS NULL)", "a comparison (= <> < > <= >= LIKE BETWEEN IN IS NULL)");
    }

    static json maybe_not(json filter, bool negated) { return negated ? json{{"op", "not"}, {"args", json::array({std::move(filter)})}} : filter; }

    json operand(int depth) {
        deeper(depth);
        skip();
        if (at_ >= text_.size()) {
            fail("một trường hoặc giá trị", "a property or a value");
        }
        const char c = text_[at_];
        if (c == '\'') {
            return quoted('\'');
        }
        if (c == '"') {
            return {{"property", quoted('"')}};
        }
        if (is_digit(c) || c == '-' || c == '+' || c == '.') {
            return number();
        }
        if (!is_letter(c)) {
            fail("một trường hoặc giá trị", "a property or a value");
        }
        return named(depth);
    }

    json named(int depth) {
        const auto word = word_here();
        std::string as_written(text_.substr(at_, word.size()));
        at_ += word.size();
        if (word == "true" || word == "false") {
            return word == "true";
        }
        skip();
        const bool call = at_ < text_.size() && text_[at_] == '(';
        if (word == "date" || word == "timestamp") {
            if (call) {
                need("(");
                json value = {{word, text_literal()}};
                need(")");
                return value;
            }
        } else if (word == "interval" && call) {
            need("(");
            auto ends = json::array({text_literal()});
            need(",");
            ends.push_back(text_literal());
            need(")");
            return {{"interval", std::move(ends)}};
        } else if (word == "bbox" && call) {
            need("(");
            auto box = json::array({number()});
            while (take(",")) {
                box.push_back(number());
            }
            need(")");
            return {{"bbox", std::move(box)}};
        } else if ((word == "casei" || word == "accenti") && call) {
            need("(");
            auto inside = operand(depth + 1);
            need(")");
            return {{"op", word}, {"args", json::array({std::move(inside)})}};
        }
        for (const auto& type : kWktTypes) {
            if (word == type.word && (call || word_here() == "z")) {
                take_word("z");
                return {{"type", type.name}, {"coordinates", type.depth == 0 ? point_in_brackets() : nested(type.depth, word == "multipoint")}};
            }
        }
        if (call) {
            at_ -= as_written.size();
            fail("một trường hoặc giá trị; không có hàm này", "a property or a value; there is no such function");
        }
        return {{"property", as_written}};
    }

    std::string text_literal() {
        skip();
        if (at_ >= text_.size() || text_[at_] != '\'') {
            fail("một văn bản trong dấu nháy đơn", "a text in single quotes");
        }
        return quoted('\'');
    }

    std::string quoted(char mark) {
        std::string out;
        for (++at_; at_ < text_.size(); ++at_) {
            if (text_[at_] != mark) {
                out += text_[at_];
            } else if (at_ + 1 < text_.size() && text_[at_ + 1] == mark) {
                out += text_[at_++];
            } else {
                ++at_;
                return out;
            }
        }
        fail("dấu nháy đóng", "a closing quotation mark");
    }

    json number() {
        skip();
        auto end = at_;
        while (end < text_.size() && (is_digit(text_[end]) || text_[end] == '.' || text_[end] == 'e' || text_[end] == 'E' || ((text_[end] == '-' || text_[end] == '+') && (end == at_ || text_[end - 1] == 'e' || text_[end - 1] == 'E')))) {
            ++end;
        }
        auto word = text_.substr(at_, end - at_);
        word.remove_prefix(word.starts_with('+') ? 1 : 0);
        const auto whole = parse_integer(word);
        const auto real = whole ? std::nullopt : parse_double(word);
        if (!whole && !real) {
            fail("một số", "a number");
        }
        at_ = end;
        return whole ? json(*whole) : json(*real);
    }

    json position() {
        if (++coordinates_ > kMostCoordinates) {
            throw RequestFault(parameter_, {"Hình có hơn " + std::to_string(kMostCoordinates) + " điểm", "The geometry has more than " + std::to_string(kMostCoordinates) + " points"});
        }
        auto point = json::array({number(), number()});
        skip();
        if (at_ < text_.size() && (is_digit(text_[at_]) || text_[at_] == '-')) {
            number();  // heights are not kept
        }
        return point;
    }

    json point_in_brackets() {
        need("(");
        auto point = position();
        need(")");
        return point;
    }

    json nested(int depth, bool points_may_have_brackets) {
        need("(");
        auto list = json::array();
        do {
            skip();
            const bool bracket = points_may_have_brackets && at_ < text_.size() && text_[at_] == '(';
            list.push_back(depth > 1 ? nested(depth - 1, false) : bracket ? point_in_brackets() : position());
        } while (take(","));
        need(")");
        return list;
    }

    const std::string& parameter_;
    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t coordinates_ = 0;
};

}  // namespace

json parse_cql2_text(const std::string& parameter, std::string_view text) {
    if (!is_valid_utf8(text)) {
        throw RequestFault(parameter, {"Giá trị không phải UTF-8", "The value is not UTF-8"});
    }
    return Parser(parameter, text).whole();
}

}  // namespace khomo::search
