// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/model/expression.hpp"

#include <algorithm>
#include <cmath>

#include "catalog/base/number.hpp"
#include "catalog/base/text.hpp"

namespace khomo::catalog {
namespace {

enum class Op : std::uint8_t { number, text, field, add, subtract, multiply, divide, negate, equal, unequal, less, less_equal, both, either, negation, empty, abs, length, year };

struct Node {
    Op op = Op::number;
    Expression::Kind kind = Expression::Kind::number;
    double number = 0;
    std::string text;
    std::size_t field = 0;
    int left = -1;  ///< positions in the list of nodes
    int right = -1;
};

/// What a node gives for one row; texts point into the row or the expression.
struct Operand {
    bool missing = true;
    double number = 0;  ///< a truth is 0 or 1
    std::string_view text;
};

Operand of_number(double number) { return {false, number, {}}; }
Operand of_truth(bool truth) { return {false, truth ? 1.0 : 0.0, {}}; }

Expression::Kind kind_of(FieldType type) {
    switch (type) {
        case FieldType::integer:
        case FieldType::number: return Expression::Kind::number;
        case FieldType::boolean: return Expression::Kind::truth;
        case FieldType::string:
        case FieldType::date:
        case FieldType::datetime:
        case FieldType::period: break;
    }
    return Expression::Kind::text;
}

Operand value_of(const Value& value) {
    if (const auto* integer = std::get_if<std::int64_t>(&value)) {
        return of_number(static_cast<double>(*integer));
    }
    if (const auto* real = std::get_if<double>(&value)) {
        return of_number(*real);
    }
    if (const auto* flag = std::get_if<bool>(&value)) {
        return of_truth(*flag);
    }
    if (const auto* text = std::get_if<std::string>(&value)) {
        return {false, 0, *text};
    }
    return {};
}

double count_characters(std::string_view text) {
    return static_cast<double>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }));
}

/// Recursive descent; every method gives the position of the node it made, or -1 after a fault.
class Parser {
public:
    Parser(std::string_view text, const std::vector<Field>& fields, std::vector<Node>& nodes, Expression::Fault& fault)
        : text_(text), fields_(fields), nodes_(nodes), fault_(fault) {}

    int whole() {
        constexpr std::size_t kLongest = 2000;
        if (text_.size() > kLongest) {
            return fail({"Biểu thức quá dài", "The expression is too long"});
        }
        const int top = either();
        skip();
        if (top >= 0 && at_ < text_.size()) {
            return fail({"Thừa «" + std::string(text_.substr(at_)) + "»", "«" + std::string(text_.substr(at_)) + "» is too much"});
        }
        return top;
    }

private:
    using Kind = Expression::Kind;

