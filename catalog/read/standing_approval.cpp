// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/read/standing_approval.hpp"

#include "catalog/base/file.hpp"
#include "catalog/read/yaml_map.hpp"

namespace khomo::catalog {
namespace {

constexpr const char* kRecord = "feed.yaml";

std::optional<ApprovalStep> read_step(YamlMap& steps, std::string_view name) {
    auto map = steps.map(name);
    if (!map) {
        return std::nullopt;
    }
    ApprovalStep step;
    step.by = map->string("by");
    step.position = map->string("position");
    step.agency = map->string("agency");
    step.at = map->instant("at");
    step.document = map->string("document");
    map->reject_unknown_keys();
    return step;
}

}  // namespace

std::optional<StandingApproval> read_standing_approval(const std::filesystem::path& warehouse, const std::string& dataset, Findings& findings) {
    const auto file = warehouse / dataset / kRecord;
    if (!std::filesystem::is_regular_file(std::filesystem::symlink_status(file))) {
        return std::nullopt;
    }
    auto map = YamlMap::parse(read_file(file, 1U << 20), {kRecord, 0, dataset, &findings});
    StandingApproval approval;
    approval.record.dataset = dataset;
    const auto stated = map.string("dataset", true);
    if (!stated.empty() && stated != dataset) {
        map.fault("dataset", "approval/dataset", {"Biên bản ghi bộ dữ liệu «" + stated + "» nhưng thư mục là «" + dataset + "»", "The record says dataset «" + stated + "» but the folder is «" + dataset + "»"},
                  {"Chuyển biên bản sang đúng thư mục", "Move the record to its folder"});
    }
    approval.source = map.string("source", true);
    approval.valid_until = map.instant("valid_until");
    approval.record.source_system = map.string("source_system");
    approval.record.period = map.string("period");
    approval.record.illustrative = map.boolean("illustrative");
    if (auto steps = map.map("steps")) {
        approval.record.prepared = read_step(*steps, "prepared");
        approval.record.appraised = read_step(*steps, "appraised");
        approval.record.approved = read_step(*steps, "approved");
        steps->reject_unknown_keys();
    }
    map.reject_unknown_keys();
    return approval;
}

}  // namespace khomo::catalog
