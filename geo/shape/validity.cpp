// SPDX-License-Identifier: GPL-3.0-or-later

#include "geo/shape/validity.hpp"

#include <geos_c.h>

#include <memory>

#include "catalog/base/error.hpp"

namespace khomo::geo {
namespace {

struct FreeContext {
    void operator()(GEOSContextHandle_HS* context) const { GEOS_finish_r(context); }
};

GEOSContextHandle_t context() {
    thread_local const std::unique_ptr<GEOSContextHandle_HS, FreeContext> own(GEOS_init_r());
    return own.get();
}

struct FreeGeometry {
    void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(context(), geometry); }
};
using Geometry = std::unique_ptr<GEOSGeometry, FreeGeometry>;

}  // namespace

std::optional<Invalidity> find_invalidity(std::string_view wkb) {
    const Geometry geometry(GEOSGeomFromWKB_buf_r(context(), reinterpret_cast<const unsigned char*>(wkb.data()), wkb.size()));
    if (!geometry) {
        return Invalidity{"unreadable geometry", 0, 0};
    }
    char* reason = nullptr;
    GEOSGeometry* place = nullptr;
    const char valid = GEOSisValidDetail_r(context(), geometry.get(), 0, &reason, &place);
    const Geometry where(place);
    std::optional<Invalidity> found;
    if (valid != 1) {
        found = Invalidity{reason != nullptr ? reason : "invalid geometry", 0, 0};
        if (where) {
            GEOSGeomGetX_r(context(), where.get(), &found->x);
            GEOSGeomGetY_r(context(), where.get(), &found->y);
        }
    }
    GEOSFree_r(context(), reason);
    return found;
}

}  // namespace khomo::geo
