// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/gate/contract_check.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <queue>
#include <vector>

#include "builder/gate/duplicate_finder.hpp"
#include "builder/gate/field_check.hpp"
#include "builder/gate/rule.hpp"
#include "builder/gate/rule_tally.hpp"
#include "builder/gate/totals_label.hpp"
#include "builder/gate/unit_heading.hpp"
#include "builder/gate/value_text.hpp"
#include "catalog/base/text.hpp"
#include "catalog/base/wkb.hpp"

namespace khomo::builder {
namespace {

using catalog::RawCell;
using catalog::RawRow;
using catalog::Severity;
using catalog::Value;

/// Headings are compared cleaned, with every run of white space as one space.
std::string heading_key(std::string_view heading) {
    std::string key;
    for (const char c : clean_text(heading)) {
        const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!space) {
            key += c;
        } else if (!key.empty() && key.back() != ' ') {
            key += ' ';
        }
    }
    return key;
}

/// What has to be unique: one field, or the key.
struct UniqueRule {
    std::string_view rule;
    std::string column;  ///< as the finding names it
    std::vector<std::size_t> fields;
    bool personal = false;
    DuplicateFinder finder;
    std::uint64_t nulls = 0;
    std::uint64_t first_null = 0;
};

struct Duplicate {
    std::uint64_t row;
    std::uint64_t first_row;
    std::string key;
    bool operator<(const Duplicate& other) const { return row < other.row; }
};

}  // namespace

struct ContractCheck::State {
    const catalog::Catalogue& catalogue;
    const catalog::CatalogEntry& entry;
    const catalog::Delivery& delivery;
    catalog::Findings& findings;
    catalog::RawHeader header;
    std::vector<FieldCheck> fields;
    std::vector<int> column_of;        ///< of each field, its column in the file; -1 = missing
    std::vector<std::size_t> unnamed;  ///< columns without a heading
    std::optional<ColumnTally> unnamed_tally;
    std::vector<char> label_columns;  ///< of the file: whether a cell there can mark a row of totals
    std::optional<ColumnTally> totals_tally;
    std::uint64_t totals_skipped = 0;
    std::uint64_t first_skipped = 0;
    std::vector<UniqueRule> unique;
    std::string key;
    std::uint64_t rows = 0;

    State(const catalog::Catalogue& c, const catalog::CatalogEntry& e, const catalog::Delivery& d, catalog::Findings& f)
        : catalogue(c), entry(e), delivery(d), findings(f) {}

    void add(std::string_view rule, Severity severity, std::uint64_t row, const std::string& column, Text message, Text fix, std::uint64_t count = 1) const {
        catalog::Place place;
        place.file = header.file;
        place.sheet = header.sheet;
        place.row = row;
        place.column = column;
        auto finding = finding_of(rule, severity, delivery, std::move(place), std::move(message), std::move(fix));
        finding.count = count;
        findings.add(std::move(finding));
    }

    std::map<std::string, std::vector<std::size_t>> columns_by_heading() const;
    void match_fields(const std::map<std::string, std::vector<std::size_t>>& columns);
    void refuse_undeclared(const std::map<std::string, std::vector<std::size_t>>& columns) const;
    int column_without_unit(const catalog::Field& field, const std::map<std::string, std::vector<std::size_t>>& columns) const;
    void check_unit(const catalog::Field& field, const std::string& heading) const;
    void prepare_totals();
    bool is_totals_row(const RawRow& raw);
    void prepare_unique();
    void check_unnamed(const RawRow& raw);
    void note_keys(const catalog::Row& row, std::uint64_t number);
    void report_duplicates(UniqueRule& rule) const;
};

std::map<std::string, std::vector<std::size_t>> ContractCheck::State::columns_by_heading() const {
    std::map<std::string, std::vector<std::size_t>> columns;
    for (std::size_t i = 0; i < header.columns.size(); ++i) {
        columns[heading_key(header.columns[i])].push_back(i);
    }
    return columns;
}

