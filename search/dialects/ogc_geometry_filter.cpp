// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/dialects/ogc_geometry_filter.hpp"

#include "catalog/base/wkb.hpp"

namespace khomo::search {

Filter meets_geometry(const std::string& wkb) {
    return wkb_bounds(wkb) ? Filter::of_intersecting(wkb) : Filter::group(Filter::Kind::any, {});
}

Filter has_geometry(bool has) {
    auto anywhere = Filter::of(Box{-1e9, -1e9, 1e9, 1e9});
    if (has) {
        return anywhere;
    }
    std::vector<Filter> inside;
    inside.push_back(std::move(anywhere));
    return Filter::group(Filter::Kind::negation, std::move(inside));
}

}  // namespace khomo::search
