// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>

#include "builder/gate/contract_check.hpp"
#include "catalog/base/wkb.hpp"
#include "tests/support/show_lists.hpp"

using namespace khomo;
using builder::CheckedRows;
using catalog::FieldType;
using catalog::RawCell;
using Told = std::vector<std::string>;

namespace {

/// Rows that a test wrote; every cell is text unless it is put in otherwise.
class WrittenRows : public catalog::RawReader {
public:
    WrittenRows(std::vector<std::string> columns, const std::vector<std::vector<std::string>>& rows) {
        header_.file = "a.csv";
        header_.columns = std::move(columns);
        header_.header_row = 1;
        for (const auto& texts : rows) {
            auto& row = rows_.emplace_back();
            row.row = rows_.size() + 1;
            for (const auto& text : texts) {
                row.cells.push_back({text.empty() ? RawCell::Kind::empty : RawCell::Kind::text, text, 0});
            }
        }
    }
    const catalog::RawHeader& header() const override { return header_; }
    bool next(catalog::RawRow& row) override {
        if (at_ == rows_.size()) {
            return false;
        }
        row = rows_[at_++];
        return true;
    }
    std::vector<catalog::RawRow>& rows() { return rows_; }

private:
    catalog::RawHeader header_;
    std::vector<catalog::RawRow> rows_;
    std::size_t at_ = 0;
};

class Contract {
public:
    catalog::Catalogue catalogue;
    catalog::CatalogEntry entry;
    catalog::Delivery delivery;
    catalog::Findings findings;
    std::vector<catalog::Row> rows;
    std::vector<std::uint64_t> numbers;

    Contract() {
        catalogue.units = {{"03646", {"Phường Tô Hiệu", "Tô Hiệu Ward"}, "phường"}, {"03664", {"Phường Chiềng An", ""}, "phường"}};
        catalogue.agencies.resize(1);
        catalogue.agencies[0].id = "so-y-te";
        catalogue.agencies[0].code = "H52.07";
        delivery.dataset = "thu";
        delivery.name = "dot-1";
    }
    catalog::Field& field(const std::string& name, FieldType type = FieldType::string) {
        catalog::Field made;
        made.name = name;
        made.column = name;
        made.type = type;
        return entry.fields.emplace_back(made);
    }
    Told check(WrittenRows reader) {
        CheckedRows checked(catalogue, entry, delivery, reader, findings);
        catalog::Row row;
        while (checked.next(row)) {
            rows.push_back(row);
            numbers.push_back(checked.row_number());
        }
        CHECK_FALSE(checked.next(row));
        return told();
    }
    Told told() const {
        Told list;
        for (const auto& finding : findings.sorted()) {
            list.push_back(std::string(to_string(finding.severity)) + " " + finding.rule + " " + std::to_string(finding.place.row) + " " + finding.place.column +
                           (finding.count > 1 ? " x" + std::to_string(finding.count) : ""));
            CHECK(finding.dataset == "thu");
            CHECK(finding.delivery == "dot-1");
            CHECK(finding.place.file == "a.csv");
            CHECK_FALSE(finding.message.vi.empty());
            CHECK_FALSE(finding.message.en.empty());
            CHECK_FALSE(finding.fix.vi.empty());
            CHECK_FALSE(finding.fix.en.empty());
        }
        return list;
    }
    std::string first_message() const { return findings.sorted().at(0).message.en; }
    std::string first_fix() const { return findings.sorted().at(0).fix.en; }
};

}  // namespace

TEST_CASE("columns are found by their heading, in the order of the contract, white space aside") {
    Contract contract;
    contract.field("b").column = "Cột  hai\n(ha)";
    contract.field("a");
    CHECK(contract.check({{"a", " Cột hai (ha) "}, {{"1", "2"}}}) == Told{});
    REQUIRE(contract.rows.size() == 1);
    CHECK(std::get<std::string>(contract.rows[0].values[0]) == "2");
    CHECK(std::get<std::string>(contract.rows[0].values[1]) == "1");
    CHECK(contract.numbers == std::vector<std::uint64_t>{2});
}

TEST_CASE("missing, undeclared, doubled and unnamed columns are told, ignored ones not") {
    Contract contract;
    contract.field("dien_tich").column = "Diện tích";
    contract.field("ten");
    contract.entry.ignore_columns = {"stt"};
    CHECK(contract.check({{"stt", "Diện tich", "ten", "ten", ""}, {{"1", "2", "x", "y", ""}, {"2", "3", "x", "y", "9"}}}) ==
          Told{"block contract/column-undeclared 1 Diện tich", "block contract/column-missing 1 Diện tích", "block contract/column-duplicate 1 ten",
               "block contract/column-unnamed 3 "});
    CHECK(contract.first_message() == "The column «Diện tich» is not declared in the catalogue; «Diện tích»?");
}