void ContractCheck::State::match_fields(const std::map<std::string, std::vector<std::size_t>>& columns) {
    std::vector<std::string> headings;
    for (const auto& [heading, places] : columns) {
        headings.push_back(heading);
    }
    for (const auto& field : entry.fields) {
        const auto found = field.made ? columns.end() : columns.find(heading_key(field.column));
        column_of.push_back(found == columns.end() ? column_without_unit(field, columns) : static_cast<int>(found->second.front()));
        if (column_of.back() >= 0) {
            check_unit(field, header.columns[static_cast<std::size_t>(column_of.back())]);
        }
        if (found == columns.end()) {
            if (field.made || column_of.back() >= 0) {
                fields.emplace_back(catalogue, entry, field, delivery, header, findings);
                continue;
            }
            const auto near = nearest(field.column, headings);
            const auto hint = near.empty() ? std::string() : "; " + excerpt(near) + "?";
            add("contract/column-missing", Severity::block, header.header_row, field.column,
                {"Tệp thiếu cột «" + field.column + "»" + hint, "The file lacks the column «" + field.column + "»" + hint},
                {"Thêm cột, hoặc khai báo column cho trường " + field.name + " đúng tiêu đề trong tệp",
                 "Add the column, or declare the heading of the field " + field.name + " under column"});
        } else if (found->second.size() > 1) {
            add("contract/column-duplicate", Severity::block, header.header_row, field.column,
                {"Có " + std::to_string(found->second.size()) + " cột cùng tiêu đề «" + field.column + "»",
                 std::to_string(found->second.size()) + " columns share the heading «" + field.column + "»"},
                {"Mỗi cột một tiêu đề riêng", "Give each column a heading of its own"});
        }
        fields.emplace_back(catalogue, entry, field, delivery, header, findings);
    }
}

/// A heading that differs from the declared one in nothing but the unit behind it: the field is found, and check_unit has its say.
int ContractCheck::State::column_without_unit(const catalog::Field& field, const std::map<std::string, std::vector<std::size_t>>& columns) const {
    // XML knows fields by their names: a heading with spaces is no element.
    if (const auto named = field.made ? columns.end() : columns.find(heading_key(field.name)); named != columns.end()) {
        return static_cast<int>(named->second.front());
    }
    const auto wanted = field.made ? UnitHeading{} : split_unit(field.column);
    if (wanted.unit.empty()) {
        return -1;
    }
    for (const auto& [heading, places] : columns) {
        const auto other = split_unit(heading);
        if (!other.unit.empty() && heading_key(other.name) == heading_key(wanted.name) && compare_units(other.unit, wanted.unit) != UnitMatch::unknown) {
            return static_cast<int>(places.front());
        }
    }
    return -1;
}

void ContractCheck::State::check_unit(const catalog::Field& field, const std::string& heading) const {
    const auto unit = split_unit(heading).unit;
    const auto declared = field.unit.empty() ? split_unit(field.column).unit : field.unit;
    if (unit.empty() || declared.empty() || compare_units(unit, declared) != UnitMatch::different) {
        return;
    }
    const auto factor = conversion(unit, declared);
    const auto hint = factor.empty() ? std::string() : " (" + factor + ")";
    add("contract/unit", Severity::block, header.header_row, heading,
        {"Cột ghi theo " + excerpt(unit) + ", danh mục khai báo " + excerpt(declared), "The column is in " + excerpt(unit) + ", the catalogue declares " + excerpt(declared)},
        {"Đổi số liệu sang " + declared + hint + ", hoặc sửa unit trong danh mục", "Convert the figures to " + declared + hint + ", or mend unit in the catalogue"});
}

void ContractCheck::State::prepare_totals() {
    if (entry.table.totals_row == "keep") {
        return;
    }
    label_columns.assign(header.columns.size(), 1);
    for (std::size_t i = 0; i < entry.fields.size(); ++i) {
        const auto& field = entry.fields[i];
        const auto total = entry.disclosure.totals.find(field.name);
        const bool declared = (total != entry.disclosure.totals.end() && is_totals_label(total->second)) ||
                              std::any_of(field.codes.begin(), field.codes.end(), [](const auto& code) { return is_totals_label(code.code); });
        if (column_of[i] >= 0 && declared) {
            label_columns[static_cast<std::size_t>(column_of[i])] = 0;
        }
    }
    totals_tally.emplace(delivery, header, "", findings);
}

