// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/model/version.hpp"

namespace khomo::builder {

/// One downloadable form of a version, before it is made.
struct Distribution {
    std::string format;      ///< "csv", "xlsx", "xml", "xsd", "json", "ndjson", "sqlite", "gpkg", "geojson", "shp", "zip"
    std::string file;        ///< file name, such as "ho-chua.csv"
    std::string media_type;
    Text title;
    bool attachment = false;  ///< a document, picture or recording, published as it is
    Text description{};       ///< of an attachment
};

/// The forms of a version, in the order pages show them, attachments last. Spatial versions have gpkg, geojson and shp; tables have sqlite.
std::vector<Distribution> distributions(const catalog::VersionInfo& version);

/// "site/files/ho-chua/v2/ho-chua.csv".
std::string version_file(const catalog::VersionInfo& version, const Distribution& distribution);
/// "/files/ho-chua/v2/ho-chua.csv" or "/files/ho-chua/latest/ho-chua.csv".
std::string version_url(const catalog::VersionInfo& version, const Distribution& distribution);
std::string latest_url(const catalog::VersionInfo& version, const Distribution& distribution);
/// "data/ho-chua/v2.gpkg": the query store.
std::string data_path(const catalog::VersionInfo& version);

/// Where an attachment of the version lies in the state folder.
std::filesystem::path attachment_path(const catalog::ApprovedVersion& version, const Distribution& attachment);

/// Hash of all that decides the bytes of a version's files of rows: the rows and what these files say of them (names, titles, units, indexes).
/// A new description or keyword leaves it as it is.
std::string rows_fingerprint(const catalog::CatalogEntry& entry, const catalog::VersionInfo& version);
/// Hash of the rows and of all that the catalogue says about them, as the package, the pages and the index show it.
std::string version_fingerprint(const catalog::Catalogue& catalogue, const catalog::CatalogEntry& entry, const catalog::VersionInfo& version);

}  // namespace khomo::builder