TEST_CASE("a file without any declared column is not read further") {
    Contract contract;
    contract.field("a");
    CHECK(contract.check({{"x"}, {{"1"}}}) == Told{"block contract/no-rows 0 ", "block contract/column-missing 1 a", "block contract/column-undeclared 1 x"});
}

TEST_CASE("a letter in a number is refused with row, column and the way out, and the other rows stay") {
    Contract contract;
    contract.field("ma");
    contract.field("so", FieldType::number);
    CHECK(contract.check({{"ma", "so"}, {{"01", "1,5"}, {"02", "2,x"}, {"03", "3,5"}}}) == Told{"block contract/type 3 so"});
    CHECK(contract.first_message() == "«2,x» is not a number");
    CHECK(contract.first_fix().find("number alone") != std::string::npos);
    CHECK(contract.numbers == std::vector<std::uint64_t>{2, 4});
}

TEST_CASE("a later row settles how a column writes decimals, and none does not") {
    Contract settled;
    settled.field("so", FieldType::number);
    CHECK(settled.check({{"so"}, {{"3.000"}, {"1.234,5"}}}) == Told{});
    CHECK(std::get<double>(settled.rows[0].values[0]) == 3000);
    Contract open;
    open.field("so", FieldType::number);
    CHECK(open.check({{"so"}, {{"3.000"}, {"12"}}}) == Told{"block contract/decimal-ambiguous 2 so"});
    Contract mixed;
    mixed.field("so", FieldType::number);
    CHECK(mixed.check({{"so"}, {{"1,5"}, {"1.5"}}}) == Told{"block contract/decimal-mixed 3 so"});
    Contract declared;
    declared.field("so", FieldType::number);
    declared.entry.table.decimal = "dot";
    CHECK(declared.check({{"so"}, {{"3.000"}}}) == Told{});
    CHECK(std::get<double>(declared.rows[0].values[0]) == 3);
}

TEST_CASE("dates with the month first and with a time stop") {
    Contract contract;
    contract.field("ngay", FieldType::date);
    WrittenRows rows({"ngay"}, {{"05/13/2026"}, {"x"}, {"y"}});
    rows.rows()[1].cells[0] = {RawCell::Kind::date, "2026-05-13T08:00:00", 0};
    rows.rows()[2].cells[0] = {RawCell::Kind::number, "46155", 46155};
    CHECK(contract.check(rows) == Told{"block contract/date-order 2 ngay", "block contract/date-time 3 ngay", "warn contract/date-serial 4 ngay"});
    REQUIRE(contract.rows.size() == 1);
    CHECK(std::get<std::string>(contract.rows[0].values[0]) == "2026-05-13");
}

TEST_CASE("declared nulls are nulls, and required cells refuse them") {
    Contract contract;
    contract.entry.table.nulls = {"-", "không có"};
    contract.field("so", FieldType::integer);
    contract.field("ten").required = true;
    CHECK(contract.check({{"so", "ten"}, {{"-", "a"}, {"", "b"}, {"không có", "-"}, {"1", "  "}}}) ==
          Told{"block contract/required 4 ten", "block contract/required 5 ten"});
    REQUIRE(contract.rows.size() == 2);
    CHECK(std::holds_alternative<std::monostate>(contract.rows[0].values[0]));
}

TEST_CASE("ranges, patterns and lists are kept") {
    Contract contract;
    auto& number = contract.field("so", FieldType::integer);
    number.min = 0;
    number.max = 10;
    contract.field("ma").pattern = "HC[0-9]{2}";
    contract.field("xa").codelist = "units";
    contract.field("cq").codelist = "agencies";
    contract.field("loai").codes = {{"A", {"Loại một", ""}}, {"B", {"Loại hai", ""}}};
    CHECK(contract.check({{"so", "ma", "xa", "cq", "loai"},
                          {{"0", "HC01", "03646", "so-y-te", "A"},
                           {"10", "HC02", "03664", "H52.07", "B"},
                           {"-1", "HC1", "3646", "y-te", "loại hai"},
                           {"11", "HC03", "03646", "so-y-te", "A"}}}) == Told{"block contract/codelist 4 cq", "block contract/codelist 4 loai",
                                                                              "block contract/pattern 4 ma", "block contract/range 4 so", "block contract/codelist 4 xa",
                                                                              "block contract/range 5 so"});
    const auto sorted = contract.findings.sorted();
    CHECK(sorted[1].fix.en.find("«B»") != std::string::npos);
    CHECK(sorted[3].message.en == "«-1» is below 0");
    CHECK(sorted[4].fix.en.find("«03646»") != std::string::npos);
    CHECK(contract.rows.size() == 2);
}

