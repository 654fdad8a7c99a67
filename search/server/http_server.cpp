// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/server/http_server.hpp"

#include <fcntl.h>
#include <httplib.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "catalog/base/file.hpp"
#include "search/dialects/address.hpp"
#include "search/dialects/api.hpp"
#include "search/server/gone.hpp"
#include "search/server/missed_searches.hpp"

namespace khomo::search {
namespace {

constexpr std::size_t kLargestBody = 65536;
constexpr int kBacklog = 4096;

constexpr const char* kPagePolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

std::string_view media_type(std::string_view path) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 22> kTypes = {{{".html", "text/html; charset=utf-8"},
                                                                                             {".css", "text/css; charset=utf-8"},
                                                                                             {".js", "text/javascript; charset=utf-8"},
                                                                                             {".svg", "image/svg+xml"},
                                                                                             {".woff2", "font/woff2"},
                                                                                             {".png", "image/png"},
                                                                                             {".json", "application/json; charset=utf-8"},
                                                                                             {".geojson", "application/geo+json; charset=utf-8"},
                                                                                             {".ndjson", "application/x-ndjson; charset=utf-8"},
                                                                                             {".csv", "text/csv; charset=utf-8"},
                                                                                             {".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
                                                                                             {".xml", "application/xml; charset=utf-8"},
                                                                                             {".xsd", "application/xml; charset=utf-8"},
                                                                                             {".sqlite", "application/vnd.sqlite3"},
                                                                                             {".gpkg", "application/geopackage+sqlite3"},
                                                                                             {".zip", "application/zip"},
                                                                                             {".txt", "text/plain; charset=utf-8"},
                                                                                             {".jsonld", "application/ld+json; charset=utf-8"},
                                                                                             {".atom", "application/atom+xml; charset=utf-8"},
                                                                                             {".rdf", "application/rdf+xml; charset=utf-8"},
                                                                                             {".ttl", "text/turtle; charset=utf-8"},
                                                                                             {".pmtiles", "application/vnd.pmtiles"}}};
    for (const auto& [ending, type] : kTypes) {
        if (path.ends_with(ending)) {
            return type;
        }
    }
    return "application/octet-stream";
}

bool is_page(const std::string& path) { return path.ends_with(".html"); }

/// The library keeps its listening socket to itself and asks for a backlog of 5.
class Server : public httplib::Server {
public:
    void deepen_backlog() { ::listen(svr_sock_, kBacklog); }
};

void add_page_headers(httplib::Response& response) {
    response.set_header("Content-Security-Policy", kPagePolicy);
    response.set_header("Referrer-Policy", "no-referrer");
    response.set_header("Cross-Origin-Opener-Policy", "same-origin");
    response.set_header("Cross-Origin-Resource-Policy", "same-origin");
    response.set_header("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
}

void add_data_headers(httplib::Response& response) {
    response.set_header("Access-Control-Allow-Origin", "*");
    response.set_header("Access-Control-Expose-Headers", "ETag, Link, Content-Crs, Content-Disposition");
    response.set_header("Cross-Origin-Resource-Policy", "cross-origin");
}

bool accepts(const httplib::Request& request, std::string_view coding) {
    return request.get_header_value("Accept-Encoding").find(coding) != std::string::npos;
}

bool accepts_pages(const httplib::Request& request) { return request.get_header_value("Accept").find("text/html") != std::string::npos; }

bool fits_etag(const httplib::Request& request, const std::string& etag) {
    const auto wanted = request.get_header_value("If-None-Match");
    return !wanted.empty() && (wanted == "*" || wanted.find(etag) != std::string::npos);
}

void send_problem(httplib::Response& response, int status, const std::string& title, const std::string& detail) {
    response.status = status;
    add_data_headers(response);
    response.set_content(nlohmann::json{{"type", "about:blank"}, {"status", status}, {"title", title}, {"detail", detail}}.dump(), "application/problem+json; charset=utf-8");
}

/// Hands an answer of a dialect to the library; a stream keeps the release it reads alive.
void send_api(const std::shared_ptr<const OpenRelease>& release, ApiResponse answer, const std::string& path, httplib::Response& response) {
    response.status = answer.status;
    for (const auto& [name, value] : answer.headers) {
        response.set_header(name, value);
    }
    if (!answer.page_title.empty()) {
        add_page_headers(response);
        const nlohmann::json content = {{"title", answer.page_title}, {"body_html", answer.body}};
        const auto lang = path.starts_with("/en/") ? Lang::en : Lang::vi;
        response.set_content(release->words().render("text", content, answer.page_title, lang == Lang::en ? path.substr(3) : path, nlohmann::json::array(), lang), "text/html; charset=utf-8");
        return;
    }
    add_data_headers(response);
    if (!answer.stream) {
        if (!answer.content_type.empty()) {
            response.set_content(std::move(answer.body), answer.content_type.c_str());
        }
        return;
    }
    response.set_chunked_content_provider(answer.content_type, [release, stream = std::move(answer.stream)](std::size_t, httplib::DataSink& sink) {
        const bool whole = stream([&](std::string_view part) { return sink.write(part.data(), part.size()); });
        if (whole) {
            sink.done();
        }
        return whole;
    });
}

/// Sends a file without holding it in memory; the release stays alive until the last byte is gone.
void send_file(const std::shared_ptr<const OpenRelease>& release, const ServedFile& file, const std::string& type, httplib::Response& response) {
    const int fd = ::open(file.path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (fd < 0) {
        throw io_error("đọc", "read", file.path.filename().string(), errno);
    }
    const std::shared_ptr<int> handle(new int(fd), [](const int* open_fd) {
        ::close(*open_fd);
        delete open_fd;
    });
    if (file.bytes == 0) {
        response.set_content("", type.c_str());
        return;
    }
    response.set_content_provider(file.bytes, type, [release, handle](std::size_t offset, std::size_t length, httplib::DataSink& sink) {
        std::array<char, 65536> buffer{};
        const auto got = ::pread(*handle, buffer.data(), std::min(length, buffer.size()), static_cast<off_t>(offset));
        return got > 0 && sink.write(buffer.data(), static_cast<std::size_t>(got));
    });
}

std::string cache_control(const std::string& path) {
    const bool fixed = path.find("/assets/") != std::string::npos || (path.find("/files/") != std::string::npos && path.find("/latest/") == std::string::npos);
    return fixed ? "public, max-age=31536000, immutable" : "public, max-age=60, must-revalidate";
}

void send_listed(const std::shared_ptr<const OpenRelease>& release, const ServedFile& file, const httplib::Request& request, httplib::Response& response) {
    const auto path = file.path.string();
    const bool page = is_page(path);
    response.set_header("Cache-Control", cache_control(path));
    response.set_header("Vary", "Accept-Encoding");
    if (page) {
        add_page_headers(response);
    } else {
        add_data_headers(response);
    }
    if (path.find("/site/files/") != std::string::npos) {
        response.set_header("Content-Disposition", "attachment; filename=\"" + file.path.filename().string() + "\"");
        response.set_header("Accept-Ranges", "bytes");
    } else if (path.ends_with(".pmtiles")) {
        response.set_header("Accept-Ranges", "bytes");
    }
    const auto* chosen = &file;
    if (request.ranges.empty()) {
        for (const auto& [coding, ending] : {std::pair{"br", ".br"}, std::pair{"gzip", ".gz"}}) {
            if (const auto* packed = accepts(request, coding) ? release->sibling(request.path, ending) : nullptr) {
                chosen = packed;
                response.set_header("Content-Encoding", coding);
                break;
            }
        }
    }
    response.set_header("ETag", chosen->etag);
    if (fits_etag(request, chosen->etag)) {
        response.status = 304;
        return;
    }
    send_file(release, *chosen, std::string(media_type(path)), response);
}

void send_error_page(const std::shared_ptr<const OpenRelease>& release, int status, const httplib::Request& request, httplib::Response& response) {
    response.status = status;
    if (request.path.starts_with("/api/")) {
        send_problem(response, status, status == 404 ? "Not found" : "Unavailable", status == 404 ? "Không có gì ở địa chỉ này / Nothing is at this address" : "Tạm thời chưa phục vụ được / Temporarily unavailable");
        return;
    }
    const std::string name = std::string(request.path.starts_with("/en/") ? "/en/" : "/") + (status == 404 ? "404" : "503");
    add_page_headers(response);
    if (const auto* file = release->find(name)) {
        response.set_content(read_file(file->path), "text/html; charset=utf-8");
    }
}

/// The marker of a withdrawn or suspended dataset or version at this address, or null.
const ServedFile* find_marker(const OpenRelease& release, const DatasetAddress& address) {
    if (const auto* whole = release.find("/gone/" + address.dataset + ".json")) {
        return whole;
    }
    return address.version == 0 ? nullptr : release.find("/gone/" + address.dataset + "/v" + std::to_string(address.version) + ".json");
}

/// 410: to readers the page that says why, to programs the marker, which is a problem document.
bool send_gone(const OpenRelease& release, const httplib::Request& request, httplib::Response& response) {
    const auto address = dataset_address(request.path, request.has_param("_version") ? std::optional(request.get_param_value("_version")) : std::nullopt);
    const auto* marker = address ? find_marker(release, *address) : nullptr;
    if (marker == nullptr) {
        return false;
    }
    response.status = 410;
    response.set_header("Cache-Control", "public, max-age=60, must-revalidate");
    const bool reader = address->kind == DatasetAddress::Kind::page || (address->kind == DatasetAddress::Kind::file && accepts_pages(request));
    // The page stands beside its marker: site/gone/<id>.json, site/dataset/<id>.html.
    auto page = marker->path.lexically_relative(release.folder() / "site/gone").string();
    page = std::string(request.path.starts_with("/en/") ? "/en" : "") + "/dataset/" + page.substr(0, page.size() - 5);
    if (const auto* file = reader ? release.find(page) : nullptr) {
        add_page_headers(response);
        response.set_content(read_file(file->path), "text/html; charset=utf-8");
        return true;
    }
    add_data_headers(response);
    response.set_content(read_file(marker->path), "application/problem+json; charset=utf-8");
    return true;
}

/// A path as a header may carry it: what is not ASCII becomes %XX.
std::string percent_encoded(const std::string& path) {
    static constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string out;
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte > 0x20U && byte < 0x7FU) {
            out += c;
        } else {
            out.append("%").append(1, kDigits[byte >> 4U]).append(1, kDigits[byte & 15U]);
        }
    }
    return out;
}

/// 301 from an address of the former portal (redirects.yaml). Its marker says where to, and holds nothing but a path of this portal.
bool send_moved(const OpenRelease& release, const httplib::Request& request, httplib::Response& response) {
    auto path = request.path;
    while (path.size() > 1 && path.back() == '/') {
        path.pop_back();
    }
    const auto* marker = release.find("/moved" + path + ".json");
    if (marker == nullptr) {
        return false;
    }
    const auto to = nlohmann::json::parse(read_file(marker->path)).at("to").get<std::string>();
    response.status = 301;
    response.set_header("Cache-Control", "public, max-age=3600");
    response.set_header("Location", percent_encoded(to));
    return true;
}

ApiRequest to_api(const httplib::Request& request) {
    ApiRequest api;
    api.method = request.method;
    api.path = request.path;
    // Not request.params: the library sorts them, and adds the fields of a form.
    const auto target = std::string_view(request.target).substr(0, request.target.find('#'));
    api.query = read_query(target.substr(std::min(target.find('?'), target.size() - 1) + 1));
    api.body = request.body;
    api.header = [&request](std::string_view name) { return request.get_header_value(std::string(name)); };
    return api;
}

/// The pages of OGC API have an English frame too; all else of the interfaces stands once.
ApiRequest api_request(const httplib::Request& request) {
    auto api = to_api(request);
    if (api.path == "/en/ogc" || api.path.starts_with("/en/ogc/")) {
        api.path.erase(0, 3);
    }
    return api;
}

}  // namespace

struct HttpServer::State {
    LiveRelease& live;
    ServerOptions options;
    Server server;
    MissedSearches missed{};

