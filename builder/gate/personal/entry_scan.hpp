// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "builder/gate/personal/table_scan.hpp"
#include "catalog/model/dataset.hpp"
#include "catalog/model/finding.hpp"
#include "catalog/model/value.hpp"

namespace khomo::builder {

/// Raised when the detectors judge otherwise than before, so that versions accepted earlier are looked at again.
constexpr int kPersonalRules = 2;

/// The personal-data and secrecy rules over the rows of one dataset with the bases of its contract and the waivers of contract and delivery. Not thread-safe.
class EntryScan {
public:
    /// `entry` must outlive the object. `year`: see TableScan. `waivers`: of this delivery alone, beside those of the entry.
    EntryScan(const catalog::CatalogEntry& entry, int year, const std::vector<catalog::Waiver>& waivers = {});

    void row(const catalog::Row& row, std::uint64_t number);
    /// Findings without dataset and delivery, placed in `file` and `sheet`: block, warn (with approval/waiver-missing where one is needed), or
    /// info where a basis or waiver lets the column through.
    std::vector<catalog::Finding> finish(const std::string& file, const std::string& sheet) const;

private:
    void linkage(std::vector<catalog::Finding>& findings, const catalog::Place& place) const;
    void note_group(const catalog::Row& row);

    const catalog::CatalogEntry& entry_;
    std::vector<catalog::Waiver> waivers_;
    TableScan scan_;
    std::vector<std::size_t> quasi_;
    std::vector<std::uint32_t> groups_;  ///< rows by hash of the quasi-identifiers: collisions only make groups look larger
    std::string key_;
    std::uint64_t rows_ = 0;
};

/// Names of files, folders in archives and sheets: stamps and personal numbers, mails, phones (rule personal/file-name, secrecy/stamp).
std::vector<catalog::Finding> scan_names(const std::vector<std::string>& names, int year);

/// Whether a finding is of the families personal/ or secrecy/, or asks for one of their waivers.
bool is_personal(const catalog::Finding& finding);

}  // namespace khomo::builder
