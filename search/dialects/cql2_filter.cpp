// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/dialects/cql2_filter.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "catalog/base/instant.hpp"
#include "catalog/base/number.hpp"
#include "catalog/base/text.hpp"
#include "catalog/base/wkb.hpp"
#include "search/dialects/cql2_time.hpp"
#include "search/dialects/filter_grammar.hpp"
#include "search/dialects/geojson_geometry.hpp"
#include "search/dialects/ogc_geometry_filter.hpp"
#include "search/dialects/parameter_value.hpp"
#include "search/dialects/problem.hpp"

namespace khomo::search {
namespace {

using catalog::FieldType;
using nlohmann::json;

constexpr int kDeepest = 24;

/// What a side of a comparison is: a field, perhaps under CASEI and ACCENTI, or a value.
struct Side {
    std::optional<std::size_t> field;
    json value;
    bool casei = false;
    bool accenti = false;
};

class Reader {
public:
    Reader(const std::string& parameter, const TableSchema& schema, const OgcCrs& crs) : parameter_(parameter), schema_(schema), crs_(crs) {}

    /// `wanted` false: the filter for NOT(expression).
    Filter read(const json& expression, bool wanted, int depth) {
        if (depth > kDeepest) {
            fail("Lồng quá sâu", "Nested too deeply");
        }
        if (expression.is_boolean()) {
            return constant(expression.get<bool>() == wanted);
        }
        const auto op = op_of(expression);
        const auto& args = expression.at("args");
        if (op == "and" || op == "or") {
            std::vector<Filter> parts;
            for (const auto& arg : args) {
                parts.push_back(read(arg, wanted, depth + 1));
            }
            return Filter::group((op == "and") == wanted ? Filter::Kind::all : Filter::Kind::any, std::move(parts));
        }
        if (op == "not") {
            need(args, 1, op);
            return read(args[0], !wanted, depth + 1);
        }
        if (++conditions_ > FilterGrammar::kMostConditions) {
            const auto most = std::to_string(FilterGrammar::kMostConditions);
            fail("Nhiều nhất " + most + " điều kiện", "At most " + most + " conditions");
        }
        if (op == "isNull" || op == "isnull") {
            need(args, 1, op);
            return is_null(args[0], wanted);
        }
        if (op.starts_with("s_")) {
            return spatial(op, args, wanted);
        }
        if (op.starts_with("t_")) {
            return temporal(op, args, wanted);
        }
        return comparison(op, args, wanted);
    }

private:
    [[noreturn]] void fail(const std::string& vi, const std::string& en) const { throw RequestFault(parameter_, {vi, en}); }

    void need(const json& args, std::size_t count, const std::string& op) const {
        if (args.size() != count) {
            fail("«" + op + "» cần " + std::to_string(count) + " tham số", "«" + op + "» takes " + std::to_string(count) + " arguments");
        }
    }

    std::string op_of(const json& expression) const {
        if (!expression.is_object() || !expression.contains("op") || !expression.at("op").is_string() || !expression.contains("args") || !expression.at("args").is_array()) {
            fail("Mỗi phần của bộ lọc là true, false hoặc {\"op\", \"args\"}", "Each part of a filter is true, false or {\"op\", \"args\"}");
        }
        auto op = expression.at("op").get<std::string>();
        static const std::vector<std::string> kKnown = {"and", "or", "not", "isNull", "=", "<>", "<", ">", "<=", ">=", "like", "between", "in", "s_intersects", "t_after", "t_before", "t_contains", "t_disjoint", "t_during", "t_equals", "t_finishedby",
                                                        "t_finishes", "t_intersects", "t_meets", "t_metby", "t_overlappedby", "t_overlaps", "t_startedby", "t_starts"};
        if (op != "isnull" && std::find(kKnown.begin(), kKnown.end(), op) == kKnown.end()) {
            const auto near = nearest(shown(op), kKnown);
            throw RequestFault(parameter_, {"Không có phép «" + shown(op) + "»", "There is no operator «" + shown(op) + "»"}, kKnown, near);
        }
        return op;
    }

