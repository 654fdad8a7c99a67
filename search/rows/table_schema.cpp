// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/base/error.hpp"
#include "catalog/store/sqlite.hpp"
#include "search/rows/row_table.hpp"

namespace khomo::search {
namespace {

/// Code lists stand in the dataset's document; the columns of an old version in its own file.
void add_codes(catalog::Field& field, const DatasetDescription& dataset) {
    for (const auto& declared : dataset.fields) {
        if (declared.name == field.name) {
            field.codelist = declared.codelist;
            field.codes = declared.codes;
            field.required = declared.required;
        }
    }
}

std::vector<catalog::Field> read_fields(const catalog::Database& database, const DatasetDescription& dataset) {
    std::vector<catalog::Field> fields;
    auto rows = database.prepare("SELECT name, type, unit, title_vi, title_en, description_vi, description_en FROM khomo_fields ORDER BY position");
    while (rows.step()) {
        catalog::Field field;
        field.name = rows.text(0);
        const auto type = catalog::parse_field_type(rows.text(1));
        if (!type) {
            throw Error(ErrorKind::store, {"khomo_fields có kiểu lạ", "khomo_fields has an unknown type"});
        }
        field.type = *type;
        field.unit = rows.text(2);
        field.title = {std::string(rows.text(3)), std::string(rows.text(4))};
        field.description = {std::string(rows.text(5)), std::string(rows.text(6))};
        add_codes(field, dataset);
        fields.push_back(std::move(field));
    }
    return fields;
}

}  // namespace

TableSchema read_schema(const std::filesystem::path& path, const VersionDescription& version, const DatasetDescription& dataset) {
    const catalog::Database database(path, catalog::Database::Mode::immutable);
    TableSchema schema;
    schema.table = version.table;
    schema.fields = read_fields(database, dataset);
    schema.indexed.resize(schema.fields.size());
    auto first_columns = database.prepare("SELECT i.name FROM pragma_index_list(?) l JOIN pragma_index_info(l.name) i WHERE i.seqno=0");
    first_columns.bind(1, std::string_view(schema.table));
    while (first_columns.step()) {
        if (const auto field = schema.find(first_columns.text(0))) {
            schema.indexed[*field] = true;
        }
    }
    auto geometry = database.prepare("SELECT 1 FROM pragma_table_info(?) WHERE name='geom'");
    schema.spatial = geometry.bind(1, std::string_view(schema.table)).step();
    return schema;
}

}  // namespace khomo::search