    void set_limits();
    void add_routes();
    void answer(const httplib::Request& request, httplib::Response& response);
    bool answer_page(const std::shared_ptr<const OpenRelease>& release, const httplib::Request& request, httplib::Response& response);
    void answer_search(const std::shared_ptr<const OpenRelease>& release, const httplib::Request& request, httplib::Response& response, std::string_view path, Lang lang);
};

void HttpServer::State::set_limits() {
    const int threads = options.threads;
    server.new_task_queue = [threads] { return new httplib::ThreadPool(static_cast<std::size_t>(threads)); };
    server.set_tcp_nodelay(true);  // 44 ms a request without
    server.set_keep_alive_max_count(1000000);
    server.set_keep_alive_timeout(20);  // longer than nginx's
    server.set_read_timeout(5);
    server.set_write_timeout(10);
    server.set_payload_max_length(kLargestBody);
    server.set_socket_options([](socket_t socket) {
        // Only SO_REUSEADDR: with SO_REUSEPORT a second server would start without a word and take half of the requests.
        const int yes = 1;
        ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
}

/// The search as a page or a feed. Without an index the static page answers, which searches in the browser.
void HttpServer::State::answer_search(const std::shared_ptr<const OpenRelease>& release, const httplib::Request& request, httplib::Response& response, std::string_view path, Lang lang) {
    if (release->search_page() == nullptr) {
        const auto* away = path == "/search" ? release->find(lang == Lang::en ? "/en/search" : "/search") : nullptr;
        if (away == nullptr) {
            send_error_page(release, 503, request, response);
            return;
        }
        response.status = 503;
        add_page_headers(response);
        response.set_content(read_file(away->path), "text/html; charset=utf-8");
        return;
    }
    response.set_header("Cache-Control", "public, max-age=60");
    if (path != "/search") {
        const bool atom = path == "/search.atom";
        add_data_headers(response);
        response.set_content(release->search_page()->feed(to_api(request), atom ? SearchPage::Feed::atom : SearchPage::Feed::json, lang), atom ? "application/atom+xml; charset=utf-8" : "application/feed+json; charset=utf-8");
        return;
    }
    add_page_headers(response);
    const auto answer = release->search_page()->render(to_api(request), lang);
    if (answer.missed) {
        missed.note(request.get_param_value("q"), now());
    }
    response.set_content(answer.body, "text/html; charset=utf-8");
}

/// Pages that are made when they are asked for; false where the address is none of them.
bool HttpServer::State::answer_page(const std::shared_ptr<const OpenRelease>& release, const httplib::Request& request, httplib::Response& response) {
    const auto lang = request.path.starts_with("/en/") ? Lang::en : Lang::vi;
    const auto path = std::string_view(request.path).substr(lang == Lang::en ? 3 : 0);
    if (path == "/search" || path == "/search.atom" || path == "/search.json") {
        answer_search(release, request, response, path, lang);
        return true;
    }
    const auto dataset = RowPage::dataset_of(request.path);
    const auto rows = dataset.empty() ? std::nullopt : release->row_page().render(dataset, to_api(request), lang);
    if (rows) {
        add_page_headers(response);
        response.set_header("Cache-Control", "public, max-age=60");
        response.set_content(*rows, "text/html; charset=utf-8");
    }
    return rows.has_value();
}

void HttpServer::State::answer(const httplib::Request& request, httplib::Response& response) {
    const auto release = live.now();
    response.set_header("X-Content-Type-Options", "nosniff");
    response.set_header("X-Khomo-Release", release->id());
    try {
        if (request.path == "/healthz") {
            response.set_content(nlohmann::json{{"status", "ok"}, {"release", release->id()}, {"search", release->search_page() != nullptr}}.dump(), "application/json");
        } else if (send_gone(*release, request, response)) {
            // answered
        } else if (answer_page(release, request, response)) {
            // answered
        } else if (auto answered = release->ask(api_request(request))) {
            send_api(release, std::move(*answered), request.path, response);
        } else if (const auto* file = release->find(request.path)) {
            send_listed(release, *file, request, response);
        } else if (!send_moved(*release, request, response)) {
            send_error_page(release, 404, request, response);
        }
    } catch (const Error& error) {
        spdlog::error("{}: {}", error.message().en, request.path.size());
        send_error_page(release, 503, request, response);
    }
}

/// A body is read only where its length is known beforehand and small: the library keeps no limit on a chunked or packed one.
static httplib::Server::HandlerResponse check_post(const httplib::Request& request, httplib::Response& response) {
    const bool packed = request.has_header("Content-Encoding");
    if (packed || request.has_header("Transfer-Encoding")) {
        response.set_header("Connection", "close");
        send_problem(response, packed ? 415 : 411, packed ? "Unsupported media type" : "Length required",
                     "Nội dung phải gửi nguyên, có Content-Length / A body is sent plain, with its Content-Length");
        return httplib::Server::HandlerResponse::Handled;
    }
    if (!request.has_header("Content-Length")) {
        const_cast<httplib::Request&>(request).headers.emplace("Content-Length", "0");  // no body then (RFC 9112 §6.3); the library would wait for one
    }
    return httplib::Server::HandlerResponse::Unhandled;
}

void HttpServer::State::add_routes() {
    server.set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
        if (request.method == "POST" && takes_post(request.path)) {
            return check_post(request, response);
        }
        const bool known_method = request.method == "GET" || request.method == "HEAD" || request.method == "OPTIONS";
        if (!known_method) {
            response.set_header("Allow", "GET, HEAD, OPTIONS");
            send_problem(response, 405, "Method not allowed", "Chỉ đọc / Read only");
            return httplib::Server::HandlerResponse::Handled;
        }
        if (request.method == "OPTIONS") {
            add_data_headers(response);
            response.set_header("Access-Control-Allow-Methods", takes_post(request.path) ? "GET, HEAD, POST, OPTIONS" : "GET, HEAD, OPTIONS");
            response.set_header("Access-Control-Allow-Headers", "Authorization, Content-Type, If-None-Match");
            response.status = 204;
            return httplib::Server::HandlerResponse::Handled;
        }
        // The library builds answers to several ranges in memory, without a limit.
        if (request.ranges.size() > 1) {
            const_cast<httplib::Request&>(request).ranges.clear();
            send_problem(response, 416, "Range not satisfiable", "Chỉ một khoảng byte mỗi lần / One byte range at a time");
            return httplib::Server::HandlerResponse::Handled;
        }
        if (!request.body.empty()) {
            send_problem(response, 400, "Bad request", "GET không có nội dung / A GET has no body");
            return httplib::Server::HandlerResponse::Handled;
        }
        return httplib::Server::HandlerResponse::Unhandled;
    });
    server.Get(".*", [this](const httplib::Request& request, httplib::Response& response) { answer(request, response); });
    server.Post(".*", [this](const httplib::Request& request, httplib::Response& response) { answer(request, response); });
    server.set_exception_handler([](const httplib::Request&, httplib::Response& response, const std::exception_ptr& thrown) {
        try {
            std::rethrow_exception(thrown);
        } catch (const std::exception& error) {
            spdlog::error("internal error: {}", error.what());
        } catch (...) {
            spdlog::error("internal error of an unknown kind");
        }
        send_problem(response, 500, "Internal error", "Lỗi nội bộ, đã ghi lại / An internal error; it has been logged");
    });
}

HttpServer::HttpServer(LiveRelease& live, const ServerOptions& options) : state_(new State{live, options, {}, {}}) {
    state_->set_limits();
    state_->add_routes();
}

HttpServer::~HttpServer() = default;

int HttpServer::bind() {
    auto& s = *state_;
    int port = s.options.port;
    if (port == 0) {
        port = s.server.bind_to_any_port(s.options.address);
    } else if (!s.server.bind_to_port(s.options.address, port)) {
        port = -1;
    }
    if (port < 0) {
        const auto where = s.options.address + ":" + std::to_string(s.options.port);
        throw Error(ErrorKind::io, {"Không mở được cổng " + where + "; có máy chủ khác đang dùng?", "Cannot listen on " + where + "; is another server using it?"});
    }
    s.server.deepen_backlog();
    return port;
}

void HttpServer::run() { state_->server.listen_after_bind(); }

void HttpServer::stop() {
    state_->server.stop();
    state_->missed.write_all();
}

void HttpServer::tick() { state_->missed.write_past_days(now()); }

}  // namespace khomo::search
