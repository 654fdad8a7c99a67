// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "catalog/model/version.hpp"

namespace khomo::builder {

/// A text that somebody wrote and a page shows.
struct PublishedText {
    std::string file;   ///< "datasets/cho.md", "cho/2026-10/approval.yaml"
    std::string place;  ///< the key: "description", "waivers.reason"
    std::string text;
};

/// What the pages of a dataset say in the catalogue's words: title, summary, description, dictionary, reasons.
std::vector<PublishedText> texts_of(const catalog::CatalogEntry& entry);
/// What they say in the words of one version's approval record: reasons, documents, descriptions of attachments.
std::vector<PublishedText> texts_of(const catalog::VersionInfo& version);

/// Rules personal/text and secrecy/stamp. Numbers of persons, private mail and stamps block; names after ông, bà … and named mailboxes of agencies
/// are warned of, for a text may have a reason to name somebody. The row of a finding is the line within the text. `year`: see TableScan.
std::vector<catalog::Finding> scan_texts(const std::vector<PublishedText>& texts, int year);

/// Takes every text out of an entry that says more than its id, for the page that tells why nothing of it is shown.
void leave_out_texts(catalog::CatalogEntry& entry);

}  // namespace khomo::builder