bool ContractCheck::State::is_totals_row(const RawRow& raw) {
    const auto count = std::min(raw.cells.size(), label_columns.size());
    for (std::size_t i = 0; i < count; ++i) {
        const auto& cell = raw.cells[i];
        if (cell.kind != RawCell::Kind::text || label_columns[i] == 0 || !is_totals_label(cell.text)) {
            continue;
        }
        if (entry.table.totals_row == "skip") {
            first_skipped = totals_skipped++ == 0 ? raw.row : first_skipped;
            return true;
        }
        totals_tally->add(CellRule::totals_row, raw.row, [&] {
            return FindingWords{{"Hàng " + excerpt(trim(cell.text)) + " là hàng cộng, không phải một hàng dữ liệu", "The row " + excerpt(trim(cell.text)) + " sums up others and is no row of data"},
                                {"Xóa hàng này khỏi tệp, hoặc khai báo table.totals_row: skip", "Delete the row, or declare table.totals_row: skip"}};
        });
        return true;
    }
    return false;
}

void ContractCheck::State::refuse_undeclared(const std::map<std::string, std::vector<std::size_t>>& columns) const {
    std::vector<std::string> known;
    for (std::size_t i = 0; i < entry.fields.size(); ++i) {
        if (column_of[i] >= 0) {
            known.push_back(heading_key(header.columns[static_cast<std::size_t>(column_of[i])]));
        } else if (!entry.fields[i].made) {
            known.push_back(heading_key(entry.fields[i].column));
        }
    }
    for (const auto& [heading, places] : columns) {
        const bool ignored = std::any_of(entry.ignore_columns.begin(), entry.ignore_columns.end(), [&, h = heading](const auto& name) { return heading_key(name) == h; });
        if (heading.empty() || ignored || std::find(known.begin(), known.end(), heading) != known.end()) {
            continue;
        }
        const auto near = nearest(heading, known);
        const auto hint = near.empty() ? std::string() : "; " + excerpt(near) + "?";
        add("contract/column-undeclared", Severity::block, header.header_row, header.columns[places.front()],
            {"Cột " + excerpt(heading) + " chưa được khai báo trong danh mục" + hint, "The column " + excerpt(heading) + " is not declared in the catalogue" + hint},
            {"Khai báo trường, hoặc ghi vào ignore_columns nếu không công bố", "Declare the field, or list it under ignore_columns if it is not to be published"});
    }
}

void ContractCheck::State::prepare_unique() {
    const auto index_of = [&](const std::string& name) {
        return static_cast<std::size_t>(std::find_if(entry.fields.begin(), entry.fields.end(), [&](const auto& field) { return field.name == name; }) -
                                        entry.fields.begin());
    };
    const auto is_personal = [&](const std::string& name) { return is_withheld(entry, name); };
    for (std::size_t i = 0; i < entry.fields.size(); ++i) {
        const auto& field = entry.fields[i];
        const bool is_key = entry.key.size() == 1 && entry.key[0] == field.name;
        if (field.unique && !is_key && column_of[i] >= 0) {
            unique.push_back({"contract/unique", field.column, {i}, is_personal(field.name), {}});
        }
    }
    if (entry.key.empty()) {
        return;
    }
    UniqueRule rule{"contract/key", "", {}, false, {}};
    for (const auto& name : entry.key) {
        const auto index = index_of(name);
        if (index == entry.fields.size() || column_of[index] < 0) {
            return;  // the missing column was told already
        }
        rule.fields.push_back(index);
        rule.column += (rule.column.empty() ? "" : ", ") + entry.fields[index].column;
        rule.personal = rule.personal || is_personal(name);
    }
    unique.push_back(std::move(rule));
}

