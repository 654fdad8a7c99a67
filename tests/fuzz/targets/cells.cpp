// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers, dates, periods and texts as people write them.

#include "builder/gate/cell_parser.hpp"
#include "builder/gate/cell_text.hpp"
#include "catalog/base/text.hpp"
#include "tests/fuzz/target.hpp"

namespace khomo::fuzz {

void run(std::string_view input) {
    if (!is_valid_utf8(input)) {
        return;  // the reader has refused such a cell
    }
    std::string scratch;
    builder::TextTraits traits;
    const auto text = builder::clean_cell(input, scratch, traits);
    if (text.empty()) {
        return;
    }
    for (const auto type : {catalog::FieldType::string, catalog::FieldType::integer, catalog::FieldType::number, catalog::FieldType::boolean, catalog::FieldType::date,
                            catalog::FieldType::datetime, catalog::FieldType::period}) {
        for (const auto kind : {catalog::RawCell::Kind::text, catalog::RawCell::Kind::number, catalog::RawCell::Kind::date}) {
            catalog::RawCell cell;
            cell.kind = kind;
            cell.text = text;
            cell.number = static_cast<double>(text.size()) * 1234.5;
            builder::ColumnStyle style;
            catalog::Value value;
            builder::parse_cell(type, cell, text, style, value);
            builder::parse_cell(type, cell, text, style, value);
        }
    }
}

std::vector<std::string> seeds() {
    return {"1.234,5", "-12", "1e3", "3.000", "13/05/2026", "ngày 13 tháng 5 năm 2026", "Quý III/2026", "6 tháng đầu năm 2026", "2026-05-13T08:30:00+07:00", "x", "không", "Hồ\u00A0A\u200B"};
}

}  // namespace khomo::fuzz
