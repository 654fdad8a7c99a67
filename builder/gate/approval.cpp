// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/gate/approval.hpp"

#include "catalog/base/error.hpp"

namespace khomo::builder {

catalog::ApprovedVersion Approval::approve(catalog::VersionInfo info, std::filesystem::path data_path, const catalog::Findings& findings) {
    if (findings.blocked()) {
        throw Error(ErrorKind::refused, {"Không phê duyệt được " + info.dataset + ": còn phát hiện chặn", info.dataset + " cannot be approved: blocking findings stand"});
    }
    info.findings = findings.sorted();
    return {std::move(info), std::move(data_path)};
}

catalog::ApprovedVersion Approval::restore(catalog::VersionInfo info, std::filesystem::path data_path, const std::string& record_sha256,
                                           const std::string& journal_sha256) {
    if (record_sha256 != journal_sha256) {
        throw Error(
            ErrorKind::refused,
            {"Bản ghi phiên bản " + std::to_string(info.number) + " của " + info.dataset + " không khớp nhật ký. Khôi phục thư mục trạng thái từ bản sao lưu",
             "The record of version " + std::to_string(info.number) + " of " + info.dataset + " does not match the journal. Restore the state folder from its backup"});
    }
    return {std::move(info), std::move(data_path)};
}

catalog::CatalogSnapshot SnapshotMaker::make(catalog::Catalogue catalogue, std::map<std::string, std::vector<catalog::ApprovedVersion>> versions, Instant as_of,
                                             catalog::Withdrawals withdrawals) {
    for (auto& [dataset, list] : versions) {
        std::erase_if(list, [&, &id = dataset](const auto& version) { return withdrawals.version(id, version.info().number) != nullptr; });
    }
    return {std::move(catalogue), std::move(versions), as_of, std::move(withdrawals)};
}

}  // namespace khomo::builder
