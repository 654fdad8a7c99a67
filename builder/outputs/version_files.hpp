// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builder/outputs/output.hpp"

namespace khomo::builder {

/// The rows of every published version: the query store in data/ and the downloads in site/files/<id>/v<n>/. One unit a version; they
/// never change once made but for the words they carry.
class VersionFiles : public Output {
public:
    Stage stage() const override { return Stage::data; }
    std::vector<Unit> plan(const catalog::CatalogSnapshot& snapshot) const override;
};

/// The package of every published version: its CSV with dictionary, licence, README and datapackage.json. A unit of its own, so that a new
/// description does not remake the other downloads.
class VersionPackages : public Output {
public:
    Stage stage() const override { return Stage::packages; }
    std::vector<Unit> plan(const catalog::CatalogSnapshot& snapshot) const override;
};

/// What programs read of a dataset: site/api/v1/datasets/<id>.json; and where it is published site/files/<id>/latest/… and data/<id>/dataset.json.
void write_dataset_document(const catalog::CatalogSnapshot& snapshot, const catalog::CatalogEntry& entry, UnitWriter& writer);

/// The same of withdrawn and suspended datasets. Those of the others are in the unit of their pages: fewer units, less to compare at each build.
class WithdrawnDocuments : public Output {
public:
    Stage stage() const override { return Stage::pages; }
    std::vector<Unit> plan(const catalog::CatalogSnapshot& snapshot) const override;
};

}  // namespace khomo::builder
