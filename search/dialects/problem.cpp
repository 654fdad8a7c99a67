// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/dialects/problem.hpp"

#include <nlohmann/json.hpp>
#include <spdlog/spdlog.h>

#include "search/rows/work_meter.hpp"

namespace khomo::search {
namespace {

nlohmann::json body_of(int status, const std::string& title, const Text& detail) {
    return {{"type", "about:blank"}, {"status", status}, {"title", title}, {"detail", detail.in(Lang::en)}, {"detail_vi", detail.vi}};
}

ApiResponse response_of(const nlohmann::json& body) {
    ApiResponse response;
    response.status = body.at("status");
    response.content_type = "application/problem+json; charset=utf-8";
    // A bad byte that a client sent must not break the answer that says so.
    response.body = body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
    response.headers.emplace_back("Cache-Control", "no-store");
    return response;
}

}  // namespace

ApiResponse problem(int status, const std::string& title, const Text& detail) { return response_of(body_of(status, title, detail)); }

ApiResponse to_problem(const Error& error) {
    if (const auto* fault = dynamic_cast<const RequestFault*>(&error)) {
        auto body = body_of(400, "Bad request", error.message());
        body["parameter"] = fault->parameter();
        if (!fault->valid().empty()) {
            body["valid"] = fault->valid();
        }
        if (!fault->nearest_name().empty()) {
            body["nearest"] = fault->nearest_name();
        }
        return response_of(body);
    }
    if (const auto* stopped = dynamic_cast<const QueryStopped*>(&error)) {
        const bool busy = stopped->why() == QueryStopped::Why::busy;
        auto response = problem(busy ? 503 : 400, busy ? "Busy" : "Too costly", error.message());
        if (busy) {
            response.headers.emplace_back("Retry-After", "2");
        }
        return response;
    }
    switch (error.kind()) {
        case ErrorKind::usage: return problem(400, "Bad request", error.message());
        case ErrorKind::not_found: return problem(404, "Not found", error.message());
        default: break;
    }
    spdlog::error("a request failed: {}", error.message().en);
    return problem(503, "Unavailable", {"Phần dữ liệu này tạm thời không đọc được", "This part of the data cannot be read at the moment"});
}

ApiResponse internal_problem(const std::string& what) {
    spdlog::error("internal error: {}", what);
    return problem(500, "Internal error", {"Lỗi nội bộ, đã được ghi lại", "An internal error; it has been logged"});
}

}  // namespace khomo::search
