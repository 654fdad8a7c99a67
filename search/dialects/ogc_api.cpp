// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/dialects/ogc_api.hpp"

#include "search/dialects/ogc_documents.hpp"
#include "search/dialects/ogc_items.hpp"
#include "search/dialects/ogc_records.hpp"
#include "search/dialects/problem.hpp"
#include "search/rows/row_store.hpp"

namespace khomo::search {
namespace {

using nlohmann::json;

constexpr std::string_view kCollections = "/collections/";

[[noreturn]] void nothing_here() { throw Error(ErrorKind::not_found, {"Không có gì ở địa chỉ này. Bắt đầu từ /ogc", "Nothing is at this address. Start from /ogc"}); }

/// The title of what is not one dataset's.
std::string portal_title(const PublishedCatalogue& catalogue) { return "OGC API" + (catalogue.title().vi.empty() ? std::string() : ": " + catalogue.title().vi); }

}  // namespace

struct OgcApi::State {
    explicit State(ApiRelease opened) : release(completed(std::move(opened))), catalogue(*release.catalogue) {}

    ApiResponse route(const ApiRequest& asked) const {
        const OgcRequest request(asked, catalogue.base_url());
        auto path = std::string_view(asked.path).substr(kOgcBase.size());
        if (path.starts_with(kCollections)) {
            return collection(request, path.substr(kCollections.size()));
        }
        path.remove_suffix(path.ends_with('/') ? 1 : 0);
        request.check_parameters({});
        if (path.empty()) {
            return ogc_answer(request, ogc_landing(request, catalogue), kJsonType, portal_title(catalogue));
        }
        if (path == "/conformance") {
            auto document = ogc_conformance();
            document["links"] = request.own_links(kJsonType);
            return ogc_answer(request, document, kJsonType, portal_title(catalogue));
        }
        if (path == "/api") {
            return ogc_answer(request, ogc_openapi(request, catalogue), kOpenApiType, portal_title(catalogue));
        }
        if (path == "/collections") {
            return ogc_answer(request, ogc_collections(request, catalogue), kJsonType, portal_title(catalogue));
        }
        nothing_here();
    }

    /// "<id>", "<id>/queryables", "<id>/items", "<id>/items/<feature>".
    ApiResponse collection(const OgcRequest& request, std::string_view path) const {
        const auto slash = std::min(path.find('/'), path.size());
        const auto id = path.substr(0, slash);
        const auto rest = path.substr(slash);
        constexpr std::string_view kItems = "/items/";
        if (id == kRecordsCollection) {
            if (rest.empty() || rest == "/") {
                request.check_parameters({});
                return ogc_answer(request, ogc_records_collection(request, catalogue), kJsonType, "Danh mục dữ liệu mở");
            }
            if (rest == "/items") {
                return ogc_records(request, catalogue);
            }
            if (rest.starts_with(kItems)) {
                return ogc_record(request, catalogue, std::string(rest.substr(kItems.size())));
            }
            nothing_here();
        }
        const auto found = catalogue.find(id);
        if (!found || catalogue.datasets()[*found].id != id || !catalogue.datasets()[*found].layer) {
            throw Error(ErrorKind::not_found, {"Không có lớp này. Các lớp: /ogc/collections", "There is no such layer. The layers: /ogc/collections"});
        }
        return of_layer(request, catalogue.datasets()[*found], rest);
    }

    ApiResponse of_layer(const OgcRequest& request, const PublishedDataset& dataset, std::string_view rest) const {
        constexpr std::string_view kItems = "/items/";
        if (rest.empty() || rest == "/") {
            request.check_parameters({});
            return ogc_answer(request, ogc_collection(request, catalogue, dataset), kJsonType, dataset.title.vi);
        }
        const auto table = release.rows->table(dataset.id);
        if (!table || !table->schema().spatial) {
            nothing_here();
        }
        if (rest == "/queryables") {
            request.check_parameters({});
            return ogc_answer(request, ogc_queryables(request, dataset, table->schema(), table->dataset().geometry_type), kSchemaType, dataset.title.vi);
        }
        if (rest == "/items") {
            return ogc_items(request, catalogue, dataset, *table, release.id);
        }
        if (rest.starts_with(kItems)) {
            return ogc_item(request, dataset, *table, std::string(rest.substr(kItems.size())));
        }
        nothing_here();
    }

    ApiRelease release;
    const PublishedCatalogue& catalogue;
};

OgcApi::OgcApi(ApiRelease release) : state_(std::make_shared<const State>(std::move(release))) {}
OgcApi::~OgcApi() = default;

std::optional<ApiResponse> OgcApi::handle(const ApiRequest& request) const {
    if (request.path != kOgcBase && !request.path.starts_with(std::string(kOgcBase) + '/')) {
        return std::nullopt;
    }
    return answer_or_problem([&] { return state_->route(request); });
}

}  // namespace khomo::search
