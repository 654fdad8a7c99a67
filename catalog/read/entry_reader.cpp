// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <regex>

#include "catalog/base/digest.hpp"
#include "catalog/base/file.hpp"
#include "catalog/base/text.hpp"
#include "catalog/read/catalogue_reader.hpp"
#include "catalog/read/contract_reader.hpp"
#include "catalog/read/front_matter.hpp"
#include "catalog/read/supply_reader.hpp"
#include "catalog/read/yaml_map.hpp"

namespace khomo::catalog {
namespace {

constexpr std::string_view kRule = "catalogue/contract";

bool is_field_name(std::string_view name) {
    return !name.empty() && name[0] >= 'a' && name[0] <= 'z' &&
           std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

/// Names the engine and the data file need for themselves.
bool is_reserved(std::string_view name) { return name == "fid" || name == "geom" || name == "geometry" || name == "rowid" || name == "q" || name == "or"; }

Field read_field(YamlMap& map) {
    Field field;
    field.name = map.string("name", true);
    field.column = map.has("column") ? map.string("column") : (map.string("column"), field.name);
    field.type = parse_field_type(map.one_of("type", {"string", "integer", "number", "boolean", "date", "datetime", "period"}, true)).value_or(FieldType::string);
    field.title = map.text("title");
    field.description = map.text("description");
    field.unit = map.string("unit");
    field.required = map.boolean("required");
    field.unique = map.boolean("unique");
    field.pattern = map.string("pattern");
    field.min = map.number("min");
    field.max = map.number("max");
    field.length = static_cast<int>(map.integer("length", 0));
    if (map.is_list("codelist")) {
        for (auto& code : map.maps("codelist")) {
            field.codes.push_back({code.string("code", true), code.text("title", true)});
            code.reject_unknown_keys();
        }
    } else {
        field.codelist = map.string("codelist");
    }
    read_field_rules(map, field);
    if (!is_field_name(field.name) || is_reserved(field.name)) {
        map.fault("name", kRule, {"Tên trường «" + field.name + "» không dùng được", "«" + field.name + "» cannot be a field name"},
                  {"Dùng chữ thường không dấu, số và gạch dưới, bắt đầu bằng chữ; tránh fid, geom, geometry, rowid, q, or",
                   "Use lower-case letters, digits and underscores, a letter first; fid, geom, geometry, rowid, q and or are taken"});
    }
    if (!field.pattern.empty()) {
        try {
            const std::regex checked(field.pattern);
        } catch (const std::regex_error&) {
            map.fault("pattern", kRule, {"Mẫu «" + field.pattern + "» sai cú pháp", "The pattern «" + field.pattern + "» is not valid"},
                      {"Sửa biểu thức chính quy (ECMAScript)", "Mend the regular expression (ECMAScript)"});
        }
    }
    if (field.title.empty()) {
        field.title.vi = field.name;
    }
    map.reject_unknown_keys();
    return field;
}

void read_table(YamlMap& map, TableLayout& table) {
    table.encoding = map.has("encoding") ? map.string("encoding") : (map.string("encoding"), "auto");
    table.delimiter = map.has("delimiter") ? map.string("delimiter") : (map.string("delimiter"), "auto");
    table.sheet = map.string("sheet");
    table.header_rows = static_cast<int>(map.integer("header_rows", 1));
    table.skip_rows = static_cast<int>(map.integer("skip_rows", 0));
    table.record = map.string("record");
    const auto decimal = map.one_of("decimal", {"auto", "comma", "dot"});
    table.decimal = decimal.empty() ? "auto" : decimal;
    table.nulls = map.strings("null");
    const auto totals_row = map.one_of("totals_row", {"refuse", "skip", "keep"});
    table.totals_row = totals_row.empty() ? "refuse" : totals_row;
    map.reject_unknown_keys();
}

IndicatorView read_indicator(YamlMap& map) {
    IndicatorView indicator;
    indicator.id = map.string("id", true);
    if (!is_slug(indicator.id)) {
        map.fault("id", kRule, {"Mã chỉ số «" + indicator.id + "» không dùng được", "«" + indicator.id + "» cannot be an indicator's id"},
                  {"Chỉ dùng chữ thường không dấu, chữ số và gạch nối", "Use lower-case letters without marks, digits and hyphens"});
    }
    indicator.title = map.text("title", true);
    indicator.period = map.string("period");
    indicator.step = map.one_of("step", {"month", "year"});
    indicator.value = map.string("value");
    indicator.gather = map.one_of("gather", {"sum", "mean", "min", "max", "count"}, true);
    if (auto where = map.map("where")) {
        for (const auto& [field, value] : where->entries()) {
            indicator.where[field] = value;
        }
    }
    indicator.target = map.number("target");
    indicator.better = map.one_of("better", {"higher", "lower"}, indicator.target.has_value());
    map.reject_unknown_keys();
    return indicator;
}

void read_views(YamlMap& map, Views& views) {
    if (auto table = map.map("table")) {
        views.table_columns = table->strings("columns");
        views.table_sort = table->string("sort");
        table->reject_unknown_keys();
    }
    for (auto& chart : map.maps("chart")) {
        views.charts.push_back({chart.one_of("kind", {"line", "bar"}, true), chart.string("x", true), chart.string("y", true), chart.string("by"), chart.text("title")});
        chart.reject_unknown_keys();
    }
    if (auto drawn = map.map("map")) {
        views.map_colour = drawn->string("colour");
        views.map_label = drawn->string("label");
        drawn->reject_unknown_keys();
    }
    for (auto& item : map.maps("indicator")) {
        views.indicators.push_back(read_indicator(item));
    }
    map.reject_unknown_keys();
}

void read_contract(YamlMap& map, CatalogEntry& entry) {
    entry.file_glob = map.string("file");
    entry.layer = map.string("layer");
    entry.key = map.strings("key");
    entry.ignore_columns = map.strings("ignore_columns");
    if (auto table = map.map("table")) {
        read_table(*table, entry.table);
    }
    if (auto geometry = map.map("geometry")) {
        entry.geometry = GeometryContract{geometry->one_of("type", {"point", "line", "polygon"}, true), geometry->string("crs", true),
                                          geometry->string("x"), geometry->string("y"), geometry->string("wkt")};
        geometry->reject_unknown_keys();
    }
    for (auto& field : map.maps("fields")) {
        entry.fields.push_back(read_field(field));
    }
    for (auto& item : map.maps("attachments")) {
        entry.attachments.push_back({item.string("file", true), item.text("title", true), item.text("description")});
        item.reject_unknown_keys();
    }
    entry.documents_only = entry.fields.empty() && !entry.attachments.empty();
    if (entry.documents_only) {
        entry.fields = document_fields();
        entry.key = {"ten_tep"};
    }
    for (auto& flag : map.maps("personal_data")) {
        entry.personal_data.push_back({flag.string("field", true), flag.string("basis", true), flag.text("reason", true)});
        flag.reject_unknown_keys();
    }
    for (auto& waiver : map.maps("waivers")) {
        const auto date = waiver.date("date", true);
        entry.waivers.push_back({waiver.string("rule", true), waiver.string("field", true), waiver.string("by", true), waiver.string("position", true),
                                 waiver.string("document", true), date.value_or(Date{}), waiver.text("reason", true)});
        waiver.reject_unknown_keys();
    }
    read_rules(map, entry);
    if (auto views = map.map("views")) {
        read_views(*views, entry.views);
    }
    if (auto search = map.map("search")) {
        entry.search_rows = search->boolean("rows", true);
        search->reject_unknown_keys();
    }
}

/// An indicator is a number over time: its fields must be fit for that.
void check_indicator(YamlMap& map, const CatalogEntry& entry, const IndicatorView& indicator, std::vector<std::string>& seen) {
    const auto fault = [&](const std::string& vi, const std::string& en) { map.fault("views", kRule, {"Chỉ số «" + indicator.id + "»: " + vi, "Indicator «" + indicator.id + "»: " + en}); };
    if (std::find(seen.begin(), seen.end(), indicator.id) != seen.end()) {
        fault("mã này đã dùng cho chỉ số khác", "another one has this id");
    }
    seen.push_back(indicator.id);
    const auto* value = entry.field(indicator.value);
    if (value != nullptr && value->type != FieldType::integer && value->type != FieldType::number) {
        fault("trường «" + value->name + "» không phải là số", "the field «" + value->name + "» is no number");
    }
    if (indicator.value.empty() && indicator.gather != "count") {
        fault("thiếu value", "value is missing");
    }
    const auto* period = entry.field(indicator.period);
    if (period != nullptr && (period->type == FieldType::number || period->type == FieldType::boolean)) {
        fault("trường «" + period->name + "» không phải là kỳ, ngày hay năm", "the field «" + period->name + "» is no period, date or year");
    }
    if (!indicator.step.empty() && (period == nullptr || (period->type != FieldType::date && period->type != FieldType::datetime))) {
        fault("step chỉ dùng với trường ngày", "step needs a field of dates");
    }
}

/// Every field that another part of the entry names must be declared.
void check_references(YamlMap& map, const CatalogEntry& entry) {
    std::vector<std::string> names;
    for (const auto& field : entry.fields) {
        if (std::find(names.begin(), names.end(), field.name) != names.end()) {
            map.fault("fields", kRule, {"Trường «" + field.name + "» khai báo hai lần", "The field «" + field.name + "» is declared twice"});
        }
        names.push_back(field.name);
    }
    const auto need = [&](std::string_view where, std::string name) {
        if (name.starts_with('-')) {
            name.erase(0, 1);
        }
        if (name.empty() || entry.field(name) != nullptr) {
            return;
        }
        const auto near = nearest(name, names);
        map.fault(where, kRule, {"«" + std::string(where) + "» nêu trường «" + name + "» chưa khai báo", "«" + std::string(where) + "» names the undeclared field «" + name + "»"},
                  near.empty() ? Text{} : Text{"Có phải là «" + near + "»?", "Did you mean «" + near + "»?"});
    };
    const auto need_all = [&](std::string_view where, const std::vector<std::string>& list) {
        std::for_each(list.begin(), list.end(), [&](const std::string& name) { need(where, name); });
    };
    need_all("key", entry.key);
    need_all("views", entry.views.table_columns);
    need("views", entry.views.table_sort);
    need("views", entry.views.map_colour);
    need("views", entry.views.map_label);
    for (const auto& chart : entry.views.charts) {
        need_all("views", {chart.x, chart.y, chart.by});
    }
    std::vector<std::string> indicators;
    for (const auto& indicator : entry.views.indicators) {
        need_all("views", {indicator.period, indicator.value});
        for (const auto& [field, value] : indicator.where) {
            need("views", field);
        }
        check_indicator(map, entry, indicator, indicators);
    }
    if (entry.geometry) {
        need_all("geometry", {entry.geometry->x, entry.geometry->y, entry.geometry->wkt});
    }
    for (const auto& flag : entry.personal_data) {
        need("personal_data", flag.field);
    }
    for (const auto& waiver : entry.waivers) {
        need("waivers", waiver.field);
    }
    check_rules(map, entry, need_all);
}

void read_front_matter(YamlMap& map, CatalogEntry& entry) {
    entry.title = map.text("title", true);
    entry.summary = map.text("summary");
    entry.agency = map.string("agency", true);
    entry.owner = map.has("owner") ? map.string("owner") : (map.string("owner"), entry.agency);
    entry.theme = map.string("theme", true);
    if (auto keywords = map.map("keywords")) {
        entry.keywords = {keywords->strings("vi"), keywords->strings("en")};
        keywords->reject_unknown_keys();
    }
    entry.inventory = map.string("inventory");
    entry.open_class = parse_open_class(map.one_of("class", {"open", "aggregated", "restricted", "never"}, true)).value_or(OpenClass::restricted);
    entry.class_reason = map.text("class_reason");
    entry.name_lost = map.one_of("name_status", {"ok", "lost"}) == "lost";
    entry.note = map.text("note");
    entry.frequency =
        parse_frequency(map.one_of("frequency", {"daily", "monthly", "quarterly", "yearly", "on-change", "on-request"}, true)).value_or(Frequency::on_request);
    if (auto request = map.map("request")) {
        const auto made = request->instant("made");
        const auto due = request->instant("due");
        if (!made || !due || *due <= *made) {
            request->fault("due", "catalogue/wrong-kind", {"«request» cần hai thời điểm made và due, due sau made", "«request» needs the instants made and due, due after made"});
        } else {
            entry.request = Request{*made, *due, request->string("document", true)};
        }
        request->string("document");
        request->reject_unknown_keys();
    }
    if (auto decision = map.map("decision")) {
        const auto date = decision->date("date", true);
        entry.decision = Decision{decision->string("number", true), date.value_or(Date{}), decision->string("signer", true)};
        decision->reject_unknown_keys();
    }
    entry.licence = map.string("licence");
    entry.illustrative = map.boolean("illustrative");
    for (auto& source : map.maps("sources")) {
        entry.sources.push_back({source.text("name", true), source.string("url")});
        source.reject_unknown_keys();
    }
    if (auto supply = map.map("source")) {
        read_supply(*supply, entry.supply);
    }
    entry.scenarios = map.strings("scenario");
    std::vector<std::string> known;
    for (const auto& [scenario, title] : scenario_titles()) {
        known.push_back(scenario);
    }
    for (const auto& scenario : entry.scenarios) {
        if (std::find(known.begin(), known.end(), scenario) == known.end()) {
            const auto near = nearest(scenario, known);
            map.fault("scenario", kRule, {"Không có kịch bản «" + scenario + "»", "There is no scenario «" + scenario + "»"},
                      near.empty() ? Text{} : Text{"Có phải là «" + near + "»?", "Did you mean «" + near + "»?"});
        }
    }
}

}  // namespace

CatalogEntry read_entry(const std::filesystem::path& file, const std::filesystem::path& portal_folder, Findings& findings) {
    const auto bytes = read_file(file);
    const auto parts = split_front_matter(bytes);
    CatalogEntry entry;
    entry.id = file.stem().string();
    const auto shown = std::filesystem::relative(file, portal_folder).string();
    auto map = YamlMap::parse(parts.found ? parts.yaml : "{}", {shown, parts.yaml_line, entry.id, &findings});
    if (!parts.found) {
        map.fault("", "catalogue/front-matter", {"Thiếu phần khai báo giữa hai dòng ---", "The front matter between two --- lines is missing"});
    }
    if (!is_slug(entry.id)) {
        map.fault("", "catalogue/id", {"Tên tệp «" + entry.id + "» không phải mã hợp lệ", "The file name «" + entry.id + "» is not an id"},
                  {"Dùng chữ thường không dấu, số và gạch nối: «" + slugify(entry.id) + "»", "Use lower-case letters, digits and hyphens: «" + slugify(entry.id) + "»"});
    }
    read_front_matter(map, entry);
    read_contract(map, entry);
    check_references(map, entry);
    map.reject_unknown_keys();
    entry.description.vi = to_nfc(parts.body);
    auto english = file;
    english.replace_extension(".en.md");
    std::string all = bytes;
    if (std::filesystem::exists(english)) {
        const auto body = read_file(english);
        entry.description.en = to_nfc(body);
        all += '\0' + body;
    }
    entry.source_sha256 = sha256_hex(all);
    return entry;
}

}  // namespace khomo::catalog
