// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/read/contract_reader.hpp"

#include <algorithm>

#include "catalog/model/expression.hpp"

namespace khomo::catalog {
namespace {

constexpr std::string_view kRule = "catalogue/contract";
constexpr const char* kStatus = "an_so_lieu";

std::optional<std::uint64_t> count_of(YamlMap& map, std::string_view key) {
    const auto value = map.integer(key, -1);
    if (value < 0 && map.has(key)) {
        map.fault(key, kRule, {"«" + std::string(key) + "» phải là số nguyên không âm", "«" + std::string(key) + "» must be a whole number, 0 or more"});
    }
    return value < 0 ? std::nullopt : std::optional(static_cast<std::uint64_t>(value));
}

void read_share(YamlMap& map, std::string_view key, double& share) {
    const auto value = map.number(key);
    if (value && (*value < 0 || *value > 1)) {
        map.fault(key, kRule, {"«" + std::string(key) + "» là phần từ 0 đến 1", "«" + std::string(key) + "» is a share from 0 to 1"},
                  {"Ví dụ 0.2 là 20%", "0.2 is 20%"});
    } else if (value) {
        share = *value;
    }
}

void read_change(YamlMap& map, ChangeLimits& change) {
    read_share(map, "rows_lost", change.rows_lost);
    read_share(map, "keys_lost", change.keys_lost);
    read_share(map, "totals", change.totals);
    read_share(map, "area", change.area);
    change.centroid_m = map.number("centroid_m").value_or(change.centroid_m);
    change.narrowing = map.boolean("narrowing", true);
    change.totals_fields = map.strings("totals_fields");
    map.reject_unknown_keys();
}

void read_disclosure(YamlMap& map, Disclosure& disclosure) {
    disclosure.small_cells = static_cast<int>(map.integer("small_cells", 0));
    disclosure.k = static_cast<int>(map.integer("k", 0));
    disclosure.quasi = map.strings("quasi");
    disclosure.measures = map.strings("measures");
    disclosure.dimensions = map.strings("dimensions");
    if (auto totals = map.map("totals")) {
        for (auto& [field, value] : totals->entries()) {
            disclosure.totals[field] = value;
        }
    }
    for (auto& linked : map.maps("linked")) {
        disclosure.linked.push_back({linked.string("dataset", true), linked.strings("by")});
        linked.reject_unknown_keys();
    }
    disclosure.geometry = map.one_of("geometry", {"centroid", "grid"});
    disclosure.grid_m = map.number("grid_m").value_or(disclosure.grid_m);
    disclosure.status = map.string("status");
    if (disclosure.small_cells < 0 || disclosure.small_cells > 1000 || disclosure.k < 0 || disclosure.k > 1000 || disclosure.grid_m < 1) {
        map.fault("small_cells", kRule, {"Ngưỡng của disclosure không hợp lệ", "A threshold of disclosure is out of range"},
                  {"small_cells và k từ 0 đến 1000, grid_m từ 1 mét", "small_cells and k lie from 0 to 1000, grid_m from 1 metre"});
    }
    map.reject_unknown_keys();
}

/// What is suppressed has to be marked in the data, so the column stands in every version of the dataset.
void add_status_field(CatalogEntry& entry) {
    auto& disclosure = entry.disclosure;
    const bool suppresses = (disclosure.small_cells > 0 && !disclosure.measures.empty()) || (disclosure.least_group() > 0 && !disclosure.quasi.empty());
    if (!suppresses || entry.fields.empty()) {
        return;
    }
    if (disclosure.status.empty()) {
        disclosure.status = kStatus;
    }
    const auto declared = std::find_if(entry.fields.begin(), entry.fields.end(), [&](const Field& field) { return field.name == disclosure.status; });
    if (declared != entry.fields.end()) {
        declared->made = true;
        return;
    }
    Field field;
    field.name = disclosure.status;
    field.column = disclosure.status;
    field.title = {"Ô bị ẩn", "Suppressed cells"};
    field.description = {"Tên các trường trong hàng này không công bố giá trị để không ai bị nhận ra; trống là công bố đủ",
                         "Names of the fields of this row whose values are withheld so that nobody can be recognised; empty = nothing withheld"};
    field.made = true;
    entry.fields.push_back(std::move(field));
}

std::string message_of(const Expression::Fault& fault, bool vietnamese, const std::string& text) {
    return "«" + text + "»: " + (vietnamese ? fault.message.vi : fault.message.en);
}

void check_expression(YamlMap& map, std::string_view where, const std::string& text, Expression::Kind kind, const CatalogEntry& entry) {
    Expression::Fault fault;
    const auto parsed = Expression::parse(text, entry.fields, fault);
    if (parsed && parsed->kind() != kind) {
        fault.message = kind == Expression::Kind::truth ? Text{"không phải điều kiện đúng/sai", "is no condition"} : Text{"không cho ra số", "does not give a number"};
    }
    if (!fault.message.empty()) {
        map.fault(where, kRule, {message_of(fault, true, text), message_of(fault, false, text)},
                  {"Xem cách viết trong docs/portal-folder.md", "See docs/portal-folder.md for the language"});
    }
}

void check_numeric(YamlMap& map, std::string_view where, const std::vector<std::string>& names, const CatalogEntry& entry) {
    for (const auto& name : names) {
        const auto* field = entry.field(name);
        if (field != nullptr && field->type != FieldType::integer && field->type != FieldType::number) {
            map.fault(where, kRule, {"Trường «" + name + "» không phải số", "The field «" + name + "» is no number"});
        }
    }
}

}  // namespace

void read_field_rules(YamlMap& map, Field& field) {
    if (auto reference = map.map("references")) {
        field.references = Reference{reference->string("dataset", true), reference->string("field", true)};
        reference->reject_unknown_keys();
    }
    field.equals = map.string("equals");
    field.tolerance = map.number("tolerance").value_or(0);
}

void read_rules(YamlMap& map, CatalogEntry& entry) {
    if (auto rows = map.map("rows")) {
        entry.row_count = {count_of(*rows, "min"), count_of(*rows, "max"), rows->strings("by")};
        rows->reject_unknown_keys();
    }
    for (auto& check : map.maps("checks")) {
        entry.conditions.push_back({check.string("check", true), check.text("message"), check.one_of("severity", {"block", "warn"}) == "warn"});
        check.reject_unknown_keys();
    }
    if (auto change = map.map("change")) {
        read_change(*change, entry.change);
    }
    if (auto disclosure = map.map("disclosure")) {
        read_disclosure(*disclosure, entry.disclosure);
        add_status_field(entry);
    }
}

void check_rules(YamlMap& map, const CatalogEntry& entry, const std::function<void(std::string_view, const std::vector<std::string>&)>& need) {
    need("rows", entry.row_count.by);
    need("change", entry.change.totals_fields);
    check_numeric(map, "change", entry.change.totals_fields, entry);
    for (const auto& field : entry.fields) {
        if (!field.equals.empty()) {
            check_expression(map, "fields", field.equals, Expression::Kind::number, entry);
            check_numeric(map, "fields", {field.name}, entry);
        }
    }
    for (const auto& condition : entry.conditions) {
        check_expression(map, "checks", condition.check, Expression::Kind::truth, entry);
    }
    const auto& disclosure = entry.disclosure;
    need("disclosure", disclosure.quasi);
    need("disclosure", disclosure.measures);
    need("disclosure", disclosure.dimensions);
    check_numeric(map, "disclosure", disclosure.measures, entry);
    for (const auto& [field, value] : disclosure.totals) {
        need("disclosure", {field});
    }
    for (const auto& linked : disclosure.linked) {
        need("disclosure", linked.by);
    }
    if (!disclosure.measures.empty() && disclosure.small_cells > 0 && disclosure.dimensions.empty() && entry.key.empty()) {
        map.fault("disclosure", kRule, {"Cần key hoặc disclosure.dimensions để biết ô nào là ô nào", "A key or disclosure.dimensions is needed to tell the cells apart"});
    }
    if (!disclosure.geometry.empty() && !entry.geometry) {
        map.fault("disclosure", kRule, {"disclosure.geometry cần khóa geometry", "disclosure.geometry needs the key geometry"});
    }
    if (!disclosure.geometry.empty() && entry.geometry && entry.geometry->type != "point") {
        map.fault("disclosure", kRule, {"disclosure.geometry chỉ làm thô được điểm", "disclosure.geometry coarsens points only"});
    }
    if (disclosure.geometry == "centroid" && entry.unit_field() == nullptr) {
        map.fault("disclosure", kRule, {"disclosure.geometry: centroid cần một trường mã xã (codelist: units)", "disclosure.geometry: centroid needs a field of commune codes (codelist: units)"});
    }
}

}  // namespace khomo::catalog
