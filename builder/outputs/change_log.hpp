// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "catalog/model/version.hpp"

namespace khomo::builder {

/// Something that happened to the data that the portal publishes. New words about a dataset (a title, a keyword) are none.
struct DataChange {
    enum class Kind { published, corrected, withdrawn, suspended };
    Kind kind = Kind::published;
    std::string id;       ///< "urn:uuid:…": the same for ever
    Instant at;           ///< of the approval, or of the withdrawal
    std::string dataset;
    int version = 0;      ///< 0: the dataset as a whole
    Text title;           ///< of the dataset
    Text summary;         ///< what happened, in a sentence
    std::string agency;   ///< empty where the catalogue no longer has the dataset
    std::string theme;
    std::vector<std::string> units;  ///< codes of the communes that the version has rows of
};

/// "published", "corrected", "withdrawn", "suspended".
std::string_view to_string(DataChange::Kind kind);

/// All changes of what stands now, latest first: every version that is published, every withdrawal and suspension. What was withdrawn leaves only
/// the notice of its withdrawal.
std::vector<DataChange> data_changes(const catalog::CatalogSnapshot& snapshot);

/// /api/v1/changes: {"total", "changes": [{"id", "at", "kind", "dataset", "version", "title", "summary", "agency", "theme", "url"}]}.
nlohmann::json changes_json(const std::vector<DataChange>& changes);

}  // namespace khomo::builder