    static Filter constant(bool holds) { return Filter::group(holds ? Filter::Kind::all : Filter::Kind::any, {}); }
    static Filter of(std::size_t field, Operator op, catalog::Value value) { return Filter::of(Condition{field, op, {std::move(value)}}); }
    static Filter has_value(std::size_t field, bool has) { return of(field, Operator::isnull, !has); }

    /// A leaf as it is, or turned round for rows that have a value.
    static Filter maybe_turned(std::size_t field, Filter leaf, bool wanted) {
        if (wanted) {
            return leaf;
        }
        std::vector<Filter> inside;
        inside.push_back(std::move(leaf));
        std::vector<Filter> both;
        both.push_back(has_value(field, true));
        both.push_back(Filter::group(Filter::Kind::negation, std::move(inside)));
        return Filter::group(Filter::Kind::all, std::move(both));
    }

    std::size_t field_of(const json& name) const {
        const auto text = name.is_string() ? name.get<std::string>() : std::string();
        const auto field = schema_.find(text);
        if (!field) {
            auto names = schema_.field_names();
            if (schema_.spatial) {
                names.emplace_back(kOgcGeometry);
            }
            const auto near = nearest(shown(text), names);
            throw RequestFault(parameter_, {"Không có thuộc tính «" + shown(text) + "»", "There is no property «" + shown(text) + "»"}, std::move(names), near);
        }
        return *field;
    }

    static bool is_property(const json& side) { return side.is_object() && side.contains("property"); }
    bool is_geometry(const json& side) const { return is_property(side) && schema_.spatial && side.at("property").is_string() && !schema_.find(side.at("property").get<std::string>()) && (side.at("property") == kOgcGeometry || side.at("property") == "geom"); }

    Side side_of(const json& given) const {
        Side side;
        const json* at = &given;
        while (at->is_object() && at->contains("op") && at->contains("args") && at->at("args").is_array() && at->at("args").size() == 1 && (at->at("op") == "casei" || at->at("op") == "accenti")) {
            (at->at("op") == "casei" ? side.casei : side.accenti) = true;
            at = &at->at("args")[0];
        }
        if (is_property(*at)) {
            side.field = field_of(at->at("property"));
        } else {
            side.value = *at;
        }
        return side;
    }

    catalog::Value value_of(std::size_t field, Operator op, const json& given) const {
        auto value = given;
        if (value.is_object()) {
            const char* key = value.contains("date") ? "date" : "timestamp";
            value = value.contains(key) ? value.at(key) : json(nullptr);
        }
        if (value.is_structured() || value.is_null()) {
            fail("Một bên của phép so sánh phải là thuộc tính, bên kia là giá trị", "One side of a comparison must be a property, the other a value");
        }
        return parse_value(parameter_, schema_.fields[field], op, value.is_string() ? value.get<std::string>() : value.dump());
    }

    Filter is_null(const json& arg, bool wanted) const {
        if (is_geometry(arg)) {
            return has_geometry(!wanted);
        }
        if (!is_property(arg)) {
            fail("IS NULL cần một thuộc tính", "IS NULL takes a property");
        }
        return has_value(field_of(arg.at("property")), !wanted);
    }

    Filter comparison(const std::string& op, const json& args, bool wanted) const {
        if (op == "like") {
            need(args, 2, op);
            return like(side_of(args[0]), side_of(args[1]), wanted);
        }
        if (op == "between") {
            need(args, 3, op);
            return between(args, wanted);
        }
        if (op == "in") {
            need(args, 2, op);
            return in(args, wanted);
        }
        need(args, 2, op);
        auto left = side_of(args[0]);
        auto right = side_of(args[1]);
        auto sign = op;
        if (!left.field && right.field) {
            std::swap(left, right);
            sign = op == "<" ? ">" : op == ">" ? "<" : op == "<=" ? ">=" : op == ">=" ? "<=" : op;
        }
        if (!left.field || right.field) {
            fail("Một bên của phép so sánh phải là thuộc tính, bên kia là giá trị", "One side of a comparison must be a property, the other a value");
        }
        if (left.casei || left.accenti || right.casei || right.accenti) {
            fail("CASEI và ACCENTI chỉ dùng với LIKE", "CASEI and ACCENTI are for LIKE only");
        }
        static const std::vector<std::pair<std::string, std::pair<Operator, Operator>>> kSigns = {
            {"=", {Operator::exact, Operator::differs}}, {"<>", {Operator::differs, Operator::exact}}, {"<", {Operator::lt, Operator::gte}}, {">=", {Operator::gte, Operator::lt}}, {">", {Operator::gt, Operator::lte}}, {"<=", {Operator::lte, Operator::gt}}};
        const auto known = std::find_if(kSigns.begin(), kSigns.end(), [&](const auto& candidate) { return candidate.first == sign; });
        const auto how = wanted ? known->second.first : known->second.second;
        auto leaf = of(*left.field, how, value_of(*left.field, how, right.value));
        if (how != Operator::differs) {
            return leaf;
        }
        std::vector<Filter> both;
        both.push_back(has_value(*left.field, true));
        both.push_back(std::move(leaf));
        return Filter::group(Filter::Kind::all, std::move(both));
    }

