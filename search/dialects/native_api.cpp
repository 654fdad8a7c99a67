// SPDX-License-Identifier: GPL-3.0-or-later

#include <nlohmann/json.hpp>

#include "catalog/release/layout.hpp"
#include "search/dialects/api.hpp"
#include "search/dialects/change_answers.hpp"
#include "search/dialects/find_answers.hpp"
#include "search/dialects/native_openapi.hpp"
#include "search/dialects/problem.hpp"
#include "search/dialects/row_answers.hpp"

namespace khomo::search {
namespace {

constexpr std::string_view kBase = "/api/v1";

[[noreturn]] void nothing_here() { throw Error(ErrorKind::not_found, {"Không có gì ở địa chỉ này. Bắt đầu từ /api/v1", "Nothing is at this address. Start from /api/v1"}); }

/// What there is, for whoever opens the base address.
ApiResponse entrance() {
    ApiResponse response;
    response.content_type = "application/json; charset=utf-8";
    response.headers.emplace_back("Cache-Control", "public, max-age=60");
    response.body = nlohmann::json{{"openapi", "/api/v1/openapi.json"},
                                   {"dataset_openapi", "/api/v1/datasets/{id}/openapi.json"},
                                   {"datasets", "/api/v1/datasets?_limit=100"},
                                   {"withdrawals", "/api/v1/withdrawals"},
                                   {"changes", "/api/v1/changes?since={instant}"},
                                   {"indicators", "/api/v1/indicators"},
                                   {"indicator", "/api/v1/datasets/{id}/indicators/{indicator}"},
                                   {"dataset", "/api/v1/datasets/{id}"},
                                   {"rows", "/api/v1/datasets/{id}/rows?{field}__{operator}={value}&_select=&_sort=&_limit=&_cursor="},
                                   {"groups", "/api/v1/datasets/{id}/rows?_group={field}&_agg=count,{field}__avg"},
                                   {"values", "/api/v1/datasets/{id}/values/{field}"},
                                   {"export", "/api/v1/datasets/{id}/rows.{csv|ndjson|geojson|xlsx}"},
                                   {"search", "/api/v1/search?q={text}"},
                                   {"suggest", "/api/v1/suggest?q={text}"},
                                   {"ckan", "/api/3/action/package_search?q={text}"},
                                   {"ogc", "/ogc/"}}
                        .dump(1) +
                    "\n";
    return response;
}

ApiResponse described(const nlohmann::json& document) {
    ApiResponse response;
    response.content_type = "application/vnd.oai.openapi+json;version=3.1";
    response.headers.emplace_back("Cache-Control", "public, max-age=60");
    response.body = document.dump() + "\n";
    return response;
}

}  // namespace

struct NativeApi::State {
    explicit State(ApiRelease opened) : release(completed(std::move(opened))), rows(release.id, *release.rows, *release.streams), changes(release.root / catalog::layout::kSite / "api/v1/changes.json") {}

    const Finder& finder() const {
        if (!release.finder) {
            throw Error(ErrorKind::store, {"Tìm kiếm tạm thời không dùng được", "Search is not available at the moment"});
        }
        return *release.finder;
    }

    std::optional<ApiResponse> route(const ApiRequest& request) const {
        const auto path = std::string_view(request.path).substr(kBase.size());
        constexpr std::string_view kDatasets = "/datasets/";
        if (path.empty() || path == "/") {
            return entrance();
        }
        if (path == "/openapi.json") {
            return described(portal_openapi());
        }
        if (path == "/search") {
            return search_answer(request, finder());
        }
        if (path == "/suggest") {
            return suggest_answer(request, finder());
        }
        if (path == "/changes" && !request.query.empty()) {
            return changes.answer(request);
        }
        if (path == "/withdrawals" || path == "/changes" || path == "/indicators" || path.starts_with("/indicators/")) {
            return std::nullopt;  // a file of the site
        }
        if (path == "/datasets") {
            return catalogue_answer(request, finder());
        }
        if (!path.starts_with(kDatasets)) {
            nothing_here();
        }
        const auto rest = path.substr(kDatasets.size());
        const auto slash = rest.find('/');
        if (slash == std::string_view::npos) {
            return std::nullopt;  // the dataset's document is a file of the site
        }
        const auto last = rest.substr(slash + 1);
        if (last == "indicators" || last.starts_with("indicators/")) {
            return std::nullopt;
        }
        if (last == "openapi.json") {
            const auto table = release.rows->table(std::string(rest.substr(0, slash)));
            if (!table) {
                nothing_here();
            }
            return described(dataset_openapi(*table));
        }
        constexpr std::string_view kValues = "values/";
        if (last.starts_with(kValues)) {
            return rows.values(request, std::string(rest.substr(0, slash)), std::string(last.substr(kValues.size())));
        }
        if (last != "rows" && !last.starts_with("rows.")) {
            nothing_here();
        }
        return rows.answer(request, std::string(rest.substr(0, slash)), last.size() > 5 ? last.substr(5) : std::string_view());
    }

    ApiRelease release;
    RowAnswers rows;
    ChangeAnswers changes;
};

NativeApi::NativeApi(ApiRelease release) : state_(std::make_shared<const State>(std::move(release))) {}
NativeApi::~NativeApi() = default;

std::optional<ApiResponse> NativeApi::handle(const ApiRequest& request) const {
    if (request.path != kBase && !request.path.starts_with(std::string(kBase) + '/')) {
        return std::nullopt;
    }
    return answer_or_problem([&] { return state_->route(request); });
}

}  // namespace khomo::search
