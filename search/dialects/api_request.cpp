// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/dialects/api.hpp"

#include "catalog/release/layout.hpp"
#include "search/dialects/published_catalogue.hpp"
#include "search/dialects/stream_places.hpp"
#include "search/rows/row_store.hpp"

namespace khomo::search {

std::optional<std::string> ApiRequest::parameter(std::string_view name) const {
    for (auto pair = query.rbegin(); pair != query.rend(); ++pair) {
        if (pair->first == name) {
            return pair->second;
        }
    }
    return std::nullopt;
}

ApiRelease completed(ApiRelease release) {
    if (!release.rows) {
        release.rows = std::make_shared<const RowStore>(release.root / catalog::layout::kData);
    }
    if (!release.streams) {
        release.streams = std::make_shared<const StreamPlaces>();
    }
    if (!release.catalogue) {
        release.catalogue = std::make_shared<const PublishedCatalogue>(release.root / catalog::layout::kData, release.portal);
    }
    return release;
}

bool takes_post(std::string_view path) {
    const bool rows = path.starts_with("/api/v1/datasets/") && (path.ends_with("/rows") || path.find("/rows.") != std::string_view::npos);
    return rows || path.starts_with("/api/3/action/") || path.starts_with("/api/action/");
}

}  // namespace khomo::search