    int fail(Text message) {
        if (fault_.message.empty()) {
            fault_ = {std::move(message), at_};
        }
        return -1;
    }
    void skip() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n' || text_[at_] == '\r')) {
            ++at_;
        }
    }
    bool take(std::string_view sign) {
        skip();
        if (!text_.substr(at_).starts_with(sign)) {
            return false;
        }
        at_ += sign.size();
        return true;
    }
    static bool in_name(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; }
    bool take_word(std::string_view word) {
        skip();
        const auto end = at_ + word.size();
        if (!text_.substr(at_).starts_with(word) || (end < text_.size() && in_name(text_[end]))) {
            return false;
        }
        at_ = end;
        return true;
    }
    int make(Op op, Kind kind, int left, int right = -1) {
        Node node;
        node.op = op;
        node.kind = kind;
        node.left = left;
        node.right = right;
        nodes_.push_back(std::move(node));
        return static_cast<int>(nodes_.size()) - 1;
    }
    bool is(int node, Kind kind) const { return nodes_[static_cast<std::size_t>(node)].kind == kind; }
    bool need(int node, Kind kind) {
        if (node < 0) {
            return false;
        }
        if (!is(node, kind)) {
            const Text wanted = kind == Kind::number ? Text{"số", "a number"} : kind == Kind::text ? Text{"chuỗi", "a text"} : Text{"điều kiện", "a condition"};
            fail({"Chỗ này phải là " + wanted.vi, "This must be " + wanted.en});
            return false;
        }
        return true;
    }

    int either() {
        int left = both();
        while (left >= 0 && take_word("or")) {
            const int right = both();
            left = right >= 0 && need(left, Kind::truth) && need(right, Kind::truth) ? make(Op::either, Kind::truth, left, right) : -1;
        }
        return left;
    }
    int both() {
        int left = negation();
        while (left >= 0 && take_word("and")) {
            const int right = negation();
            left = right >= 0 && need(left, Kind::truth) && need(right, Kind::truth) ? make(Op::both, Kind::truth, left, right) : -1;
        }
        return left;
    }
    int negation() {
        if (!take_word("not")) {
            return comparison();
        }
        if (++depth_ > kDeepest) {
            return fail({"Lồng quá sâu", "It nests too deep"});
        }
        const int inner = negation();
        --depth_;
        return need(inner, Kind::truth) ? make(Op::negation, Kind::truth, inner) : -1;
    }
    int comparison() {
        const int left = sum();
        if (left < 0) {
            return left;
        }
        struct Sign {
            std::string_view text;
            Op op;
            bool turned;
        };
        static constexpr Sign kSigns[] = {{"!=", Op::unequal, false}, {"<=", Op::less_equal, false}, {">=", Op::less_equal, true}, {"==", Op::equal, false},
                                          {"=", Op::equal, false},    {"<", Op::less, false},        {">", Op::less, true}};
        for (const auto& sign : kSigns) {
            if (!take(sign.text)) {
                continue;
            }
            const int right = sum();
            if (right < 0) {
                return right;
            }
            const auto kind = nodes_[static_cast<std::size_t>(left)].kind;
            if (!is(right, kind)) {
                return fail({"Hai vế khác kiểu", "The two sides are of different kinds"});
            }
            if (kind == Kind::truth && sign.op != Op::equal && sign.op != Op::unequal) {
                return fail({"Đúng/sai không so lớn nhỏ được", "True and false have no order"});
            }
            return sign.turned ? make(sign.op, Kind::truth, right, left) : make(sign.op, Kind::truth, left, right);
        }
        return left;
    }
    int sum() {
        int left = product();
        while (left >= 0) {
            const bool plus = take("+");
            if (!plus && !take("-")) {
                break;
            }
            const int right = product();
            left = right >= 0 && need(left, Kind::number) && need(right, Kind::number) ? make(plus ? Op::add : Op::subtract, Kind::number, left, right) : -1;
        }
        return left;
    }
    int product() {
        int left = unary();
        while (left >= 0) {
            const bool times = take("*");
            if (!times && !take("/")) {
                break;
            }
            const int right = unary();
            left = right >= 0 && need(left, Kind::number) && need(right, Kind::number) ? make(times ? Op::multiply : Op::divide, Kind::number, left, right) : -1;
        }
        return left;
    }
    int unary() {
        if (!take("-")) {
            return primary();
        }
        if (++depth_ > kDeepest) {
            return fail({"Lồng quá sâu", "It nests too deep"});
        }
        const int inner = unary();
        --depth_;
        return need(inner, Kind::number) ? make(Op::negate, Kind::number, inner) : -1;
    }
    int primary() {
        skip();
        if (at_ == text_.size()) {
            return fail({"Biểu thức dừng giữa chừng", "The expression ends half-way"});
        }
        const char c = text_[at_];
        if (c == '(') {
            return bracket();
        }
        if (c == '\'') {
            return quoted();
        }
        if (c >= '0' && c <= '9') {
            return literal();
        }
        if (in_name(c)) {
            return name();
        }
        return fail({"Ký tự lạ ở «" + std::string(text_.substr(at_)) + "»", "Strange character at «" + std::string(text_.substr(at_)) + "»"});
    }
    int bracket() {
        ++at_;
        if (++depth_ > kDeepest) {
            return fail({"Lồng quá sâu", "It nests too deep"});
        }
        const int inner = either();
        --depth_;
        if (inner >= 0 && !take(")")) {
            return fail({"Thiếu dấu )", "A ) is missing"});
        }
        return inner;
    }
    int quoted() {
        const auto end = text_.find('\'', at_ + 1);
        if (end == std::string_view::npos) {
            return fail({"Thiếu dấu nháy đóng", "A closing quote is missing"});
        }
        const int node = make(Op::text, Kind::text, -1);
        nodes_.back().text = to_nfc(text_.substr(at_ + 1, end - at_ - 1));
        at_ = end + 1;
        return node;
    }
    int literal() {
        auto end = at_;
        while (end < text_.size() && ((text_[end] >= '0' && text_[end] <= '9') || text_[end] == '.')) {
            ++end;
        }
        const auto value = parse_double(text_.substr(at_, end - at_));
        if (!value || (end < text_.size() && in_name(text_[end]))) {
            return fail({"Số viết sai", "The number is not written well"});
        }
        at_ = end;
        const int node = make(Op::number, Kind::number, -1);
        nodes_.back().number = *value;
        return node;
    }
    int name() {
        auto end = at_;
        while (end < text_.size() && in_name(text_[end])) {
            ++end;
        }
        const auto word = text_.substr(at_, end - at_);
        const auto start = at_;
        at_ = end;
        if (take("(")) {
            return function(word);
        }
        const auto found = std::find_if(fields_.begin(), fields_.end(), [&](const Field& field) { return field.name == word; });
        if (found == fields_.end()) {
            std::vector<std::string> names;
            for (const auto& field : fields_) {
                names.push_back(field.name);
            }
            const auto near = nearest(word, names);
            const auto hint = near.empty() ? std::string() : "; «" + near + "»?";
            at_ = start;
            return fail({"Không có trường «" + std::string(word) + "»" + hint, "There is no field «" + std::string(word) + "»" + hint});
        }
        const int node = make(Op::field, kind_of(found->type), -1);
        nodes_.back().field = static_cast<std::size_t>(found - fields_.begin());
        return node;
    }
    int function(std::string_view word) {
        if (++depth_ > kDeepest) {
            return fail({"Lồng quá sâu", "It nests too deep"});
        }
        const int inner = either();
        --depth_;
        if (inner < 0) {
            return inner;
        }
        if (!take(")")) {
            return fail({"Thiếu dấu )", "A ) is missing"});
        }
        if (word == "empty") {
            return make(Op::empty, Kind::truth, inner);
        }
        if (word == "abs") {
            return need(inner, Kind::number) ? make(Op::abs, Kind::number, inner) : -1;
        }
        if (word == "length" || word == "year") {
            return need(inner, Kind::text) ? make(word == "length" ? Op::length : Op::year, Kind::number, inner) : -1;
        }
        return fail({"Không có hàm «" + std::string(word) + "»; có empty, abs, length, year", "There is no function «" + std::string(word) + "»; there are empty, abs, length, year"});
    }

    static constexpr int kDeepest = 50;
    std::string_view text_;
    const std::vector<Field>& fields_;
    std::vector<Node>& nodes_;
    Expression::Fault& fault_;
    std::size_t at_ = 0;
    int depth_ = 0;
};

}  // namespace

