// SPDX-License-Identifier: GPL-3.0-or-later

#include "geo/rings.hpp"

#include <ogr_geometry.h>

namespace khomo::geo {
namespace {

void add_line(const OGRSimpleCurve& line, std::vector<Ring>& rings) {
    Ring ring;
    ring.reserve(static_cast<std::size_t>(line.getNumPoints()));
    for (int i = 0; i < line.getNumPoints(); ++i) {
        ring.push_back({line.getX(i), line.getY(i)});
    }
    rings.push_back(std::move(ring));
}

void add(const OGRGeometry& geometry, std::vector<Ring>& rings) {
    switch (wkbFlatten(geometry.getGeometryType())) {
        case wkbPoint: {
            const auto& point = *geometry.toPoint();
            rings.push_back({{point.getX(), point.getY()}});
            break;
        }
        case wkbLineString: add_line(*geometry.toLineString(), rings); break;
        case wkbPolygon:
            for (const auto* ring : *geometry.toPolygon()) {
                add_line(*ring, rings);
            }
            break;
        default:
            if (OGR_GT_IsSubClassOf(geometry.getGeometryType(), wkbGeometryCollection) != FALSE) {
                for (const auto* part : *geometry.toGeometryCollection()) {
                    add(*part, rings);
                }
            }
    }
}

}  // namespace

std::vector<Ring> rings_of(std::string_view wkb) {
    std::vector<Ring> rings;
    if (wkb.empty()) {
        return rings;
    }
    OGRGeometry* made = nullptr;
    if (OGRGeometryFactory::createFromWkb(wkb.data(), nullptr, &made, wkb.size(), wkbVariantIso) == OGRERR_NONE) {
        const OGRGeometryUniquePtr geometry(made);
        if (geometry->IsEmpty() == FALSE) {
            add(*geometry, rings);
        }
    }
    return rings;
}

}  // namespace khomo::geo
