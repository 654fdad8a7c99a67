// SPDX-License-Identifier: GPL-3.0-or-later

#include <fstream>

#include "catalog/base/file.hpp"
#include "catalog/read/catalogue_reader.hpp"
#include "catalog/read/code_list_reader.hpp"
#include "tests/support/show_lists.hpp"

using namespace khomo;
using Told = std::vector<std::string>;

namespace {

/// Reads one dataset file with this contract below a front matter that is in order.
class OneEntry {
public:
    explicit OneEntry(const std::string& contract) {
        std::filesystem::create_directory(folder_.path() / "datasets");
        const auto file = folder_.path() / "datasets/thu.md";
        std::ofstream(file) << "---\ntitle: {vi: Thử}\nagency: a\ntheme: b\nclass: aggregated\nfrequency: yearly\n" << contract << "---\nChữ.\n";
        entry = catalog::read_entry(file, folder_.path(), findings);
    }
    Told told() const {
        Told list;
        for (const auto& finding : findings.sorted()) {
            list.push_back(finding.rule + ": " + finding.message.en);
        }
        return list;
    }
    catalog::CatalogEntry entry;
    catalog::Findings findings;

private:
    TemporaryFolder folder_;
};

constexpr const char* kFields =
    "key: [xa]\nfields:\n  - {name: xa, type: string, codelist: units}\n  - {name: a, type: integer}\n  - {name: b, type: number, equals: a * 2, tolerance: 0.5}\n"
    "  - {name: cha, type: string, references: {dataset: khac, field: ma}}\n";

}  // namespace

TEST_CASE("the rules of a contract are read as they are written") {
    const OneEntry one(std::string(kFields) +
                       "rows: {min: 75, by: [xa]}\nchecks:\n  - {check: a > 0, severity: warn}\n  - {check: b > a, message: {vi: Sai, en: Wrong}}\n"
                       "change: {rows_lost: 0.1, narrowing: false}\ntable: {totals_row: skip}\ndisclosure: {small_cells: 5, measures: [a, b], totals: {xa: \"14\"}, linked: [{dataset: x, by: []}]}\n");
    CHECK(one.told() == Told{});
    const auto& entry = one.entry;
    CHECK(entry.row_count.min == 75);
    CHECK_FALSE(entry.row_count.max.has_value());
    CHECK(entry.conditions.size() == 2);
    CHECK(entry.conditions[0].warns);
    CHECK_FALSE(entry.conditions[1].warns);
    CHECK(entry.change.rows_lost == 0.1);
    CHECK(entry.change.keys_lost == 0.3);
    CHECK_FALSE(entry.change.narrowing);
    CHECK(entry.table.totals_row == "skip");
    CHECK(entry.disclosure.totals.at("xa") == "14");
    CHECK(entry.disclosure.linked.size() == 1);
    CHECK(entry.field("b")->tolerance == 0.5);
    CHECK(entry.field("cha")->references->dataset == "khac");
}

TEST_CASE("where values may be withheld the entry has the field that says so, once") {
    const OneEntry one(std::string(kFields) + "disclosure: {small_cells: 5, measures: [a]}\n");
    REQUIRE(one.entry.field("an_so_lieu") != nullptr);
    CHECK(one.entry.field("an_so_lieu")->made);
    CHECK(one.entry.disclosure.status == "an_so_lieu");
    const OneEntry named(std::string(kFields) + "  - {name: che, type: string}\ndisclosure: {small_cells: 5, measures: [a], status: che}\n");
    CHECK(named.entry.fields.size() == 5);
    CHECK(named.entry.field("che")->made);
    const OneEntry coarse("geometry: {type: point, crs: EPSG:4326}\nfields:\n  - {name: xa, type: string, codelist: units}\ndisclosure: {geometry: centroid}\n");
    CHECK(coarse.told() == Told{});
    CHECK(coarse.entry.fields.size() == 1);
}

TEST_CASE("rules that cannot be kept are told when the folder is read") {
    CHECK(OneEntry("fields:\n  - {name: a, type: integer, equals: c + 1}\n").told() == Told{"catalogue/contract: «c + 1»: There is no field «c»"});
    CHECK(OneEntry("fields:\n  - {name: a, type: integer}\nchecks:\n  - {check: a + 1}\n").told() == Told{"catalogue/contract: «a + 1»: is no condition"});
    CHECK(OneEntry("fields:\n  - {name: a, type: string, equals: \"1\"}\n").told() == Told{"catalogue/contract: The field «a» is no number"});
    CHECK(OneEntry("fields:\n  - {name: a, type: integer}\nchange: {rows_lost: 20}\n").told() == Told{"catalogue/contract: «rows_lost» is a share from 0 to 1"});
    CHECK(OneEntry("fields:\n  - {name: a, type: integer}\ndisclosure: {small_cells: 5, measures: [a]}\n").told() ==
          Told{"catalogue/contract: A key or disclosure.dimensions is needed to tell the cells apart"});
    CHECK(OneEntry("key: [a]\nfields:\n  - {name: a, type: string}\ndisclosure: {small_cells: 5, measures: [a]}\n").told() == Told{"catalogue/contract: The field «a» is no number"});
    CHECK(OneEntry("geometry: {type: polygon, crs: EPSG:4326}\nfields:\n  - {name: a, type: string}\ndisclosure: {geometry: grid}\n").told() ==
          Told{"catalogue/contract: disclosure.geometry coarsens points only"});
    CHECK(OneEntry("fields:\n  - {name: a, type: integer}\ndisclosure: {smal_cells: 5}\n").told().size() == 1);
}

TEST_CASE("a code list is read with its quotes, and told where it is wrong") {
    catalog::Findings findings;
    const auto codes = catalog::read_code_list("\xEF\xBB\xBF" "code,title_vi,title_en\r\nI,\"Hạng \"\"I\"\", lớn\",Class I\n\nII,Hạng II,\nII,Hai lần,Twice\nIII,thiếu\n", "codelists/hang.csv", findings);
    REQUIRE(codes.size() == 3);
    CHECK(codes[0].title.vi == "Hạng \"I\", lớn");
    CHECK(codes[1].title.in(Lang::en) == "Hạng II");
    Told told;
    for (const auto& finding : findings.sorted()) {
        told.push_back(finding.rule + " " + std::to_string(finding.place.line));
    }
    CHECK(told == Told{"catalogue/code-list 5", "catalogue/code-list 6"});
    findings = catalog::Findings();
    CHECK(catalog::read_code_list("ma,ten\nI,x\n", "codelists/hang.csv", findings).empty());
    CHECK(findings.blocked());
}

TEST_CASE("a divided commune of before has a line for each unit it went into") {
    catalog::Findings findings;
    const auto units = catalog::read_former_units("old_code,old_name,old_district,new_code,part\n1,Xã A,Huyện X,9,full\n2,Xã B,Huyện X,9,partial\n2,Xã B,Huyện X,8,partial\n", "former-units.csv", findings);
    CHECK(findings.empty());
    REQUIRE(units.size() == 3);
    CHECK(units[0].whole);
    CHECK_FALSE(units[2].whole);
    CHECK(units[2].now == "8");
}
