// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/outputs/tiles.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <thread>

#include "builder/outputs/distribution.hpp"
#include "catalog/store/data_file.hpp"
#include "geo/tiles/tile_maker.hpp"

namespace khomo::builder {
namespace {

using nlohmann::json;

constexpr std::size_t kMostFields = 10;

void add_field(const catalog::CatalogEntry& entry, const std::string& name, std::vector<std::size_t>& fields) {
    for (std::size_t i = 0; i < entry.fields.size(); ++i) {
        if (entry.fields[i].name == name && fields.size() < kMostFields && std::find(fields.begin(), fields.end(), i) == fields.end()) {
            fields.push_back(i);
        }
    }
}

/// What a map shows of a feature: the colour, the name, the key, the commune, then what the table shows first.
std::vector<std::size_t> shown_fields(const catalog::CatalogEntry& entry) {
    std::vector<std::size_t> fields;
    add_field(entry, entry.views.map_colour, fields);
    add_field(entry, entry.views.map_label, fields);
    for (const auto& name : entry.key) {
        add_field(entry, name, fields);
    }
    if (const auto* unit = entry.unit_field()) {
        add_field(entry, unit->name, fields);
    }
    for (const auto& name : entry.views.table_columns) {
        add_field(entry, name, fields);
    }
    for (const auto& field : entry.fields) {
        if (entry.views.table_columns.empty()) {
            add_field(entry, field.name, fields);
        }
    }
    return fields;
}

/// Classes are words, as in the picture.
int class_key(const catalog::CatalogEntry& entry, const std::vector<std::size_t>& fields) {
    const bool classed = !fields.empty() && entry.fields[fields.front()].name == entry.views.map_colour && entry.fields[fields.front()].type == catalog::FieldType::string;
    return classed ? 0 : -1;
}

geo::ShapeKind kind_of(const std::string& geometry_type) {
    return geometry_type == "Point" ? geo::ShapeKind::point : geometry_type == "MultiLineString" ? geo::ShapeKind::line : geo::ShapeKind::polygon;
}

json value_json(const catalog::Value& value) {
    return std::visit(
        [](const auto& held) -> json {
            if constexpr (std::is_same_v<std::decay_t<decltype(held)>, std::monostate>) {
                return nullptr;
            } else {
                return held;
            }
        },
        value);
}

double rounded(double value) { return std::round(value * 1e6) / 1e6; }

json report_json(const geo::TileReport& report) {
    json zooms = json::array();
    for (const auto& zoom : report.zooms) {
        json line = {{"zoom", zoom.zoom}, {"generalised", zoom.generalised}, {"tiles", zoom.tiles}, {"features", zoom.features}, {"largest", zoom.largest},
                     {"covered", rounded(zoom.covered)}, {"worst_share_off", rounded(zoom.worst_share_off)}, {"worst_class", zoom.worst_class}};
        if (zoom.cells > 0) {
            line["cells"] = zoom.cells;
        }
        zooms.push_back(std::move(line));
    }
    json classes = json::array();
    for (const auto& one : report.classes) {
        classes.push_back({{"value", value_json(one.value)}, {"features", one.features}, {"share", rounded(one.share)}});
    }
    json faults = json::array();
    for (const auto& fault : report.faults) {
        faults.push_back({{"vi", fault.vi}, {"en", fault.en}});
    }
    return {{"min_zoom", report.min_zoom}, {"max_zoom", report.max_zoom}, {"detail_zoom", report.detail_zoom}, {"features", report.features}, {"without_shape", report.without_shape},
            {"overlap", rounded(report.overlap)}, {"bytes", report.bytes}, {"bbox", report.box}, {"zooms", zooms}, {"classes", classes}, {"refused", faults}};
}

void make_tiles(const catalog::CatalogEntry& entry, const catalog::ApprovedVersion& version, UnitWriter& writer) {
    const auto then = catalog::entry_at(entry, version.info());
    const auto fields = shown_fields(then);
    geo::TileOptions options;
    options.layer = entry.id;
    for (const auto i : fields) {
        options.keys.push_back(then.fields[i].name);
    }
    options.class_key = class_key(then, fields);
    options.kind = kind_of(version.info().geometry_type);
    options.threads = std::clamp(std::thread::hardware_concurrency(), 1U, 4U);
    options.scratch = writer.scratch();
    geo::TileMaker maker(options);
    const auto rows = catalog::read_data_file(writer.in_release(data_path(version.info())), then);
    catalog::Row row;
    std::vector<catalog::Value> values(fields.size());
    for (std::uint64_t id = 1; rows->next(row); ++id) {
        for (std::size_t i = 0; i < fields.size(); ++i) {
            values[i] = row.values[fields[i]];
        }
        maker.add(id, row.geometry, values);
    }
    const auto made = options.scratch / "archive";
    const auto report = maker.finish(made);
    if (report.faults.empty()) {
        writer.adopt(tiles_path(entry.id), made);
    }
    auto document = report_json(report);
    document["classed"] = options.class_key >= 0;
    document["keys"] = options.keys;
    writer.write("site/tiles/" + entry.id + ".fidelity.json", document.dump(1) + "\n");
}

std::string tiles_fingerprint(const catalog::CatalogEntry& entry, const catalog::VersionInfo& version) {
    const auto then = catalog::entry_at(entry, version);
    const auto fields = shown_fields(then);
    Fingerprint inputs("tiles 1");
    inputs.add(version.content_sha256).add(version.geometry_type).add(version.crs).add(static_cast<std::int64_t>(class_key(then, fields)));
    for (const auto i : fields) {
        inputs.add(then.fields[i].name);
    }
    return inputs.hex();
}

}  // namespace

std::string tiles_path(const std::string& dataset) { return "site/tiles/" + dataset + ".pmtiles"; }

bool is_layer(const catalog::CatalogSnapshot& snapshot, const catalog::CatalogEntry& entry) {
    const auto* version = snapshot.current(entry.id);
    return version != nullptr && !version->info().geometry_type.empty() && version->info().bbox;
}

std::vector<Unit> Tiles::plan(const catalog::CatalogSnapshot& snapshot) const {
    std::vector<Unit> units;
    for (const auto& entry : snapshot.catalogue().entries) {
        if (is_layer(snapshot, entry)) {
            const auto& version = *snapshot.current(entry.id);
            units.push_back({"tiles/" + entry.id, tiles_fingerprint(entry, version.info()), [&entry, &version](UnitWriter& writer) { make_tiles(entry, version, writer); }});
        }
    }
    return units;
}

}  // namespace khomo::builder
