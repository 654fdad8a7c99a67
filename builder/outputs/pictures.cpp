// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/outputs/pictures.hpp"

#include <algorithm>
#include <memory>

#include "builder/outputs/distribution.hpp"
#include "catalog/base/wkb.hpp"
#include "catalog/store/data_file.hpp"
#include "geo/picture.hpp"
#include "geo/reproject.hpp"

namespace khomo::builder {
namespace {

std::unique_ptr<catalog::RowReader> rows_of(const catalog::CatalogEntry& entry, const catalog::ApprovedVersion& version, std::unique_ptr<catalog::RowReader>& canonical) {
    canonical = catalog::read_data_file(version.data_path(), entry);
    return geo::reproject(*canonical, version.info().crs, "EPSG:4326");
}

std::vector<geo::PictureOutline> outlines_of(const catalog::CatalogSnapshot& snapshot) {
    std::vector<geo::PictureOutline> outlines;
    if (const auto* entry = boundary_layer(snapshot)) {
        const auto& version = *snapshot.current(entry->id);
        std::unique_ptr<catalog::RowReader> canonical;
        const auto rows = rows_of(catalog::entry_at(*entry, version.info()), version, canonical);
        catalog::Row row;
        while (rows->next(row)) {
            outlines.push_back({row.geometry, ""});
        }
    }
    return outlines;
}

/// The province where its communes are known, so that every map shows where in it the layer lies; else the layer's own box.
std::array<double, 4> box_of(const catalog::CatalogSnapshot& snapshot, const catalog::VersionInfo& info) {
    const auto* entry = boundary_layer(snapshot);
    return entry != nullptr && snapshot.current(entry->id)->info().bbox ? *snapshot.current(entry->id)->info().bbox : *info.bbox;
}

}  // namespace

const catalog::CatalogEntry* boundary_layer(const catalog::CatalogSnapshot& snapshot) {
    for (const auto& entry : snapshot.catalogue().entries) {
        const auto* version = snapshot.current(entry.id);
        const auto* key = entry.key.size() == 1 ? entry.field(entry.key.front()) : nullptr;
        if (version != nullptr && version->info().geometry_type == "MultiPolygon" && key != nullptr && key->codelist == "units") {
            return &entry;
        }
    }
    return nullptr;
}

std::vector<Unit> Pictures::plan(const catalog::CatalogSnapshot& snapshot) const {
    std::vector<Unit> units;
    const auto* land = boundary_layer(snapshot);
    const auto land_hash = land == nullptr ? std::string() : snapshot.current(land->id)->info().content_sha256;
    for (const auto& entry : snapshot.catalogue().entries) {
        for (const auto& version : snapshot.versions(entry.id)) {
            if (version.info().geometry_type.empty() || !version.info().bbox) {
                continue;
            }
            const auto number = std::to_string(version.info().number);
            const auto fingerprint = Fingerprint("pictures 4").add(land_hash).add(entry.source_sha256).add(version.info().content_sha256).hex();
            units.push_back({"pictures/" + entry.id + "/v" + number, fingerprint, [&snapshot, &entry, &version, number](UnitWriter& writer) {
                                 const auto then = catalog::entry_at(entry, version.info());
                                 const auto outlines = outlines_of(snapshot);
                                 for (const auto lang : {Lang::vi, Lang::en}) {
                                     std::unique_ptr<catalog::RowReader> canonical;
                                     const auto rows = rows_of(then, version, canonical);
                                     writer.write("site/pictures/" + entry.id + "/v" + number + "/map." + std::string(code(lang)) + ".svg",
                                                  geo::draw_map(then, version.info().geometry_type, *rows, outlines, box_of(snapshot, version.info()), lang));
                                 }
                             }});
        }
    }
    return units;
}

}  // namespace khomo::builder
