// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builder/outputs/output.hpp"
#include "catalog/model/quality.hpp"

namespace khomo::builder {

/// /dataset/<id>/quality.json: the four scores and everything they are computed from (docs/quality.md). Written with the pages of the dataset;
/// quality_fingerprint() and the versions tell what it depends on.
void write_dataset_quality(const catalog::CatalogSnapshot& snapshot, const catalog::CatalogEntry& entry, const catalog::DatasetQuality& quality, UnitWriter& writer);

/// /agency/<id>/quality.json: means and quarters of an agency.
class QualityDocuments : public Output {
public:
    Stage stage() const override { return Stage::pages; }
    std::vector<Unit> plan(const catalog::CatalogSnapshot& snapshot) const override;
};

}  // namespace khomo::builder
