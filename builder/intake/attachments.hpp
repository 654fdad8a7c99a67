// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include "catalog/model/attachment.hpp"
#include "catalog/model/dataset.hpp"
#include "catalog/model/delivery.hpp"
#include "catalog/model/finding.hpp"
#include "catalog/model/portal.hpp"
#include "catalog/model/value.hpp"

namespace khomo::builder {

/// The files of a delivery by what they are for.
struct DeliveryParts {
    std::vector<catalog::ReceivedFile> data;  ///< the table or layer, with the parts of a layer
    std::vector<catalog::ReceivedFile> attachments;
};

/// A document, picture or recording is an attachment; so is a table that `attachments` of the contract names, and every file where the contract
/// has attachments alone.
DeliveryParts part_files(const catalog::CatalogEntry& entry, const std::vector<catalog::ReceivedFile>& received);

/// Looks into each attachment in a child of its own and puts the bytes to publish into `folder`: the delivered ones, or a cleaned copy. Title and
/// description come from the record, else from the contract; without a title the file is refused. What is refused is in `findings` and left
/// out of the list. Sorted by published name. Throws Error(io).
std::vector<catalog::Attachment> take_attachments(const catalog::CatalogEntry& entry, const catalog::Delivery& delivery, const std::vector<catalog::ReceivedFile>& files,
                                                  const catalog::Limits& limits, const std::filesystem::path& folder, catalog::Findings& findings);

/// The list of attachments as rows of document_fields().
std::vector<catalog::Row> document_rows(const std::vector<catalog::Attachment>& attachments);

}  // namespace khomo::builder
