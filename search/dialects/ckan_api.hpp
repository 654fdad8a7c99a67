// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include "search/dialects/api.hpp"

namespace khomo::search {

/// The reading half of CKAN's Action API over one release (docs/ckan.md): /api/3, /api/3/action/<name>, /api/action/<name>, /api/util/status
/// and /datastore/dump/<resource>. What would write is refused in CKAN's own words. Thread-safe.
class CkanApi {
public:
    explicit CkanApi(ApiRelease release);
    ~CkanApi();
    CkanApi(const CkanApi&) = delete;
    CkanApi& operator=(const CkanApi&) = delete;

    /// None where the path is not one of these. Never throws: faults answer as CKAN's do.
    std::optional<ApiResponse> handle(const ApiRequest& request) const;

private:
    struct State;
    std::shared_ptr<const State> state_;
};

}  // namespace khomo::search