void ContractCheck::State::check_unnamed(const RawRow& raw) {
    for (const auto column : unnamed) {
        if (column < raw.cells.size() && raw.cells[column].kind != RawCell::Kind::empty) {
            unnamed_tally->add(CellRule::unnamed_column, raw.row, [&] {
                const auto place = std::to_string(column + 1);
                return FindingWords{{"Cột thứ " + place + " không có tiêu đề nhưng có dữ liệu", "Column number " + place + " has data but no heading"},
                                    {"Đặt tiêu đề và khai báo cột, hoặc xóa dữ liệu ngoài bảng", "Give it a heading and declare it, or delete what does not belong"}};
            });
        }
    }
}

void ContractCheck::State::note_keys(const catalog::Row& row, std::uint64_t number) {
    for (auto& rule : unique) {
        key.clear();
        bool null = false;
        for (const auto field : rule.fields) {
            null = null || std::holds_alternative<std::monostate>(row.values[field]);
            append_key(key, row.values[field]);
            if (rule.fields.size() > 1) {
                key += kKeyBreak;
            }
        }
        if (!null) {
            rule.finder.add(key, number);
        } else if (++rule.nulls == 1) {
            rule.first_null = number;
        }
    }
}

void ContractCheck::State::report_duplicates(UniqueRule& rule) const {
    constexpr std::size_t kShown = 20;
    std::priority_queue<Duplicate> first;  // the earliest rows, the latest of them on top
    std::uint64_t total = 0;
    rule.finder.finish([&](std::uint64_t row, std::uint64_t first_row, std::string_view value) {
        ++total;
        first.push({row, first_row, std::string(value.substr(0, 400))});
        if (first.size() > kShown) {
            first.pop();
        }
    });
    std::vector<Duplicate> shown;
    for (; !first.empty(); first.pop()) {
        shown.push_back(first.top());
    }
    std::reverse(shown.begin(), shown.end());
    for (std::size_t i = 0; i < shown.size(); ++i) {
        auto& duplicate = shown[i];
        std::replace(duplicate.key.begin(), duplicate.key.end(), kKeyBreak, ' ');
        const auto value = rule.personal ? kMask : excerpt(trim(duplicate.key));
        const auto row = std::to_string(duplicate.first_row);
        const bool last = i + 1 == shown.size();
        add(rule.rule, Severity::block, duplicate.row, rule.column,
            {"Giá trị " + value + " đã có ở hàng " + row, "The value " + value + " stands in row " + row + " already"},
            {"Xóa hàng trùng, hoặc sửa mã", "Delete the repeated row, or mend the code"}, last ? total - i : 1);
    }
    if (rule.rule == "contract/key" && rule.nulls > 0) {
        add("contract/key-empty", Severity::block, rule.first_null, rule.column,
            {"Có " + std::to_string(rule.nulls) + " hàng thiếu khóa", std::to_string(rule.nulls) + " rows lack their key"},
            {"Điền đủ các cột của khóa", "Fill in the columns of the key"}, rule.nulls);
    }
}

ContractCheck::ContractCheck(const catalog::Catalogue& catalogue, const catalog::CatalogEntry& entry, const catalog::Delivery& delivery, catalog::Findings& findings)
    : state_(std::make_unique<State>(catalogue, entry, delivery, findings)) {}

ContractCheck::~ContractCheck() = default;

bool ContractCheck::header(const catalog::RawHeader& header) {
    auto& s = *state_;
    s.header = header;
    const auto columns = s.columns_by_heading();
    s.fields.reserve(s.entry.fields.size());
    s.match_fields(columns);
    s.refuse_undeclared(columns);
    if (const auto found = columns.find(""); found != columns.end()) {
        s.unnamed = found->second;
        s.unnamed_tally.emplace(s.delivery, s.header, "", s.findings);
    }
    s.prepare_unique();
    s.prepare_totals();
    return std::any_of(s.column_of.begin(), s.column_of.end(), [](int column) { return column >= 0; });
}

