// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "catalog/model/delivery.hpp"
#include "catalog/model/finding.hpp"
#include "catalog/model/portal.hpp"
#include "catalog/model/withdrawal.hpp"

namespace khomo::builder {
class Approval;
class SnapshotMaker;
}  // namespace khomo::builder

namespace khomo::catalog {

/// A file of a version's folder in the store.
struct StoredFile {
    std::string path;  ///< relative to the version's folder
    std::uint64_t bytes = 0;
    std::string sha256;
};

/// What is known of one version's canonical data.
struct VersionInfo {
    std::string dataset;
    int number = 0;  ///< from 1
    Delivery delivery;
    std::string content_sha256;  ///< of the canonical rows: the same whatever format they came in
    std::string contract_sha256; ///< of the fields, key and geometry they were checked against
    int personal_rules = 1;      ///< revision of the personal-data rules that it passed (builder/gate/personal/entry_scan.hpp)
    std::vector<Field> fields;   ///< the contract's fields at that time: the columns of the data file
    std::vector<std::string> key;
    std::uint64_t rows = 0;
    std::map<std::string, std::uint64_t> filled;        ///< field → cells that hold a value; "" → rows with a geometry
    std::map<std::string, std::uint64_t> rows_by_unit;  ///< commune code → rows, where the contract has such a field
    std::string data_file;  ///< file name in the version's folder: data.sqlite or data.gpkg
    std::string crs;        ///< "EPSG:9206"; empty for a table without geometry
    std::string geometry_type;                  ///< Point, MultiLineString, MultiPolygon; empty for a table
    std::optional<std::array<double, 4>> bbox;  ///< west, south, east, north in degrees, WGS 84
    std::vector<Attachment> attachments;        ///< in the version's folder below attachments/
    std::vector<Finding> findings;              ///< warnings and notes that stay with the version
    std::vector<Waiver> waivers;                ///< those of contract and delivery that let something of this version through
    std::vector<StoredFile> files;              ///< all that the version's folder holds beside version.json, by path
};

void to_json(nlohmann::json& json, const VersionInfo& version);
void from_json(const nlohmann::json& json, VersionInfo& version);

/// The entry with the fields that this version was checked against: a contract may have grown since. Titles and descriptions come from
/// today's contract where it still has the field.
CatalogEntry entry_at(const CatalogEntry& entry, const VersionInfo& version);

/// The bytes of one dataset that may be published. Only the approval code makes one: it refuses while a blocking
/// finding stands, and the version is bound to the SHA-256 of what was approved.
class ApprovedVersion {
public:
    const VersionInfo& info() const { return info_; }
    /// The canonical data (SQLite, or GeoPackage in the source's CRS); read-only.
    const std::filesystem::path& data_path() const { return data_path_; }

private:
    friend class khomo::builder::Approval;
    ApprovedVersion(VersionInfo info, std::filesystem::path data_path)
        : info_(std::move(info)), data_path_(std::move(data_path)) {}

    VersionInfo info_;
    std::filesystem::path data_path_;
};

/// What the outputs see: the catalogue and the approved versions, nothing else. Immutable, safe to share between threads.
class CatalogSnapshot {
public:
    const Catalogue& catalogue() const { return catalogue_; }
    /// Versions of a dataset from 1 upward; empty if none is published.
    const std::vector<ApprovedVersion>& versions(const std::string& dataset) const;
    const ApprovedVersion* current(const std::string& dataset) const;
    /// What was withdrawn or suspended; none of it is among the versions.
    const Withdrawals& withdrawals() const { return withdrawals_; }
    /// Why nothing of the dataset is published: it was withdrawn as a whole, or all its versions were. Null otherwise.
    const Withdrawal* withdrawal(const std::string& dataset) const;
    /// The instant of the build; enters outputs only through states that change at a deadline.
    Instant as_of() const { return as_of_; }

private:
    friend class khomo::builder::SnapshotMaker;
    CatalogSnapshot(Catalogue catalogue, std::map<std::string, std::vector<ApprovedVersion>> versions, Instant as_of, Withdrawals withdrawals)
        : catalogue_(std::move(catalogue)), versions_(std::move(versions)), as_of_(as_of), withdrawals_(std::move(withdrawals)) {}

    Catalogue catalogue_;
    std::map<std::string, std::vector<ApprovedVersion>> versions_;
    Instant as_of_;
    Withdrawals withdrawals_;
};

}  // namespace khomo::catalog
