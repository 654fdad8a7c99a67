// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "catalog/base/instant.hpp"
#include "catalog/model/delivery.hpp"
#include "catalog/model/finding.hpp"
#include "catalog/model/portal.hpp"

namespace khomo::builder {

/// The rules of family approval/*: the three warehouse steps of Đ5.2a (three persons, rising instants, the dataset's agency, not in the
/// future of `as_of`), the open-data decision and class of the catalogue, and the SHA-256 of the exact bytes.
catalog::Findings check_approval(const catalog::CatalogEntry& entry, const catalog::Delivery& delivery, const std::vector<catalog::ReceivedFile>& received,
                                 Instant as_of);

/// approval/corrects: a correction names an earlier version, a reason and a document. `number`: of the version that the delivery would be.
catalog::Findings check_correction(const catalog::Delivery& delivery, int number);

}  // namespace khomo::builder