void ContractCheck::learn(const RawRow& raw) {
    auto& s = *state_;
    for (std::size_t i = 0; i < s.fields.size(); ++i) {
        const auto column = static_cast<std::size_t>(s.column_of[i]);
        if (s.column_of[i] >= 0 && column < raw.cells.size()) {
            s.fields[i].learn(raw.cells[column]);
        }
    }
}

bool ContractCheck::row(const RawRow& raw, catalog::Row& out) {
    auto& s = *state_;
    static const RawCell kEmpty;
    if (s.is_totals_row(raw)) {
        return false;
    }
    out.values.resize(s.fields.size());
    bool fine = true;
    for (std::size_t i = 0; i < s.fields.size(); ++i) {
        if (s.column_of[i] < 0) {
            out.values[i] = std::monostate();
            continue;
        }
        const auto column = static_cast<std::size_t>(s.column_of[i]);
        fine = s.fields[i].check(column < raw.cells.size() ? raw.cells[column] : kEmpty, raw.row, out.values[i]) && fine;
    }
    out.geometry = raw.geometry;
    if (!out.geometry.empty() && s.entry.geometry && s.entry.geometry->type != "point") {
        out.geometry = wkb_to_multi(std::move(out.geometry));
    }
    if (!s.unnamed.empty()) {
        s.check_unnamed(raw);
    }
    s.note_keys(out, raw.row);
    ++s.rows;
    return fine;
}

void ContractCheck::finish() {
    auto& s = *state_;
    for (auto& field : s.fields) {
        field.finish();
    }
    if (s.unnamed_tally) {
        s.unnamed_tally->finish();
    }
    if (s.totals_tally) {
        s.totals_tally->finish();
    }
    if (s.totals_skipped > 0) {
        const auto number = std::to_string(s.totals_skipped);
        s.add("contract/totals-row", Severity::info, s.first_skipped, "", {"Đã bỏ qua " + number + " hàng cộng", number + " rows that sum up others were left out"},
              {"Không cần làm gì", "Nothing has to be done"}, s.totals_skipped);
    }
    for (auto& rule : s.unique) {
        s.report_duplicates(rule);
    }
    if (s.rows == 0) {
        s.add("contract/no-rows", Severity::block, 0, "", {"Bảng không có hàng dữ liệu nào", "The table holds no row of data"},
              {"Giao tệp có dữ liệu", "Deliver a file with data"});
    }
}

struct CheckedRows::Window {
    std::vector<RawRow> rows;
    std::size_t next = 0;
    RawRow current;
    bool usable = false;
    bool finished = false;
};

CheckedRows::CheckedRows(const catalog::Catalogue& catalogue, const catalog::CatalogEntry& entry, const catalog::Delivery& delivery, catalog::RawReader& reader,
                         catalog::Findings& findings)
    : reader_(reader), check_(catalogue, entry, delivery, findings), window_(std::make_unique<Window>()) {
    auto& w = *window_;
    w.usable = check_.header(reader.header());
    constexpr std::size_t kMostRows = 1000;
    constexpr std::size_t kMostBytes = 4U << 20;
    std::size_t bytes = 0;
    while (w.usable && w.rows.size() < kMostRows && bytes < kMostBytes) {
        RawRow row;
        if (!reader.next(row)) {
            break;
        }
        bytes += row.geometry.size();
        for (const auto& cell : row.cells) {
            bytes += sizeof cell + cell.text.size();
        }
        check_.learn(row);
        w.rows.push_back(std::move(row));
    }
}

CheckedRows::~CheckedRows() = default;

std::uint64_t CheckedRows::row_number() const {
    return window_->current.row;
}

bool CheckedRows::next(catalog::Row& row) {
    auto& w = *window_;
    while (w.usable) {
        if (w.next < w.rows.size()) {
            w.current = std::move(w.rows[w.next++]);
        } else if (!reader_.next(w.current)) {
            break;
        }
        if (check_.row(w.current, row)) {
            return true;
        }
    }
    if (!w.finished) {
        w.finished = true;
        check_.finish();
    }
    return false;
}

}  // namespace khomo::builder