TEST_CASE("codes get their zeros back with a warning, other lengths block") {
    Contract contract;
    contract.field("xa").codelist = "units";
    contract.entry.fields[0].length = 5;
    CHECK(contract.check({{"xa"}, {{"3646"}, {"03664"}, {"036640"}, {"ABC"}}}) ==
          Told{"block contract/length 4 xa", "block contract/length 5 xa", "warn contract/padded 2 xa"});
    CHECK(std::get<std::string>(contract.rows[0].values[0]) == "03646");
}

TEST_CASE("a number kept by a spreadsheet is text with its own digits, too many are refused") {
    Contract contract;
    contract.field("ma");
    WrittenRows rows({"ma"}, {{"x"}, {"y"}});
    rows.rows()[0].cells[0] = {RawCell::Kind::number, "0123", 123};
    rows.rows()[1].cells[0] = {RawCell::Kind::number, "1234567890123456800", 1234567890123456800.0};
    CHECK(contract.check(rows) == Told{"block contract/long-number 3 ma"});
    CHECK(std::get<std::string>(contract.rows[0].values[0]) == "0123");
}

TEST_CASE("text is cleaned, and what was wrong with it is told") {
    Contract contract;
    contract.field("ten");
    CHECK(contract.check({{"ten"}, {{" Ru\u031B\u0300ng "}, {"Sơn\u200B La"}, {"a\x02"}, {"b\uFFFD"}, {"\u00D0à"}, {"Rá»«ng"}}}) ==
          Told{"block text/control 4 ten", "block text/replacement 5 ten", "block text/mojibake 7 ten", "warn text/eth 6 ten", "info text/nfc 2 ten",
               "info text/invisible 3 ten"});
    CHECK(std::get<std::string>(contract.rows[0].values[0]) == "Rừng");
    CHECK(std::get<std::string>(contract.rows[1].values[0]) == "Sơn La");
}

TEST_CASE("unique fields and keys name the row that came first") {
    Contract contract;
    contract.field("so", FieldType::integer).unique = true;
    contract.field("a");
    contract.field("b");
    contract.entry.key = {"a", "b"};
    CHECK(contract.check({{"so", "a", "b"}, {{"1", "x", "y"}, {"01", "x", "z"}, {"", "x", "y"}, {"", "xy", ""}}}) ==
          Told{"block contract/unique 3 so", "block contract/key 4 a, b", "block contract/key-empty 5 a, b"});
    CHECK(contract.first_message() == "The value «1» stands in row 2 already");
}

TEST_CASE("composite keys do not run together") {
    Contract contract;
    contract.field("a");
    contract.field("b");
    contract.entry.key = {"a", "b"};
    CHECK(contract.check({{"a", "b"}, {{"1", "23"}, {"12", "3"}}}) == Told{});
}

TEST_CASE("a million faulty cells are twenty findings and a number") {
    Contract contract;
    contract.field("so", FieldType::integer);
    std::vector<std::vector<std::string>> rows(5000, {"sai"});
    const auto told = contract.check({{"so"}, rows});
    REQUIRE(told.size() == 20);
    CHECK(told.front() == "block contract/type 2 so");
    CHECK(told.back() == "block contract/type 21 so x4981");
    CHECK(contract.findings.blocking() == 5000);
}

TEST_CASE("values of a field flagged as personal are not quoted") {
    Contract contract;
    contract.field("so", FieldType::integer).unique = true;
    contract.entry.personal_data = {{"so", "", {}}};
    contract.check({{"so"}, {{"0912x"}, {"7"}, {"7"}}});
    for (const auto& finding : contract.findings.sorted()) {
        CHECK(finding.message.en.find("0912") == std::string::npos);
        CHECK(finding.message.en.find('7') == std::string::npos);
        CHECK(finding.message.en.find("•••") != std::string::npos);
    }
}

TEST_CASE("a table without rows is refused") {
    Contract contract;
    contract.field("a");
    CHECK(contract.check({{"a"}, {}}) == Told{"block contract/no-rows 0 "});
}

TEST_CASE("lines and polygons become their multiple kinds, points stay") {
    const std::string point = wkb_point(103.9, 21.3);
    for (const std::string type : {"point", "polygon"}) {
        Contract contract;
        contract.entry.geometry.emplace();
        contract.entry.geometry->type = type;
        contract.field("a");
        WrittenRows rows({"a"}, {{"1"}});
        rows.rows()[0].geometry = point;
        contract.check(rows);
        CHECK(wkb_type_name(contract.rows.at(0).geometry) == (type == "point" ? "Point" : "MultiPoint"));
    }
}