struct Expression::State {
    std::vector<Node> nodes;
    std::size_t top = 0;
    std::vector<std::size_t> fields;

    Operand evaluate(std::size_t at, const Row& row) const {
        const auto& node = nodes[at];
        switch (node.op) {
            case Op::number: return of_number(node.number);
            case Op::text: return {false, 0, node.text};
            case Op::field: return value_of(row.values[node.field]);
            case Op::both:
            case Op::either: return combine(node, row);
            default: break;
        }
        const auto left = evaluate(static_cast<std::size_t>(node.left), row);
        if (node.op == Op::empty) {
            return of_truth(left.missing);
        }
        const auto right = node.right < 0 ? left : evaluate(static_cast<std::size_t>(node.right), row);
        if (left.missing || right.missing) {
            return {};
        }
        return apply(node, left, right);
    }

    /// Kleene: what is missing leaves a condition open unless the other side settles it.
    Operand combine(const Node& node, const Row& row) const {
        const bool settling = node.op == Op::either;
        const auto left = evaluate(static_cast<std::size_t>(node.left), row);
        if (!left.missing && (left.number != 0) == settling) {
            return of_truth(settling);
        }
        const auto right = evaluate(static_cast<std::size_t>(node.right), row);
        if (!right.missing && (right.number != 0) == settling) {
            return of_truth(settling);
        }
        return left.missing || right.missing ? Operand{} : of_truth(!settling);
    }

