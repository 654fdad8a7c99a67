// SPDX-License-Identifier: GPL-3.0-or-later
// An entry of the catalogue: front matter and Markdown.

#include "catalog/read/catalogue_reader.hpp"
#include "tests/fuzz/target.hpp"

namespace khomo::fuzz {

void run(std::string_view input) {
    const auto path = file_of(input, "ho-chua.md");
    catalog::Findings findings;
    catalog::read_entry(path, path.parent_path(), findings);
}

std::vector<std::string> seeds() {
    return {R"yaml(---
title: {vi: Hồ chứa, en: Reservoirs}
agency: so-a
theme: nuoc
class: open
decision: {number: "1/QĐ", date: 2026-06-01, signer: A}
licence: cc-by-4.0
frequency: yearly
table: {encoding: auto, header_rows: 2, "null": ["-"]}
attachments: [{file: "*.pdf", title: Bản đồ}]
key: [ma]
fields:
  - {name: ma, type: string, required: true, pattern: "HC[0-9]{4}"}
  - {name: so, type: number, unit: m, min: 0, codelist: [{code: a, title: b}]}
views: {table: {columns: [ma], sort: -so}, chart: [{kind: bar, x: ma, y: so}]}
---
# Mô tả
)yaml",
            "no front matter", "---\ntitle: [\n---\n"};
}

}  // namespace khomo::fuzz