TEST_CASE("rows that sum up others are refused, left out or kept, as the contract says") {
    Contract contract;
    contract.field("xa");
    contract.field("so", FieldType::integer);
    const std::vector<std::vector<std::string>> rows = {{"Xã Mường Bú", "3"}, {"Tổng hợp", "4"}, {"TỔNG CỘNG", "7"}, {"Cộng (2 xã):", "7"}, {"Tổ dân phố Cộng Hòa", "1"}};
    SUBCASE("refused") {
        CHECK(contract.check({{"xa", "so"}, rows}) == Told{"block contract/totals-row 4 ", "block contract/totals-row 5 "});
        CHECK(contract.rows.size() == 3);
    }
    SUBCASE("left out") {
        contract.entry.table.totals_row = "skip";
        CHECK(contract.check({{"xa", "so"}, rows}) == Told{"info contract/totals-row 4  x2"});
        CHECK(contract.rows.size() == 3);
    }
    SUBCASE("kept") {
        contract.entry.table.totals_row = "keep";
        CHECK(contract.check({{"xa", "so"}, rows}) == Told{});
        CHECK(contract.rows.size() == 5);
    }
    SUBCASE("declared as a code") {
        contract.entry.fields[0].codes = {{"Tổng số", {"Cả tỉnh", ""}}, {"Xã A", {"Xã A", ""}}};
        CHECK(contract.check({{"xa", "so"}, {{"Xã A", "1"}, {"Tổng số", "1"}}}) == Told{});
    }
}

TEST_CASE("a heading in another unit than the declared one is refused with the way to convert") {
    Contract contract;
    auto& area = contract.field("dien_tich", FieldType::number);
    area.column = "Diện tích (ha)";
    area.unit = "ha";
    SUBCASE("the same unit, written in full") { CHECK(contract.check({{"Diện tích (hecta)"}, {{"1.5"}}}) == Told{}); }
    SUBCASE("another unit of area") {
        CHECK(contract.check({{"Diện tích (m²)"}, {{"1.5"}}}) == Told{"block contract/unit 1 Diện tích (m²)"});
        CHECK(contract.first_fix() == "Convert the figures to ha (÷10000), or mend unit in the catalogue");
    }
    SUBCASE("a unit nobody knows is another heading") {
        CHECK(contract.check({{"Diện tích (sào Bắc Bộ)"}, {{"1.5"}}}) ==
              Told{"block contract/no-rows 0 ", "block contract/column-missing 1 Diện tích (ha)", "block contract/column-undeclared 1 Diện tích (sào Bắc Bộ)"});
    }
    SUBCASE("the contract says two things") {
        area.unit = "km²";
        CHECK(contract.check({{"Diện tích (ha)"}, {{"1.5"}}}) == Told{"block contract/unit 1 Diện tích (ha)"});
    }
}

TEST_CASE("communes of before the change of boundaries are told with the one they became") {
    Contract contract;
    contract.catalogue.former_units = {{"03646", "Phường Chiềng Lề", "Thành phố Sơn La", "03646", true}, {"03650", "Phường Quyết Thắng", "Thành phố Sơn La", "03646", true},
                                       {"03651", "Xã Chiềng An", "Thành phố Sơn La", "03664", false}};
    contract.field("xa").codelist = "units";
    CHECK(contract.check({{"xa"}, {{"03646"}, {"03650"}, {"Quyết Thắng"}, {"xã chiềng an"}, {"99999"}}}) ==
          Told{"block contract/former-unit 3 xa", "block contract/former-unit 4 xa", "block contract/former-unit 5 xa", "block contract/codelist 6 xa"});
    CHECK(contract.first_fix() == "Use today's code: Phường Quyết Thắng (Thành phố Sơn La) → 03646 Phường Tô Hiệu");
}

TEST_CASE("a field that Khomo fills is no column of the file") {
    Contract contract;
    contract.field("a");
    contract.field("an_so_lieu").made = true;
    SUBCASE("as it should be") {
        CHECK(contract.check({{"a"}, {{"1"}}}) == Told{});
        CHECK(std::holds_alternative<std::monostate>(contract.rows.at(0).values.at(1)));
    }
    SUBCASE("delivered all the same") { CHECK(contract.check({{"a", "an_so_lieu"}, {{"1", "x"}}}) == Told{"block contract/column-undeclared 1 an_so_lieu"}); }
}

TEST_CASE("values that may be suppressed are not quoted") {
    Contract contract;
    contract.field("nam_sinh", FieldType::integer).max = 2026;
    contract.entry.disclosure.quasi = {"nam_sinh"};
    CHECK(contract.check({{"nam_sinh"}, {{"2999"}}}) == Told{"block contract/range 2 nam_sinh"});
    CHECK(contract.first_message().find("2999") == std::string::npos);
}
