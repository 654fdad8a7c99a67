// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <tuple>

#include "catalog/base/file.hpp"
#include "catalog/read/catalogue_reader.hpp"
#include "catalog/read/yaml_map.hpp"

namespace khomo::catalog {
namespace {

constexpr const char* kRecord = "approval.yaml";

std::optional<ApprovalStep> read_step(YamlMap& steps, std::string_view name) {
    auto map = steps.map(name);
    if (!map) {
        return std::nullopt;
    }
    ApprovalStep step{map->string("by"), map->string("position"), map->string("agency"), map->instant("at"), map->string("document")};
    map->reject_unknown_keys();
    return step;
}

std::vector<std::filesystem::path> sorted_folders(const std::filesystem::path& parent) {
    std::vector<std::filesystem::path> folders;
    for (const auto& item : std::filesystem::directory_iterator(parent)) {
        if (item.is_directory() && !item.is_symlink() && !item.path().filename().string().starts_with('.')) {
            folders.push_back(item.path());
        }
    }
    std::sort(folders.begin(), folders.end());
    return folders;
}

}  // namespace

Delivery read_delivery(const std::filesystem::path& folder, const std::string& dataset, Findings& findings) {
    Delivery delivery;
    delivery.dataset = dataset;
    delivery.name = folder.filename().string();
    delivery.folder = folder;
    const auto record = folder / kRecord;
    if (!std::filesystem::is_regular_file(record)) {
        return delivery;
    }
    Findings own;
    auto map = YamlMap::parse(read_file(record, 1U << 20), {kRecord, 0, dataset, &own});
    const auto stated = map.string("dataset", true);
    if (!stated.empty() && stated != dataset) {
        map.fault("dataset", "approval/dataset", {"Biên bản ghi bộ dữ liệu «" + stated + "» nhưng thư mục là «" + dataset + "»",
                                                  "The record says dataset «" + stated + "» but the folder is «" + dataset + "»"},
                  {"Chuyển đợt giao sang đúng thư mục hoặc sửa biên bản", "Move the delivery to its folder or mend the record"});
    }
    delivery.source_system = map.string("source_system");
    delivery.period = map.string("period");
    delivery.illustrative = map.boolean("illustrative");
    delivery.changed_at = map.instant("changed_at");
    if (auto steps = map.map("steps")) {
        delivery.prepared = read_step(*steps, "prepared");
        delivery.appraised = read_step(*steps, "appraised");
        delivery.approved = read_step(*steps, "approved");
        steps->reject_unknown_keys();
    }
    for (auto& file : map.maps("files")) {
        delivery.files.push_back({file.string("path", true), file.string("sha256", true), static_cast<std::uint64_t>(std::max<std::int64_t>(0, file.integer("bytes", 0))),
                                  file.text("title"), file.text("description")});
        file.reject_unknown_keys();
    }
    for (auto& one : map.maps("confirmations")) {
        delivery.confirmations.push_back(
            {one.string("rule", true), one.string("by", true), one.string("position", true), one.string("document", true), one.string("reason", true)});
        one.reject_unknown_keys();
    }
    map.reject_unknown_keys();
    for (auto finding : own.sorted()) {
        finding.delivery = delivery.name;
        findings.add(std::move(finding));
    }
    return delivery;
}

std::vector<Delivery> read_warehouse(const std::filesystem::path& warehouse, Findings& findings) {
    std::vector<Delivery> deliveries;
    if (!std::filesystem::is_directory(warehouse)) {
        return deliveries;
    }
    for (const auto& dataset : sorted_folders(warehouse)) {
        for (const auto& folder : sorted_folders(dataset)) {
            deliveries.push_back(read_delivery(folder, dataset.filename().string(), findings));
        }
    }
    std::stable_sort(deliveries.begin(), deliveries.end(), [](const Delivery& a, const Delivery& b) {
        return std::make_tuple(a.dataset, a.approved_at(), a.name) < std::make_tuple(b.dataset, b.approved_at(), b.name);
    });
    return deliveries;
}

}  // namespace khomo::catalog
