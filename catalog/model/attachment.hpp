// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/base/bilingual.hpp"
#include "catalog/model/field.hpp"

namespace khomo::catalog {

/// What the contract says of documents, pictures and recordings that come with a delivery, or instead of a table.
struct AttachmentRule {
    std::string file;  ///< a file name or pattern ("ban-do-*.pdf")
    Text title;
    Text description;
};

/// A document, picture or recording that is published as it is.
struct Attachment {
    std::string file;       ///< as published: "ban-do-quy-hoach.pdf"
    std::string delivered;  ///< as the delivery names it
    Text title;
    Text description;
    std::string sha256;  ///< of the published bytes
    std::uint64_t bytes = 0;
    std::string removed;  ///< what was taken out of the delivered bytes ("EXIF, GPS"); empty when these are published
};

void to_json(nlohmann::json& json, const Attachment& attachment);
void from_json(const nlohmann::json& json, Attachment& attachment);

/// "application/pdf" for "pdf"; application/octet-stream for what is not known.
std::string media_type_of(std::string_view extension);

/// The columns of a dataset that consists of attachments alone: its table is the list of them.
std::vector<Field> document_fields();

}  // namespace khomo::catalog
