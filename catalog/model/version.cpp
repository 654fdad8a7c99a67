// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/model/version.hpp"

#include <nlohmann/json.hpp>

namespace khomo::catalog {
namespace {

nlohmann::json step_json(const std::optional<ApprovalStep>& step) {
    if (!step) {
        return nullptr;
    }
    nlohmann::json json = {{"by", step->by},
                           {"position", step->position},
                           {"agency", step->agency},
                           {"at", step->at ? nlohmann::json(to_iso_vn(*step->at)) : nlohmann::json(nullptr)},
                           {"document", step->document}};
    if (!step->signature.empty()) {
        json["signature"] = step->signature;
    }
    return json;
}

std::optional<ApprovalStep> step_from(const nlohmann::json& json) {
    if (json.is_null()) {
        return std::nullopt;
    }
    ApprovalStep step{json.at("by"), json.at("position"), json.at("agency"), std::nullopt, json.at("document")};
    if (json.at("at").is_string()) {
        step.at = parse_instant(json.at("at").get<std::string>());
    }
    step.signature = json.value("signature", "");
    return step;
}

nlohmann::json text_json(const Text& text) { return {{"vi", text.vi}, {"en", text.en}}; }

Text text_from(const nlohmann::json& json) { return {json.at("vi"), json.at("en")}; }

nlohmann::json waivers_json(const std::vector<Waiver>& waivers) {
    nlohmann::json list = nlohmann::json::array();
    for (const auto& one : waivers) {
        list.push_back({{"rule", one.rule}, {"field", one.field}, {"by", one.by}, {"position", one.position}, {"document", one.document}, {"date", to_iso(one.date)}, {"reason", text_json(one.reason)}});
    }
    return list;
}

std::vector<Waiver> waivers_from(const nlohmann::json& json) {
    std::vector<Waiver> waivers;
    if (json.contains("waivers")) {
        for (const auto& one : json.at("waivers")) {
            waivers.push_back({one.at("rule"), one.at("field"), one.at("by"), one.at("position"), one.at("document"), parse_iso_date(one.at("date").get<std::string>()).value_or(Date{}),
                               text_from(one.at("reason"))});
        }
    }
    return waivers;
}

nlohmann::json optional_json(const std::optional<double>& number) { return number ? nlohmann::json(*number) : nlohmann::json(nullptr); }

nlohmann::json field_json(const Field& field) {
    nlohmann::json json = {{"name", field.name},         {"column", field.column},     {"type", to_string(field.type)},     {"title", text_json(field.title)},
                           {"description", text_json(field.description)}, {"unit", field.unit}, {"required", field.required}, {"unique", field.unique},
                           {"pattern", field.pattern},   {"min", optional_json(field.min)}, {"max", optional_json(field.max)}, {"codelist", field.codelist},
                           {"length", field.length},     {"codes", nlohmann::json::array()}};
    for (const auto& code : field.codes) {
        json["codes"].push_back({{"code", code.code}, {"title", text_json(code.title)}});
    }
    return json;
}

Field field_from(const nlohmann::json& json) {
    Field field;
    json.at("name").get_to(field.name);
    json.at("column").get_to(field.column);
    field.type = parse_field_type(json.at("type").get<std::string>()).value_or(FieldType::string);
    field.title = text_from(json.at("title"));
    field.description = text_from(json.at("description"));
    json.at("unit").get_to(field.unit);
    json.at("required").get_to(field.required);
    json.at("unique").get_to(field.unique);
    json.at("pattern").get_to(field.pattern);
    field.min = json.at("min").is_null() ? std::nullopt : std::optional(json.at("min").get<double>());
    field.max = json.at("max").is_null() ? std::nullopt : std::optional(json.at("max").get<double>());
    json.at("codelist").get_to(field.codelist);
    json.at("length").get_to(field.length);
    for (const auto& code : json.at("codes")) {
        field.codes.push_back({code.at("code"), text_from(code.at("title"))});
    }
    return field;
}

}  // namespace

CatalogEntry entry_at(const CatalogEntry& entry, const VersionInfo& version) {
    auto then = entry;
    then.fields = version.fields;
    then.key = version.key;
    for (auto& field : then.fields) {
        if (const auto* today = entry.field(field.name)) {
            field.title = today->title;
            field.description = today->description;
        }
    }
    return then;
}

Instant Delivery::approved_at() const { return fetched_at ? *fetched_at : approved && approved->at ? *approved->at : Instant{}; }

void to_json(nlohmann::json& json, const Delivery& delivery) {
    json = {{"dataset", delivery.dataset},
            {"name", delivery.name},
            {"source_system", delivery.source_system},
            {"period", delivery.period},
            {"illustrative", delivery.illustrative},
            {"changed_at", delivery.changed_at ? nlohmann::json(to_iso_vn(*delivery.changed_at)) : nlohmann::json(nullptr)},
            {"prepared", step_json(delivery.prepared)},
            {"appraised", step_json(delivery.appraised)},
            {"approved", step_json(delivery.approved)},
            {"files", nlohmann::json::array()}};
    for (const auto& one : delivery.confirmations) {
        json["confirmations"].push_back({{"rule", one.rule}, {"by", one.by}, {"position", one.position}, {"document", one.document}, {"reason", one.reason}});
    }
    if (!delivery.waivers.empty()) {
        json["waivers"] = waivers_json(delivery.waivers);
    }
    if (delivery.corrects) {
        json["corrects"] = {{"version", delivery.corrects->version}, {"reason", text_json(delivery.corrects->reason)}, {"document", delivery.corrects->document}};
    }
    if (delivery.fetched_at) {
        json["fetched_at"] = to_iso_vn(*delivery.fetched_at);
    }
    for (const auto& file : delivery.files) {
        auto& item = json["files"].emplace_back(nlohmann::json{{"path", file.path}, {"sha256", file.sha256}, {"bytes", file.bytes}});
        if (!file.title.empty() || !file.description.empty()) {
            item["title"] = text_json(file.title);
            item["description"] = text_json(file.description);
        }
    }
}

void from_json(const nlohmann::json& json, Delivery& delivery) {
    json.at("dataset").get_to(delivery.dataset);
    json.at("name").get_to(delivery.name);
    json.at("source_system").get_to(delivery.source_system);
    json.at("period").get_to(delivery.period);
    json.at("illustrative").get_to(delivery.illustrative);
    if (json.contains("changed_at") && json.at("changed_at").is_string()) {
        delivery.changed_at = parse_instant(json.at("changed_at").get<std::string>());
    }
    if (json.contains("fetched_at")) {
        delivery.fetched_at = parse_instant(json.at("fetched_at").get<std::string>());
    }
    delivery.prepared = step_from(json.at("prepared"));
    delivery.appraised = step_from(json.at("appraised"));
    delivery.approved = step_from(json.at("approved"));
    if (json.contains("confirmations")) {
        for (const auto& one : json.at("confirmations")) {
            delivery.confirmations.push_back({one.at("rule"), one.at("by"), one.at("position"), one.at("document"), one.at("reason")});
        }
    }
    delivery.waivers = waivers_from(json);
    if (json.contains("corrects")) {
        const auto& one = json.at("corrects");
        delivery.corrects = Correction{one.at("version"), text_from(one.at("reason")), one.at("document")};
    }
    for (const auto& file : json.at("files")) {
        delivery.files.push_back({file.at("path"), file.at("sha256"), file.at("bytes")});
        if (file.contains("title")) {
            delivery.files.back().title = text_from(file.at("title"));
            delivery.files.back().description = text_from(file.at("description"));
        }
    }
}

void to_json(nlohmann::json& json, const VersionInfo& version) {
    json = {{"dataset", version.dataset},
            {"number", version.number},
            {"delivery", version.delivery},
            {"content_sha256", version.content_sha256},
            {"contract_sha256", version.contract_sha256},
            {"personal_rules", version.personal_rules},
            {"fields", nlohmann::json::array()},
            {"key", version.key},
            {"rows", version.rows},
            {"filled", version.filled},
            {"rows_by_unit", version.rows_by_unit},
            {"data_file", version.data_file},
            {"crs", version.crs},
            {"geometry_type", version.geometry_type},
            {"bbox", version.bbox ? nlohmann::json(*version.bbox) : nlohmann::json(nullptr)},
            {"findings", version.findings}};
    for (const auto& field : version.fields) {
        json["fields"].push_back(field_json(field));
    }
    if (!version.attachments.empty()) {
        json["attachments"] = version.attachments;
    }
    if (!version.waivers.empty()) {
        json["waivers"] = waivers_json(version.waivers);
    }
    for (const auto& file : version.files) {
        json["files"].push_back({{"path", file.path}, {"bytes", file.bytes}, {"sha256", file.sha256}});
    }
}

void from_json(const nlohmann::json& json, VersionInfo& version) {
    json.at("dataset").get_to(version.dataset);
    json.at("number").get_to(version.number);
    json.at("delivery").get_to(version.delivery);
    json.at("content_sha256").get_to(version.content_sha256);
    json.at("contract_sha256").get_to(version.contract_sha256);
    version.personal_rules = json.value("personal_rules", 1);
    for (const auto& field : json.at("fields")) {
        version.fields.push_back(field_from(field));
    }
    json.at("key").get_to(version.key);
    json.at("rows").get_to(version.rows);
    if (json.contains("filled")) {
        json.at("filled").get_to(version.filled);
    }
    if (json.contains("rows_by_unit")) {
        json.at("rows_by_unit").get_to(version.rows_by_unit);
    }
    json.at("data_file").get_to(version.data_file);
    json.at("crs").get_to(version.crs);
    json.at("geometry_type").get_to(version.geometry_type);
    if (!json.at("bbox").is_null()) {
        version.bbox = json.at("bbox").get<std::array<double, 4>>();
    }
    json.at("findings").get_to(version.findings);
    if (json.contains("attachments")) {
        json.at("attachments").get_to(version.attachments);
    }
    version.waivers = waivers_from(json);
    if (json.contains("files")) {
        for (const auto& file : json.at("files")) {
            version.files.push_back({file.at("path"), file.at("bytes"), file.at("sha256")});
        }
    }
}

const std::vector<ApprovedVersion>& CatalogSnapshot::versions(const std::string& dataset) const {
    static const std::vector<ApprovedVersion> kNone;
    const auto found = versions_.find(dataset);
    return found == versions_.end() ? kNone : found->second;
}

const ApprovedVersion* CatalogSnapshot::current(const std::string& dataset) const {
    const auto& all = versions(dataset);
    return all.empty() ? nullptr : &all.back();
}

const Withdrawal* CatalogSnapshot::withdrawal(const std::string& dataset) const {
    if (const auto* whole = withdrawals_.dataset(dataset)) {
        return whole;
    }
    const auto numbers = current(dataset) == nullptr ? withdrawals_.versions(dataset) : std::vector<int>();
    return numbers.empty() ? nullptr : withdrawals_.single(dataset, numbers.back());
}

}  // namespace khomo::catalog
