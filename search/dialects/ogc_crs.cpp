// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/dialects/ogc_crs.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>

#include "catalog/base/error.hpp"
#include "catalog/base/wkb.hpp"
#include "geo/crs/transformer.hpp"
#include "search/dialects/parameter_value.hpp"
#include "search/dialects/problem.hpp"

namespace khomo::search {
namespace {

constexpr int kStepsASide = 16;

/// One a thread and direction: transformers are dear to make and not to be shared.
const geo::Transformer& transformer(std::string_view code, bool to) {
    thread_local const bool context_stands = geo::identify_crs("EPSG:4326").has_value();  // PROJ's context of this thread must outlive what is kept
    thread_local std::map<std::string, geo::Transformer> kept;
    static_cast<void>(context_stands);
    const auto key = std::string(code) + (to ? ">" : "<");
    const auto known = kept.find(key);
    if (known != kept.end()) {
        return known->second;
    }
    return kept.emplace(key, to ? geo::Transformer("EPSG:4326", std::string(code)) : geo::Transformer(std::string(code), "EPSG:4326")).first->second;
}

template <typename Number>
void append_raw(std::string& out, Number value) {
    char bytes[sizeof value];
    std::memcpy(bytes, &value, sizeof value);
    out.append(bytes, sizeof value);
}

}  // namespace

const std::vector<OgcCrs>& ogc_crs_list() {
    static const std::vector<OgcCrs> list = {{"http://www.opengis.net/def/crs/OGC/1.3/CRS84", "", false, 7},
                                             {"http://www.opengis.net/def/crs/EPSG/0/4326", "", true, 7},
                                             {"http://www.opengis.net/def/crs/EPSG/0/3857", "EPSG:3857", geo::north_first("EPSG:3857"), 3},
                                             {"http://www.opengis.net/def/crs/EPSG/0/9206", "EPSG:9206", geo::north_first("EPSG:9206"), 3},
                                             {"http://www.opengis.net/def/crs/EPSG/0/3405", "EPSG:3405", geo::north_first("EPSG:3405"), 3}};
    return list;
}

const OgcCrs& find_ogc_crs(const std::string& parameter, std::string_view uri) {
    std::vector<std::string> valid;
    for (const auto& crs : ogc_crs_list()) {
        const auto number = crs.uri.substr(crs.uri.rfind('/') + 1);
        if (uri == crs.uri || uri == "[" + std::string(number == "CRS84" ? "OGC" : "EPSG") + ":" + std::string(number) + "]") {
            return crs;
        }
        valid.emplace_back(crs.uri);
    }
    throw RequestFault(parameter, {"Không phục vụ hệ tọa độ «" + shown(uri) + "»", "The coordinate system «" + shown(uri) + "» is not served"}, std::move(valid));
}

void to_crs(std::string& wkb, const OgcCrs& crs) {
    if (crs.code.empty() && !crs.north_first) {
        return;
    }
    const auto* change = crs.code.empty() ? nullptr : &transformer(crs.code, true);
    wkb_transform(wkb, [&](double& x, double& y) {
        if (change != nullptr) {
            change->transform(x, y);
        }
        if (crs.north_first) {
            std::swap(x, y);
        }
    });
}

void from_crs(std::string& wkb, const OgcCrs& crs) {
    const auto* change = crs.code.empty() ? nullptr : &transformer(crs.code, false);
    wkb_transform(wkb, [&](double& x, double& y) {
        if (crs.north_first) {
            std::swap(x, y);
        }
        if (change != nullptr) {
            change->transform(x, y);
        }
    });
}

std::string box_outline(const std::array<double, 4>& box, const OgcCrs& crs) {
    const bool bent = !crs.code.empty();
    const int steps = bent ? kStepsASide : 1;
    std::string wkb;
    wkb += '\x01';
    append_raw(wkb, std::uint32_t{3});
    append_raw(wkb, std::uint32_t{1});
    append_raw(wkb, static_cast<std::uint32_t>(4 * steps + 1));
    const std::array<std::array<double, 2>, 5> corners = {{{box[0], box[1]}, {box[2], box[1]}, {box[2], box[3]}, {box[0], box[3]}, {box[0], box[1]}}};
    for (std::size_t side = 0; side < 4; ++side) {
        for (int step = 0; step < steps; ++step) {
            const double part = static_cast<double>(step) / steps;
            append_raw(wkb, corners[side][0] + (corners[side + 1][0] - corners[side][0]) * part);
            append_raw(wkb, corners[side][1] + (corners[side + 1][1] - corners[side][1]) * part);
        }
    }
    append_raw(wkb, corners[4][0]);
    append_raw(wkb, corners[4][1]);
    from_crs(wkb, crs);
    return wkb;
}

}  // namespace khomo::search
