// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/model/delivery.hpp"
#include "catalog/model/finding.hpp"
#include "catalog/model/withdrawal.hpp"

namespace khomo::builder {

/// approval/withdrawn: a delivery of a dataset that was withdrawn as a whole; and approval/withdrawn-bytes by the hashes its record states.
catalog::Findings check_withdrawn_dataset(const catalog::Withdrawals& withdrawals, const catalog::Delivery& delivery);

/// approval/withdrawn-bytes for files as they came: all of those of a version of this dataset that was withdrawn; of one that was withdrawn
/// for personal data any single file, in whatever dataset.
catalog::Findings check_withdrawn_files(const catalog::Withdrawals& withdrawals, const catalog::Delivery& delivery, const std::vector<catalog::ReceivedFile>& received);

/// approval/withdrawn-bytes for the rows, whatever file they came in.
catalog::Findings check_withdrawn_rows(const catalog::Withdrawals& withdrawals, const catalog::Delivery& delivery, const std::string& content_sha256);

}  // namespace khomo::builder
