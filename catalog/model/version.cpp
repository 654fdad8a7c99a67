// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/model/version.hpp"

#include <nlohmann/json.hpp>

namespace khomo::catalog {
namespace {

nlohmann::json step_json(const std::optional<ApprovalStep>& step) {
    if (!step) {
        return nullptr;
    }
    return {{"by", step->by},
            {"position", step->position},
            {"agency", step->agency},
            {"at", step->at ? nlohmann::json(to_iso_vn(*step->at)) : nlohmann::json(nullptr)},
            {"document", step->document}};
}

std::optional<ApprovalStep> step_from(const nlohmann::json& json) {
    if (json.is_null()) {
        return std::nullopt;
    }
    ApprovalStep step{json.at("by"), json.at("position"), json.at("agency"), std::nullopt, json.at("document")};
    if (json.at("at").is_string()) {
        step.at = parse_instant(json.at("at").get<std::string>());
    }
    return step;
}

}  // namespace

Instant Delivery::approved_at() const { return approved && approved->at ? *approved->at : Instant{}; }

void to_json(nlohmann::json& json, const Delivery& delivery) {
    json = {{"dataset", delivery.dataset},
            {"name", delivery.name},
            {"source_system", delivery.source_system},
            {"period", delivery.period},
            {"illustrative", delivery.illustrative},
            {"prepared", step_json(delivery.prepared)},
            {"appraised", step_json(delivery.appraised)},
            {"approved", step_json(delivery.approved)},
            {"files", nlohmann::json::array()}};
    for (const auto& file : delivery.files) {
        json["files"].push_back({{"path", file.path}, {"sha256", file.sha256}, {"bytes", file.bytes}});
    }
}

void from_json(const nlohmann::json& json, Delivery& delivery) {
    json.at("dataset").get_to(delivery.dataset);
    json.at("name").get_to(delivery.name);
    json.at("source_system").get_to(delivery.source_system);
    json.at("period").get_to(delivery.period);
    json.at("illustrative").get_to(delivery.illustrative);
    delivery.prepared = step_from(json.at("prepared"));
    delivery.appraised = step_from(json.at("appraised"));
    delivery.approved = step_from(json.at("approved"));
    for (const auto& file : json.at("files")) {
        delivery.files.push_back({file.at("path"), file.at("sha256"), file.at("bytes")});
    }
}

void to_json(nlohmann::json& json, const VersionInfo& version) {
    json = {{"dataset", version.dataset},
            {"number", version.number},
            {"delivery", version.delivery},
            {"content_sha256", version.content_sha256},
            {"contract_sha256", version.contract_sha256},
            {"rows", version.rows},
            {"data_file", version.data_file},
            {"crs", version.crs},
            {"geometry_type", version.geometry_type},
            {"bbox", version.bbox ? nlohmann::json(*version.bbox) : nlohmann::json(nullptr)},
            {"findings", version.findings}};
}

void from_json(const nlohmann::json& json, VersionInfo& version) {
    json.at("dataset").get_to(version.dataset);
    json.at("number").get_to(version.number);
    json.at("delivery").get_to(version.delivery);
    json.at("content_sha256").get_to(version.content_sha256);
    json.at("contract_sha256").get_to(version.contract_sha256);
    json.at("rows").get_to(version.rows);
    json.at("data_file").get_to(version.data_file);
    json.at("crs").get_to(version.crs);
    json.at("geometry_type").get_to(version.geometry_type);
    if (!json.at("bbox").is_null()) {
        version.bbox = json.at("bbox").get<std::array<double, 4>>();
    }
    json.at("findings").get_to(version.findings);
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

}  // namespace khomo::catalog
