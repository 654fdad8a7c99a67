// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace khomo::search {

/// The dataset, and the version where there is one, that an address belongs to.
struct DatasetAddress {
    std::string dataset;
    int version = 0;  ///< 0: none is named
    enum class Kind { page, file, api } kind = Kind::page;
};

/// None for addresses that belong to no dataset. Pages (/dataset/<id>, /en/dataset/<id>/v2), files (/files/<id>/v2/…, /pictures/<id>/…,
/// /tiles/<id>.pmtiles, /dataset/<id>/quality.json) and the interfaces (/api/v1/datasets/<id>…, /ogc/collections/<id>…; `version` is the parameter _version). The packaged nginx site knows the same addresses.
std::optional<DatasetAddress> dataset_address(std::string_view path, const std::optional<std::string>& version);

}  // namespace khomo::search