    Filter between(const json& args, bool wanted) const {
        const auto side = side_of(args[0]);
        if (!side.field || side.casei || side.accenti) {
            fail("BETWEEN cần một thuộc tính", "BETWEEN takes a property");
        }
        std::vector<Filter> parts;
        parts.push_back(of(*side.field, wanted ? Operator::gte : Operator::lt, value_of(*side.field, Operator::gte, args[1])));
        parts.push_back(of(*side.field, wanted ? Operator::lte : Operator::gt, value_of(*side.field, Operator::lte, args[2])));
        return Filter::group(wanted ? Filter::Kind::all : Filter::Kind::any, std::move(parts));
    }

    Filter in(const json& args, bool wanted) const {
        const auto side = side_of(args[0]);
        if (!side.field || side.casei || side.accenti || !args[1].is_array() || args[1].empty()) {
            fail("IN cần một thuộc tính và một danh sách giá trị", "IN takes a property and a list of values");
        }
        if (args[1].size() > FilterGrammar::kMostValues) {
            fail("Nhiều nhất " + std::to_string(FilterGrammar::kMostValues) + " giá trị", "At most " + std::to_string(FilterGrammar::kMostValues) + " values");
        }
        Condition condition{*side.field, Operator::in, {}};
        for (const auto& value : args[1]) {
            condition.values.push_back(value_of(*side.field, Operator::in, value));
        }
        return maybe_turned(*side.field, Filter::of(std::move(condition)), wanted);
    }

    Filter like(const Side& left, const Side& right, bool wanted) const {
        if (!left.field || !right.value.is_string() || !is_text(*left.field)) {
            fail("LIKE cần một thuộc tính văn bản và một mẫu trong dấu nháy", "LIKE takes a property that holds text and a quoted pattern");
        }
        const auto pattern = right.value.get<std::string>();
        const bool folded = left.casei && left.accenti;
        const auto inner = [&](std::size_t from, std::size_t cut) {
            std::string text = pattern.substr(from, pattern.size() - from - cut);
            if (text.find_first_of("%_\\") != std::string::npos) {
                unsupported_pattern();
            }
            return text;
        };
        const bool opens = pattern.starts_with('%');
        const bool ends = pattern.ends_with('%') && pattern.size() > 1;
        if (pattern == "%") {
            return wanted ? has_value(*left.field, true) : constant(false);
        }
        if (folded && opens && ends) {
            return maybe_turned(*left.field, of(*left.field, Operator::contains, to_nfc(inner(1, 1))), wanted);
        }
        if (left.casei || left.accenti || opens) {
            unsupported_pattern();
        }
        auto leaf = ends ? of(*left.field, Operator::startswith, to_nfc(inner(0, 1))) : of(*left.field, Operator::exact, to_nfc(inner(0, 0)));
        return maybe_turned(*left.field, std::move(leaf), wanted);
    }

    [[noreturn]] void unsupported_pattern() const {
        fail("LIKE nhận mẫu 'đầu%', hoặc CASEI(ACCENTI(trường)) LIKE CASEI(ACCENTI('%giữa%'))", "LIKE takes a pattern 'beginning%', or CASEI(ACCENTI(property)) LIKE CASEI(ACCENTI('%middle%'))");
    }

