// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/dialects/row_parameters.hpp"

#include <algorithm>
#include <array>

#include "catalog/base/instant.hpp"
#include "catalog/base/number.hpp"
#include "catalog/base/text.hpp"
#include "search/dialects/problem.hpp"

namespace khomo::search {
namespace {

using catalog::FieldType;

constexpr std::array<std::pair<std::string_view, Operator>, 12> kOperators = {{{"exact", Operator::exact},
                                                                              {"not", Operator::differs},
                                                                              {"gt", Operator::gt},
                                                                              {"gte", Operator::gte},
                                                                              {"lt", Operator::lt},
                                                                              {"lte", Operator::lte},
                                                                              {"in", Operator::in},
                                                                              {"contains", Operator::contains},
                                                                              {"startswith", Operator::startswith},
                                                                              {"isnull", Operator::isnull},
                                                                              {"search", Operator::search},
                                                                              {"eq", Operator::exact}}};
const std::vector<std::string> kReserved = {"_limit", "_cursor", "_sort", "_select", "_bbox", "_meta", "_version", "q"};

std::vector<std::string> split(const std::string& text, char mark) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find(mark, at), text.size());
        parts.emplace_back(trim(std::string_view(text).substr(at, end - at)));
        at = end + 1;
    }
    return parts;
}

[[noreturn]] void bad_value(const std::string& parameter, const std::string& value, const std::string& wanted_vi, const std::string& wanted_en) {
    const auto shown = is_valid_utf8(value) ? value.substr(0, 60) : "?";
    throw RequestFault(parameter, {"«" + shown + "» không phải " + wanted_vi, "«" + shown + "» is not " + wanted_en});
}

catalog::Value value_of(const std::string& parameter, const catalog::Field& field, const std::string& text) {
    if (!is_valid_utf8(text)) {
        bad_value(parameter, "?", "UTF-8", "UTF-8");
    }
    switch (field.type) {
        case FieldType::integer: {
            const auto value = parse_integer(text);
            return value ? catalog::Value(*value) : (bad_value(parameter, text, "số nguyên", "a whole number"), catalog::Value());
        }
        case FieldType::number: {
            const auto value = parse_double(text);
            return value ? catalog::Value(*value) : (bad_value(parameter, text, "số (dấu chấm thập phân)", "a number (decimal point)"), catalog::Value());
        }
        case FieldType::boolean:
            if (text == "true" || text == "1" || text == "false" || text == "0") {
                return text == "true" || text == "1";
            }
            bad_value(parameter, text, "true hoặc false", "true or false");
        default: return to_nfc(text);
    }
}

/// The field at the front of "gia__gte" and the operator behind it.
Condition condition_of(const std::string& parameter, const std::string& value, const TableSchema& schema) {
    const auto mark = parameter.rfind("__");
    auto name = parameter;
    auto op = Operator::exact;
    if (mark != std::string::npos && !schema.find(parameter)) {
        name = parameter.substr(0, mark);
        const auto word = parameter.substr(mark + 2);
        const auto found = std::find_if(kOperators.begin(), kOperators.end(), [&](const auto& known) { return known.first == word; });
        if (found == kOperators.end()) {
            std::vector<std::string> words;
            for (const auto& known : kOperators) {
                words.emplace_back(known.first);
            }
            throw RequestFault(parameter, {"Không có phép so sánh «" + word.substr(0, 40) + "»", "There is no operator «" + word.substr(0, 40) + "»"}, words, nearest(word, words));
        }
        op = found->second;
    }
    const auto field = schema.find(name);
    if (!field) {
        auto names = schema.field_names();
        names.insert(names.end(), kReserved.begin(), kReserved.end());
        const auto shown = is_valid_utf8(name) ? name.substr(0, 60) : "?";
        throw RequestFault(shown, {"Không có tham số hay trường «" + shown + "»", "There is no parameter or field «" + shown + "»"}, names, nearest(shown, names));
    }
    const auto& type = schema.fields[*field];
    Condition condition{*field, op, {}};
    const bool textual = type.type != FieldType::integer && type.type != FieldType::number && type.type != FieldType::boolean;
    if (!textual && (op == Operator::contains || op == Operator::startswith || op == Operator::search)) {
        throw RequestFault(parameter, {"Phép này chỉ dùng cho trường chữ", "This operator is for text fields only"});
    }
    if (op == Operator::isnull) {
        if (value != "1" && value != "0" && value != "true" && value != "false") {
            bad_value(parameter, value, "1 hoặc 0", "1 or 0");
        }
        condition.values.emplace_back(value == "1" || value == "true");
    } else if (op == Operator::in) {
        for (const auto& part : split(value, ',')) {
            condition.values.push_back(value_of(parameter, type, part));
        }
        if (condition.values.size() > 500) {
            throw RequestFault(parameter, {"Nhiều nhất 500 giá trị", "At most 500 values"});
        }
    } else {
        condition.values.push_back(value_of(parameter, type, value));
    }
    return condition;
}

