// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/rows/box_match.hpp"

#include <array>
#include <cstring>

#include "catalog/base/wkb.hpp"
#include "geo/shape/meeting.hpp"

namespace khomo::search {
namespace {

constexpr std::size_t kHeader = 8;
constexpr unsigned kEnvelopeXy = 1;  // bits 1-3 of the flags (OGC 12-128r18 §2.1.3)

}  // namespace

bool geometry_meets_box(std::string_view blob, std::string_view packed_box) {
    std::array<double, 4> box{};
    if (packed_box.size() != sizeof box || blob.size() < kHeader) {
        return false;
    }
    std::memcpy(box.data(), packed_box.data(), sizeof box);
    const auto flags = static_cast<unsigned char>(blob[3]);
    std::array<double, 4> own{};  // min x, max x, min y, max y, as the header has them
    const bool little = (flags & 1) != 0;
    if (little && ((flags >> 1) & 7) >= kEnvelopeXy && blob.size() >= kHeader + sizeof own) {
        std::memcpy(own.data(), blob.data() + kHeader, sizeof own);
    } else {
        try {
            const auto wkb = gpkg_to_wkb(blob);
            const auto bounds = wkb.empty() ? std::nullopt : wkb_bounds(wkb);
            if (!bounds) {
                return false;
            }
            own = {(*bounds)[0], (*bounds)[2], (*bounds)[1], (*bounds)[3]};
        } catch (...) {
            return false;
        }
    }
    return own[0] <= box[2] && own[1] >= box[0] && own[2] <= box[3] && own[3] >= box[1];
}

bool geometry_intersects(std::string_view blob, std::string_view wkb) {
    try {
        const auto own = gpkg_to_wkb(blob);
        return !own.empty() && geo::geometries_meet(own, wkb);
    } catch (...) {
        return false;
    }
}

}  // namespace khomo::search
