// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "search/dialects/api.hpp"
#include "search/dialects/published_catalogue.hpp"

namespace khomo::search {

inline constexpr std::string_view kOgcBase = "/ogc";
inline constexpr const char* kJsonType = "application/json";
inline constexpr const char* kGeoJsonType = "application/geo+json";
inline constexpr const char* kHtmlType = "text/html";
inline constexpr const char* kSchemaType = "application/schema+json";
inline constexpr const char* kOpenApiType = "application/vnd.oai.openapi+json;version=3.0";

/// A request below /ogc: what form its answer takes, and how addresses in it begin.
class OgcRequest {
public:
    /// Throws RequestFault where f is neither json nor html. Links begin with the portal's own address; only who asks a server on the same machine directly, without a proxy, gets
    /// links to where the question went, so that no header from outside ever stands in an answer.
    OgcRequest(const ApiRequest& request, const std::string& base_url);

    const ApiRequest& request() const { return request_; }
    bool html() const { return html_; }
    /// "https://data.example.vn/ogc/collections" for "/collections".
    std::string url(const std::string& path) const { return origin_ + std::string(kOgcBase) + path; }
    std::string site(const std::string& path) const { return origin_ + path; }

    using Changes = std::vector<std::pair<std::string, std::optional<std::string>>>;
    /// The request's own address with some parameters set, or taken out.
    std::string same_with(const Changes& changes) const;

    /// self and alternate of an answer whose JSON form has this media type.
    nlohmann::json own_links(const char* json_type) const;

    /// Every parameter but f must be one of `known`, and none given twice. Throws RequestFault with the nearest.
    void check_parameters(std::vector<std::string> known) const;

private:
    const ApiRequest& request_;
    std::string origin_;
    bool html_ = false;
};

nlohmann::json ogc_link(const std::string& href, const char* rel, const char* type, const std::string& title);

/// The document as JSON of that media type, or as a page that holds all of it.
ApiResponse ogc_answer(const OgcRequest& request, const nlohmann::json& document, const char* json_type, const std::string& title);

/// limit: at least 1; above `most` it is `most`. Throws RequestFault.
std::uint64_t ogc_limit(const OgcRequest& request, std::uint64_t otherwise, std::uint64_t most);
/// A number from 0. Throws RequestFault.
std::uint64_t ogc_offset(const OgcRequest& request);
/// bbox as four numbers, heights left out, in the order in which they came. Throws RequestFault.
std::optional<std::array<double, 4>> ogc_box(const OgcRequest& request);

}  // namespace khomo::search
