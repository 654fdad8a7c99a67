// SPDX-License-Identifier: GPL-3.0-or-later
// What other dialects take from outside: a filter in CQL2 (text, or JSON where it begins with a brace), and a search of CKAN's catalogue (behind a question mark).

#include <nlohmann/json.hpp>

#include "search/dialects/ckan_call.hpp"
#include "search/dialects/ckan_query.hpp"
#include "search/dialects/cql2_filter.hpp"
#include "search/dialects/cql2_text.hpp"
#include "search/rows/sql_compiler.hpp"
#include "tests/fuzz/target.hpp"

namespace khomo::fuzz {
namespace {

search::TableSchema schema() {
    search::TableSchema schema;
    schema.table = "cho";
    for (const auto& [name, type] : {std::pair{"ma", catalog::FieldType::string}, std::pair{"gia", catalog::FieldType::number}, std::pair{"so", catalog::FieldType::integer}, std::pair{"ngay", catalog::FieldType::date},
                                     std::pair{"luc", catalog::FieldType::datetime}, std::pair{"co", catalog::FieldType::boolean}, std::pair{"ky", catalog::FieldType::period}}) {
        catalog::Field field;
        field.name = name;
        field.type = type;
        schema.fields.push_back(std::move(field));
        schema.indexed.push_back(false);
    }
    schema.spatial = true;
    return schema;
}

}  // namespace

void run(std::string_view input) {
    static const auto kSchema = schema();
    if (input.starts_with('?')) {
        try {
            const auto query = search::CkanQuery::parse(input.substr(1), Instant{1790000000});
            search::PublishedDataset dataset;
            dataset.words = search::searchable("Chợ Đồng Đúa");
            query.score(dataset);
        } catch (const search::CkanFault&) {
            // refused
        }
        return;
    }
    const auto expression = input.starts_with('{') ? search::parse_cql2_json("filter", input) : search::parse_cql2_text("filter", input);
    const auto filter = search::cql2_filter("filter", expression, kSchema, search::ogc_crs_list().front());
    canonical(filter);
    search::SqlCompiler(kSchema).count(filter);
}

std::vector<std::string> seeds() {
    return {"ma = 'C001' AND NOT (gia BETWEEN 1 AND 1e3 OR so IN (1,-2,3)) AND \"ky\" <> '2026'",
            "CASEI(ACCENTI(ma)) LIKE CASEI(ACCENTI('%cho%')) OR ma LIKE 'C%' OR co IS NOT NULL",
            "S_INTERSECTS(geometry, POLYGON((103 21,104 21,104 22,103 21),(103.1 21.1,103.2 21.1,103.2 21.2,103.1 21.1))) AND S_INTERSECTS(geom, BBOX(1,2,3,4))",
            "S_INTERSECTS(geometry, MULTIPOINT((1 2),(3 4))) OR S_INTERSECTS(MULTIPOLYGON(((1 2,3 4,5 6,1 2))), geometry)",
            "T_DURING(ngay, INTERVAL('2026-01-01','..')) AND T_AFTER(luc, TIMESTAMP('2026-05-13T08:00:00Z')) OR ngay < DATE('2026-05-13')",
            R"({"op":"and","args":[{"op":"=","args":[{"property":"co"},true]},{"op":"s_intersects","args":[{"property":"geometry"},{"type":"LineString","coordinates":[[1,2],[3,4]]}]}]})",
            R"({"op":"not","args":[{"op":"in","args":[{"property":"so"},[1,2,3]]}]})",
            R"({"op":"t_intersects","args":[{"property":"luc"},{"interval":["2026-01-01T00:00:00Z","2026-02-01"]}]})",
            "?title:\"chợ đồng\" +res_format:(csv OR xlsx) -groups:a AND metadata_modified:[NOW-7DAYS/DAY TO *] num_tags:{1 TO 5]",
            "?name:du-* || !(a && \"b c\"~2)^3 *:*"};
}

}  // namespace khomo::fuzz