    Operand apply(const Node& node, const Operand& left, const Operand& right) const {
        const bool texts = nodes[static_cast<std::size_t>(node.left)].kind == Kind::text;
        switch (node.op) {
            case Op::add: return of_number(left.number + right.number);
            case Op::subtract: return of_number(left.number - right.number);
            case Op::multiply: return of_number(left.number * right.number);
            case Op::divide: return right.number == 0 ? Operand{} : of_number(left.number / right.number);
            case Op::negate: return of_number(-left.number);
            case Op::abs: return of_number(std::fabs(left.number));
            case Op::length: return of_number(count_characters(left.text));
            case Op::year: {
                const auto year = left.text.size() >= 4 ? parse_integer(left.text.substr(0, 4)) : std::nullopt;
                return year ? of_number(static_cast<double>(*year)) : Operand{};
            }
            case Op::negation: return of_truth(left.number == 0);
            case Op::equal: return of_truth(texts ? left.text == right.text : left.number == right.number);
            case Op::unequal: return of_truth(texts ? left.text != right.text : left.number != right.number);
            case Op::less: return of_truth(texts ? left.text < right.text : left.number < right.number);
            case Op::less_equal: return of_truth(texts ? left.text <= right.text : left.number <= right.number);
            default: break;
        }
        return {};
    }

    bool collect(std::size_t at, int sign, std::vector<Summand>& sum) const {
        const auto& node = nodes[at];
        const auto left = static_cast<std::size_t>(node.left);
        const auto right = static_cast<std::size_t>(node.right);
        switch (node.op) {
            case Op::field: sum.push_back({node.field, sign}); return true;
            case Op::add: return collect(left, sign, sum) && collect(right, sign, sum);
            case Op::subtract: return collect(left, sign, sum) && collect(right, -sign, sum);
            case Op::negate: return collect(left, -sign, sum);
            default: return false;
        }
    }
};

Expression::Expression(std::unique_ptr<State> state) : state_(std::move(state)) {}
Expression::~Expression() = default;
Expression::Expression(Expression&&) noexcept = default;
Expression& Expression::operator=(Expression&&) noexcept = default;

std::optional<Expression> Expression::parse(std::string_view text, const std::vector<Field>& fields, Fault& fault) {
    auto state = std::make_unique<State>();
    const int top = Parser(text, fields, state->nodes, fault).whole();
    if (top < 0) {
        return std::nullopt;
    }
    state->top = static_cast<std::size_t>(top);
    for (const auto& node : state->nodes) {
        if (node.op == Op::field) {
            state->fields.push_back(node.field);
        }
    }
    std::sort(state->fields.begin(), state->fields.end());
    state->fields.erase(std::unique(state->fields.begin(), state->fields.end()), state->fields.end());
    return Expression(std::move(state));
}

Expression::Kind Expression::kind() const { return state_->nodes[state_->top].kind; }
const std::vector<std::size_t>& Expression::fields() const { return state_->fields; }

std::optional<double> Expression::number(const Row& row) const {
    const auto result = state_->evaluate(state_->top, row);
    return result.missing ? std::nullopt : std::optional(result.number);
}

std::optional<bool> Expression::truth(const Row& row) const {
    const auto result = state_->evaluate(state_->top, row);
    return result.missing ? std::nullopt : std::optional(result.number != 0);
}

std::vector<Expression::Summand> Expression::as_sum() const {
    std::vector<Summand> sum;
    return state_->collect(state_->top, 1, sum) ? sum : std::vector<Summand>{};
}

}  // namespace khomo::catalog
