// SPDX-License-Identifier: GPL-3.0-or-later
// The query string of a rows request.

#include "search/dialects/address.hpp"
#include "search/dialects/row_parameters.hpp"
#include "tests/fuzz/target.hpp"

namespace khomo::fuzz {
namespace {

search::TableSchema schema() {
    search::TableSchema schema;
    schema.table = "cho";
    const auto add = [&](const char* name, catalog::FieldType type) {
        catalog::Field field;
        field.name = name;
        field.type = type;
        schema.fields.push_back(std::move(field));
        schema.indexed.push_back(type == catalog::FieldType::string);
    };
    add("ma", catalog::FieldType::string);
    add("gia", catalog::FieldType::number);
    add("so", catalog::FieldType::integer);
    add("ngay", catalog::FieldType::date);
    add("luc", catalog::FieldType::datetime);
    add("co", catalog::FieldType::boolean);
    add("ky", catalog::FieldType::period);
    schema.spatial = true;
    return schema;
}

}  // namespace

void run(std::string_view input) {
    static const auto kSchema = schema();
    search::ApiRequest request;
    request.path = "/api/v1/datasets/cho/rows";
    for (std::size_t at = 0; at <= input.size();) {
        const auto end = std::min(input.find('&', at), input.size());
        const auto part = input.substr(at, end - at);
        const auto equals = std::min(part.find('='), part.size());
        request.query.emplace_back(part.substr(0, equals), part.substr(std::min(equals + 1, part.size())));
        at = end + 1;
    }
    search::address_with(request, "_cursor", "x");
    search::parse_version(request);
    search::parse_row_request(request, kSchema);
}

std::vector<std::string> seeds() {
    return {"ma=C001&gia__gte=100.5&_limit=10",
            "or=(ma.C001,and(gia__gt.1,not(ma__contains.chợ)))&_sort=-gia,ma",
            "ma__in=a,\"b,c\"\"d\",e&_select=ma,gia&_bbox=103,20,105,22",
            "ngay__lt=2026-05-13&luc__gte=2026-05-13T08:00:00+07:00&co=true&so__lte=-5&ky=2026-Q3",
            "q=hồ chứa&_cursor=abc&_meta=1&_version=2&ma__isnull=false",
            "not=(ma__in.(a,b),ma__search.\"x y\")"};
}

}  // namespace khomo::fuzz
