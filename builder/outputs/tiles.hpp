// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "builder/outputs/pages.hpp"

namespace khomo::builder {

/// site/tiles/<id>.pmtiles of every published layer's current version, and beside it <id>.fidelity.json: what each zoom keeps of the layer. Where a zoom keeps too little
/// there is no archive, and the JSON says why. One unit a layer, made anew only when its rows or the attributes its map shows change.
class Tiles : public Output {
public:
    Stage stage() const override { return Stage::packages; }
    std::vector<Unit> plan(const catalog::CatalogSnapshot& snapshot) const override;
};

/// site/tiles/<id>.json: what a map needs to draw and explain a layer (titles, classes with colours, code lists); site/tiles/layers.json lists them all.
class MapDocuments : public Output {
public:
    Stage stage() const override { return Stage::pages; }
    std::vector<Unit> plan(const catalog::CatalogSnapshot& snapshot) const override;
};

/// /map: all layers together. Without JavaScript it lists them, each with its picture and its page.
class MapPage : public PageOutput {
public:
    using PageOutput::PageOutput;
    std::vector<Unit> plan(const catalog::CatalogSnapshot& snapshot) const override;
};

/// Whether the dataset has a current version that can lie on a map.
bool is_layer(const catalog::CatalogSnapshot& snapshot, const catalog::CatalogEntry& entry);
/// "site/tiles/ho-chua.pmtiles".
std::string tiles_path(const std::string& dataset);

}  // namespace khomo::builder
