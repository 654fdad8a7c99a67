// SPDX-License-Identifier: GPL-3.0-or-later

#include "geo/shape/meeting.hpp"

#include <geos_c.h>

#include <memory>
#include <string>

namespace khomo::geo {
namespace {

/// What one thread keeps: GEOS's context, and the shape of the last call.
class Keeper {
public:
    Keeper() : context_(GEOS_init_r()) {}
    ~Keeper() {
        forget();
        GEOS_finish_r(context_);
    }
    Keeper(const Keeper&) = delete;
    Keeper& operator=(const Keeper&) = delete;

    bool meets(std::string_view geometry, std::string_view shape) {
        if (shape != bytes_ || !known_) {
            forget();
            bytes_ = shape;
            known_ = true;
            shape_ = read(shape);
            prepared_ = shape_ != nullptr ? GEOSPrepare_r(context_, shape_) : nullptr;
        }
        auto* other = prepared_ != nullptr ? read(geometry) : nullptr;
        const bool meets = other != nullptr && GEOSPreparedIntersects_r(context_, prepared_, other) == 1;
        if (other != nullptr) {
            GEOSGeom_destroy_r(context_, other);
        }
        return meets;
    }

private:
    GEOSGeometry* read(std::string_view wkb) { return GEOSGeomFromWKB_buf_r(context_, reinterpret_cast<const unsigned char*>(wkb.data()), wkb.size()); }

    void forget() {
        if (prepared_ != nullptr) {
            GEOSPreparedGeom_destroy_r(context_, prepared_);
        }
        if (shape_ != nullptr) {
            GEOSGeom_destroy_r(context_, shape_);
        }
        prepared_ = nullptr;
        shape_ = nullptr;
    }

    GEOSContextHandle_t context_;
    std::string bytes_;
    bool known_ = false;
    GEOSGeometry* shape_ = nullptr;
    const GEOSPreparedGeometry* prepared_ = nullptr;
};

}  // namespace

bool geometries_meet(std::string_view geometry, std::string_view shape) {
    thread_local Keeper keeper;
    return keeper.meets(geometry, shape);
}

}  // namespace khomo::geo
