// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include "search/dialects/api.hpp"

namespace khomo::search {

/// OGC API Features and Records over one release, below /ogc (docs/ogc-api.md). Thread-safe.
class OgcApi {
public:
    explicit OgcApi(ApiRelease release);
    ~OgcApi();
    OgcApi(const OgcApi&) = delete;
    OgcApi& operator=(const OgcApi&) = delete;

    /// None where the path is not /ogc or below it. Never throws: faults become problem documents (RFC 9457).
    std::optional<ApiResponse> handle(const ApiRequest& request) const;

private:
    struct State;
    std::shared_ptr<const State> state_;
};

}  // namespace khomo::search
