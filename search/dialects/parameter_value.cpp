// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/dialects/parameter_value.hpp"

#include <algorithm>

#include "catalog/base/instant.hpp"
#include "catalog/base/number.hpp"
#include "catalog/base/text.hpp"
#include "search/dialects/problem.hpp"

namespace khomo::search {
namespace {

using catalog::FieldType;

[[noreturn]] void not_a(const std::string& parameter, std::string_view text, const std::string& wanted_vi, const std::string& wanted_en) {
    throw RequestFault(parameter, {"«" + shown(text) + "» không phải " + wanted_vi, "«" + shown(text) + "» is not " + wanted_en});
}

catalog::Value parse_whole(const std::string& parameter, std::string_view text) {
    if (const auto whole = parse_integer(text)) {
        return *whole;
    }
    if (const auto real = parse_double(text)) {
        return *real;  // so_luong__gt=1.5 is a fair question
    }
    not_a(parameter, text, "số nguyên", "a whole number");
}

catalog::Value parse_instant_or_date(const std::string& parameter, std::string_view text) {
    const auto instant = parse_instant(text);
    if (!instant) {
        not_a(parameter, text, "thời điểm như 2026-05-13T08:00:00+07:00", "an instant such as 2026-05-13T08:00:00+07:00");
    }
    return to_iso_utc(*instant);
}

}  // namespace

std::string shown(std::string_view text) {
    if (!is_valid_utf8(text)) {
        return "?";
    }
    std::string cut(text.substr(0, 60));
    while (!is_valid_utf8(cut)) {
        cut.pop_back();
    }
    return cut;
}

catalog::Value parse_value(const std::string& parameter, const catalog::Field& field, Operator op, std::string_view text) {
    if (!is_valid_utf8(text)) {
        throw RequestFault(parameter, {"Giá trị không phải UTF-8", "The value is not UTF-8"});
    }
    if (op == Operator::startswith || op == Operator::contains || op == Operator::search) {
        return to_nfc(text);
    }
    switch (field.type) {
        case FieldType::integer: return parse_whole(parameter, text);
        case FieldType::number: {
            const auto value = parse_double(text);
            if (!value) {
                not_a(parameter, text, "số (dấu chấm thập phân)", "a number (decimal point)");
            }
            return *value;
        }
        case FieldType::boolean:
            if (text != "true" && text != "1" && text != "false" && text != "0") {
                not_a(parameter, text, "true hoặc false", "true or false");
            }
            return text == "true" || text == "1";
        case FieldType::date: {
            const auto date = parse_iso_date(text);
            if (!date) {
                not_a(parameter, text, "ngày như 2026-05-13 (cả năm hay tháng: dùng __startswith)", "a date such as 2026-05-13 (for a year or month use __startswith)");
            }
            return to_iso(*date);
        }
        case FieldType::datetime: return parse_instant_or_date(parameter, text);
        case FieldType::string:
        case FieldType::period: break;
    }
    return to_nfc(text);
}

std::vector<std::string> split_list(const std::string& parameter, std::string_view text) {
    std::vector<std::string> parts;
    std::size_t at = 0;
    for (;;) {
        while (at < text.size() && text[at] == ' ') {
            ++at;
        }
        std::string part;
        if (at < text.size() && text[at] == '"') {
            for (++at;; ++at) {
                if (at >= text.size()) {
                    throw RequestFault(parameter, {"Dấu ngoặc kép chưa đóng", "A quotation mark is not closed"});
                }
                if (text[at] == '"' && (at + 1 == text.size() || text[at + 1] != '"')) {
                    break;
                }
                at += text[at] == '"' ? 1 : 0;
                part += text[at];
            }
            at = std::min(text.find_first_not_of(' ', at + 1), text.size());
            if (at < text.size() && text[at] != ',') {
                throw RequestFault(parameter, {"Sau dấu ngoặc kép đóng phải là dấu phẩy", "A comma must follow a closing quotation mark"});
            }
        } else {
            const auto end = std::min(text.find(',', at), text.size());
            part = trim(text.substr(at, end - at));
            at = end;
        }
        parts.push_back(std::move(part));
        if (at >= text.size()) {
            return parts;
        }
        ++at;
    }
}

std::size_t field_of(const std::string& parameter, const std::string& name, const TableSchema& schema) {
    const auto field = schema.find(name);
    if (!field) {
        auto names = schema.field_names();
        const auto near = nearest(shown(name), names);
        throw RequestFault(parameter, {"Không có trường «" + shown(name) + "»", "There is no field «" + shown(name) + "»"}, std::move(names), near);
    }
    return *field;
}

std::size_t number_of(const std::string& parameter, const std::string& value, std::int64_t most) {
    const auto number = parse_integer(value);
    if (!number || *number < 0 || *number > most) {
        throw RequestFault(parameter, {parameter + " là số từ 0 đến " + std::to_string(most), parameter + " is a number from 0 to " + std::to_string(most)});
    }
    return static_cast<std::size_t>(*number);
}

}  // namespace khomo::search
