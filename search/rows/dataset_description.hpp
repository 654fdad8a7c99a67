// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/base/bilingual.hpp"
#include "catalog/model/field.hpp"

namespace khomo::search {

/// One published version as dataset.json names it.
struct VersionDescription {
    int number = 0;
    std::string approved_at;
    std::string period;
    std::uint64_t rows = 0;
    std::string file;   ///< "v2.gpkg", beside dataset.json
    std::string table;
    std::string content_sha256;
    std::optional<std::array<double, 4>> bbox;
};

struct LicenceDescription {
    std::string id;
    Text title;
    std::string url;
};

/// What the row interface needs of data/<dataset>/dataset.json (docs/release-format.md).
struct DatasetDescription {
    std::string id;
    Text title;
    Text agency;
    LicenceDescription licence;
    std::string updated;
    bool illustrative = false;
    std::vector<catalog::Field> fields;  ///< of the current contract
    std::string geometry_type;           ///< "Point" …; empty for a table
    int version = 0;                     ///< the current one
    std::vector<VersionDescription> versions;

    const VersionDescription* find(int number) const;
};

/// Throws Error(store) where the document is not what the release format says.
DatasetDescription parse_description(std::string_view json);

/// The shape of one version's table: what a query can speak of.
struct TableSchema {
    std::string table;
    std::vector<catalog::Field> fields;
    std::vector<bool> indexed;  ///< for each field, whether an index begins with it
    bool spatial = false;

    std::optional<std::size_t> find(std::string_view name) const;
    std::vector<std::string> field_names() const;
};

}  // namespace khomo::search
