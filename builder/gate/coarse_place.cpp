// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/gate/coarse_place.hpp"

#include <cmath>
#include <numbers>

#include "builder/gate/rule_tally.hpp"
#include "catalog/base/number.hpp"
#include "catalog/base/wkb.hpp"
#include "geo/crs/transformer.hpp"

namespace khomo::builder {
namespace {

constexpr double kMetresPerDegree = 111'195;

double middle(double value, double step) { return (std::floor(value / step) + 0.5) * step; }

}  // namespace

CoarsePlace::CoarsePlace(const catalog::Catalogue& catalogue, const catalog::CatalogEntry& entry, const std::string& crs) : catalogue_(catalogue), entry_(entry), crs_(crs) {
    const auto info = geo::identify_crs(crs);
    degrees_ = !info || !info->projected;
}

std::optional<std::pair<double, double>> CoarsePlace::centre_of(const catalog::Row& row) {
    const auto* field = entry_.unit_field();
    const auto* code = field == nullptr ? nullptr : std::get_if<std::string>(&row.values[static_cast<std::size_t>(field - entry_.fields.data())]);
    const auto* unit = code == nullptr ? nullptr : catalogue_.unit(*code);
    if (unit == nullptr) {
        return std::nullopt;
    }
    const auto known = centres_.find(*code);
    if (known != centres_.end()) {
        return known->second;
    }
    double x = unit->lon;
    double y = unit->lat;
    if (!geo::Transformer("EPSG:4326", crs_).transform(x, y)) {
        return std::nullopt;
    }
    return centres_[*code] = {x, y};
}

std::pair<double, double> CoarsePlace::square_of(double x, double y) const {
    const double step = entry_.disclosure.grid_m;
    if (!degrees_) {
        return {middle(x, step), middle(y, step)};
    }
    // Squares of one band of latitude share a width in degrees.
    const double north = middle(y, step / kMetresPerDegree);
    return {middle(x, step / kMetresPerDegree / std::cos(north * std::numbers::pi / 180)), north};
}

void CoarsePlace::put(catalog::Row& row, double x, double y) const {
    row.geometry = wkb_point(x, y);
    const auto set = [&](const std::string& name, double value) {
        const auto place = name.empty() ? entry_.fields.size() : field_place(entry_, name);
        if (place < entry_.fields.size()) {
            row.values[place] = entry_.fields[place].type == catalog::FieldType::number ? catalog::Value(value) : catalog::Value();
        }
    };
    set(entry_.geometry->x, x);
    set(entry_.geometry->y, y);
    if (const auto place = entry_.geometry->wkt.empty() ? entry_.fields.size() : field_place(entry_, entry_.geometry->wkt); place < entry_.fields.size()) {
        row.values[place] = "POINT (" + to_text(x) + " " + to_text(y) + ")";
    }
}

void CoarsePlace::apply(catalog::Row& row) {
    if (row.geometry.empty()) {
        remove(row);
        return;
    }
    if (entry_.disclosure.geometry == "centroid") {
        if (const auto centre = centre_of(row)) {
            put(row, centre->first, centre->second);
        } else {
            remove(row);
        }
        return;
    }
    const auto bounds = wkb_bounds(row.geometry);
    if (!bounds) {
        remove(row);
        return;
    }
    const auto [x, y] = square_of(((*bounds)[0] + (*bounds)[2]) / 2, ((*bounds)[1] + (*bounds)[3]) / 2);
    put(row, x, y);
}

void CoarsePlace::remove(catalog::Row& row) const {
    row.geometry.clear();
    for (const auto& name : {entry_.geometry->x, entry_.geometry->y, entry_.geometry->wkt}) {
        const auto place = name.empty() ? entry_.fields.size() : field_place(entry_, name);
        if (place < entry_.fields.size()) {
            row.values[place] = std::monostate();
        }
    }
}

}  // namespace khomo::builder
