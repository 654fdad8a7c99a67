// SPDX-License-Identifier: GPL-3.0-or-later
// approval.yaml, which an agency writes.

#include "catalog/read/catalogue_reader.hpp"
#include "tests/fuzz/target.hpp"

namespace khomo::fuzz {

void run(std::string_view input) {
    const auto path = file_of(input, "approval.yaml");
    catalog::Findings findings;
    catalog::read_delivery(path.parent_path(), "cho", findings);
}

std::vector<std::string> seeds() {
    return {R"yaml(dataset: cho
source_system: Kho thử nghiệm
period: "2026"
illustrative: true
steps:
  prepared: {by: "A (minh họa)", position: "Công chức", at: 2026-10-01T08:00:00+07:00, agency: so-a, document: "1/PT"}
files:
  - {path: cho.csv, sha256: 9f86d081884c7d65, bytes: 12, title: {vi: Chợ, en: Markets}}
)yaml",
            "dataset: &a [*a]\n", "? [1,2]\n: - x\n  - !!int 3\n"};
}

}  // namespace khomo::fuzz
