// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/read/standing_approval.hpp"

#include "catalog/base/file.hpp"
#include "catalog/read/approval_record.hpp"

namespace khomo::catalog {
namespace {

constexpr const char* kRecord = "feed.yaml";

}  // namespace

std::string scope_of(const StandingApproval& approval) { return approval.source + (approval.valid_until ? " until " + to_iso_vn(*approval.valid_until) : ""); }

std::optional<StandingApproval> read_standing_approval(const std::filesystem::path& warehouse, const std::string& dataset, Findings& findings) {
    const auto file = warehouse / dataset / kRecord;
    if (!std::filesystem::is_regular_file(std::filesystem::symlink_status(file))) {
        return std::nullopt;
    }
    return parse_standing_approval(read_file(file, 1U << 20), dataset, findings);
}

}  // namespace khomo::catalog