    bool is_text(std::size_t field) const { return schema_.fields[field].type == FieldType::string || schema_.fields[field].type == FieldType::period; }

    Filter spatial(const std::string& op, const json& args, bool wanted) const {
        need(args, 2, op);
        const bool first = is_geometry(args[0]);
        if (!schema_.spatial || first == is_geometry(args[1])) {
            fail("S_INTERSECTS cần thuộc tính hình học «geometry» và một hình", "S_INTERSECTS takes the property «geometry» and a geometry");
        }
        const auto& given = args[first ? 1 : 0];
        if (!given.is_object()) {
            fail("Cần một hình (GeoJSON, WKT) hoặc BBOX", "A geometry (GeoJSON, WKT) or a BBOX is wanted");
        }
        const auto shape = given.contains("bbox") ? box_of(given.at("bbox")) : literal(given);
        auto leaf = meets_geometry(shape);
        if (wanted) {
            return leaf;
        }
        std::vector<Filter> inside;
        inside.push_back(std::move(leaf));
        std::vector<Filter> both;
        both.push_back(has_geometry(true));
        both.push_back(Filter::group(Filter::Kind::negation, std::move(inside)));
        return Filter::group(Filter::Kind::all, std::move(both));
    }

    std::string literal(const json& geometry) const {
        auto wkb = wkb_of_geojson(parameter_, geometry);
        from_crs(wkb, crs_);
        return wkb;
    }

    std::string box_of(const json& numbers) const {
        std::array<double, 4> box{};
        const bool right = numbers.is_array() && (numbers.size() == 4 || numbers.size() == 6) && std::all_of(numbers.begin(), numbers.end(), [](const json& number) { return number.is_number(); });
        const auto at = [&](std::size_t i) { return numbers[numbers.size() == 6 && i >= 2 ? i + 1 : i].get<double>(); };
        if (!right || at(0) > at(2) || at(1) > at(3)) {
            fail("BBOX là bốn hoặc sáu số, nhỏ trước lớn sau", "BBOX takes four or six numbers, the smaller before the greater");
        }
        for (std::size_t i = 0; i < 4; ++i) {
            box[i] = at(i);
        }
        return box_outline(box, crs_);
    }

    Filter temporal(const std::string& op, const json& args, bool wanted) const {
        need(args, 2, op);
        const bool first = is_property(args[0]);
        if (first == is_property(args[1])) {
            fail("Hàm thời gian cần một thuộc tính và một giá trị", "A temporal function takes a property and a value");
        }
        const auto field = field_of(args[first ? 0 : 1].at("property"));
        const auto type = schema_.fields[field].type;
        if (type != FieldType::date && type != FieldType::datetime) {
            fail("«" + schema_.fields[field].name + "» không phải ngày hay thời điểm", "«" + schema_.fields[field].name + "» is neither a date nor an instant");
        }
        auto leaf = time_filter(parameter_, field, type, first ? op : turned_time_function(op), read_cql2_time(parameter_, args[first ? 1 : 0], type));
        return maybe_turned(field, std::move(leaf), wanted);
    }

    const std::string& parameter_;
    const TableSchema& schema_;
    const OgcCrs& crs_;
    std::size_t conditions_ = 0;
};

}  // namespace

Filter cql2_filter(const std::string& parameter, const json& expression, const TableSchema& schema, const OgcCrs& crs) { return Reader(parameter, schema, crs).read(expression, true, 0); }

json parse_cql2_json(const std::string& parameter, std::string_view text) {
    std::size_t depth = 0;
    for (const char c : text) {
        depth += c == '{' || c == '[' ? 1 : 0;
        depth -= (c == '}' || c == ']') && depth > 0 ? 1 : 0;
        if (depth > 100) {
            throw RequestFault(parameter, {"Lồng quá sâu", "Nested too deeply"});
        }
    }
    auto read = json::parse(text, nullptr, false);
    if (read.is_discarded()) {
        throw RequestFault(parameter, {"Không phải JSON", "This is not JSON"});
    }
    return read;
}

}  // namespace khomo::search
