// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <tuple>

#include "catalog/base/file.hpp"
#include "catalog/read/approval_record.hpp"
#include "catalog/read/catalogue_reader.hpp"

namespace khomo::catalog {
namespace {

constexpr const char* kRecord = "approval.yaml";

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
    parse_approval(read_file(record, 1U << 20), delivery, findings);
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
