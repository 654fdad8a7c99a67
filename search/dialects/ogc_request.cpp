// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/dialects/ogc_request.hpp"

#include <algorithm>
#include <set>

#include "catalog/base/number.hpp"
#include "catalog/base/text.hpp"
#include "search/dialects/address.hpp"
#include "search/dialects/ogc_html.hpp"
#include "search/dialects/parameter_value.hpp"
#include "search/dialects/problem.hpp"

namespace khomo::search {
namespace {

using nlohmann::json;

/// "127.0.0.1:8080", "localhost", "[::1]:80": this machine, with nothing else in it.
bool is_loopback(const std::string& host) {
    for (const std::string_view name : {"127.0.0.1", "localhost", "[::1]"}) {
        if (host == name) {
            return true;
        }
        if (host.size() > name.size() + 1 && host.size() <= name.size() + 6 && host.starts_with(name) && host[name.size()] == ':') {
            return std::all_of(host.begin() + static_cast<std::ptrdiff_t>(name.size()) + 1, host.end(), [](char c) { return c >= '0' && c <= '9'; });
        }
    }
    return false;
}

std::string path_encoded(std::string_view path) {
    std::string out;
    for (std::size_t at = 0; at < path.size();) {
        const auto slash = std::min(path.find('/', at), path.size());
        out += encoded(path.substr(at, slash - at));
        out += slash < path.size() ? "/" : "";
        at = slash + 1;
    }
    return out;
}

/// Programs that say nothing, or */*, get JSON; browsers, who name HTML first, get pages.
bool prefers_html(const std::string& accept) {
    const auto html = accept.find("text/html");
    const auto json_at = std::min(accept.find("application/json"), std::min(accept.find("application/geo+json"), accept.find("application/vnd.oai")));
    return html != std::string::npos && html < json_at;
}

}  // namespace

OgcRequest::OgcRequest(const ApiRequest& request, const std::string& base_url) : request_(request), origin_(base_url) {
    const auto host = request.header("Host");
    if (request.header("X-Forwarded-For").empty() && is_loopback(host)) {
        origin_ = "http://" + host;
    }
    const auto form = request.parameter("f");
    if (form && *form != "json" && *form != "html" && *form != "geojson") {
        throw RequestFault("f", {"f là json hoặc html", "f is json or html"}, {"json", "html"});
    }
    html_ = form ? *form == "html" : prefers_html(request.header("Accept"));
}

std::string OgcRequest::same_with(const Changes& changes) const {
    std::string query;
    const auto add = [&](const std::string& name, const std::string& value) { query += (query.empty() ? "?" : "&") + encoded(name) + '=' + encoded(value); };
    for (const auto& [name, value] : request_.query) {
        if (std::none_of(changes.begin(), changes.end(), [&name = name](const auto& change) { return change.first == name; })) {
            add(name, value);
        }
    }
    for (const auto& [name, value] : changes) {
        if (value) {
            add(name, *value);
        }
    }
    return origin_ + path_encoded(request_.path) + query;
}

json OgcRequest::own_links(const char* json_type) const {
    const auto link = [&](bool html) { return ogc_link(same_with({{"f", html ? "html" : "json"}}), html == html_ ? "self" : "alternate", html ? kHtmlType : json_type, html ? "HTML" : "JSON"); };
    auto self = link(html_);
    if (!request_.parameter("f")) {
        self["href"] = same_with({});
    }
    return json::array({self, link(!html_)});
}

void OgcRequest::check_parameters(std::vector<std::string> known) const {
    known.emplace_back("f");
    std::set<std::string> seen;
    for (const auto& [name, value] : request_.query) {
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            const auto near = nearest(shown(name), known);
            throw RequestFault(shown(name), {"Không có tham số «" + shown(name) + "»", "There is no parameter «" + shown(name) + "»"}, std::move(known), near);
        }
        if (!seen.insert(name).second) {
            throw RequestFault(name, {"«" + name + "» được nêu hai lần", "«" + name + "» is named twice"});
        }
    }
}

json ogc_link(const std::string& href, const char* rel, const char* type, const std::string& title) { return {{"href", href}, {"rel", rel}, {"type", type}, {"title", title}}; }

ApiResponse ogc_answer(const OgcRequest& request, const json& document, const char* json_type, const std::string& title) {
    ApiResponse response;
    response.headers.emplace_back("Cache-Control", "public, max-age=60");
    response.headers.emplace_back("Vary", "Accept");
    if (request.html()) {
        response.content_type = "text/html; charset=utf-8";
        response.page_title = title;
        response.body = ogc_html(nlohmann::ordered_json(document));
    } else {
        response.content_type = json_type;
        response.body = document.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
    }
    return response;
}

std::uint64_t ogc_limit(const OgcRequest& request, std::uint64_t otherwise, std::uint64_t most) {
    const auto text = request.request().parameter("limit");
    if (!text) {
        return otherwise;
    }
    const bool digits = !text->empty() && text->find_first_not_of("0123456789") == std::string::npos;
    const auto number = parse_integer(*text);
    if (!digits || (number && *number < 1)) {
        throw RequestFault("limit", {"limit là số từ 1", "limit is a number from 1"});
    }
    return number ? std::min(static_cast<std::uint64_t>(*number), most) : most;
}

std::uint64_t ogc_offset(const OgcRequest& request) {
    const auto text = request.request().parameter("offset");
    const auto number = text ? parse_integer(*text) : std::optional<std::int64_t>(0);
    if (!number || *number < 0 || *number > (std::int64_t{1} << 40)) {
        throw RequestFault("offset", {"offset là số từ 0", "offset is a number from 0"});
    }
    return static_cast<std::uint64_t>(*number);
}

std::optional<std::array<double, 4>> ogc_box(const OgcRequest& request) {
    const auto text = request.request().parameter("bbox");
    if (!text) {
        return std::nullopt;
    }
    std::vector<double> numbers;
    for (std::size_t at = 0; at <= text->size() && numbers.size() <= 6;) {
        const auto end = std::min(text->find(',', at), text->size());
        const auto number = parse_double(trim(std::string_view(*text).substr(at, end - at)));
        if (!number) {
            numbers.clear();
            break;
        }
        numbers.push_back(*number);
        at = end + 1;
    }
    if (numbers.size() != 4 && numbers.size() != 6) {
        throw RequestFault("bbox", {"bbox là bốn hoặc sáu số: góc dưới rồi góc trên", "bbox is four or six numbers: the lower corner, then the upper"});
    }
    const std::size_t second = numbers.size() / 2;
    if (numbers[1] > numbers[second + 1] && numbers[0] > numbers[second]) {
        throw RequestFault("bbox", {"Góc dưới phải đứng trước góc trên", "The lower corner must stand before the upper"});
    }
    return std::array<double, 4>{numbers[0], numbers[1], numbers[second], numbers[second + 1]};
}

}  // namespace khomo::search