std::size_t field_of(const std::string& parameter, const std::string& name, const TableSchema& schema) {
    const auto field = schema.find(name);
    if (!field) {
        const auto names = schema.field_names();
        const auto shown = is_valid_utf8(name) ? name.substr(0, 60) : "?";
        throw RequestFault(parameter, {"Không có trường «" + shown + "»", "There is no field «" + shown + "»"}, names, nearest(shown, names));
    }
    return *field;
}

Box box_of(const std::string& value) {
    const auto parts = split(value, ',');
    Box box{};
    for (std::size_t i = 0; i < 4; ++i) {
        const auto number = parts.size() == 4 ? parse_double(parts[i]) : std::nullopt;
        if (!number) {
            bad_value("_bbox", value, "tây,nam,đông,bắc theo độ", "west,south,east,north in degrees");
        }
        box[i] = *number;
    }
    return box;
}

std::uint64_t limit_of(const std::string& value) {
    const auto number = parse_integer(value);
    if (!number || *number < 0 || static_cast<std::uint64_t>(*number) > kLargestLimit) {
        bad_value("_limit", value, "số từ 0 đến 10000", "a number from 0 to 10000");
    }
    return static_cast<std::uint64_t>(*number);
}

}  // namespace

RowRequest parse_row_request(const ApiRequest& request, const TableSchema& schema) {
    RowRequest asked;
    asked.query.limit = kDefaultLimit;
    std::vector<Filter> filters;
    for (const auto& [name, value] : request.query) {
        if (name == "_limit") {
            asked.query.limit = limit_of(value);
            asked.limited = true;
        } else if (name == "_cursor") {
            asked.cursor = value;
        } else if (name == "_meta") {
            asked.meta = value == "1" || value == "true";
        } else if (name == "_version") {
            continue;
        } else if (name == "_select") {
            for (const auto& field : split(value, ',')) {
                asked.query.select.push_back(field_of(name, field, schema));
            }
        } else if (name == "_sort") {
            for (const auto& term : split(value, ',')) {
                const bool descending = term.starts_with('-');
                asked.query.sort.push_back({field_of(name, descending ? term.substr(1) : term, schema), descending});
            }
        } else if (name == "_bbox") {
            if (!schema.spatial) {
                throw RequestFault(name, {"Bộ dữ liệu này không có hình học", "This dataset has no geometry"});
            }
            filters.push_back(Filter::of(box_of(value)));
        } else if (name == "q") {
            if (!is_valid_utf8(value)) {
                bad_value(name, "?", "UTF-8", "UTF-8");
            }
            auto words = folded_words(value);
            if (!words.empty()) {
                filters.push_back(Filter::of_words(std::move(words)));
            }
        } else {
            filters.push_back(Filter::of(condition_of(name, value, schema)));
        }
    }
    if (filters.size() > 50) {
        throw RequestFault("", {"Nhiều nhất 50 điều kiện", "At most 50 conditions"});
    }
    asked.query.filter = Filter::group(Filter::Kind::all, std::move(filters));
    return asked;
}

}  // namespace khomo::search
