// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/dialects/ckan_api.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>

#include "search/dialects/ckan_catalogue.hpp"
#include "search/dialects/ckan_datastore.hpp"
#include "search/dialects/parameter_value.hpp"
#include "search/dialects/problem.hpp"

namespace khomo::search {
namespace {

using nlohmann::json;

constexpr std::string_view kDump = "/datastore/dump/";
constexpr const char* kJson = "application/json;charset=utf-8";  // some clients accept no other spelling

std::string dumped(const json& value) { return value.dump(-1, ' ', false, json::error_handler_t::replace); }

ApiResponse json_response(int status, std::string body) {
    ApiResponse response;
    response.status = status;
    response.content_type = kJson;
    response.body = std::move(body);
    response.headers.emplace_back("Cache-Control", status == 200 ? "public, max-age=60" : "no-store");
    return response;
}

/// What changes something, or belongs to accounts: there is none of either here.
bool is_refused(std::string_view action) {
    static constexpr std::array<std::string_view, 14> kEndings = {"_create", "_update", "_delete", "_patch", "_purge", "_upsert", "_reorder", "_revise", "_invite", "_transform", "_move", "_clear", "_set_default", "_revoke"};
    static constexpr std::array<std::string_view, 9> kNames = {"datastore_search_sql", "datastore_run_triggers", "bulk_update_private", "bulk_update_public", "send_email_notifications", "member_list", "dashboard_activity_list", "job_list", "config_option_list"};
    return action.starts_with("user_") || action.starts_with("follow_") || action.starts_with("unfollow_") || action.starts_with("am_following_") || action.starts_with("api_token_") ||
           std::any_of(kEndings.begin(), kEndings.end(), [&](std::string_view ending) { return action.ends_with(ending); }) || std::find(kNames.begin(), kNames.end(), action) != kNames.end();
}

/// A name that may stand before a bracket in a script.
bool is_callback(const std::string& name) {
    return !name.empty() && name.size() <= 100 && !(name[0] >= '0' && name[0] <= '9') &&
           std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '$'; });
}

/// The action of "/api/3/action/<name>" and its kin; none where the path is another.
std::optional<std::string_view> action_in(std::string_view path) {
    for (const std::string_view base : {"/api/3/action/", "/api/action/"}) {
        if (path.starts_with(base)) {
            auto name = path.substr(base.size());
            name.remove_suffix(name.ends_with('/') ? 1 : 0);
            return name;
        }
    }
    return std::nullopt;
}

}  // namespace

struct CkanApi::State {
    explicit State(ApiRelease opened)
        : release(completed(std::move(opened))), catalogue(*release.catalogue), packages(catalogue, release.finder.get()), datastore(catalogue, *release.rows, *release.streams) {}

    std::string help_address(std::string_view action) const { return catalogue.base_url() + "/api/3/action/help_show?name=" + shown(action); }

    std::string help_of(const CkanCall& call) const {
        const auto name = call.required("name");
        if (!known(name)) {
            throw CkanFault::not_found("Action name not known: " + shown(name));
        }
        return "CKAN Action API: " + name + ". Tham số và kết quả như tài liệu CKAN 2.11; phần được phục vụ / parameters and results as CKAN 2.11 documents them; what is served: " + catalogue.base_url() + "/api/";
    }

    static bool known(const std::string& action) {
        return CkanCatalogue::actions().contains(action) || action == "datastore_search" || action == "datastore_info" || action == "help_show" || action == "datastore_search_sql";
    }

    /// The `result` of an action, as JSON text.
    std::string result_of(const ApiRequest& request, const std::string& action) const {
        if (is_refused(action)) {
            throw CkanFault::denied("Action " + shown(action) + " is not available: this portal is read-only and has no accounts");
        }
        if (!known(action)) {
            throw CkanFault::bad_request("Action name not known: " + shown(action));
        }
        const auto call = read_ckan_call(request, action);
        if (action == "datastore_search") {
            return datastore.search(call, request.path);
        }
        if (action == "datastore_info") {
            return dumped(datastore.info(call));
        }
        if (action == "help_show") {
            return dumped(help_of(call));
        }
        return dumped((packages.*CkanCatalogue::actions().find(action)->second)(call));
    }

    ApiResponse call(const ApiRequest& request, const std::string& action) const {
        auto response = guarded(action, [&] { return json_response(200, "{\"help\": " + dumped(help_address(action)) + ", \"success\": true, \"result\": " + result_of(request, action) + "}"); });
        const auto callback = request.parameter("callback");
        if (callback && request.method == "GET" && response.status == 200 && is_callback(*callback)) {
            response.body = "/**/" + *callback + "(" + response.body + ");";
            response.content_type = "application/javascript;charset=utf-8";
        }
        return response;
    }

    /// Turns every fault into CKAN's own kind of answer.
    template <typename Work>
    ApiResponse guarded(const std::string& action, const Work& work) const {
        try {
            return work();
        } catch (const CkanFault& fault) {
            return failed(action, fault.status(), fault.error());
        } catch (const RequestFault& fault) {
            return failed(action, 409, {{"__type", "Validation Error"}, {fault.parameter(), json::array({fault.message().in(Lang::en)})}});
        } catch (const QueryStopped& stopped) {
            const bool busy = stopped.why() == QueryStopped::Why::busy;
            auto response = failed(action, busy ? 429 : 409, {{"__type", busy ? "Too Many Requests" : "Search Error"}, {"message", stopped.message().in(Lang::en)}});
            if (busy) {
                response.headers.emplace_back("Retry-After", "2");
            }
            return response;
        } catch (const Error& error) {
            const bool theirs = error.kind() == ErrorKind::usage;
            if (!theirs) {
                spdlog::error("a CKAN action failed: {}", error.message().en);
            }
            return failed(action, theirs ? 409 : 503, {{"__type", theirs ? "Search Error" : "Internal Error"}, {"message", theirs ? error.message().in(Lang::en) : "This part of the data cannot be read at the moment"}});
        } catch (const std::exception& error) {
            spdlog::error("internal error in a CKAN action: {}", error.what());
            return failed(action, 500, {{"__type", "Internal Error"}, {"message", "An internal error; it has been logged"}});
        }
    }

    ApiResponse failed(const std::string& action, int status, const json& error) const {
        if (error.is_string()) {
            return json_response(status, dumped(error));
        }
        std::string help = "null";
        try {
            help = dumped(help_address(action));
        } catch (const std::exception&) {
            // the catalogue itself cannot be read
        }
        return json_response(status, "{\"help\": " + help + ", \"success\": false, \"error\": " + dumped(error) + "}");
    }

    ApiRelease release;
    const PublishedCatalogue& catalogue;
    CkanCatalogue packages;
    CkanDatastore datastore;
};

CkanApi::CkanApi(ApiRelease release) : state_(std::make_shared<const State>(std::move(release))) {}
CkanApi::~CkanApi() = default;

std::optional<ApiResponse> CkanApi::handle(const ApiRequest& request) const {
    const std::string_view path = request.path;
    if (const auto action = action_in(path)) {
        return state_->call(request, std::string(*action));
    }
    if (path == "/api/3" || path == "/api/3/" || path == "/api/3/action") {
        return json_response(200, "{\"version\": 3}");
    }
    if (path == "/api/util/status") {
        return state_->guarded("status_show", [&] { return json_response(200, state_->result_of(request, "status_show")); });  // bare, as CKAN's
    }
    if (path.starts_with(kDump)) {
        return state_->guarded("datastore_dump", [&] { return state_->datastore.dump(request, std::string(path.substr(kDump.size()))); });
    }
    return std::nullopt;
}

}  // namespace khomo::search
